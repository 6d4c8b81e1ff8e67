import type { Shelf } from "@sidenote/panel/begun";
import { browser } from "wxt/browser";

/** What a member is writing in the panel: in memory only, while the browser runs, and the same for all its tabs. */
const PREFIX = "begun:";

type Words = { at: number; text: string };

/** A panel reads it all once. What another panel takes away, or the background, it hears of. */
export async function openBegun(): Promise<Shelf> {
  const known = new Map<string, Words>();
  const tellers = new Set<(name: string) => void>();
  browser.storage.onChanged.addListener((changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area !== "session") return;
    for (const [key, { newValue }] of Object.entries(changes)) {
      if (!key.startsWith(PREFIX)) continue;
      if (newValue !== undefined) known.set(key, newValue as Words);
      else void gone(key);
    }
  });
  /** What this panel has put there again since is there, and was not taken away. */
  const gone = async (key: string) => {
    const had = known.get(key);
    if (!had || key in (await browser.storage.session.get(key)) || known.get(key) !== had) return;
    known.delete(key);
    for (const tell of tellers) tell(key.slice(PREFIX.length));
  };
  for (const [key, words] of await everything()) known.set(key, words);

  return {
    all: () =>
      [...known]
        .sort(([, a], [, b]) => a.at - b.at)
        .map(([key, { text }]) => [key.slice(PREFIX.length), text] as const),
    put(name, text) {
      const key = PREFIX + name;
      known.delete(key);
      if (text === null) return void browser.storage.session.remove([key]);
      const words: Words = { at: Date.now(), text };
      known.set(key, words);
      // What is too much for the browser outlives this page no longer, and stays in it.
      browser.storage.session.set({ [key]: words }).catch(() => {});
    },
    watchGone: (tell) => void tellers.add(tell),
  };
}

export async function forgetBegun(): Promise<void> {
  await browser.storage.session.remove((await everything()).map(([key]) => key));
}

const everything = async (): Promise<[string, Words][]> =>
  Object.entries(await browser.storage.session.get(null)).filter(([key]) => key.startsWith(PREFIX)) as [
    string,
    Words,
  ][];
