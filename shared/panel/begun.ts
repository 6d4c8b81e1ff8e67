import type { Client } from "./client.ts";
import { Drafts } from "./drafts.ts";
import { Notes } from "./notes.ts";

/** Where words that are being written outlive this page, each under a name: a few, and not for longer than the browser is open. */
export interface Shelf {
  /** What is there now, the oldest first. */
  all(): readonly (readonly [name: string, text: string])[];
  /** Null takes it away. */
  put(name: string, text: string | null): void;
  /** Tells of words that were put there in another page, or taken away (null): all pages show the same. */
  watch?(tell: (name: string, text: string | null) => void): void;
}

/** So many are kept of each kind; then the oldest go. Notes are short, and nobody but the member has their words. */
const MOST = { draft: 30, note: 200 };

/** What the member is writing in the panel. */
export type Begun = { notes: Notes; drafts: Drafts; forget(): void };

export function begin(client: Client, shelf?: Shelf): Begun {
  const notes = new Notes(shelf && part(shelf, "note"));
  const drafts = new Drafts(client, shelf && part(shelf, "draft"));
  return {
    notes,
    drafts,
    forget() {
      notes.forget();
      drafts.forget();
    },
  };
}

/** One kind of words on the shelf, as values. The number is raised with the shape of what is kept: older ones are left lying. */
export type Keeps<T> = {
  all(): [name: string, value: T][];
  put(name: string, value: T | null): void;
  watch(tell: (name: string, value: T | null) => void): void;
};

function part<T>(shelf: Shelf, kind: keyof typeof MOST): Keeps<T> {
  const prefix = `${kind} 1 `;
  const mine = (name: string) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []);
  const parse = (text: string) => JSON.parse(text) as T;
  return {
    all: () => shelf.all().flatMap(([name, text]) => mine(name).map((own): [string, T] => [own, parse(text)])),
    put(name, value) {
      shelf.put(prefix + name, value === null ? null : JSON.stringify(value));
      const names = shelf.all().flatMap(([one]) => (one.startsWith(prefix) ? [one] : []));
      for (const old of names.slice(0, Math.max(0, names.length - MOST[kind]))) shelf.put(old, null);
    },
    watch: (tell) =>
      shelf.watch?.((name, text) => {
        for (const own of mine(name)) tell(own, text === null ? null : parse(text));
      }),
  };
}
