import type { LiveEvent } from "@sidenote/contract/system";
import type { Actor } from "../actor.ts";
import type { Database } from "../db/database.ts";

export const LIVE_CHANNEL = "sidenote_live";

/** What travels between processes: for whom (null: everybody in the organization), and that something changed. */
export type LiveMessage = { organizationId: string; memberId: string | null; event: LiveEvent };

/** The first that a screen hears, and the first after a gap: what it shows may be old, and is to be asked for again. */
export const HELLO: LiveEvent = { type: "hello", ids: [] };

/** How many events wait for a screen that reads slowly, or not at all: a laptop that was closed. */
const MOST_UNREAD = 100;

/** Tells a screen by `send`, which resolves when it was read. Of what is more than may wait, it hears that there was a gap. */
export function inBounds(send: (event: LiveEvent) => Promise<void>): (event: LiveEvent) => void {
  let unread = 0;
  let missed = false;
  const tell = (event: LiveEvent) => {
    if (unread >= MOST_UNREAD) missed = true;
    if (missed) return;
    unread++;
    void send(event).then(() => {
      unread--;
      if (unread > 0 || !missed) return;
      missed = false;
      tell(HELLO);
    });
  };
  return tell;
}

type Listener = { actor: Actor; tell: (event: LiveEvent) => void };

/** The open screens of this process. Every process hears every committed change and tells those who may know. */
export class Live {
  readonly #listeners = new Set<Listener>();
  readonly #onAny = new Set<() => void>();

  async start(db: Database): Promise<void> {
    await db.listen(LIVE_CHANNEL, (payload) => this.#hear(JSON.parse(payload) as LiveMessage));
  }

  /** Tells `tell` of what this actor may know, until the returned function is called. */
  subscribe(actor: Actor, tell: (event: LiveEvent) => void): () => void {
    const listener = { actor, tell };
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Calls back after every commit that had events: the outbox relay need not poll. */
  onCommit(wake: () => void): () => void {
    this.#onAny.add(wake);
    return () => this.#onAny.delete(wake);
  }

  #hear({ organizationId, memberId, event }: LiveMessage): void {
    for (const wake of this.#onAny) wake();
    for (const { actor, tell } of this.#listeners) {
      if (actor.organizationId === organizationId && (memberId === null || actor.memberId === memberId)) tell(event);
    }
  }
}
