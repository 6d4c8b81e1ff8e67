import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const root = path.join(import.meta.dirname, "..");

test("every picture that a page names is there, and every picture there is named", () => {
  const named = globSync(["*.md", "docs/**/*.md"], { cwd: root }).flatMap((page) =>
    [...readFileSync(path.join(root, page), "utf8").matchAll(/[("]([\w/.-]+\.(?:png|svg))[)"]/g)].map(([, at]) =>
      path.join(path.dirname(page), at!),
    ),
  );
  expect([...new Set(named)].sort()).toEqual(globSync("docs/**/*.{png,svg}", { cwd: root }).sort());
});
