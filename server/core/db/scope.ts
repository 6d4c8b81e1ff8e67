import type { Ctx } from "../context.ts";

/** The scope of what the whole organization sees. */
export const NOBODY = "00000000-0000-0000-0000-000000000000";

/**
 * Within whose sight a value such as an address must be unique: the organization's among what all see, a member's own among
 * what only that member sees. So a unique index never tells of what is invisible.
 */
export const scopeOf = (ctx: Pick<Ctx, "actor">, visibility: "own" | "organization"): string =>
  visibility === "own" ? ctx.actor.memberUuid : NOBODY;
