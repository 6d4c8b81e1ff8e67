import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { root, say } from "./steps.ts";

/**
 * `npm run bench [-- NAME …]`: speed as a ratio to a floor that is measured in the same run; without names everything. Each bench
 * writes its own table in docs/performance.md, with the machine and the day, unless `BENCH_…` makes it measure a part only. The
 * first run fills databases of up to 320,000 mails, which takes an hour and is kept for the next. Before it, extension and workspace
 * are built from the sources as they are.
 */
type Row = { what: string; measured: string; floor: string; ratio: number | null; aim: number | null; note?: string };

const ALL = ["start", "import", "read", "browser", "growth"];
const wanted = process.argv.slice(2);
const isPart = Object.keys(process.env).some((name) => name.startsWith("BENCH_"));
if (!process.env.SIDENOTE_TEST_DATA) {
  say("skipped: SIDENOTE_TEST_DATA is not set, and the benches read real mail from it");
  process.exit(process.env.CI ? 1 : 0);
}
for (const name of wanted.length > 0 ? wanted : ALL) {
  say(`${name} …`);
  const { stdout, status } = spawnSync(
    process.execPath,
    [...process.execArgv, path.join(root, "tests/bench/main.ts"), name],
    {
      stdio: ["ignore", "pipe", "inherit"],
      encoding: "utf8",
      maxBuffer: 1e8,
    },
  );
  if (status !== 0) process.exit(1);
  const table = tableOf(JSON.parse(stdout) as Row[]);
  say(table);
  if (!isPart) write(name, table);
}

function tableOf(rows: readonly Row[]): string {
  return [
    "| | measured | floor | ratio | aim |",
    "| --- | --- | --- | --- | --- |",
    ...rows.map(
      ({ what, measured, floor, ratio, aim, note }) =>
        `| ${what} | ${measured} | ${floor} | ${ratio === null ? (note ?? "") : `${ratio.toFixed(2)} ×`} | ${aim === null ? "" : `≤ ${aim} ×${ratio !== null && ratio > aim ? ", missed" : ""}`} |`,
    ),
  ].join("\n");
}

function write(name: string, table: string): void {
  const file = path.join(root, "docs/performance.md");
  const [before, after] = readFileSync(file, "utf8").split(new RegExp(`<!-- ${name} -->[^]*<!-- end of ${name} -->`));
  const machine = `${os.cpus().length} cores (${os.cpus()[0]?.model.trim()}), ${Math.round(os.totalmem() / 2 ** 30)} GiB, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`;
  writeFileSync(file, `${before}<!-- ${name} -->\n${machine}\n\n${table}\n<!-- end of ${name} -->${after}`);
}
