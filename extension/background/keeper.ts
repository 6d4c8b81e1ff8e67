import type { Kept } from "@sidenote/panel/client";
import { browser } from "wxt/browser";
import { device } from "../storage.ts";

/** The last answers, for the first paint when a thread is opened again: by key, each with its age and whose it is. */
export const PREFIX = "kept:";
export const LIST = "kept-list";
export const MOST_KEPT = 200;
/** Well below the ten million that a browser gives to all that an extension keeps. */
export const MOST_KEPT_BYTES = 4_000_000;

export type Card = Kept & { by: string };
/** What is kept, the oldest first, so that nobody needs to read it all to know what goes next. */
export type CardList = { cards: [name: string, at: string, bytes: number][] };

/** Only the background calls this: two that read and wrote the list at once would lose cards in it. */
export const keepCard = (key: string, kept: Kept): Promise<void> =>
  inTurn(async () => {
    const [token, by] = await Promise.all([device.get("token"), device.get("memberId")]);
    // An answer that comes when its pairing is over is nobody's.
    if (!token || !by) return;
    const name = PREFIX + key;
    const bytes = sizeOf({ [name]: kept });
    const others = ((await listed()) ?? (await startAnew())).filter(([one]) => one !== name);
    const cards: CardList["cards"] = [...others, [name, kept.at, bytes]];
    cards.sort(([, a], [, b]) => a.localeCompare(b));
    let sum = cards.reduce((sum, [, , size]) => sum + size, 0);
    const gone: string[] = [];
    while (cards.length > 0 && (cards.length > MOST_KEPT || sum > MOST_KEPT_BYTES)) {
      const [oldest, , size] = cards.shift()!;
      sum -= size;
      gone.push(oldest);
    }
    // What goes is gone before it leaves the list: a background that dies in between leaves nothing that nobody knows of.
    if (gone.length > 0) await browser.storage.local.remove(gone);
    const card: Card = { ...kept, by };
    await browser.storage.local.set({ [LIST]: { cards }, ...(gone.includes(name) ? {} : { [name]: card }) });
  });

/** All of it, also what no list knows of. */
export const forgetKept = (): Promise<void> => inTurn(async () => void (await startAnew()));

async function startAnew(): Promise<CardList["cards"]> {
  const isKept = (name: string) => name.startsWith(PREFIX) || name === LIST;
  const names = Object.keys(await browser.storage.local.get(null)).filter(isKept);
  if (names.length > 0) await browser.storage.local.remove(names);
  return [];
}

const listed = async (): Promise<CardList["cards"] | undefined> =>
  ((await browser.storage.local.get(LIST))[LIST] as CardList | undefined)?.cards;

const sizeOf = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length;

let last: Promise<void> = Promise.resolve();
function inTurn(change: () => Promise<void>): Promise<void> {
  const done = last.then(change);
  last = done.catch(() => {});
  return done;
}
