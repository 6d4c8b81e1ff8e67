import { useSyncExternalStore } from "react";
import type { Keeps } from "./begun.ts";

/** A note that could not be saved, and had to make way for the next one. */
export type Unsaved = { key: number; text: string; reason: string };

/** What is being written about one person. */
type NoteState = {
  text: string;
  /** Why the text in the field could not be saved. */
  failed: string | null;
  unsaved: readonly Unsaved[];
};

const NOTHING: NoteState = { text: "", failed: null, unsaved: [] };

/**
 * The notes that are being written, each by whom it is about, the same in all panels: none goes from them before it is saved or
 * put away by hand, but for the oldest of more than the shelf takes.
 */
export class Notes {
  readonly #all = new Map<string, NoteState>();
  readonly #listeners = new Set<() => void>();
  readonly #keeps: Keeps<NoteState> | undefined;
  #next = 0;

  constructor(keeps?: Keeps<NoteState>) {
    this.#keeps = keeps;
    for (const [address, state] of keeps?.all() ?? []) this.#learn(address, state);
    keeps?.watch((address, state) => {
      if (state === null) return this.#drop(address);
      this.#learn(address, state);
      this.#tell();
    });
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  get = (address: string): NoteState => this.#all.get(address) ?? NOTHING;

  write = (address: string, text: string): void => this.#set(address, { text, failed: null });

  /** Back into the field; beside it where another one was begun meanwhile. */
  fail(address: string, text: string, reason: string): void {
    const { text: begun, unsaved } = this.get(address);
    if (begun.trim() === "") this.#set(address, { text, failed: reason });
    else this.#set(address, { unsaved: [...unsaved, { key: this.#next++, text, reason }] });
  }

  putAway(address: string, key: number): void {
    this.#set(address, { unsaved: this.get(address).unsaved.filter((one) => one.key !== key) });
  }

  forget(): void {
    for (const address of new Set([...this.#all.keys(), ...(this.#keeps?.all() ?? []).map(([of]) => of)])) {
      this.#keeps?.put(address, null);
      this.#drop(address);
    }
  }

  #set(address: string, change: Partial<NoteState>): void {
    const state = { ...this.get(address), ...change };
    this.#all.set(address, state);
    this.#keeps?.put(address, state.text === "" && state.unsaved.length === 0 ? null : state);
    this.#tell();
  }

  #learn(address: string, state: NoteState): void {
    this.#all.set(address, state);
    this.#next = Math.max(this.#next, ...state.unsaved.map(({ key }) => key + 1));
  }

  #drop(address: string): void {
    if (this.#all.delete(address)) this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

export const useNote = (notes: Notes, address: string): NoteState =>
  useSyncExternalStore(notes.subscribe, () => notes.get(address));
