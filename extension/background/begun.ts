import type { Shelf } from "@sidenote/panel/begun";
import { browser } from "wxt/browser";

/**
 * What a member is writing in the panel, while the browser runs, the same for all its tabs. In memory; Firefox gives that to no
 * page that stands in another one, which keeps it on the device until the browser is started again.
 */
const PREFIX = "begun:";
type Area = "session" | "local";

type Words = { at: number; by: string; text: string };

/** A panel reads it all once. What another panel puts there or takes away, or the background, it hears of. */
export async function openBegun(): Promise<Shelf> {
  const area = await areaHere();
  const storage = browser.storage[area];
  const self = crypto.randomUUID();
  const known = new Map<string, Words>();
  const tellers = new Set<(name: string, text: string | null) => void>();
  const tellAll = (key: string, text: string | null) => {
    for (const tell of tellers) tell(key.slice(PREFIX.length), text);
  };
  browser.storage.onChanged.addListener((changes: Record<string, { newValue?: unknown }>, of: string) => {
    if (of !== area) return;
    for (const [key, { newValue }] of Object.entries(changes)) {
      if (!key.startsWith(PREFIX)) continue;
      if (newValue === undefined) void gone(key);
      else came(key, newValue as Words);
    }
  });
  const came = (key: string, words: Words) => {
    // Older than what this panel put there, it is on its way out.
    if (words.by === self || words.at < (known.get(key)?.at ?? 0)) return;
    known.delete(key);
    known.set(key, words);
    tellAll(key, words.text);
  };
  /** What this panel has put there again since is there, and was not taken away. */
  const gone = async (key: string) => {
    const had = known.get(key);
    if (!had || key in (await storage.get(key)) || known.get(key) !== had) return;
    known.delete(key);
    tellAll(key, null);
  };
  for (const [key, words] of await everything(area)) known.set(key, words);

  return {
    all: () =>
      [...known]
        .sort(([, a], [, b]) => a.at - b.at)
        .map(([key, { text }]) => [key.slice(PREFIX.length), text] as const),
    put(name, text) {
      const key = PREFIX + name;
      known.delete(key);
      if (text === null) return void storage.remove([key]);
      const words: Words = { at: Date.now(), by: self, text };
      known.set(key, words);
      // What is too much for the browser outlives this page no longer, and stays in it.
      storage.set({ [key]: words }).catch(() => {});
    },
    watch: (tell) => void tellers.add(tell),
  };
}

export const forgetBegun = async (): Promise<void> => {
  await Promise.all([forgetIn("session"), forgetIn("local")]);
};

/** Nothing is kept from one day to the next. */
export const forgetBegunAtStart = (): void => browser.runtime.onStartup.addListener(() => void forgetIn("local"));

async function forgetIn(area: Area): Promise<void> {
  await browser.storage[area].remove((await everything(area)).map(([key]) => key));
}

const everything = async (area: Area): Promise<[string, Words][]> =>
  Object.entries(await browser.storage[area].get(null)).filter(([key]) => key.startsWith(PREFIX)) as [string, Words][];

async function areaHere(): Promise<Area> {
  try {
    await browser.storage.session.get("begunBy");
    return "session";
  } catch {
    return "local";
  }
}
