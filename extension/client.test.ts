import { activities } from "@sidenote/contract/activities";
import { emailDraft } from "@sidenote/contract/context";
import { system } from "@sidenote/contract/system";
import { Away, type ServerState } from "@sidenote/panel/client";
import type { Subject } from "@sidenote/panel/host";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { relay } from "./background/relay.ts";
import { createClient } from "./client.ts";
import { createHost } from "./host.ts";
import { device, run } from "./storage.ts";
import { BACKGROUND, deliver, GMAIL, PANEL, page } from "./testing/browser.ts";
import { fakeServer, problem } from "./testing/server.ts";

vi.mock("wxt/browser", () => import("./testing/browser.ts"));

let end: AbortController;
let server: ReturnType<typeof fakeServer>;
beforeEach(async () => {
  end = new AbortController();
  relay();
  server = fakeServer(() => ({ status: 200, body: { name: "Sidenote", version: "0.1.0", contract: 1 } }));
  await device.set({ token: "sd_1", memberId: "org_1/mem_1" });
});
afterEach(() => end.abort());

test("an ordinary call goes by the background with the token, and its answer is checked", async () => {
  const client = createClient();
  expect(await client.api(system.meta, {})).toMatchObject({ name: "Sidenote" });
  expect(server.requests[0]).toMatchObject({ path: "/v1/meta", token: "Bearer sd_1" });
  server.answer = () => problem(403, "forbidden");
  await expect(client.api(system.meta, {})).rejects.toMatchObject({ body: { code: "forbidden" } });
  server.away = true;
  await expect(client.api(system.meta, {})).rejects.toThrow(Away);
});

test("a call that nobody waits for any more is given up on the way, and the server is not taken for away", async () => {
  const signals: AbortSignal[] = [];
  vi.stubGlobal("fetch", (_: string, { signal }: { signal: AbortSignal }) => {
    signals.push(signal);
    return new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
  });
  const flick = new AbortController();
  const asked = createClient().api(system.meta, {}, { signal: flick.signal });
  await expect.poll(() => signals).toHaveLength(1);
  flick.abort();
  await expect(asked).rejects.toBe(flick.signal.reason);
  await expect.poll(() => signals[0]!.aborted).toBe(true);
  await expect(createClient().api(system.meta, {}, { signal: flick.signal })).rejects.toBe(flick.signal.reason);
  expect(signals).toHaveLength(1);
  expect(await run.get("away")).toBe(false);
});

test("a note that is written while the server is away waits, is counted, and is sent once when it is back", async () => {
  const client = createClient();
  const told: ServerState[] = [];
  client.watchServer((state) => told.push(state), end.signal);
  server.away = true;
  const note = { kind: "note" as const, text: "Call her on Monday", contactId: "cnt_01k9zq3f0000000000000000aa" };
  expect(await client.save(activities.create, note as never)).toEqual({ sent: false });
  await expect.poll(() => told.at(-1)).toMatchObject({ away: true, waiting: 1 });
  server.away = false;
  client.tryNow();
  await expect.poll(() => told.at(-1)).toEqual({ away: false, waiting: 0, refused: [] });
  expect(server.requests.filter(({ path }) => path === "/v1/activities")).toHaveLength(2);
  expect(new Set(server.requests.filter(({ path }) => path === "/v1/activities").map(({ key }) => key)).size).toBe(1);
});

test("a write whose answer was lost with the background is asked again with the same key, and its result is the answer", async () => {
  const { browser } = await import("./testing/browser.ts");
  const deliverOnce = vi.spyOn(browser.runtime, "sendMessage");
  // It was done there, and nobody heard.
  deliverOnce.mockImplementationOnce(async (said) => {
    await deliver(said, PANEL);
    throw new Error("The message channel closed before a response was received");
  });
  const saved = await createClient().save(system.meta as never, {} as never);
  expect(saved).toMatchObject({ sent: true });
  expect(server.requests).toHaveLength(2);
  expect(new Set(server.requests.map(({ key }) => key)).size).toBe(1);
  deliverOnce.mockClear();
  page.answer = () => ({ error: "It did not work" });
  await expect(createHost({ tabId: 1, framed: true }).insertDraft!("Hi")).resolves.toMatchObject({ ok: false });
  expect(deliverOnce).toHaveBeenCalledOnce();
});

