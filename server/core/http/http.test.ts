import { contacts } from "@sidenote/contract/contacts";
import { emailDraft } from "@sidenote/contract/context";
import { Problem } from "@sidenote/contract/errors";
import { organizations } from "@sidenote/contract/organizations";
import { LiveEvent } from "@sidenote/contract/system";
import { sql } from "drizzle-orm";
import { createParser } from "eventsource-parser";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createWorld, type Person, type World } from "../../testing/world.ts";
import { createSignInToken } from "../auth/one-time-link.ts";
import { MAX_BODY_BYTES } from "./input.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const json = { "content-type": "application/json" };

test("an error is a problem document with a sentence, a code and a request id", async () => {
  const { headers } = await world.person();
  const response = await world.fetch("/v1/contacts/cnt_01h455vb4pex5vsknk084sn02q", { headers });
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  const problem = Problem.parse(await response.json());
  expect(problem).toMatchObject({
    status: 404,
    code: "not_found",
    title: "There is no contact cnt_01h455vb4pex5vsknk084sn02q",
  });
  expect(problem.requestId).toBe(response.headers.get("x-request-id"));
});

test("every answer, whatever it is, has a request id, is what it says it is, and tells no other page where it was", async () => {
  const { headers } = await world.person();
  for (const path of [
    "/v1/contacts",
    "/v1/contacts/nobody",
    "/nowhere",
    "/v1/live",
    "/sign-in?token=old",
    "/metrics",
  ]) {
    const response = await world.fetch(path, { headers, redirect: "manual" });
    await response.body?.cancel();
    expect(Object.fromEntries(response.headers), path).toMatchObject({
      "x-request-id": expect.stringMatching(/^req_/),
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
    });
  }
});

test.each([
  ["a wrong type", { name: 7 }, "name"],
  ["a wrong id", { name: "x", companyId: "cnt_1" }, "companyId"],
  ["a deep fault", { name: "x", addresses: ["a@b.example", "nonsense"] }, "addresses.1"],
])("%s is refused and named", async (_, body, path) => {
  const { headers } = await world.person();
  const response = await world.fetch("/v1/contacts", {
    method: "POST",
    headers: { ...headers, ...json },
    body: JSON.stringify(body),
  });
  expect(await response.json()).toMatchObject({ status: 400, code: "invalid", errors: [{ path }] });
});

test("what is not JSON in UTF-8, or no object, is refused", async () => {
  const { headers } = await world.person();
  for (const body of ["{", "[]", '"x"', "null", Buffer.from('{"name":"Jörg"}', "latin1")]) {
    expect((await world.fetch("/v1/contacts", { method: "POST", headers: { ...headers, ...json }, body })).status).toBe(
      400,
    );
  }
});

test("a body above the limit is refused with 413, also when it does not say how long it is", async () => {
  const { headers } = await world.person();
  const large = JSON.stringify({ name: "x".repeat(MAX_BODY_BYTES) });
  const stream = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(large));
      controller.close();
    },
  });
  for (const body of [large, stream]) {
    const init = { method: "POST", headers: { ...headers, ...json }, body, duplex: "half" } as RequestInit;
    expect((await world.fetch("/v1/contacts", init)).status).toBe(413);
  }
});

test("a paired panel that sends a field which this server does not know is told which was left out, and served", async () => {
  const ada = await world.person();
  const token = await ada.token(["contacts:write"], { kind: "device" });
  const response = await world.fetch("/v1/contacts", {
    method: "POST",
    headers: { ...json, authorization: `Bearer ${token}` },
    body: JSON.stringify({ name: "X", shoeSize: 43 }),
  });
  expect(response.status).toBe(200);
  expect(response.headers.get("x-sidenote-ignored")).toBe("shoeSize");
});

test("numbers and flags in a query are read as what their field is", async () => {
  const { headers, api } = await world.person();
  await api(contacts.create, { name: "A" });
  expect((await world.fetch("/v1/contacts?limit=1&archived=false", { headers })).status).toBe(200);
  expect((await world.fetch("/v1/contacts?limit=many", { headers })).status).toBe(400);
  expect((await world.fetch("/v1/contacts?archived=perhaps", { headers })).status).toBe(400);
});

test.each(["evil.example", "localhost.evil.example:8787", "192.168.1.7:8787", ""])(
  "a request under the name %s is refused: a page's name may have been rebound",
  async (host) => {
    const { headers } = await world.person();
    expect((await world.fetch("/v1/me", { headers: { ...headers, host } })).status).toBe(403);
  },
);

