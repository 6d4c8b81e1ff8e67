import type { ContactId } from "@sidenote/contract/ids";
import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { updateMany } from "../../core/db/bulk.ts";
import type { Tx } from "../../core/db/database.ts";
import { uuids } from "../../core/db/raw.ts";
import { listOf } from "./facts.ts";
import { withJoined } from "./joined.ts";
import { type contactFactTable, contactMergeTable, contactTable, type Moved } from "./table.ts";

type Gone = Pick<typeof contactFactTable.$inferSelect, "field" | "value">;
type Filled = Pick<Moved["before"], "title" | "phones">;

/**
 * Takes what forgotten mails told out of those who were merged into these contacts, and out of what a merge keeps to be taken back.
 * What is known of them otherwise, facts tell then.
 */
export async function forgetInMerges(tx: Tx, ids: readonly ContactId[], gone: readonly Gone[]): Promise<void> {
  const valuesOf = (field: Gone["field"]) => gone.flatMap((fact) => (fact.field === field ? [fact.value ?? ""] : []));
  const titles = new Set(valuesOf("title"));
  const phones = new Set(valuesOf("phones").flatMap(listOf));
  if (titles.size === 0 && phones.size === 0) return;
  const without = (row: Filled): Filled => ({
    title: row.title !== null && titles.has(row.title) ? null : row.title,
    phones: row.phones.filter((phone) => !phones.has(phone)),
  });
  const merged = await tx
    .select({
      id: contactTable.id,
      title: contactTable.title,
      phones: contactTable.phones,
      moved: contactMergeTable.moved,
    })
    .from(contactTable)
    .innerJoin(
      contactMergeTable,
      and(eq(contactMergeTable.orgId, contactTable.orgId), eq(contactMergeTable.contactId, contactTable.id)),
    )
    .where(
      and(
        isNotNull(contactTable.joinedTo),
        inArray(
          contactTable.id,
          sql`(select one.id from ${withJoined(sql`select k.org_id, k.id from contacts k where k.id = any (${uuids(ids, "cnt")})`)} one)`,
        ),
      ),
    );
  await updateMany(
    tx,
    contactTable,
    contactTable.id,
    merged.map((one) => ({ id: one.id, ...without(one) })),
  );
  for (const { id, moved } of merged) {
    const before = { ...moved.before, ...without(moved.before) };
    const after = { ...moved.after, ...without(moved.after) };
    await tx
      .update(contactMergeTable)
      .set({ moved: { ...moved, before, after } })
      .where(eq(contactMergeTable.contactId, id));
  }
}
