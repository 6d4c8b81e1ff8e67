import type { Empty, InputOf } from "@sidenote/contract/endpoint";
import { JobId } from "@sidenote/contract/ids";
import type { system } from "@sidenote/contract/system";
import { and, desc, eq, isNull, lt } from "drizzle-orm";
import { z } from "zod";
import { assertMay } from "../../core/actor.ts";
import { auditTable } from "../../core/audit.table.ts";
import { chainIsIntact } from "../../core/audit.ts";
import { memberTable } from "../../core/auth/organization.table.ts";
import type { Ctx } from "../../core/context.ts";
import { change, read } from "../../core/db/transaction.ts";
import { notFound } from "../../core/errors.ts";
import { keptEvent } from "../../core/events/catalog.ts";
import { DEFAULT_LIMIT, decodeCursor, pageOf } from "../../core/http/page.ts";
import { jobFailureTable } from "../../core/jobs/index.ts";

/** Who changed what, and whether the chain of hashes over this page still holds. */
export async function listAudit(ctx: Ctx, input: InputOf<typeof system.audit>) {
  assertMay(ctx.actor, "audit.read");
  const limit = input.limit ?? DEFAULT_LIMIT;
  const after = decodeCursor(input.cursor, z.tuple([z.int()]));
  return read(ctx, async (tx) => {
    const found = await tx
      .select()
      .from(auditTable)
      .where(after ? lt(auditTable.sequence, after[0]) : undefined)
      .orderBy(desc(auditTable.sequence))
      .limit(limit + 1);
    const page = pageOf(found, limit, (row) => [row.sequence]);
    const members = new Map(
      (await tx.select({ id: memberTable.id, name: memberTable.name }).from(memberTable)).map((one) => [
        one.id,
        one.name,
      ]),
    );
    const items = page.items.map((row) => ({
      ...row,
      actor: { kind: row.actorKind, name: members.get(row.memberId) ?? "somebody who left" },
    }));
    return { items, nextCursor: page.nextCursor, intact: chainIsIntact(found) };
  });
}

/** The member's work that gave up and was not tried again since, the newest first. */
export async function listFailedJobs(ctx: Ctx, input: InputOf<typeof system.failedJobs>) {
  const limit = input.limit ?? DEFAULT_LIMIT;
  const after = decodeCursor(input.cursor, z.tuple([JobId]));
  return read(ctx, async (tx) => {
    const found = await tx
      .select()
      .from(jobFailureTable)
      .where(and(isNull(jobFailureTable.retriedAt), after ? lt(jobFailureTable.id, after[0]) : undefined))
      .orderBy(desc(jobFailureTable.id))
      .limit(limit + 1);
    const page = pageOf(found, limit, (row) => [row.id]);
    return { items: page.items.map((row) => ({ ...row, at: row.createdAt })), nextCursor: page.nextCursor };
  });
}

/** The event that caused the work happens again: whoever works on it does so with how things are by now. */
export const retryJob = (ctx: Ctx, { id }: InputOf<typeof system.retryJob>): Promise<Empty> =>
  change(ctx, "job.retry", async (tx) => {
    const [row] = await tx
      .update(jobFailureTable)
      .set({ retriedAt: ctx.now().toISOString() })
      .where(and(eq(jobFailureTable.id, id), isNull(jobFailureTable.retriedAt)))
      .returning();
    if (!row) throw notFound("failed job", id);
    return { after: {}, recordId: id, events: [keptEvent(row.event, row.payload)] };
  });
