import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const root = path.resolve(import.meta.dirname, "..");
const read = (file: string): string => readFileSync(path.join(root, file), "utf8");
const sliceOf = (file: string): string => file.split(path.sep)[2]!;

const code = globSync("server/features/**/*.ts", { cwd: root }).filter((file) => !file.endsWith(".test.ts"));

/** Which slice a table is of, by its name in the database and by its name in code. */
const owners = new Map(
  code
    .filter((file) => file.endsWith("table.ts"))
    .flatMap((file) =>
      [...read(file).matchAll(/const (\w+) = pgTable\(\s*"(\w+)"/g)].flatMap(([, variable, table]) => [
        [variable!, sliceOf(file)] as const,
        [table!, sliceOf(file)] as const,
      ]),
    ),
);

const WRITES =
  /\.(?:update|insert|delete)\((\w+Table)\)|\binsertMany\(\s*[\w.#]+,\s*(\w+)|\b(?:update|insert into|delete from) (\w+)/g;

/** Why, stands in the file. */
const EXCEPTIONS = ["server/features/companies/people.ts writes contacts"];

test("a slice's tables are written by that slice alone", () => {
  expect(owners.size).toBeGreaterThan(40);
  const writes = code.flatMap((file) =>
    [...read(file).matchAll(WRITES)].flatMap(([, ...names]) => {
      const name = names.find((one) => one !== undefined)!;
      const owner = owners.get(name);
      return owner === undefined ? [] : [{ file, owner, name }];
    }),
  );
  expect(writes.length).toBeGreaterThan(60);
  const foreign = writes.filter(({ file, owner }) => owner !== sliceOf(file));
  expect([...new Set(foreign.map(({ file, name }) => `${file} writes ${name}`))]).toEqual(EXCEPTIONS);
});
