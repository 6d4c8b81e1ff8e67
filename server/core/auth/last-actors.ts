import type { Actor } from "../actor.ts";
import type { App } from "../context.ts";
import { bearerIn, tokenHash } from "./authenticate.ts";

/** So many tokens: those that came last. */
const MOST = 1000;

/**
 * Whose each token was when it was last looked up. By that an answer is begun while it is looked up whose it is now, and never
 * given out.
 */
export class LastActors {
  readonly #app: Pick<App, "seal">;
  /** By the token's digest, in the order of their last use. */
  readonly #actors = new Map<string, Actor>();

  constructor(app: Pick<App, "seal">) {
    this.#app = app;
  }

  /** Undefined for a token that has not come yet, and for who comes without one. */
  of(headers: Headers): Actor | undefined {
    const bearer = bearerIn(headers);
    return bearer === undefined ? undefined : this.#actors.get(tokenHash(this.#app, bearer));
  }

  learn(headers: Headers, actor: Actor): void {
    const bearer = bearerIn(headers);
    if (bearer === undefined || actor.tokenId === null) return;
    const hash = tokenHash(this.#app, bearer);
    this.#actors.delete(hash);
    this.#actors.set(hash, actor);
    for (const oldest of this.#actors.keys()) {
      if (this.#actors.size <= MOST) return;
      this.#actors.delete(oldest);
    }
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
