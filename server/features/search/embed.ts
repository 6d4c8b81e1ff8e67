import { and, asc, eq, gt, isNull, sql } from "drizzle-orm";
import type { Ctx } from "../../core/context.ts";
import { insertMany } from "../../core/db/bulk.ts";
import { derive } from "../../core/db/transaction.ts";
import { LEXICAL_MODEL, LEXICAL_SIZE, lexicalVector } from "./lexical.ts";
import { embeddingTable, passageTable } from "./table.ts";

const AT_ONCE = 200;

/** Gives the passages of these records (ids as the database keeps them) the vectors that they lack, a portion a transaction. */
export async function embedRecords(ctx: Ctx, recordIds: readonly string[]): Promise<void> {
  for (let after = 0; ; ) {
    const last = await derive(ctx, async (tx) => {
      const lacking = await tx
        .select({ id: passageTable.id, scopeId: passageTable.scopeId, body: passageTable.body })
        .from(passageTable)
        .leftJoin(
          embeddingTable,
          and(eq(embeddingTable.passageId, passageTable.id), eq(embeddingTable.model, LEXICAL_MODEL)),
        )
        .where(
          and(
            sql`${passageTable.recordId} = any (${`{${recordIds.join(",")}}`}::uuid[])`,
            gt(passageTable.id, after),
            isNull(embeddingTable.passageId),
          ),
        )
        .orderBy(asc(passageTable.id))
        .limit(AT_ONCE);
      const vectors = lacking.flatMap(({ id, scopeId, body }) => {
        const values = lexicalVector(body);
        return values.size > 0
          ? [{ passageId: id, scopeId, model: LEXICAL_MODEL, sparse: { size: LEXICAL_SIZE, values } }]
          : [];
      });
      await insertMany(tx, embeddingTable, vectors, sql`on conflict do nothing`);
      return lacking.at(-1)?.id;
    });
    if (last === undefined) return;
    after = last;
    ctx.signal.throwIfAborted();
  }
}
