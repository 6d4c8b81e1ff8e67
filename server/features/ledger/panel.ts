import { type InputOf, Instant } from "@sidenote/contract/endpoint";
import type { ledger } from "@sidenote/contract/ledger";
import { and, desc, eq, getTableColumns, sql } from "drizzle-orm";
import { z } from "zod";
import type { Ctx } from "../../core/context.ts";
import { read } from "../../core/db/transaction.ts";
import { DEFAULT_LIMIT, decodeCursor, pageOf } from "../../core/http/page.ts";
import { emailTable, panelItemTable } from "../emails/index.ts";

/** What a panel handed in, the newest first. */
export async function panelItems(ctx: Ctx, input: InputOf<typeof ledger.panel>) {
  const limit = input.limit ?? DEFAULT_LIMIT;
  const after = decodeCursor(input.cursor, z.tuple([Instant, z.string()]));
  const { at, sourceId, outcome } = panelItemTable;
  const found = await read(ctx, (tx) =>
    tx
      .select({ ...getTableColumns(panelItemTable), there: sql<boolean>`${emailTable.id} is not null` })
      .from(panelItemTable)
      .leftJoin(emailTable, and(eq(emailTable.orgId, panelItemTable.orgId), eq(emailTable.id, panelItemTable.emailId)))
      .where(
        and(
          input.outcome ? eq(outcome, input.outcome) : undefined,
          after ? sql`(${at}, ${sourceId}) < (${after[0]}::timestamptz, ${after[1]})` : undefined,
        ),
      )
      .orderBy(desc(at), desc(sourceId))
      .limit(limit + 1),
  );
  const page = pageOf(found, limit, (row) => [row.at, row.sourceId]);
  return {
    items: page.items.map(({ there, ...row }) => ({ ...row, forgotten: row.emailId !== null && !there })),
    nextCursor: page.nextCursor,
  };
}
