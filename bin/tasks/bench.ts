import os from "node:os";
import type { Row } from "../../tests/bench/measure.ts";
import { say } from "./steps.ts";
import { markdownTable, measured, needRealMail, writeBetween } from "./tables.ts";

/**
 * `npm run bench [-- NAME …]`: speed as a ratio to a floor that is measured in the same run; without names everything. Each bench
 * writes its own table in docs/performance.md, with the machine and the day, unless `BENCH_…` makes it measure a part only. The
 * first run fills databases of up to 320,000 mails, which takes an hour and is kept for the next. Before it, extension and workspace
 * are built from the sources as they are.
 */
const ALL = ["start", "import", "read", "browser", "growth"];
const wanted = process.argv.slice(2);
const isPart = Object.keys(process.env).some((name) => name.startsWith("BENCH_"));
needRealMail("benches");
for (const name of wanted.length > 0 ? wanted : ALL) {
  const rows = measured<Row>("bench", name);
  if (!rows) process.exit(1);
  const table = markdownTable(["", "measured", "floor", "ratio", "aim"], rows.map(cellsOf));
  say(table);
  if (!isPart)
    writeBetween("performance.md", [`<!-- ${name} -->`, `<!-- end of ${name} -->`], `${machine()}\n\n${table}`);
}

function cellsOf({ what, measured, floor, ratio, aim, note }: Row): string[] {
  const missed = aim !== null && ratio !== null && ratio > aim ? ", missed" : "";
  return [
    what,
    measured,
    floor,
    ratio === null ? (note ?? "") : `${ratio.toFixed(2)} ×`,
    aim === null ? "" : `≤ ${aim} ×${missed}`,
  ];
}

function machine(): string {
  const cores = `${os.cpus().length} cores (${os.cpus()[0]?.model.trim()})`;
  const day = new Date().toISOString().slice(0, 10);
  return `${cores}, ${Math.round(os.totalmem() / 2 ** 30)} GiB, Node ${process.version}, ${day}`;
}
