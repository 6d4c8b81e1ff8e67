import type { CapturePolicy, capture } from "@sidenote/contract/capture";
import type { InputOf } from "@sidenote/contract/endpoint";
import { and, count, eq } from "drizzle-orm";
import type { Ctx } from "../../core/context.ts";
import type { Tx } from "../../core/db/database.ts";
import { change, read } from "../../core/db/transaction.ts";
import { stale } from "../../core/errors.ts";
import { capturePolicyTable, forgottenNameTable } from "./table.ts";

/** Row security shows a member no policy but the own one. */
export async function policyIn(tx: Tx): Promise<CapturePolicy> {
  const [row] = await tx.select().from(capturePolicyTable);
  const [names] = await tx.select({ count: count() }).from(forgottenNameTable);
  return {
    mode: row?.mode ?? "saved_only",
    neverStore: row?.neverStore ?? [],
    forgotten: names?.count ?? 0,
    version: row?.version ?? 0,
  };
}

export const getPolicy = (ctx: Ctx): Promise<CapturePolicy> => read(ctx, policyIn);

/**
 * The audit keeps that the policy was changed and nothing of it, not even a hash, which a guess could be held against: whom a
 * member wants to keep out is nobody else's to know.
 */
export const updatePolicy = (ctx: Ctx, input: InputOf<typeof capture.update>): Promise<CapturePolicy> =>
  change(ctx, "capture.update", async (tx) => {
    const before = await policyIn(tx);
    const row = {
      mode: input.mode ?? before.mode,
      neverStore: input.neverStore ? normal(input.neverStore) : before.neverStore,
      version: input.version + 1,
      updatedAt: ctx.now().toISOString(),
    };
    const [after] =
      input.version === 0
        ? await tx.insert(capturePolicyTable).values(row).onConflictDoNothing().returning()
        : await tx
            .update(capturePolicyTable)
            .set(row)
            .where(
              and(eq(capturePolicyTable.ownerId, ctx.actor.memberId), eq(capturePolicyTable.version, input.version)),
            )
            .returning();
    if (!after) throw stale(before, input);
    return {
      after: await policyIn(tx),
      audit: { version: after.version },
      private: true,
      events: [{ type: "capture.changed", payload: {} }],
    };
  });

const normal = (entries: readonly string[]): string[] =>
  [...new Set(entries.map((entry) => entry.toLowerCase()))].sort((a, b) => a.localeCompare(b));

/** What was forgotten may come in again from now on; it does not come back by itself. */
export const clearForgotten = (ctx: Ctx): Promise<CapturePolicy> =>
  change(ctx, "capture.update", async (tx) => {
    const { forgotten } = await policyIn(tx);
    await tx.delete(forgottenNameTable).where(eq(forgottenNameTable.ownerId, ctx.actor.memberId));
    return {
      after: await policyIn(tx),
      audit: { cleared: forgotten > 0 },
      private: true,
      events: [{ type: "capture.changed", payload: {} }],
    };
  });
