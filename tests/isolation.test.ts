import { access, PANEL_SCOPES } from "@sidenote/contract/access";
import { activities } from "@sidenote/contract/activities";
import { capture } from "@sidenote/contract/capture";
import { companies } from "@sidenote/contract/companies";
import { contacts } from "@sidenote/contract/contacts";
import { emails } from "@sidenote/contract/emails";
import type { Endpoint } from "@sidenote/contract/endpoint";
import { Scope } from "@sidenote/contract/endpoint";
import { imports } from "@sidenote/contract/imports";
import { promises } from "@sidenote/contract/promises";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { permissions } from "../server/core/auth/permissions.ts";
import { rows } from "../server/core/db/database.ts";
import { read } from "../server/core/db/transaction.ts";
import { importMail, mail, mbox } from "../server/testing/factories.ts";
import { createWorld, type Person, type World } from "../server/testing/world.ts";

/** The walk: every endpoint and every table, by everybody who may not. What is added later is walked without being named here. */
let world: World;
let ada: Person;
let records: Record<string, string>;
let others: Record<"another organization" | "a colleague" | "an admin beside her", Person>;

/** Words that stand in nothing but Ada's own things. */
const PRIVATE = "Zwiebelkuchen";

beforeAll(async () => {
  world = await createWorld();
  ada = await world.person();
  const done = await importMail(
    world,
    ada,
    mbox(mail({ text: `The ${PRIVATE} is ready. When do you come? I will send the ${PRIVATE} on Friday.` }), ""),
  );
  const [thread] = (await ada.api(emails.threads, {})).items;
  const { emails: inThread } = await ada.api(emails.thread, { id: thread!.id });
  const [seen] = (await ada.api(contacts.list, { state: "seen" })).items;
  const [item] = (await ada.api(imports.items, { id: done.id, outcome: "set_aside" })).items;
  const note = await ada.api(activities.create, {
    kind: "note",
    text: `${PRIVATE} noted`,
    contactIds: [seen!.id],
  });
  const [promise] = (await ada.api(promises.list, { kind: "promise" })).items;
  const [company] = (await ada.api(companies.list, {})).items;
  const key = await ada.api(access.createKey, { name: "hers" });
  await ada.api(capture.update, { version: 0, mode: "everything_opened", neverStore: [`${PRIVATE}.example`] });
  await ada.api(emails.store, {
    sourceId: "gmail:1",
    threadSourceId: `gmail:${PRIVATE}`,
    subject: PRIVATE,
    from: { name: "", address: "eva@nordfrakt.example" },
    to: [{ name: "", address: "ada@fjordkyl.example" }],
    at: "2026-02-03T09:00:00.000Z",
    text: `${PRIVATE} on screen`,
  });
  await ada.api(emails.forgetThread, { thread: "gmail:forgotten" });
  records = {
    org: ada.organizationId,
    cnt: seen!.id,
    cmp: company!.id,
    act: note.id,
    eml: inThread[0]!.id,
    thr: thread!.id,
    prm: promise!.id,
    imp: done.id,
    fil: item!.fileId ?? "",
    tok: key.id,
    job: "job_01h455vb4pex5vsknk084sn02q",
  };
  await world.work();
  others = {
    "another organization": await world.person(),
    "a colleague": await world.colleague(ada),
    "an admin beside her": await world.colleague(ada, "admin"),
  };
});
afterAll(() => world.close());

const walked = () => world.server.endpoints.filter((endpoint) => endpoint.access !== "public");

