import { activities } from "@sidenote/contract/activities";
import { companies } from "@sidenote/contract/companies";
import { contacts } from "@sidenote/contract/contacts";
import { emails } from "@sidenote/contract/emails";
import type { Endpoint } from "@sidenote/contract/endpoint";
import { Problem } from "@sidenote/contract/errors";
import { imports } from "@sidenote/contract/imports";
import { promises } from "@sidenote/contract/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { importMail, mail, mbox } from "../server/testing/factories.ts";
import { createWorld, type Person, type World } from "../server/testing/world.ts";

/** The walk with odd values: whatever a client sends, it gets an answer or a problem that says what is wrong with it. */
let world: World;
let ada: Person;
let records: Record<string, string>;

beforeAll(async () => {
  world = await createWorld();
  ada = await world.person();
  const text = "The plan is ready. When do you come? I will send the offer on Friday.";
  const done = await importMail(world, ada, mbox(mail({ text }), ""));
  const [thread] = (await ada.api(emails.threads, {})).items;
  const [contact] = (await ada.api(contacts.list, { state: "seen" })).items;
  const [company] = (await ada.api(companies.list, {})).items;
  const [promise] = (await ada.api(promises.list, {})).items;
  const [aside] = (await ada.api(imports.items, { id: done.id, outcome: "set_aside" })).items;
  const note = await ada.api(activities.create, { kind: "note", text: "noted", contactIds: [contact!.id] });
  const { emails: inThread } = await ada.api(emails.thread, { id: thread!.id });
  records = {
    org: ada.organizationId,
    mbr: ada.memberId,
    cnt: contact!.id,
    cmp: company!.id,
    prm: promise!.id,
    imp: done.id,
    fil: aside!.fileId!,
    act: note.id,
    thr: thread!.id,
    eml: inThread[0]!.id,
  };
});
afterAll(() => world.close());

type Json = string | number | boolean | null | Json[] | { [name: string]: Json };
type Schema = {
  type?: string;
  const?: Json;
  enum?: Json[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  format?: string;
  pattern?: string;
  minLength?: number;
  minimum?: number;
  maximum?: number;
  items?: Schema;
  minItems?: number;
  properties?: Record<string, Schema>;
};

/** A value that fits; ids are those of Ada's records. */
function fitting(schema: Schema): Json {
  const [first] = schema.anyOf ?? schema.oneOf ?? [];
  if (first) return fitting(first);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0]!;
  if (schema.type === "object")
    return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, field]) => [name, fitting(field)]));
  if (schema.type === "array") return [fitting(schema.items ?? {})];
  if (schema.type === "integer" || schema.type === "number") return Math.max(0, schema.minimum ?? 1);
  if (schema.type === "boolean") return false;
  if (schema.type === "null") return null;
  const prefix = schema.pattern?.match(/^\^([a-z]{3})_/)?.[1];
  if (prefix) return records[prefix] ?? `${prefix}_01h455vb4pex5vsknk084sn02q`;
  if (schema.format === "date-time") return "2026-02-02T09:00:00.000Z";
  if (schema.format === "date") return "2026-02-02";
  if (schema.pattern?.includes("@")) return "marta@nordfrakt.example";
  if (schema.pattern?.includes("HJ-NP")) return "ABCD-2345";
  return "ready".padEnd(schema.minLength ?? 0, "x");
}

const cursorOf = (...key: Json[]) => Buffer.from(JSON.stringify(key)).toString("base64url");
const CURSORS: Json[] = [
  "x",
  cursorOf(null),
  cursorOf(1e300),
  cursorOf("a"),
  cursorOf(null, null),
  cursorOf(1, 2),
  cursorOf("a\0", "a\0"),
  cursorOf("0000-01-01T00:00:00Z", "00000000-0000-0000-0000-000000000000"),
  cursorOf("2026-02-02T09:00:00.000Z", "x"),
];
const ODD: Json[] = [
  "",
  "a\0b",
  "\ud800",
  "z".repeat(10_000),
  "0000-01-01T00:00:00Z",
  -1,
  2 ** 31 - 1,
  2 ** 31,
  Number.MAX_SAFE_INTEGER,
  null,
  { x: 1 },
];

