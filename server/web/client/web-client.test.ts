import { activities } from "@sidenote/contract/activities";
import { emailDraft } from "@sidenote/contract/context";
import { organizations } from "@sidenote/contract/organizations";
import { Away, NO_NEWS, type ServerState } from "@sidenote/panel/client";
import { idOf, martaDraft } from "@sidenote/panel/testing/canned";
import { beforeEach, expect, test, vi } from "vitest";
import { me } from "../testing/fake-web.ts";
import { createWebClient } from "./web-client.ts";

type Asked = { path: string; init: RequestInit };

/** A server that can be unplugged. */
function fakeServer(
  answer: (asked: Asked) => Response = () => Response.json({ name: "Sidenote", version: "1", contract: 1 }),
) {
  const asked: Asked[] = [];
  const server = {
    plugged: true,
    asked,
    fetch: (async (path, init = {}) => {
      asked.push({ path: String(path), init });
      if (!server.plugged) throw new TypeError("Failed to fetch");
      return answer({ path: String(path), init });
    }) as typeof globalThis.fetch,
    writes: () => asked.filter(({ init }) => init.method === "POST"),
  };
  return server;
}

const keyOf = ({ init }: Asked) => (init.headers as Record<string, string>)["idempotency-key"];
const note = { kind: "note" as const, text: "She likes blue", contactIds: [idOf("cnt", 1)] };
const saved = {
  id: idOf("act", 1),
  kind: "note",
  title: note.text,
  text: note.text,
  at: "2026-11-18T09:00:00.000Z",
  outcome: null,
  dueAt: null,
  doneAt: null,
  contactIds: note.contactIds,
  companyId: null,
  version: 1,
};
/** Whose session the cookie is: every tab of the browser has the same. */
let signedIn = me;
beforeEach(() => {
  localStorage.clear();
  signedIn = me;
});
const bo: typeof me = { ...me, member: { ...me.member, id: idOf("mbr", 2), name: "Bo Ek" } };
const inDemo: typeof me = { ...me, organization: { ...me.organization, id: idOf("org", 2) } };
const answers = ({ path }: Asked) =>
  path === "/v1/me"
    ? Response.json(signedIn)
    : path === "/v1/activities"
      ? Response.json(saved)
      : Response.json({ name: "Sidenote", version: "1", contract: 1 });

function stateOf(client: ReturnType<typeof createWebClient>): () => ServerState {
  let state = NO_NEWS;
  client.watchServer((next) => {
    state = next;
  }, new AbortController().signal);
  return () => state;
}

test("a call that nobody answers is Away, and the strip is told", async () => {
  const server = fakeServer();
  server.plugged = false;
  const client = createWebClient(server.fetch, null);
  const state = stateOf(client);
  await expect(client.api(organizations.me, {})).rejects.toBeInstanceOf(Away);
  expect(state()).toMatchObject({ away: true, waiting: 0 });
});

test("a write that makes something carries a key of its own each time", async () => {
  const server = fakeServer(answers);
  const client = createWebClient(server.fetch, null);
  await client.api(activities.create, note);
  await client.api(activities.create, note);
  const [first, second] = server.writes().map(keyOf);
  expect(first).toMatch(/^[0-9a-f-]{36}$/);
  expect(second).not.toBe(first);
});

test("what is saved while the server is away is sent once, later, with the key of the first attempt", async () => {
  const server = fakeServer(answers);
  const client = createWebClient(server.fetch, null);
  client.actAs(me);
  const state = stateOf(client);
  server.plugged = false;
  expect(await client.save(activities.create, note)).toEqual({ sent: false });
  expect(state()).toMatchObject({ away: true, waiting: 1 });

  server.plugged = true;
  client.tryNow();
  await expect.poll(state).toMatchObject({ away: false, waiting: 0 });
  const [attempt, sent, ...more] = server.writes();
  expect(more).toEqual([]);
  expect(keyOf(sent!)).toBe(keyOf(attempt!));
  expect(JSON.parse(String(sent!.init.body))).toEqual(note);
});