/** A request for an endpoint that names Ada's records wherever it can name one. */
function requestFor(endpoint: Endpoint): { path: string; init: RequestInit } {
  const field = (name: string): string | undefined => {
    const byName: Record<string, string> = {
      contactId: "cnt",
      contact_id: "cnt",
      otherId: "cnt",
      companyId: "cmp",
      thread: "thr",
      thread_id: "thr",
      organizationId: "org",
    };
    if (name !== "id") return byName[name] && records[byName[name]];
    const slice = endpoint.path.split("/")[2] ?? "";
    const prefixes: Record<string, string> = {
      contacts: "cnt",
      companies: "cmp",
      activities: "act",
      emails: "eml",
      threads: "thr",
      promises: "prm",
      imports: "imp",
      files: "fil",
      tokens: "tok",
      jobs: "job",
      search: "eml",
    };
    return prefixes[slice] && records[prefixes[slice]];
  };
  const shape = "shape" in endpoint.input ? Object.keys(endpoint.input.shape as object) : [];
  const values: Record<string, unknown> = Object.fromEntries(
    shape.flatMap((name) => (field(name) ? [[name, field(name)]] : [])),
  );
  if (shape.includes("version")) values.version = 1;
  if (shape.includes("item")) values.item = 0;
  if (shape.includes("decision")) values.decision = "done";
  if (shape.includes("archived")) values.archived = true;
  if (shape.includes("name")) values.name = "walked";
  if (shape.includes("ids")) values.ids = [records.cnt];
  if (shape.includes("q")) values.q = PRIVATE;
  if (shape.includes("query")) values.query = PRIVATE;
  if (shape.includes("address")) values.address = "marta@nordfrakt.example";
  if (shape.includes("sourceIds")) values.sourceIds = ["gmail:1"];
  if (shape.includes("offset")) values.offset = 0;
  if (shape.includes("userCode")) Object.assign(values, { userCode: "ABCD-2345", approve: true });
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = String(values[name] ?? "x");
    delete values[name];
    return value;
  });
  if (endpoint.method !== "GET" && !endpoint.bytes)
    return {
      path,
      init: { method: endpoint.method, headers: { "content-type": "application/json" }, body: JSON.stringify(values) },
    };
  const query = new URLSearchParams(Object.entries(values).map(([name, value]) => [name, String(value)]));
  return {
    path: `${path}?${query}`,
    init: { method: endpoint.method, ...(endpoint.bytes === "upload" ? { body: "x" } : {}) },
  };
}

const name = (endpoint: Endpoint) => `${endpoint.method} ${endpoint.path}`;

test("every endpoint of the contract is served, and nothing beside it under /v1", () => {
  const routes = world.server.hono.routes
    .filter((route) => route.path.startsWith("/v1/") && route.method !== "ALL")
    .map((route) => `${route.method} ${route.path}`);
  const served = world.server.endpoints.map(name);
  expect(new Set(routes.filter((route) => route !== "GET /v1/live"))).toEqual(new Set(served));
  expect(served.length).toBe(new Set(served).size);
});

test("nobody gets in without saying who they are", async () => {
  for (const endpoint of walked()) {
    const { path, init } = requestFor(endpoint);
    expect((await world.fetch(path, init)).status, name(endpoint)).toBe(401);
  }
});

test("a token that is unknown, expired or revoked opens nothing", async () => {
  const expired = await ada.token(Scope.options, { expiresAt: "2026-03-01T00:00:00.000Z" });
  const revoked = await ada.api(access.createKey, { name: "gone" });
  await ada.api(access.revoke, { id: revoked.id });
  for (const endpoint of walked()) {
    const { path, init } = requestFor(endpoint);
    for (const value of ["nonsense", expired, revoked.value]) {
      const response = await world.fetch(path, {
        ...init,
        headers: { ...init.headers, authorization: `Bearer ${value}` },
      });
      expect(
        response.status,
        `${name(endpoint)} with ${value === expired ? "an expired token" : value === "nonsense" ? "nonsense" : "a revoked key"}`,
      ).toBe(401);
    }
  }
});

test("a token without the scope of an endpoint is refused there, and what is for a signed-in member is for no token", async () => {
  for (const endpoint of walked()) {
    const { path, init } = requestFor(endpoint);
    const value = await ada.token(Scope.options.filter((scope) => scope !== endpoint.access));
    const response = await world.fetch(path, {
      ...init,
      headers: { ...init.headers, authorization: `Bearer ${value}` },
    });
    expect(response.status, name(endpoint)).toBe(403);
  }
});

