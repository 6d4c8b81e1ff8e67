import { browser } from "wxt/browser";

/** The last answers, for the first paint: by key, each with its age, the oldest go first. */
const PREFIX = "kept:";
export const MOST_KEPT = 200;

export type Kept = { value: unknown; at: string };

export async function readKept(key: string): Promise<Kept | null> {
  const name = PREFIX + key;
  return ((await browser.storage.local.get(name))[name] as Kept | undefined) ?? null;
}

export async function writeKept(key: string, kept: Kept): Promise<void> {
  await browser.storage.local.set({ [PREFIX + key]: kept });
  const all = await everything();
  const tooMany = all.length - MOST_KEPT;
  if (tooMany <= 0) return;
  const oldest = all.sort(([, a], [, b]) => a.at.localeCompare(b.at)).slice(0, tooMany);
  await browser.storage.local.remove(oldest.map(([name]) => name));
}

export async function forgetKept(): Promise<void> {
  await browser.storage.local.remove((await everything()).map(([name]) => name));
}

const everything = async (): Promise<[string, Kept][]> =>
  Object.entries(await browser.storage.local.get(null)).filter(([name]) => name.startsWith(PREFIX)) as [string, Kept][];
