import { eq, gt, sql } from "drizzle-orm";
import type { App, Ctx } from "../../core/context.ts";
import type { Tx } from "../../core/db/database.ts";
import { derive, system } from "../../core/db/transaction.ts";
import { scopeTable } from "./table.ts";

/**
 * A scope is counted anew when it has grown to four times what was counted: counting reads all of it, and so costs an import
 * a third more than its last count. Less than that waits for the task; a word newer than the last count is taken for rare.
 */
const CHANGED_PART = 3;
const CHANGED_LEAST = 20;

/** Counts the scopes that have changed much, as the member whose change it was. */
export const countIfChanged = (ctx: Ctx): Promise<void> =>
  derive(ctx, async (tx) => {
    const scopes = await tx.select().from(scopeTable).where(gt(scopeTable.changed, 0));
    for (const { id, changed, passages } of scopes) {
      if (changed >= Math.max(CHANGED_LEAST, passages * CHANGED_PART)) await countScope(tx, id);
    }
  });

/** Counts every scope that has changed at all since its last count. */
export async function countAll(app: App): Promise<void> {
  const scopes = await system(app, "scheduler", (tx) =>
    tx.select({ id: scopeTable.id }).from(scopeTable).where(gt(scopeTable.changed, 0)),
  );
  for (const { id } of scopes) await system(app, "scheduler", (tx) => countScope(tx, id));
}

/** In how many passages each lexeme of a scope occurs, where it is more than one. `id` is a number of ours: ts_stat takes its query as text. */
async function countScope(tx: Tx, id: number): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`count ${id}`}, 0))`);
  await tx.execute(sql`delete from search_terms where scope_id = ${id}`);
  await tx.execute(sql`
    insert into search_terms (scope_id, org_id, lexeme, passages)
    select s.id, s.org_id, substr(t.word, ${String(id).length + 2}), t.ndoc
    from search_scopes s, ts_stat(${`select lexemes from search_index where scope_id = ${Math.trunc(id)}`}) t where s.id = ${id} and t.ndoc > 1`);
  await tx
    .update(scopeTable)
    .set({
      passages: sql`(select count(*) from search_index where scope_id = ${id})`,
      words: sql`(select coalesce(sum(length), 0) from search_index where scope_id = ${id})`,
      changed: 0,
    })
    .where(eq(scopeTable.id, id));
}
