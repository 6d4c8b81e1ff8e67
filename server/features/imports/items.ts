import type { InputOf } from "@sidenote/contract/endpoint";
import type { ImportId } from "@sidenote/contract/ids";
import type { ImportItem, imports } from "@sidenote/contract/imports";
import { and, asc, eq, getTableColumns, gt, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Ctx } from "../../core/context.ts";
import type { Tx } from "../../core/db/database.ts";
import { read } from "../../core/db/transaction.ts";
import { notFound } from "../../core/errors.ts";
import { DEFAULT_LIMIT, decodeCursor, pageOf } from "../../core/http/page.ts";
import { emailTable } from "../emails/index.ts";
import { importIn } from "./service.ts";
import { importItemTable } from "./table.ts";

/** What became of each message of an import, in the order in which they were read. */
export async function listItems(ctx: Ctx, input: InputOf<typeof imports.items>) {
  const limit = input.limit ?? DEFAULT_LIMIT;
  const after = decodeCursor(input.cursor, z.tuple([z.int32()]));
  return read(ctx, async (tx) => {
    await importIn(tx, input.id);
    const conditions = [eq(importItemTable.importId, input.id)];
    if (input.outcome) conditions.push(eq(importItemTable.outcome, input.outcome));
    if (after) conditions.push(gt(importItemTable.item, after[0]));
    return pageOf(await itemsIn(tx, and(...conditions), limit + 1), limit, (item) => [item.item]);
  });
}

/** One message of an import by its number, from 0. Throws `not_found` where there is none. */
export async function itemIn(tx: Tx, id: ImportId, item: number): Promise<ImportItem> {
  const one = and(eq(importItemTable.importId, id), eq(importItemTable.item, item));
  const [found] = await itemsIn(tx, one, 1);
  if (!found) throw notFound("message", `${item} in import ${id}`);
  return found;
}

async function itemsIn(tx: Tx, where: SQL | undefined, limit: number): Promise<ImportItem[]> {
  const found = await tx
    .select({ ...getTableColumns(importItemTable), there: sql<boolean>`${emailTable.id} is not null` })
    .from(importItemTable)
    .leftJoin(emailTable, and(eq(emailTable.orgId, importItemTable.orgId), eq(emailTable.id, importItemTable.emailId)))
    .where(where)
    .orderBy(asc(importItemTable.item))
    .limit(limit);
  return found.map(({ there, ...row }) => ({ ...row, forgotten: row.emailId !== null && !there }));
}