describe.each(["another organization", "a colleague", "an admin beside her"] as const)("%s", (who) => {
  test("sees nothing of what is a member's own, through any endpoint", async () => {
    for (const endpoint of walked().filter((one) => one.method === "GET" || /search|context|stored/.test(one.path))) {
      const { path, init } = requestFor(endpoint);
      const response = await world.fetch(path, { ...init, headers: { ...init.headers, ...others[who].headers } });
      const body = await response.text();
      const given = JSON.stringify(path);
      expect(body.includes(PRIVATE) && !given.includes(PRIVATE), `${name(endpoint)} tells: ${body.slice(0, 200)}`).toBe(
        false,
      );
      for (const [prefix, id] of Object.entries(records)) {
        // That something was changed, and which id it has, is an admin's to see; the id opens nothing.
        if (endpoint.path === "/v1/audit") continue;
        if (id === "" || prefix === "org" || path.includes(id) || init.body?.toString().includes(id)) continue;
        expect(body.includes(id), `${name(endpoint)} gives away ${id}`).toBe(false);
      }
    }
  });

  test("changes nothing of it, through any endpoint", async () => {
    const before = await everythingOf(ada);
    for (const endpoint of walked().filter((one) => one.method !== "GET" && !/^\/v1\/(demo|session)/.test(one.path))) {
      const { path, init } = requestFor(endpoint);
      await world.fetch(path, { ...init, headers: { ...init.headers, ...others[who].headers } });
    }
    await world.work();
    expect(await everythingOf(ada)).toEqual(before);
  });

  test("sees none of its rows in any table", async () => {
    const tables = await rows<{ name: string }>(
      world.db.drizzle,
      sql`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
    );
    for (const { name: table } of tables) {
      const seen = await read(others[who].ctx, (tx) =>
        rows(tx, sql.raw(`select 1 from public.${table} t where t::text like '%${PRIVATE}%'`)),
      );
      expect(seen, table).toEqual([]);
    }
  });
});

/** Ada's own rows, as she sees them, of the tables that hold what is hers. */
async function everythingOf(person: Person): Promise<Record<string, unknown[]>> {
  const found: Record<string, unknown[]> = {};
  for (const table of [
    "emails",
    "threads",
    "email_participants",
    "promises",
    "promise_answers",
    "voices",
    "files",
    "imports",
    "import_items",
    "own_addresses",
    "access_tokens",
    "contacts",
    "companies",
    "activities",
    "contact_identities",
    "search_passages",
    "interactions",
    "capture_policies",
    "forgotten_names",
    "panel_items",
  ]) {
    const columns = await columnsOf(table);
    const mine = /owner_id/.test(columns)
      ? "where owner_id = app.member_id()"
      : /scope_id/.test(columns)
        ? "where scope_id in (select id from search_scopes where kind = 'mail')"
        : "";
    found[table] = await read(person.ctx, (tx) =>
      rows(tx, sql.raw(`select t.* from public.${table} t ${mine} order by t::text`)),
    );
  }
  return found;
}

async function columnsOf(table: string): Promise<string> {
  const [row] = await rows<{ names: string }>(
    world.db.drizzle,
    sql`select string_agg(attname::text, ' ') as names from pg_attribute where attrelid = ${table}::regclass and attnum > 0`,
  );
  return row?.names ?? "";
}

test("a paired panel's scopes reach neither keys, nor members, nor imports", () => {
  const reached = walked()
    .filter((endpoint) => (PANEL_SCOPES as string[]).includes(endpoint.access))
    .map((endpoint) => endpoint.path);
  for (const path of reached) expect(path).not.toMatch(/keys|tokens|imports|own-addresses|model\/test|audit|jobs|demo/);
});

test("every action of the table is used somewhere", async () => {
  const { globSync, readFileSync } = await import("node:fs");
  const code = globSync("server/**/*.ts", {
    exclude: (file) => /node_modules|web|\.test\.ts$|permissions\.ts$/.test(String(file)),
  })
    .map((file) => readFileSync(file, "utf8"))
    .join("\n");
  for (const action of Object.keys(permissions)) expect(code.includes(`"${action}"`), action).toBe(true);
});
