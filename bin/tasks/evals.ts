import { met, type Row } from "../../tests/evals/measure.ts";
import { say } from "./steps.ts";
import { markdownTable, measured, needRealMail, writeBetween } from "./tables.ts";

/**
 * `npm run evals [-- NAME …]`: how good the product is at what it says it does, on real data, through its own code. Without
 * names everything, and the table goes into docs/quality.md. An aim that is missed fails.
 */
const ALL = [
  "replies",
  "signatures",
  "contacts",
  "promises",
  "languages",
  "tone",
  "intents",
  "voice",
  "drafts",
  "injection",
  "search",
];
const wanted = process.argv.slice(2);
needRealMail("evals");
const rows: Row[] = [];
const broken: string[] = [];
for (const name of wanted.length > 0 ? wanted : ALL) {
  const found = measured<Row>("evals", name);
  if (found) rows.push(...found);
  else broken.push(name);
}
const missed = rows.filter((row) => !met(row));
const table = markdownTable(["what", "measure", "value", "95 % interval", "n", "aim"], rows.map(cellsOf));
say(table);
for (const name of broken) say(`failed: ${name} did not run to its end`);
for (const { name, measure } of missed) say(`missed: ${name}, ${measure}`);
if (wanted.length === 0 && broken.length === 0)
  writeBetween("quality.md", ["<!-- table -->", "<!-- end -->"], `\n${table}\n`);
process.exitCode = missed.length + broken.length === 0 ? 0 : 1;

function cellsOf(row: Row): string[] {
  const { name, measure, value, low, high, n, aim } = row;
  const interval = `${low.toFixed(3)}–${high.toFixed(3)}`;
  const aimed = aim === null ? "" : `≥ ${aim}${met(row) ? ", met" : ", missed"}`;
  return [name, measure, value.toFixed(3), interval, String(n), aimed];
}