test("a stream is read by the page itself as it comes; cut off it is Away, refused it is the reason", async () => {
  const client = createClient();
  const events: unknown[] = [];
  const stream = () =>
    client.stream(
      emailDraft,
      { contact_id: "cnt_01k9zq3f0000000000000000aa" as never },
      {
        signal: end.signal,
        onEvent: (event) => events.push(event),
      },
    );
  server.answer = () => ({
    status: 200,
    body: 'data: {"type":"text","text":"Hi "}\n\n: still here\n\ndata: {"type":"text","text":"Marta"}\n\n',
  });
  await expect(stream()).rejects.toThrow(Away);
  expect(events).toEqual([
    { type: "text", text: "Hi " },
    { type: "text", text: "Marta" },
  ]);
  server.answer = () => ({
    status: 200,
    body: `event: error\ndata: ${JSON.stringify(problem(502, "upstream").body)}\n\n`,
  });
  await expect(stream()).rejects.toMatchObject({ body: { code: "upstream" } });
  server.answer = () => problem(429, "rate_limited");
  await expect(stream()).rejects.toMatchObject({ body: { code: "rate_limited" } });
});

test("a tab behind others holds no connection, and hears of a gap when it is in front again", async () => {
  const seen = vi.spyOn(document, "visibilityState", "get");
  const becomes = (state: DocumentVisibilityState) => {
    seen.mockReturnValue(state);
    document.dispatchEvent(new Event("visibilitychange"));
  };
  const open = new Set<object>();
  vi.stubGlobal("fetch", async (_: string, { signal }: { signal: AbortSignal }) => {
    const body = new ReadableStream<Uint8Array>({
      start(stream) {
        open.add(stream);
        stream.enqueue(new TextEncoder().encode('data: {"type":"hello","ids":[]}\n\n'));
        signal.addEventListener("abort", () => {
          open.delete(stream);
          stream.error(signal.reason);
        });
      },
    });
    return new Response(body);
  });
  const told: unknown[] = [];
  createClient().watchLive((event) => told.push(event.type), end.signal);
  await expect.poll(() => open.size).toBe(1);
  becomes("hidden");
  await expect.poll(() => open.size).toBe(0);
  expect(told).toEqual([]);
  becomes("visible");
  await expect.poll(() => told).toEqual(["hello"]);
  expect(open.size).toBe(1);
  end.abort();
  await expect.poll(() => open.size).toBe(0);
  seen.mockRestore();
});

test("the host tells what is on screen in its own tab, at once and after each change, and ends with the signal", async () => {
  const subject: Subject = {
    people: [{ name: "Marta", address: "marta@nordfrakt.example" }],
    thread: null,
    compose: null,
  };
  page.answer = () => ({ value: subject });
  const told: (Subject | null)[] = [];
  createHost({ tabId: 1, framed: true }).watchSubject((now) => told.push(now), end.signal);
  await expect.poll(() => told).toEqual([subject]);
  const say = (sender: object, input: unknown = null) =>
    deliver({ kind: "page", type: "subject", input }, sender as never);
  await say({ ...GMAIL, tab: { id: 2 } });
  await say({ ...GMAIL, frameId: 3 });
  await say({ ...GMAIL, url: "https://mail.google.com.evil.example/mail/u/0" });
  await say({ ...GMAIL, id: "anotherextension" });
  await say(BACKGROUND);
  expect(told).toHaveLength(1);
  await say(GMAIL);
  await say(GMAIL, { ...subject, people: [...subject.people, { name: "x", address: "no address" }] });
  await say(GMAIL, { people: "all" });
  expect(told).toEqual([subject, null, subject, null]);
  end.abort();
  await say(GMAIL);
  expect(told).toHaveLength(4);
});

test("a draft is inserted in the page and can be taken back, unless it is no longer there; a page that is gone is said in words", async () => {
  const asked: unknown[] = [];
  page.answer = (_, said) => {
    asked.push((said as { type: string }).type);
    return { value: (said as { type: string }).type === "insert" ? { ok: true, id: "insert-1" } : true };
  };
  const host = createHost({ tabId: 1, framed: false });
  expect(host.collapse).toBeUndefined();
  const placed = await host.insertDraft!("Hi");
  if (!placed.ok) throw new Error("not inserted");
  await placed.undo();
  expect(asked).toEqual(["insert", "undo"]);
  page.answer = () => ({ value: false });
  await expect(placed.undo()).rejects.toThrow("no longer stands there");
  page.answer = () => {
    throw new Error("Could not establish connection");
  };
  expect(await host.insertDraft!("Hi")).toEqual({ ok: false, reason: "Gmail does not answer: reload its page" });
});
