import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root, say } from "./steps.ts";

/**
 * `npm run evals [-- NAME …]`: how good the product is at what it says it does, on real data, through its own code. Without
 * names everything, and the table goes into docs/quality.md. An aim that is missed fails.
 */
type Row = { name: string; measure: string; value: number; low: number; high: number; n: number; aim: number | null };

const ALL = [
  "replies",
  "signatures",
  "contacts",
  "promises",
  "tone",
  "intents",
  "voice",
  "drafts",
  "injection",
  "search",
];
const wanted = process.argv.slice(2);
if (!process.env.SIDENOTE_TEST_DATA) {
  say("skipped: evals (SIDENOTE_TEST_DATA is not set, and they judge on real data)");
  process.exit(process.env.CI ? 1 : 0);
}
const rows: Row[] = [];
const broken: string[] = [];
for (const name of wanted.length > 0 ? wanted : ALL) {
  say(`${name} …`);
  const { stdout, status } = spawnSync(
    process.execPath,
    [...process.execArgv, path.join(root, "tests/evals/main.ts"), name],
    {
      stdio: ["ignore", "pipe", "inherit"],
      encoding: "utf8",
      maxBuffer: 1e8,
    },
  );
  if (status === 0) rows.push(...(JSON.parse(stdout.trim().split("\n").at(-1) ?? "[]") as Row[]));
  else broken.push(name);
}
const missed = rows.filter(({ value, aim }) => aim !== null && value < aim);
const table = [
  "| what | measure | value | 95 % interval | n | aim |",
  "| --- | --- | --- | --- | --- | --- |",
  ...rows.map(
    ({ name, measure, value, low, high, n, aim }) =>
      `| ${name} | ${measure} | ${value.toFixed(3)} | ${low.toFixed(3)}–${high.toFixed(3)} | ${n} | ${aim === null ? "" : `≥ ${aim}${value < aim ? ", missed" : ", met"}`} |`,
  ),
].join("\n");
say(table);
for (const name of broken) say(`failed: ${name} did not run to its end`);
for (const { name, measure } of missed) say(`missed: ${name}, ${measure}`);
if (wanted.length === 0 && broken.length === 0) {
  const file = path.join(root, "docs/quality.md");
  const [before, after] = readFileSync(file, "utf8").split(/<!-- table -->[\s\S]*<!-- end -->/);
  writeFileSync(file, `${before}<!-- table -->\n\n${table}\n\n<!-- end -->${after}`);
}
process.exitCode = missed.length + broken.length === 0 ? 0 : 1;
