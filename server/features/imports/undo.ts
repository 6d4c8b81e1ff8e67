import type { ImportId } from "@sidenote/contract/ids";
import { and, eq, inArray, isNotNull } from "drizzle-orm";
import type { Ctx } from "../../core/context.ts";
import { change, read } from "../../core/db/transaction.ts";
import { fileTable } from "../../core/files/index.ts";
import { emailTable, forgetMails, handOnToPanel, lockMailbox } from "../emails/index.ts";
import { handOnToImports, lockImports } from "./hand-on.ts";
import { importIn, lockedIn, NO_COUNTS } from "./service.ts";
import { importItemTable, importPartTable, importTable } from "./table.ts";

const PORTION = 200;

/** Takes back everything that an import alone stored, a portion a transaction; killed in between, it goes on. */
export async function undoStored(ctx: Ctx, id: ImportId): Promise<void> {
  const row = await read(ctx, (tx) => importIn(tx, id));
  if (row.state !== "undoing") return;
  while (await forgetPortion(ctx, id)) ctx.signal.throwIfAborted();
  await change(ctx, "import.undo", async (tx) => {
    const setAside = tx
      .select({ id: importItemTable.fileId })
      .from(importItemTable)
      .where(and(eq(importItemTable.importId, id), isNotNull(importItemTable.fileId)));
    await tx.delete(fileTable).where(inArray(fileTable.id, setAside));
    await tx.delete(importItemTable).where(eq(importItemTable.importId, id));
    await tx.delete(importPartTable).where(eq(importPartTable.importId, id));
    await tx
      .update(importTable)
      .set({ state: "undone", counts: NO_COUNTS, finishedAt: ctx.now().toISOString() })
      .where(eq(importTable.id, id));
    return { after: { id }, events: [{ type: "import.progress", payload: { importId: id } }] };
  });
}

/** What the member saved, or another import brought too, is handed on to that and stays. */
const forgetPortion = (ctx: Ctx, id: ImportId): Promise<boolean> =>
  change(ctx, "email.forget", async (tx) => {
    await lockImports(tx);
    await lockMailbox(tx, ctx);
    const portion = await tx
      .select({ id: emailTable.id })
      .from(emailTable)
      .where(eq(emailTable.importId, id))
      .limit(PORTION);
    const ids = portion.map((email) => email.id);
    const handed = await handOnToImports(tx, id, ids);
    const kept = new Set(handed.emailIds);
    for (const one of await handOnToPanel(tx, without(ids, kept))) kept.add(one);
    const forgotten = await forgetMails(tx, ctx, without(ids, kept));
    const progress = handed.importIds.map((importId) => ({ type: "import.progress" as const, payload: { importId } }));
    return {
      after: ids.length > 0,
      recordId: id,
      audit: { importId: id, forgotten: forgotten.emailIds.length, kept: kept.size },
      events: [...forgotten.events, ...progress],
    };
  });

const without = <T>(all: readonly T[], some: ReadonlySet<T>): T[] => all.filter((one) => !some.has(one));

/** No try came to its end: the import says so, and `undoImport` goes on with it. */
export const failUndo = (ctx: Ctx, id: ImportId, reason: string): Promise<void> =>
  change(ctx, "import.undo", async (tx) => {
    const row = await lockedIn(tx, id);
    if (row.state !== "undoing") return { after: undefined, recordId: id };
    const error = `Taking it back stopped: ${reason}. Go on: what is left is taken back then`;
    await tx.update(importTable).set({ error }).where(eq(importTable.id, id));
    return {
      after: undefined,
      recordId: id,
      audit: { id, error },
      events: [{ type: "import.progress", payload: { importId: id } }],
    };
  });
