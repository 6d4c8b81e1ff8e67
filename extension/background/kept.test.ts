import { beforeEach, expect, test, vi } from "vitest";
import { device } from "../storage.ts";
import { browser } from "../testing/browser.ts";
import { forgetKept, keepCard, LIST, MOST_KEPT, MOST_KEPT_BYTES, PREFIX } from "./keeper.ts";
import { BY_HEART, openKept } from "./kept.ts";
import { relay } from "./relay.ts";

vi.mock("wxt/browser", () => import("../testing/browser.ts"));

const at = (n: number) => new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString();
const keep = (n: number, value: unknown = { card: n }) => keepCard(`thread ${n}`, { value, at: at(n) });
const keepMany = async (many: number) => {
  for (let n = 0; n < many; n++) await keep(n);
};
const onDevice = async () =>
  Object.keys(await browser.storage.local.get(null)).filter((name) => name.startsWith(PREFIX));

beforeEach(() => device.set({ token: "sd_token", memberId: "org/ada" }));

test("two hundred cards are kept on the device, the oldest go, and a panel knows twenty by heart", async () => {
  const [open, another] = [await openKept(), await openKept()];
  await keepMany(MOST_KEPT + 5);
  expect(await onDevice()).toHaveLength(200);
  expect(await open.look("thread 4")).toBeNull();
  expect(await open.look("thread 5")).toEqual({ value: { card: 5 }, at: at(5) });
  for (const kept of [open, another, await openKept()]) {
    const known = Array.from({ length: MOST_KEPT + 5 }, (_, n) => kept.read(`thread ${n}`)).filter(Boolean);
    expect(known).toHaveLength(BY_HEART);
    expect(known.at(-1)).toEqual({ value: { card: MOST_KEPT + 4 }, at: at(MOST_KEPT + 4) });
  }
});

test("of a card that was looked up nothing stays in the panel's memory", async () => {
  const open = await openKept();
  await keepMany(BY_HEART + 1);
  expect(await open.look("thread 0")).not.toBeNull();
  expect(open.read("thread 0")).toBeNull();
});

test("a card that is kept again is the newest, and counted once", async () => {
  await keepMany(MOST_KEPT);
  await keepCard("thread 0", { value: "new", at: at(1000) });
  await keep(MOST_KEPT);
  expect(await onDevice()).toHaveLength(MOST_KEPT);
  const open = await openKept();
  expect(open.read("thread 0")?.value).toBe("new");
  expect(await open.look("thread 1")).toBeNull();
});

test("large cards make room for one another, and one that is too large is not kept", async () => {
  const third = "x".repeat(MOST_KEPT_BYTES / 3);
  for (let n = 0; n < 4; n++) await keep(n, third);
  const open = await openKept();
  expect(await onDevice()).toHaveLength(2);
  expect(await open.look("thread 3")).not.toBeNull();
  await keep(5, "x".repeat(MOST_KEPT_BYTES));
  expect(await open.look("thread 5")).toBeNull();
});

test("panels that keep cards at once lose none of them", async () => {
  relay();
  const [one, other] = [await openKept(), await openKept()];
  await Promise.all(
    Array.from({ length: 30 }, (_, n) => (n % 2 ? one : other).write(`thread ${n}`, { value: n, at: at(n) })),
  );
  const { cards } = (await browser.storage.local.get(LIST))[LIST] as { cards: unknown[] };
  expect(cards).toHaveLength(30);
  expect(await onDevice()).toHaveLength(30);
  expect(one.read("thread 28")?.value).toBe(28);
});

test("all two hundred go when they are forgotten, also those that no list knows of", async () => {
  relay();
  const open = await openKept();
  await keepMany(MOST_KEPT);
  await browser.storage.local.set({ [`${PREFIX}thread of an older version`]: { value: 1, at: at(0) } });
  await open.forget();
  expect(await onDevice()).toEqual([]);
  for (const kept of [open, await openKept()])
    for (let n = 0; n < MOST_KEPT; n++) {
      expect(kept.read(`thread ${n}`)).toBeNull();
      expect(await kept.look(`thread ${n}`)).toBeNull();
    }
});

test("what an older version kept, without saying whose it is, is shown to nobody and goes", async () => {
  await browser.storage.local.set({ [`${PREFIX}thread 7`]: { value: 1, at: at(0) } });
  expect(await (await openKept()).look("thread 7")).toBeNull();
  await keep(8);
  expect(await onDevice()).toEqual([`${PREFIX}thread 8`]);
});

test("another member, or one of whom it is not known yet who it is, sees none of the two hundred", async () => {
  const open = await openKept();
  await keepMany(MOST_KEPT);
  const seen = async () => {
    const panels = [open, await openKept()];
    const found = [];
    for (let n = 0; n < MOST_KEPT; n++)
      for (const kept of panels) found.push(kept.read(`thread ${n}`), await kept.look(`thread ${n}`));
    return found.filter(Boolean).length;
  };
  expect(await seen()).toBeGreaterThan(MOST_KEPT);
  await device.set({ memberId: null });
  expect(await seen()).toBe(0);
  await device.set({ memberId: "org/bo" });
  expect(await seen()).toBe(0);
});

test("an answer that comes when its pairing is over is not kept", async () => {
  await device.set({ token: null });
  await keep(1);
  await device.set({ token: "sd_other", memberId: null });
  await keep(2);
  expect(await onDevice()).toEqual([]);
});

test("what is forgotten while cards are being kept is not there afterwards", async () => {
  const keeping = Promise.all(Array.from({ length: 10 }, (_, n) => keep(n)));
  await device.set({ token: null, memberId: null });
  await Promise.all([keeping, forgetKept()]);
  expect(await onDevice()).toEqual([]);
});
