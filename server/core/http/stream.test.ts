import { setImmediate } from "node:timers/promises";
import { access } from "@sidenote/contract/access";
import { Hono } from "hono";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createWorld, type World } from "../../testing/world.ts";
import type { Ctx } from "../context.ts";
import { AppError } from "../errors.ts";
import { eventStream } from "./stream.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

type Run = Parameters<typeof eventStream>[2];

/** The stream of some work, as a caller gets it. */
const open = async (run: Run): Promise<Response> => {
  const ctx = { app: world.app, requestId: "req_1", signal: new AbortController().signal } as Ctx;
  return new Hono().get("/", (c) => eventStream(c, ctx, run)).request("/");
};
const NUMBERS = Array.from({ length: 200 }, (_, i) => i);

test("what is said comes in its order and to its end, however late it is read", async () => {
  const response = await open(async (emit) => NUMBERS.forEach((n) => void emit(n)));
  expect(await response.text()).toBe(NUMBERS.map((n) => `data: ${n}\n\n`).join(""));
});

test("what goes wrong on the way comes after what was said before, as a problem document", async () => {
  const response = await open(async (emit) => {
    for (const n of NUMBERS) emit(n);
    throw new AppError("unavailable", "The disk is full");
  });
  expect(response.status).toBe(200);
  const [before, problem] = (await response.text()).split("event: error\n");
  expect(before).toBe(NUMBERS.map((n) => `data: ${n}\n\n`).join(""));
  expect(JSON.parse(problem!.replace("data: ", ""))).toMatchObject({
    code: "unavailable",
    title: "The disk is full",
    requestId: "req_1",
  });
});

test("a reader who leaves ends the work, and what comes of it is nobody's error", async () => {
  const log = vi.spyOn(world.app.log, "error");
  const ended = Promise.withResolvers<void>();
  const response = await open(async (emit, { signal }) => {
    emit("hello");
    await new Promise((resolve) => signal.addEventListener("abort", resolve));
    ended.resolve();
    signal.throwIfAborted();
  });
  const reader = response.body!.getReader();
  await reader.read();
  await reader.cancel();
  await ended.promise;
  await Promise.resolve();
  expect(log).not.toHaveBeenCalled();
  log.mockRestore();
});

test("a stream that says nothing shows every fifteen seconds that it is there, and no more once it has ended", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  const end = Promise.withResolvers<void>();
  const response = await open(() => end.promise);
  const reader = response.body!.getReader();
  for (let n = 0; n < 3; n++) {
    vi.advanceTimersByTime(15_000);
    expect(new TextDecoder().decode((await reader.read()).value)).toBe(": still here\n\n");
    await setImmediate();
  }
  // Nobody reads now: one line waits, and no more are heaped on it.
  vi.advanceTimersByTime(3_600_000);
  end.resolve();
  expect(new TextDecoder().decode((await reader.read()).value)).toBe(": still here\n\n");
  expect((await reader.read()).done).toBe(true);
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

const openLive = async (): Promise<number> => (await world.app.metrics.liveConnections.get()).values[0]?.value ?? 0;

test("a live stream is held for as long as it is read, and not at all for who left while it was being let in", async () => {
  const { headers } = await world.person();
  const gone = new AbortController();
  const response = await world.fetch("/v1/live", { headers });
  const reader = response.body!.getReader();
  await reader.read();
  expect(await openLive()).toBe(1);
  const early = world.fetch("/v1/live", { headers, signal: gone.signal });
  gone.abort();
  await (await early).text();
  expect(await openLive()).toBe(1);
  await reader.cancel();
  await expect.poll(openLive).toBe(0);
});

/** Reads until the other side ends it. */
const toItsEnd = async (reader: ReadableStreamDefaultReader<Uint8Array>) => {
  while (!(await reader.read()).done);
};

test("a live stream ends with the token that it came by", async () => {
  const ada = await world.person();
  const value = await ada.token(["organization:read"], { kind: "device" });
  const response = await world.fetch("/v1/live", { headers: { authorization: `Bearer ${value}` } });
  const reader = response.body!.getReader();
  await reader.read();
  const [device] = (await ada.api(access.tokens, {})).items;
  await ada.api(access.revoke, { id: device!.id });
  await toItsEnd(reader);
});

test("a live stream of a browser that is signed out ends within a minute", async () => {
  const { headers } = await world.person();
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  const response = await world.fetch("/v1/live", { headers });
  const reader = response.body!.getReader();
  await reader.read();
  await world.fetch("/v1/session/end", { method: "POST", headers });
  vi.advanceTimersByTime(60_000);
  await toItsEnd(reader);
  vi.useRealTimers();
});
