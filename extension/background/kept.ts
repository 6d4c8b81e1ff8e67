import type { Kept } from "@sidenote/panel/client";
import { browser } from "wxt/browser";

/** The last answers, for the first paint: by key, each with its age, the oldest go first. A panel holds them all in memory. */
const PREFIX = "kept:";
export const MOST_KEPT = 20;

export type KeptHere = { read(key: string): Kept | null; write(key: string, kept: Kept): Promise<void> };

/** A panel reads all of it once, and then knows it by heart: what another panel writes or the background forgets it hears of. */
export async function openKept(): Promise<KeptHere> {
  // As text, which takes a fraction of the memory of what it says.
  const known = new Map<string, { at: string; text: string }>();
  const learn = (name: string, { value, at }: Kept) => known.set(name, { at, text: JSON.stringify(value) });
  /** What is told of while all is being read is newer than what was read. */
  const told = new Set<string>();
  let isReading = true;
  browser.storage.onChanged.addListener((changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area !== "local") return;
    for (const [name, { newValue }] of Object.entries(changes)) {
      if (!name.startsWith(PREFIX)) continue;
      if (isReading) told.add(name);
      if (newValue === undefined) known.delete(name);
      else learn(name, newValue as Kept);
    }
  });
  for (const [name, kept] of await everything()) if (!told.has(name)) learn(name, kept);
  isReading = false;

  return {
    read(key) {
      const found = known.get(PREFIX + key);
      return found ? { at: found.at, value: JSON.parse(found.text) } : null;
    },
    async write(key, kept) {
      learn(PREFIX + key, kept);
      await browser.storage.local.set({ [PREFIX + key]: kept });
      const tooMany = known.size - MOST_KEPT;
      if (tooMany <= 0) return;
      const oldest = [...known].sort(([, a], [, b]) => a.at.localeCompare(b.at)).slice(0, tooMany);
      for (const [name] of oldest) known.delete(name);
      await browser.storage.local.remove(oldest.map(([name]) => name));
    },
  };
}

export async function forgetKept(): Promise<void> {
  await browser.storage.local.remove((await everything()).map(([name]) => name));
}

const everything = async (): Promise<[string, Kept][]> =>
  Object.entries(await browser.storage.local.get(null)).filter(([name]) => name.startsWith(PREFIX)) as [string, Kept][];
