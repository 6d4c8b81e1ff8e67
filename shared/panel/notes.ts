import { useState, useSyncExternalStore } from "react";

/** A note that could not be saved, and had to make way for the next one. */
export type Unsaved = { key: number; text: string; reason: string };

/** What is being written about one person. */
export type NoteState = {
  text: string;
  /** Why the text in the field could not be saved. */
  failed: string | null;
  unsaved: readonly Unsaved[];
};

const NOTHING: NoteState = { text: "", failed: null, unsaved: [] };

/** The notes that are being written in this panel, each by whom it is about: none goes before it is saved or put away by hand. */
export class Notes {
  readonly #all = new Map<string, NoteState>();
  readonly #listeners = new Set<() => void>();
  #next = 0;

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
    this.#all.clear();
    for (const listener of this.#listeners) listener();
  }

  #set(address: string, change: Partial<NoteState>): void {
    this.#all.set(address, { ...this.get(address), ...change });
    for (const listener of this.#listeners) listener();
  }
}

export const useNotes = (): Notes => useState(() => new Notes())[0];

export const useNote = (notes: Notes, address: string): NoteState =>
  useSyncExternalStore(notes.subscribe, () => notes.get(address));
