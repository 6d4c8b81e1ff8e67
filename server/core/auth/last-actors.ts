import type { Actor } from "../actor.ts";

/** How many tokens are remembered: those that were used last. */
const MOST = 1000;

/**
 * The actor that each token had when it was last looked up, by the token's digest. An answer may be begun with it while the token
 * is looked up again; nothing is given out on its word.
 */
export class LastActors {
  /** In the order of their last use. */
  readonly #actors = new Map<string, Actor>();

  /** Undefined for a token that has not come yet, or was refused since. */
  get(hash: string): Actor | undefined {
    return this.#actors.get(hash);
  }

  set(hash: string, actor: Actor): void {
    this.forget(hash);
    this.#actors.set(hash, actor);
    for (const oldest of this.#actors.keys()) {
      if (this.#actors.size <= MOST) return;
      this.forget(oldest);
    }
  }

  /** Nothing is begun any more for a token that was refused. */
  forget(hash: string): void {
    this.#actors.delete(hash);
  }
}

/** Whether two may and see the same. */
export const isSameActor = (one: Actor, other: Actor): boolean =>
  one.kind === other.kind &&
  one.organizationId === other.organizationId &&
  one.memberId === other.memberId &&
  one.role === other.role &&
  one.tokenId === other.tokenId &&
  sameScopes(one.scopes, other.scopes);

const sameScopes = (one: Actor["scopes"], other: Actor["scopes"]): boolean =>
  one === null || other === null
    ? one === other
    : one.size === other.size && [...one].every((scope) => other.has(scope));