/** The value with each of its parts, one at a time, made odd or left out. */
function* oddly(value: Json, name = ""): Generator<Json> {
  if (Array.isArray(value)) {
    for (const [at, part] of value.entries()) for (const odd of oddly(part)) yield value.with(at, odd);
  } else if (typeof value === "object" && value !== null) {
    for (const [field, part] of Object.entries(value)) {
      for (const odd of oddly(part, field)) yield { ...value, [field]: odd };
      const { [field]: _, ...without } = value;
      yield without;
    }
  }
  yield* name === "cursor" ? CURSORS : ODD;
}

type Described = {
  paths: Record<
    string,
    Record<
      string,
      {
        parameters: { name: string; in: string; schema: Schema }[];
        requestBody?: { content: Record<string, { schema: Schema }> };
      }
    >
  >;
};
let description: Described | undefined;

async function described(endpoint: Endpoint): Promise<Schema> {
  description ??= (await (await world.fetch("/openapi.json")).json()) as Described;
  const operation = description.paths[endpoint.path.replace(/:(\w+)/g, "{$1}")]![endpoint.method.toLowerCase()]!;
  const fields = operation.parameters
    .filter((one) => one.in !== "header")
    .map((one) => [one.name, one.schema] as const);
  const body = operation.requestBody?.content["application/json"]?.schema.properties;
  return { type: "object", properties: { ...Object.fromEntries(fields), ...body } };
}

function requestOf(endpoint: Endpoint, input: Record<string, Json>) {
  const rest = { ...input };
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = rest[name];
    delete rest[name];
    return encodeURIComponent(typeof value === "object" ? JSON.stringify(value) : String(value).toWellFormed() || "x");
  });
  if (endpoint.method !== "GET" && !endpoint.bytes)
    return {
      path,
      init: { method: endpoint.method, headers: { "content-type": "application/json" }, body: JSON.stringify(rest) },
    };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(rest))
    for (const one of Array.isArray(value) ? value : [value])
      query.append(name, typeof one === "object" ? JSON.stringify(one) : String(one));
  return {
    path: `${path}?${query}`,
    init: { method: endpoint.method, ...(endpoint.bytes === "upload" ? { body: "x" } : {}) },
  };
}

// Reading first, so that there is still something to read.
test.each([
  ["a GET", (one: Endpoint) => one.method === "GET"],
  ["a PATCH or PUT", (one: Endpoint) => one.method === "PATCH" || one.method === "PUT"],
  ["a POST that makes something", (one: Endpoint) => one.method === "POST" && one.creates === true],
  ["any other POST", (one: Endpoint) => one.method === "POST" && !one.creates],
  ["a DELETE", (one: Endpoint) => one.method === "DELETE"],
])("whatever stands in a field of %s, the answer is one of the contract's or says what is wrong", async (_, isOne) => {
  const wrong: string[] = [];
  const walked = world.server.endpoints.filter((one) => isOne(one) && !/^\/v1\/(demo|session)/.test(one.path));
  for (const endpoint of walked) {
    const fits = fitting(await described(endpoint)) as Record<string, Json>;
    const odd = [...oddly(fits), { ...fits, "поле\n": 1 }].filter(isRecord);
    for (const input of odd) {
      const { path, init } = requestOf(endpoint, input);
      const response = await world.fetch(path, { ...init, headers: { ...init.headers, ...ada.headers } });
      const body = await response.text();
      const isProblem = response.status < 400 || Problem.safeParse(JSON.parse(body)).success;
      if (response.status >= 500 || !isProblem)
        wrong.push(`${response.status} ${endpoint.method} ${path} ${String(init.body ?? "").slice(0, 300)}`);
    }
  }
  expect(wrong).toEqual([]);
});

const isRecord = (value: Json): value is Record<string, Json> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
