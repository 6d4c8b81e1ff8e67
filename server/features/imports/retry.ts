import type { InputOf } from "@sidenote/contract/endpoint";
import type { ImportId } from "@sidenote/contract/ids";
import type { ImportItem, imports } from "@sidenote/contract/imports";
import { and, eq } from "drizzle-orm";
import type { Ctx } from "../../core/context.ts";
import { isOfTheData } from "../../core/db/failure.ts";
import { change, read } from "../../core/db/transaction.ts";
import { AppError } from "../../core/errors.ts";
import { fileContent, fileIn, fileTable } from "../../core/files/index.ts";
import type { ReadMessage } from "../../core/mail/reader.ts";
import { storeMails } from "../emails/index.ts";
import { itemIn } from "./items.ts";
import { counted, itemOfMail, notStored } from "./outcome.ts";
import { tooLarge } from "./read.ts";
import { importIn } from "./service.ts";
import { importItemTable, importTable } from "./table.ts";

type Which = InputOf<typeof imports.retry>;

/**
 * Reads a message that was set aside once more: a newer version may understand it, a larger limit may let it in. What is stored
 * by then, by this or before, stays as it is.
 */
export async function retryItem(ctx: Ctx, { id, item }: Which): Promise<ImportItem> {
  const before = await read(ctx, (tx) => itemIn(tx, id, item));
  if (before.outcome !== "set_aside" || before.fileId === null) return before;
  const again = await readAgain(ctx, id, before);
  try {
    return await settle(ctx, { id, item }, again);
  } catch (error) {
    if (!isOfTheData(error)) throw error;
    return settle(ctx, { id, item }, { unreadable: notStored(error) });
  }
}

const settle = (ctx: Ctx, { id, item }: Which, again: ReadMessage): Promise<ImportItem> =>
  change(ctx, "import.retry", async (tx) => {
    const [row] = await tx.select().from(importTable).where(eq(importTable.id, id)).for("update");
    const current = await itemIn(tx, id, item);
    if (row?.state === "undoing") throw new AppError("conflict", "This import is being taken back");
    if (!row || current.outcome !== "set_aside" || current.fileId === null) return { after: current, recordId: id };
    const one = and(eq(importItemTable.importId, id), eq(importItemTable.item, item));
    if ("unreadable" in again) {
      await tx.update(importItemTable).set({ reason: again.unreadable }).where(one);
      return { after: await itemIn(tx, id, item), recordId: id, audit: { id, item, outcome: "set_aside" } };
    }
    const stored = await storeMails(tx, ctx, [again.mail], { kind: "import", importId: id });
    const now = itemOfMail(stored.mails[0]!);
    await tx.update(importItemTable).set(now).where(one);
    await tx.delete(fileTable).where(eq(fileTable.id, current.fileId));
    const without = { ...row.counts, seen: row.counts.seen - 1, setAside: row.counts.setAside - 1 };
    await tx
      .update(importTable)
      .set({ counts: counted(without, [now]) })
      .where(eq(importTable.id, id));
    return {
      after: await itemIn(tx, id, item),
      recordId: id,
      audit: { id, item, outcome: now.outcome },
      events: [...stored.events, { type: "import.progress", payload: { importId: id } }],
    };
  });

async function readAgain(ctx: Ctx, id: ImportId, item: ImportItem): Promise<ReadMessage> {
  const limit = ctx.app.config.maxMessageBytes;
  if (item.sizeBytes > limit) return { unreadable: tooLarge(limit) };
  const { bytes, createdAt } = await read(ctx, async (tx) => {
    const file = await fileIn(tx, item.fileId!);
    return { bytes: await fileContent(tx, ctx, file.hash), createdAt: (await importIn(tx, id)).createdAt };
  });
  const [message] = await ctx.app.mailReader.read([bytes], createdAt);
  return message!;
}
