import type { ImportId } from "@sidenote/contract/ids";
import type { Import } from "@sidenote/contract/imports";
import { and, eq, exists, inArray, lt, type SQL } from "drizzle-orm";
import { memberTable } from "../../core/auth/organization.table.ts";
import { type App, type Ctx, contextFor } from "../../core/context.ts";
import type { Tx } from "../../core/db/database.ts";
import { change, read, system } from "../../core/db/transaction.ts";
import { AppError } from "../../core/errors.ts";
import { forgetHalves } from "./large.ts";
import { type ImportRow, KEPT_MS, lockedIn, shown } from "./service.ts";
import { importPartTable, importTable } from "./table.ts";

/**
 * Stops an import. One that was being read keeps what arrived and can be started again, for it may have been stopped by mistake; of
 * one that still receives, or has failed, what is not read yet goes.
 */
export const cancelImport = (ctx: Ctx, { id }: { id: ImportId }): Promise<Import> =>
  stopFrom(ctx, id, ["receiving", "running", "failed"]);

/** Stops it where it is in one of these states; in any other it stays as it is. */
const stopFrom = (ctx: Ctx, id: ImportId, states: ImportRow["state"][]): Promise<Import> =>
  change(ctx, "import.cancel", async (tx, inside) => {
    const before = await lockedIn(tx, id);
    const [row] = await tx
      .update(importTable)
      .set({ state: "cancelled", finishedAt: ctx.now().toISOString() })
      .where(and(eq(importTable.id, id), inArray(importTable.state, states)))
      .returning();
    // A run that reads it goes on writing until it hears of this, and tidies up itself.
    if (row && before.state !== "running") await forgetUnread(tx, inside, id);
    return {
      after: await shown(tx, ctx, row ?? before),
      events: [{ type: "import.progress", payload: { importId: id } }],
    };
  });

async function forgetUnread(tx: Tx, ctx: Ctx, id: ImportId): Promise<void> {
  await tx.delete(importPartTable).where(eq(importPartTable.importId, id));
  await forgetHalves(ctx, id);
}

/** Removes what arrived of a stopped import and is not read yet. The mail that was stored stays. */
export const discardImport = (ctx: Ctx, { id }: { id: ImportId }): Promise<Import> =>
  change(ctx, "import.discard", async (tx, inside) => {
    const row = await lockedIn(tx, id);
    if (row.state !== "cancelled") throw new AppError("conflict", "This import is not stopped. Stop it first");
    await forgetUnread(tx, inside, id);
    return {
      after: await shown(tx, ctx, row),
      events: [{ type: "import.progress", payload: { importId: id } }],
    };
  });

/** An upload that takes longer has been given up: a large mailbox over a slow line takes days. */
const STALE_MS = 14 * 24 * 60 * 60 * 1000;
/**
 * Regular work: stops uploads that were given up, and removes what arrived of imports that nobody has started again. What cannot be
 * tidied away for one member stays for the next time, and keeps nobody else's from going.
 */
export async function stopStale(app: App): Promise<void> {
  const members = await system(app, "scheduler", (tx) =>
    tx
      .select({ organizationId: memberTable.orgId, memberId: memberTable.id, role: memberTable.role })
      .from(memberTable),
  );
  for (const member of members) {
    try {
      await stopStaleOf(contextFor(app, { kind: "job", ...member }));
    } catch (error) {
      app.log.error({ err: error, memberId: member.memberId }, "imports could not be tidied away");
    }
  }
}

async function stopStaleOf(ctx: Ctx): Promise<void> {
  const before = (ms: number) => new Date(ctx.now().getTime() - ms).toISOString();
  const { uploads, unread } = await read(ctx, async (tx) => {
    const isStale = and(eq(importTable.state, "receiving"), lt(importTable.createdAt, before(STALE_MS)));
    return {
      uploads: await tx.select({ id: importTable.id }).from(importTable).where(isStale),
      unread: await unreadImports(tx, lt(importTable.finishedAt, before(KEPT_MS))),
    };
  });
  for (const { id } of uploads) await stopFrom(ctx, id, ["receiving"]);
  await discardUnread(ctx, unread);
}

type Unread = Pick<ImportRow, "id" | "state">;

/** The member's imports that were stopped or failed, of which what arrived is kept. */
export function unreadImports(tx: Tx, which?: SQL): Promise<Unread[]> {
  const { id, state } = importTable;
  const parts = tx.select().from(importPartTable).where(eq(importPartTable.importId, id));
  return tx
    .select({ id, state })
    .from(importTable)
    .where(and(inArray(state, ["cancelled", "failed"]), exists(parts), which));
}

/** Removes what arrived of them. */
export async function discardUnread(ctx: Ctx, all: readonly Unread[]): Promise<void> {
  for (const { id, state } of all)
    await (state === "failed" ? stopFrom(ctx, id, ["failed"]) : discardImport(ctx, { id }));
}
