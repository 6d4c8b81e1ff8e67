import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root, say } from "./steps.ts";

/** Runs one of tests/evals or tests/bench in a process of its own, and gives the rows that it prints last; null where it breaks off. */
export function measured<Row>(folder: "evals" | "bench", name: string): Row[] | null {
  say(`${name} …`);
  const program = path.join(root, "tests", folder, "main.ts");
  const { stdout, status } = spawnSync(process.execPath, [...process.execArgv, program, name], {
    stdio: ["ignore", "pipe", "inherit"],
    encoding: "utf8",
    maxBuffer: 1e8,
  });
  return status === 0 ? (JSON.parse(stdout.trim().split("\n").at(-1) ?? "[]") as Row[]) : null;
}

export const markdownTable = (columns: readonly string[], rows: readonly (readonly string[])[]): string =>
  [columns, columns.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

/** Puts a text in the place of what stands between two marks of a page in docs. */
export function writeBetween(page: string, [begin, end]: readonly [string, string], text: string): void {
  const file = path.join(root, "docs", page);
  const whole = readFileSync(file, "utf8");
  const [from, to] = [whole.indexOf(begin), whole.indexOf(end)];
  if (from === -1 || to < from) throw new Error(`${page} has no ${begin} … ${end}`);
  writeFileSync(file, `${whole.slice(0, from + begin.length)}\n${text}\n${whole.slice(to)}`);
}

/** Real mail is not in the repository: what reads it is skipped by name, and fails where it must not be skipped. */
export function needRealMail(what: string): void {
  if (process.env.SIDENOTE_TEST_DATA) return;
  say(`skipped: ${what} (SIDENOTE_TEST_DATA is not set)`);
  process.exit(process.env.CI ? 1 : 0);
}
