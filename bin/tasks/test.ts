import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { checks, root, run, say } from "./steps.ts";

/**
 * `npm test`: everything that must pass. The last line counts; what was left out for want of a browser, a database or a data
 * set stands above it by name, and is a failure where CI is set.
 */
const only = process.argv[2];
const report = path.join(root, "node_modules/.cache/sidenote/results.json");
let passed = 0;
const failures: string[] = [];
const skips: string[] = [];

if (only === undefined) {
  for (const check of checks) {
    if (check.run()) passed++;
    else failures.push(check.name);
  }
}
rmSync(report, { force: true });
const ended = run(
  "vitest",
  ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`, ...(only ? ["--project", only] : [])],
  only === "faults" ? { SIDENOTE_LONG_FAULTS: "1" } : {},
);
count();

say("");
for (const name of failures) say(`failed: ${name}`);
for (const name of skips) say(`skipped: ${name}`);
if (process.env.CI && skips.length > 0) failures.push(...skips);
say(`${passed} passed, ${failures.length} failed`);
process.exitCode = failures.length === 0 ? 0 : 1;

function count(): void {
  type Report = {
    testResults: { name: string; message: string; assertionResults: { fullName: string; status: string }[] }[];
  };
  let results: Report;
  try {
    results = JSON.parse(readFileSync(report, "utf8")) as Report;
  } catch {
    failures.push("the test run itself: it left no report");
    return;
  }
  for (const file of results.testResults) {
    const name = path.relative(root, file.name);
    if (file.assertionResults.length === 0 && file.message) failures.push(`${name}: ${file.message.split("\n")[0]}`);
    for (const { fullName, status } of file.assertionResults) {
      if (status === "passed") passed++;
      else if (status === "failed") failures.push(`${name}: ${fullName}`);
      else if (!skips.includes(fullName)) skips.push(fullName);
    }
  }
  if (!ended && failures.length === 0) failures.push("the test run itself: it ended with an error");
}
