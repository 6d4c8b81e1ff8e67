import type { ImportId } from "@sidenote/contract/ids";
import { and, asc, eq, notInArray, sql } from "drizzle-orm";
import type { Ctx } from "../../core/context.ts";
import type { Tx } from "../../core/db/database.ts";
import { change } from "../../core/db/transaction.ts";
import { LEFT_ALONE } from "../../core/mail/archive/kind.ts";
import { importItemTable, importPartTable, importTable } from "./table.ts";

/** Everything is read: what was received goes, and what could not be read is said. */
export const finish = (ctx: Ctx, id: ImportId): Promise<{ id: ImportId }> =>
  change(ctx, "import.run", async (tx) => {
    const [row] = await tx
      .update(importTable)
      .set({
        state: "done",
        error: await unreadIn(tx, id),
        finishedAt: ctx.now().toISOString(),
        bytesRead: sql`${importTable.bytesReceived}`,
      })
      .where(and(eq(importTable.id, id), eq(importTable.state, "running")))
      .returning({ id: importTable.id });
    // One that was stopped at the last moment may still go on.
    if (row) await tx.delete(importPartTable).where(eq(importPartTable.importId, id));
    return { after: { id }, events: [{ type: "import.progress", payload: { importId: id } }] };
  });

/** Which files were mail that could not be read, where there was other mail: among that, it would be overlooked. */
async function unreadIn(tx: Tx, id: ImportId): Promise<string | null> {
  const [first] = await tx
    .select({
      file: importItemTable.file,
      reason: importItemTable.reason,
      files: sql<number>`(count(*) over ())::int`,
      seen: sql<number>`(${importTable.counts} ->> 'seen')::int`,
    })
    .from(importItemTable)
    .innerJoin(
      importTable,
      and(eq(importTable.orgId, importItemTable.orgId), eq(importTable.id, importItemTable.importId)),
    )
    .where(
      and(
        eq(importItemTable.importId, id),
        eq(importItemTable.outcome, "not_mail"),
        notInArray(importItemTable.reason, [...LEFT_ALONE]),
      ),
    )
    .orderBy(asc(importItemTable.item))
    .limit(1);
  if (!first || first.seen === 0) return null;
  const many = first.files > 1 ? `${first.files} files could not be read, among them ` : "";
  return `${many}${first.file}: ${first.reason}`;
}
