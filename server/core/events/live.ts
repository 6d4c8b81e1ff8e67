import type { LiveEvent } from "@sidenote/contract/system";
import type { Actor } from "../actor.ts";
import type { Database } from "../db/database.ts";

export const LIVE_CHANNEL = "sidenote_live";

/** What travels between processes: for whom (null: everybody in the organization), and that something changed. */
export type LiveMessage = { organizationId: string; memberId: string | null; event: LiveEvent };

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
