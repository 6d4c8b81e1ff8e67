import { readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createWorld, type World } from "../server/testing/world.ts";

/** The page promises routes and fields; this looks each of them up in the description that the server gives of itself. */
const page = readFileSync(path.join(import.meta.dirname, "../docs/api-compatibility.md"), "utf8");
const [fixedPart, othersPart] = page.split("\n## Routes of others\n") as [string, string];
const rowsOf = (text: string): string[][] =>
  text
    .split("\n")
    .filter((line) => line.startsWith("| ") && !line.startsWith("| ---"))
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
const codeIn = (cell: string): string[] => [...cell.replace(/\(.*?\)/g, "").matchAll(/`([^`]+)`/g)].map((m) => m[1]!);

type Schema = { properties?: Record<string, Schema>; items?: Schema };
type Content = Record<string, { schema: Schema }>;
type Operation = {
  parameters: { name: string }[];
  requestBody?: { content: Content };
  responses: { 200: { content: Content } };
};

let world: World;
let paths: Record<string, Record<string, Operation>>;
beforeAll(async () => {
  world = await createWorld();
  const description = (await (await world.fetch("/openapi.json")).json()) as { paths: typeof paths };
  paths = description.paths;
});
afterAll(() => world.close());

function operation(route: string): Operation | undefined {
  const [method, where] = route.split(" ") as [string, string];
  return paths[where.replace(/:(\w+)/g, "{$1}")]?.[method.toLowerCase()];
}

/** Whether a schema has a field such as `contacts[].name`. */
const hasField = (schema: Schema | undefined, field: string): boolean =>
  field.split(".").reduce<Schema | undefined>((at, part) => {
    const next = at?.properties?.[part.replace("[]", "")];
    return part.endsWith("[]") ? next?.items : next;
  }, schema) !== undefined;

const takes = ({ parameters, requestBody }: Operation, field: string): boolean =>
  parameters.some(({ name }) => name === field) || hasField(requestBody?.content["application/json"]?.schema, field);

const fixed = fixedPart
  .split("\n### ")
  .filter((section) => section.startsWith("POST "))
  .map((section) => {
    const [request, response] = section.split("\n| response ") as [string, string];
    return { route: section.split("\n")[0]!, request, response };
  });

describe.each(fixed)("$route", ({ route, request, response }) => {
  const fieldsOf = (table: string) => rowsOf(table).flatMap(([cell]) => codeIn(cell!));

  test("takes every field of the page", () => {
    const found = operation(route);
    expect(fieldsOf(request)).not.toEqual([]);
    expect(fieldsOf(request).filter((field) => !found || !takes(found, field))).toEqual([]);
  });

  test("answers every field of the page", () => {
    const schema = operation(route)?.responses[200].content["application/json"]?.schema;
    expect(fieldsOf(response)).not.toEqual([]);
    expect(fieldsOf(response).filter((field) => !hasField(schema, field))).toEqual([]);
  });
});

const others = rowsOf(othersPart).filter(([they]) => they !== "they call");

test.each(others.filter(([, , here]) => here !== "not yet"))("%s is answered", (_they, fields, here) => {
  const found = operation(codeIn(here!)[0]!);
  expect(found, `${here} is served`).toBeDefined();
  expect(codeIn(fields!).filter((field) => !takes(found!, field))).toEqual([]);
});

test("a fixed route that is called not yet is really not there", () => {
  const notYet = rowsOf(fixedPart)
    .filter(([, second]) => second === "not yet")
    .flatMap(([route]) => codeIn(route!));
  expect(notYet.length).toBeGreaterThan(0);
  expect(notYet.filter((route) => operation(route))).toEqual([]);
});
