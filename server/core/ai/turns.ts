import type { Ctx } from "../context.ts";

/** A call that nobody waits for ended because somebody waits for another one. */
export class MadeWay extends Error {}

/**
 * Of an organization's calls in this process, those that nobody waits for make way for the others: most models nearby answer one
 * question at a time, and a draft would stand in line behind them.
 */
export class Turns {
  readonly #waitedFor = new Map<string, number>();
  readonly #unasked = new Map<string, Set<AbortController>>();

  /** Runs a call that somebody waits for; the others of this organization end. */
  async first<T>(ctx: Ctx, run: () => Promise<T>): Promise<T> {
    const { organizationId } = ctx.actor;
    this.#waitedFor.set(organizationId, (this.#waitedFor.get(organizationId) ?? 0) + 1);
    for (const one of this.#unasked.get(organizationId) ?? []) one.abort(new MadeWay());
    try {
      return await run();
    } finally {
      const left = this.#waitedFor.get(organizationId)! - 1;
      if (left > 0) this.#waitedFor.set(organizationId, left);
      else this.#waitedFor.delete(organizationId);
    }
  }

  /** Runs one that nobody waits for, in a context that ends when it has to make way. Throws MadeWay then, or at once. */
  async unasked<T>(ctx: Ctx, run: (ctx: Ctx) => Promise<T>): Promise<T> {
    const { organizationId } = ctx.actor;
    if (this.#waitedFor.has(organizationId)) throw new MadeWay();
    const own = new AbortController();
    const others = this.#unasked.get(organizationId) ?? new Set();
    this.#unasked.set(organizationId, others.add(own));
    try {
      return await run({ ...ctx, signal: AbortSignal.any([ctx.signal, own.signal]) });
    } finally {
      others.delete(own);
      if (others.size === 0) this.#unasked.delete(organizationId);
    }
  }
}
