import { beforeEach, expect, test, vi } from "vitest";
import { device, run } from "../storage.ts";
import { browser } from "../testing/browser.ts";
import { fakeServer, problem } from "../testing/server.ts";
import { dropRefused, flush, nameMember, save, waitingCount } from "./outbox.ts";

vi.mock("wxt/browser", () => import("../testing/browser.ts"));

const note = (text: string) => ({ method: "POST" as const, path: "/v1/activities", body: { text } });
let server: ReturnType<typeof fakeServer>;
beforeEach(async () => {
  server = fakeServer(() => ({ status: 200, body: {} }));
  await device.set({ token: "sd_1", memberId: "org_1/mem_1" });
});
const sent = () => server.requests.map(({ body }) => (body as { text: string }).text);

test("with the server there a write is sent at once and nothing waits", async () => {
  expect(await save(note("a"))).toMatchObject({ away: false, status: 200 });
  expect(await waitingCount()).toBe(0);
});

test("with the server away writes wait, and are sent once each, in order, with the key that they were tried with", async () => {
  server.away = true;
  expect(await save(note("a"))).toEqual({ away: true });
  expect(await save(note("b"))).toEqual({ away: true });
  expect(await waitingCount()).toBe(2);
  expect(await run.get("away")).toBe(true);
  const firstKey = server.requests[0]?.key;
  server.requests.length = 0;
  server.away = false;
  await Promise.all([flush(), flush()]);
  expect(sent()).toEqual(["a", "b"]);
  expect(server.requests[0]?.key).toBe(firstKey);
  expect(server.requests[1]?.key).not.toBe(firstKey);
  expect(await waitingCount()).toBe(0);
  expect(await run.get("away")).toBe(false);
  await flush();
  expect(sent()).toHaveLength(2);
});

test("two writes at the same moment are both kept", async () => {
  server.away = true;
  await Promise.all([save(note("a")), save(note("b")), save(note("c"))]);
  expect(await waitingCount()).toBe(3);
});

test("a new write goes behind those that wait", async () => {
  server.away = true;
  await save(note("a"));
  server.away = false;
  server.requests.length = 0;
  await save(note("b"));
  expect(sent()).toEqual(["a", "b"]);
});

test("a write that is asked for again while it waits is there once", async () => {
  server.away = true;
  const asked = { ...note("a"), idempotencyKey: "one" };
  await Promise.all([save(asked), save(asked)]);
  await save(asked);
  expect(await waitingCount()).toBe(1);
});

test("what the server refuses leaves the queue, and its words stay until somebody has seen to them; what it cannot take now stays", async () => {
  server.away = true;
  await save(note("bad"));
  await save(note("good"));
  server.away = false;
  server.answer = ({ body }) =>
    (body as { text: string }).text === "bad" ? problem(400, "invalid") : problem(503, "unavailable");
  await flush();
  expect((await device.get("outbox")).map(({ body }) => body)).toEqual([{ text: "good" }]);
  const [refused, ...more] = await device.get("refused");
  expect(more).toEqual([]);
  expect(refused).toMatchObject({ words: "bad", reason: "No" });
  await dropRefused(refused!.key);
  expect(await device.get("refused")).toEqual([]);
});

test("what one member wrote is not sent as another, whose own is sent at once, and waits until they are back", async () => {
  server.away = true;
  await save(note("hers"));
  server.away = false;
  server.requests.length = 0;
  await device.set({ memberId: "org_2/mem_2" });
  await flush();
  expect(server.requests).toEqual([]);
  expect(await waitingCount()).toBe(0);
  expect(await save(note("theirs"))).toMatchObject({ away: false, status: 200 });
  await device.set({ memberId: "org_1/mem_1" });
  expect(await waitingCount()).toBe(1);
  await flush();
  expect(sent()).toEqual(["theirs", "hers"]);
});

test("what was written before it was known by whom waits for whoever that is", async () => {
  await device.set({ memberId: null });
  server.away = true;
  await save(note("a"));
  await nameMember("org_1/mem_1");
  server.away = false;
  server.requests.length = 0;
  expect(await waitingCount()).toBe(1);
  await save(note("b"));
  expect(sent()).toEqual(["a", "b"]);
});

test("a write that the browser had no room for is told of, and the next one waits as ever", async () => {
  server.away = true;
  vi.spyOn(browser.storage.local, "set").mockRejectedValueOnce(new Error("The quota is used up"));
  await expect(save(note("a"))).rejects.toThrow("quota");
  expect(await save(note("b"))).toEqual({ away: true });
  expect(await waitingCount()).toBe(1);
});