test("another page's request with the browser's cookie is refused, reading and writing", async () => {
  const { headers } = await world.person();
  for (const origin of [
    "https://evil.example",
    "http://localhost:3000",
    "chrome-extension://abcdefghijklmnop",
    "null",
  ]) {
    expect((await world.fetch("/v1/me", { headers: { ...headers, origin } })).status, origin).toBe(403);
    expect(
      (
        await world.fetch("/v1/contacts", {
          method: "POST",
          headers: { ...headers, ...json, origin },
          body: '{"name":"x"}',
        })
      ).status,
      origin,
    ).toBe(403);
  }
  expect((await world.fetch("/v1/me", { headers: { ...headers, origin: "http://localhost:8787" } })).status).toBe(200);
});

test("an extension may ask to be paired before it has anything, and nothing else", async () => {
  const origin = "chrome-extension://abcdefghijklmnop";
  const pair = {
    method: "POST",
    headers: { ...json, origin },
    body: JSON.stringify({ device: "x", scopes: ["context:read"] }),
  };
  expect((await world.fetch("/v1/pairing", pair)).status).toBe(200);
  expect(
    (await world.fetch("/v1/pairing", { ...pair, headers: { ...json, origin: "https://evil.example" } })).status,
  ).toBe(403);
  expect((await world.fetch("/v1/me", { headers: { origin } })).status).toBe(403);
});

test("the API description names every endpoint, its access and its errors", async () => {
  const description = (await (await world.fetch("/openapi.json")).json()) as {
    openapi: string;
    paths: Record<string, Record<string, { operationId: string; security: unknown[] }>>;
  };
  expect(description.openapi).toBe("3.1.0");
  const operations = Object.values(description.paths).flatMap((path) => Object.values(path));
  expect(operations).toHaveLength(world.server.endpoints.length);
  expect(new Set(operations.map((one) => one.operationId)).size).toBe(operations.length);
  expect(description.paths["/v1/contacts/{id}"]?.patch).toMatchObject({ security: [{ token: ["contacts:write"] }] });
  expect(description.paths[emailDraft.path]?.post).toMatchObject({
    responses: { 200: { content: { "text/event-stream": {} } } },
  });
});

test("health, readiness and metrics answer without anybody's data", async () => {
  expect(await (await world.fetch("/health")).json()).toEqual({ ok: true });
  expect(await (await world.fetch("/ready")).json()).toEqual({ ok: true });
  expect(await (await world.fetch("/v1/meta")).json()).toMatchObject({ name: "Sidenote", contract: 1 });
  await (await world.person()).api(contacts.list, { q: "Zwiebel" });
  const metrics = await (await world.fetch("/metrics")).text();
  expect(metrics).toContain('route="/v1/contacts"');
  expect(metrics).not.toMatch(/Zwiebel|cnt_|mbr_/);
});

test("what one member changes shows on a colleague's screen, and private things on one's own alone", async () => {
  const ada = await world.person();
  const nils = await world.colleague(ada);
  const stranger = await world.person();
  const screens = { ada: await watch(ada), nils: await watch(nils), stranger: await watch(stranger) };
  const made = await ada.api(contacts.create, { name: "Marta" });
  await ada.api(organizations.addAddress, { address: "ada@fjordkyl.example" });
  await screens.ada.until((event) => event.type === "addresses.changed");
  await screens.nils.until((event) => event.type === "contacts.changed");
  expect(screens.nils.events).toContainEqual({ type: "contacts.changed", ids: [made.id] });
  expect(screens.nils.events.map((event) => event.type)).not.toContain("addresses.changed");
  expect(screens.stranger.events.map((event) => event.type)).toEqual(["hello"]);
  for (const screen of Object.values(screens)) screen.close();
});

test("without the built pages the workspace's address says what to do", async () => {
  const response = await world.fetch("/");
  expect(response.status).toBe(503);
  expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
  expect(await response.text()).toContain("npm run build");
});

test("what another page has the browser load with its cookie is refused, and a link to the workspace may be followed", async () => {
  const { headers } = await world.person();
  const from = (site: string, mode: string, dest: string) =>
    world.fetch("/v1/me", {
      headers: { ...headers, "sec-fetch-site": site, "sec-fetch-mode": mode, "sec-fetch-dest": dest },
    });
  for (const site of ["cross-site", "same-site"]) {
    expect((await from(site, "no-cors", "image")).status, site).toBe(403);
    expect((await from(site, "navigate", "iframe")).status, site).toBe(403);
    expect((await from(site, "navigate", "document")).status, site).toBe(200);
  }
  expect((await from("same-origin", "cors", "empty")).status).toBe(200);
});