/** Ada's note, written while the server is away; her page is closed before it is back. */
async function noteOfAda(server: ReturnType<typeof fakeServer>): Promise<void> {
  server.plugged = false;
  const client = createWebClient(server.fetch, localStorage);
  client.actAs(me);
  await client.save(activities.create, note);
  server.plugged = true;
}
const notesSent = (server: ReturnType<typeof fakeServer>) =>
  server.writes().filter(({ path }) => path === "/v1/activities").length - 1;

test.each([
  ["another organization is open", inDemo],
  ["somebody else is signed in", bo],
])("what waits outlives the page; while %s it waits unseen, and is not sent", async (_, other) => {
  const server = fakeServer(answers);
  await noteOfAda(server);
  signedIn = other;
  const client = createWebClient(server.fetch, localStorage);
  const state = stateOf(client);
  client.actAs(other);
  await client.save(activities.create, { ...note, text: "Another's" });
  expect(state().waiting).toBe(0);
  expect(notesSent(server)).toBe(1);
  signedIn = me;
  client.actAs(me);
  expect(state().waiting).toBe(1);
  await expect.poll(() => state().waiting).toBe(0);
  expect(notesSent(server)).toBe(2);
});

test("a page that is still one member's sends nothing with the session of another who signed in beside it", async () => {
  const server = fakeServer(answers);
  const client = createWebClient(server.fetch, localStorage);
  client.actAs(me);
  const state = stateOf(client);
  server.plugged = false;
  await client.save(activities.create, note);
  server.plugged = true;
  signedIn = bo;
  client.tryNow();
  await expect.poll(() => server.asked.filter(({ path }) => path === "/v1/me")).toHaveLength(1);
  await client.api(organizations.me, {});
  expect(notesSent(server)).toBe(0);
  expect(state()).toMatchObject({ away: false, waiting: 1 });
});

test("whatever is sent says whose page it is, from when that is known", async () => {
  const server = fakeServer(answers);
  const client = createWebClient(server.fetch, null);
  const openedBy = () => (server.asked.at(-1)!.init.headers as Record<string, string>)["x-sidenote-member"];
  await client.api(organizations.me, {});
  expect(openedBy()).toBeUndefined();
  client.actAs(me);
  await client.save(activities.create, note);
  expect(openedBy()).toBe(me.member.id);
});

test("a kept write that the server refuses in the end does not come again, and its words stay until somebody has seen to them", async () => {
  const problem = { type: "x", title: "There is no contact", status: 404, code: "not_found", requestId: "req_1" };
  const server = fakeServer((asked) =>
    asked.path === "/v1/activities" ? Response.json(problem, { status: 404 }) : answers(asked),
  );
  const client = createWebClient(server.fetch, localStorage);
  client.actAs(me);
  const state = stateOf(client);
  server.plugged = false;
  await client.save(activities.create, note);
  server.plugged = true;
  client.tryNow();
  await expect.poll(() => state().waiting).toBe(0);
  const next = createWebClient(server.fetch, localStorage);
  next.actAs(bo);
  expect(stateOf(next)().refused).toEqual([]);
  next.actAs(me);
  const told = stateOf(next)().refused;
  expect(told).toEqual([{ key: expect.any(String), words: note.text, reason: "There is no contact" }]);
  client.dropRefused(told[0]!.key);
  expect(state().refused).toEqual([]);
});

const events = (...list: unknown[]) =>
  new Response(list.map((event) => `data: ${JSON.stringify(event)}\n\n`).join(""), {
    headers: { "content-type": "text/event-stream" },
  });
const draft = { contact_id: idOf("cnt", 1) };

test("a draft comes as it is written, and ends with the whole", async () => {
  const server = fakeServer(() => events({ type: "text", text: "Hi " }, { type: "done", result: martaDraft }));
  const onEvent = vi.fn();
  const done = await createWebClient(server.fetch, null).stream(emailDraft, draft, {
    signal: new AbortController().signal,
    onEvent,
  });
  expect(onEvent).toHaveBeenCalledWith({ type: "text", text: "Hi " });
  expect(done).toEqual(martaDraft);
});

test("a stream that is cut before its end is no draft", async () => {
  const server = fakeServer(() => events({ type: "text", text: "Hi " }));
  const options = { signal: new AbortController().signal, onEvent: () => {} };
  await expect(createWebClient(server.fetch, null).stream(emailDraft, draft, options)).rejects.toBeInstanceOf(Away);
});
