import type { Kept } from "@sidenote/panel/client";
import { browser } from "wxt/browser";
import { askAs, type PanelAsks } from "../messages.ts";
import { device } from "../storage.ts";
import { type Card, type CardList, LIST, PREFIX } from "./keeper.ts";

/** How many of the last answers a panel holds in memory, to paint without waiting. The aim for memory beside Gmail allows no more. */
export const BY_HEART = 20;

export type KeptHere = {
  /** By heart: at once, or not at all. */
  read(key: string): Kept | null;
  /** From the device, of which nothing stays in memory. */
  look(key: string): Promise<Kept | null>;
  write(key: string, kept: Kept): Promise<void>;
  forget(): Promise<void>;
};

/** What another panel writes, or the background forgets, this one hears of. The background writes, so that none writes over another. */
export async function openKept(): Promise<KeptHere> {
  const ask = askAs<PanelAsks>("panel");
  // As text, which takes a fraction of the memory of what it says.
  const known = new Map<string, { at: string; by: string; text: string }>();
  let member = await device.get("memberId");
  const learn = (name: string, { value, at, by }: Card) => {
    known.set(name, { at, by, text: JSON.stringify(value) });
    if (known.size <= BY_HEART) return;
    const [oldest] = [...known].sort(([, a], [, b]) => a.at.localeCompare(b.at));
    known.delete(oldest![0]);
  };
  /** What is told of while it is being read is newer than what was read. */
  const told = new Set<Set<string>>();
  const learnLast = async () => {
    const since = new Set<string>();
    told.add(since);
    const { cards } = await listHere();
    const last = cards.slice(-BY_HEART).map(([name]) => name);
    const found = (await browser.storage.local.get(last)) as Record<string, Card>;
    for (const [name, card] of Object.entries(found)) if (!since.has(name)) learn(name, card);
    told.delete(since);
  };
  browser.storage.onChanged.addListener((changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area !== "local") return;
    for (const [name, { newValue }] of Object.entries(changes)) {
      if (name === "memberId") {
        member = (newValue as string | null | undefined) ?? null;
        void learnLast();
      }
      if (!name.startsWith(PREFIX)) continue;
      for (const since of told) since.add(name);
      if (newValue === undefined) known.delete(name);
      else learn(name, newValue as Card);
    }
  });
  await learnLast();
  /** What another member was answered is theirs, also while it is not known yet who this is. */
  const isOurs = (card: { by: string } | undefined) => card !== undefined && card.by === member;

  return {
    read(key) {
      const found = known.get(PREFIX + key);
      return found && isOurs(found) ? { at: found.at, value: JSON.parse(found.text) } : null;
    },
    async look(key) {
      const name = PREFIX + key;
      const card = (await browser.storage.local.get(name))[name] as Card | undefined;
      return card && isOurs(card) ? { at: card.at, value: card.value } : null;
    },
    async write(key, { value, at }) {
      await ask("keep", { key, value, at });
    },
    async forget() {
      await ask("forget-kept", null);
    },
  };
}

const listHere = async (): Promise<CardList> =>
  ((await browser.storage.local.get(LIST))[LIST] as CardList | undefined) ?? { cards: [] };
