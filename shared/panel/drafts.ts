import { type Draft, DraftEvent, emailDraft } from "@sidenote/contract/context";
import type { InputOf } from "@sidenote/contract/endpoint";
import { useEffect, useState, useSyncExternalStore } from "react";
import { type Client, useClient } from "./client.ts";
import type { Letter } from "./draft-text.ts";
import type { Wish } from "./wishes.ts";

/** One draft on its way from a wish to a letter. */
export type DraftState = {
  /** What the member chose; null as long as the likely wish stands. */
  wish: Wish | null;
  /** What came so far, while it is being written. */
  writing: { text: string; reason: string | null } | null;
  /** The letter, with what the member changed in it. */
  letter: Letter | null;
  /** How it was written. */
  made: Omit<Draft, "draft" | "statements" | "blanks"> | null;
  error: Error | null;
  /** The compose that it was put into last. */
  insertedInto: string | null;
};

const NOTHING: DraftState = { wish: null, writing: null, letter: null, made: null, error: null, insertedInto: null };

/** The drafts of this panel, each by what it is about: who looks at another mail meanwhile finds this one written. */
export class Drafts {
  readonly #client: Client;
  readonly #all = new Map<string, DraftState>();
  readonly #running = new Map<string, AbortController>();
  readonly #listeners = new Set<() => void>();

  constructor(client: Client) {
    this.#client = client;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  get = (key: string): DraftState => this.#all.get(key) ?? NOTHING;

  set(key: string, change: Partial<DraftState>): void {
    this.#all.set(key, { ...this.get(key), ...change });
    for (const listener of this.#listeners) listener();
  }

  async write(key: string, input: InputOf<typeof emailDraft>): Promise<void> {
    this.stop(key);
    const run = new AbortController();
    this.#running.set(key, run);
    this.set(key, { writing: { text: "", reason: null }, error: null });
    const isOn = () => this.#running.get(key) === run;
    try {
      const { draft, statements, blanks, ...made } = await this.#client.stream(emailDraft, input, {
        signal: run.signal,
        onEvent: (event) => isOn() && this.#hear(key, event),
      });
      if (isOn()) this.set(key, { writing: null, letter: { text: draft, statements }, made });
    } catch (error) {
      if (!isOn()) return;
      const { letter, writing } = this.get(key);
      // Stopped: a letter that was there before stands again; else what came so far is the letter.
      const soFar = letter ?? (writing?.text ? { text: writing.text, statements: [] } : null);
      if (run.signal.aborted) this.set(key, { writing: null, letter: soFar });
      else this.set(key, { writing: null, error: error as Error });
    } finally {
      if (isOn()) this.#running.delete(key);
    }
  }

  #hear(key: string, sent: unknown): void {
    const event = DraftEvent.parse(sent);
    const { writing } = this.get(key);
    if (!writing) return;
    if (event.type === "text") this.set(key, { writing: { ...writing, text: writing.text + event.text } });
    if (event.type === "restart") this.set(key, { writing: { text: "", reason: event.reason } });
  }

  stop(key: string): void {
    this.#running.get(key)?.abort();
  }

  stopAll(): void {
    for (const run of this.#running.values()) run.abort();
  }
}

export function useDrafts(): Drafts {
  const client = useClient();
  const [drafts] = useState(() => new Drafts(client));
  useEffect(() => () => drafts.stopAll(), [drafts]);
  return drafts;
}

export const useDraft = (drafts: Drafts, key: string): DraftState =>
  useSyncExternalStore(drafts.subscribe, () => drafts.get(key));
