import type { Row } from "./measure.ts";

/** `node main.ts NAME` measures one of the benches in a process of its own and prints its rows as JSON. */
const [name = ""] = process.argv.slice(2);
const benches: Record<string, () => Promise<{ run(): Promise<Row[]> }>> = {
  import: () => import("./import.bench.ts"),
  read: () => import("./read.bench.ts"),
  growth: () => import("./growth.bench.ts"),
  browser: () => import("./browser.bench.ts"),
  start: () => import("./start.bench.ts"),
};
const bench = benches[name];
if (!bench) throw new Error(`There is no bench "${name}". Known: ${Object.keys(benches).join(", ")}`);
const rows = await (await bench()).run();
process.stdout.write(`${JSON.stringify(rows)}\n`);
process.exit(0);