test("a cookie from another page is not let through by an authorization that is no token", async () => {
  const { headers } = await world.person();
  const authorization = "Basic eDp5";
  const tricked = { ...headers, ...json, origin: "https://evil.example", authorization };
  expect((await world.fetch("/v1/me", { headers: tricked })).status).toBe(403);
});

test("a sign-in link works once, and then not any more", async () => {
  const { userId } = await world.person();
  const token = await createSignInToken(world.auth, world.app.seal, userId, new Date());
  const first = await world.fetch(`/sign-in?token=${token}`);
  expect(first.headers.get("location")).toBe("/");
  const cookie = first.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  expect((await world.fetch("/v1/me", { headers: { cookie } })).status).toBe(200);
  const second = await world.fetch(`/sign-in?token=${token}`);
  expect(second.headers.get("location")).toBe("/?link=used");
  await world.fetch("/v1/session/end", { method: "POST", headers: { cookie, ...json }, body: "{}" });
  expect((await world.fetch("/v1/me", { headers: { cookie } })).status).toBe(401);
});

test("a person moves between organizations of their own, and into no other", async () => {
  const ada = await world.person();
  const other = await world.person();
  await expect(ada.api(organizations.switch, { organizationId: other.organizationId })).rejects.toMatchObject({
    body: { code: "not_found" },
  });
  expect((await ada.api(organizations.me, {})).organization.id).toBe(ada.organizationId);
});

test("a page that one member opened writes nothing with the session of another, and may read who that is", async () => {
  const ada = await world.person();
  const bo = await world.colleague(ada);
  const write = (openedBy: string) =>
    world.fetch("/v1/contacts", {
      method: "POST",
      headers: { ...bo.headers, ...json, "x-sidenote-member": openedBy },
      body: JSON.stringify({ name: `Opened by ${openedBy}` }),
    });
  const refused = await write(ada.memberId);
  expect([refused.status, await refused.json()]).toMatchObject([
    409,
    { code: "conflict", title: /Load this page again/ },
  ]);
  expect((await write(bo.memberId)).status).toBe(200);
  expect((await ada.api(contacts.list, {})).items).toMatchObject([{ name: `Opened by ${bo.memberId}` }]);
  const me = await world.fetch("/v1/me", { headers: { ...bo.headers, "x-sidenote-member": ada.memberId } });
  expect(await me.json()).toMatchObject({ member: { id: bo.memberId } });
});

test("nothing under /api/auth answers to a key or a device of ours", async () => {
  const ada = await world.person();
  const token = await ada.token(["organization:read"]);
  for (const path of ["/api/auth/get-session", "/api/auth/list-sessions", "/api/auth/link"]) {
    expect((await world.fetch(path, { headers: { authorization: `Bearer ${token}` } })).status).toBe(404);
  }
});

async function watch(person: Person) {
  const gone = new AbortController();
  const response = await world.fetch("/v1/live", { headers: person.headers, signal: gone.signal });
  const events: LiveEvent[] = [];
  let wake: () => void = () => {};
  const parser = createParser({
    onEvent({ data }) {
      events.push(LiveEvent.parse(JSON.parse(data)));
      wake();
    },
  });
  const reading = (async () => {
    const decoder = new TextDecoder();
    for await (const chunk of response.body!) parser.feed(decoder.decode(chunk, { stream: true }));
  })().catch(() => {});
  const until = async (found: (event: LiveEvent) => boolean) => {
    while (!events.some(found)) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
  await until((event) => event.type === "hello");
  return {
    events,
    until,
    close() {
      gone.abort();
      void response.body?.cancel().catch(() => {});
      void reading;
    },
  };
}

test("who uses Sidenote stays signed in: a session that is prolonged has its new cookie with the answer", async () => {
  const ada = await world.person();
  const asked = () => world.fetch("/v1/me", { headers: ada.headers });
  expect((await asked()).headers.getSetCookie()).toEqual([]);
  await world.db.auth.execute(
    sql`update auth.session set expires_at = now() + interval '7 days' where user_id = ${ada.userId}`,
  );
  const [cookie] = (await asked()).headers.getSetCookie();
  expect(cookie).toContain(ada.headers.cookie);
  expect(cookie).toMatch(/Max-Age=2592000/);
});
