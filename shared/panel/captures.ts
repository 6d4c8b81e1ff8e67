import { emails, type ScreenMessage } from "@sidenote/contract/emails";
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useReducer, useState } from "react";
import { Away, type Client, useClient } from "./client.ts";
import type { ScreenStates } from "./stored.ts";
import { sentence } from "./ui/Load.tsx";
import { useToast } from "./ui/Toasts.tsx";

const AT_ONCE = 50;

/** What this panel handed in by itself, for as long as it is open: each mail once, and not again what the member took back. */
export class Captures {
  readonly #handed = new Set<string>();
  readonly #waiting = new Set<string>();
  readonly #kept = new Set<string>();

  /** Those that the policy wants, that are not there, and that were not handed in before. */
  wanted(messages: readonly ScreenMessage[], states: ScreenStates | undefined): ScreenMessage[] {
    return messages.filter(({ sourceId }) => {
      const state = states?.[sourceId];
      return state?.emailId === null && state.decision.store && !this.#handed.has(sourceId);
    });
  }

  /** The member decided about these: nothing is done with them by itself any more. */
  leave(messages: readonly ScreenMessage[]): void {
    for (const { sourceId } of messages) {
      this.#handed.add(sourceId);
      this.#waiting.delete(sourceId);
    }
  }

  async handIn(client: Client, messages: readonly ScreenMessage[]): Promise<void> {
    for (const { sourceId } of messages) this.#handed.add(sourceId);
    try {
      await client.api(emails.capture, { messages: [...messages] });
    } catch (error) {
      // Nobody answered: it is tried when the server is back. What was refused would be refused again.
      if (error instanceof Away) for (const { sourceId } of messages) this.#waiting.add(sourceId);
      throw error;
    }
  }

  /** Saved by hand while the server is away, mails by their source ids and people by their addresses: it is sent when it is back. */
  keep(what: readonly string[]): void {
    for (const one of what) this.#kept.add(one);
  }

  isKept = (what: string): boolean => this.#kept.has(what);

  /** The server is back: what nobody answered to may be handed in again, and what was kept is sent. */
  again(): void {
    this.#kept.clear();
    for (const sourceId of this.#waiting) this.#handed.delete(sourceId);
    this.#waiting.clear();
  }
}

export const useCaptures = (): Captures => useState(() => new Captures())[0];

/** Stores what the member's policy wants of the mails that are shown in full. True while it does. */
export function useCapturing(
  captures: Captures,
  messages: readonly ScreenMessage[],
  states: ScreenStates | undefined,
  away: boolean,
): boolean {
  const client = useClient();
  const queries = useQueryClient();
  const toast = useToast();
  const [underWay, setUnderWay] = useState(0);
  const [, lookAgain] = useReducer((n: number) => n + 1, 0);
  useEffect(() => {
    if (away) return;
    captures.again();
    lookAgain();
  }, [away, captures]);
  const wanted = captures.wanted(messages, states).slice(0, AT_ONCE);
  const print = wanted.map(({ sourceId }) => sourceId).join(" ");
  useEffect(() => {
    // Asked again, because an effect may run twice: the first run has handed them in.
    const now = captures.wanted(wanted, states);
    if (now.length === 0) return;
    setUnderWay((n) => n + 1);
    void captures
      .handIn(client, now)
      .catch((error: unknown) => !(error instanceof Away) && toast({ text: `Not saved. ${sentence(error)}` }))
      .then(() => askAgain(queries))
      .finally(() => setUnderWay((n) => n - 1));
  }, [print]);
  return underWay > 0 || wanted.length > 0;
}

export const askAgain = (queries: QueryClient): Promise<unknown> =>
  Promise.all(["context", "stored"].map((key) => queries.invalidateQueries({ queryKey: [key] })));
