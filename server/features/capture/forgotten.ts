import { inArray, sql } from "drizzle-orm";
import type { Ctx } from "../../core/context.ts";
import { insertMany } from "../../core/db/bulk.ts";
import { chunks } from "../../core/db/chunks.ts";
import type { Tx } from "../../core/db/database.ts";
import { forgottenNameTable } from "./table.ts";

const hashed = (ctx: Ctx, name: string): string =>
  ctx.app.seal.digest(`forgotten mail of ${ctx.actor.memberUuid}`, name);

/** Remembers that what goes by these names was forgotten. */
export const noteForgotten = (tx: Tx, ctx: Ctx, names: readonly string[]): Promise<void> =>
  insertMany(
    tx,
    forgottenNameTable,
    [...new Set(names)].map((name) => ({ name: hashed(ctx, name) })),
    sql`on conflict do nothing`,
  );

/** Of these names, those of something that was forgotten. */
export async function forgottenAmong(tx: Tx, ctx: Ctx, names: readonly string[]): Promise<Set<string>> {
  const byHash = new Map(names.map((name) => [hashed(ctx, name), name]));
  const forgotten = new Set<string>();
  for (const part of chunks([...byHash.keys()])) {
    const found = await tx
      .select({ name: forgottenNameTable.name })
      .from(forgottenNameTable)
      .where(inArray(forgottenNameTable.name, part));
    for (const { name } of found) forgotten.add(byHash.get(name)!);
  }
  return forgotten;
}

/** The member wants it after all. */
export async function liftForgotten(tx: Tx, ctx: Ctx, names: readonly string[]): Promise<void> {
  if (names.length === 0) return;
  const hashes = names.map((name) => hashed(ctx, name));
  await tx.delete(forgottenNameTable).where(inArray(forgottenNameTable.name, hashes));
}
