import type { ContactId } from "@sidenote/contract/ids";
import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "../../core/db/database.ts";
import { callByFacts, type Shown, showFacts, shownOf } from "./facts.ts";
import { contactFactTable, type contactTable, type Moved } from "./table.ts";

type Row = typeof contactTable.$inferSelect;

/**
 * Facts go back to whom they came from, also those that mail from the addresses that go back has taught since. Returns what is
 * to be shown of the kept one where that was told by facts and not by the merge.
 */
export async function giveFactsBack(tx: Tx, kept: Row, id: ContactId, moved: Moved): Promise<Partial<Shown>> {
  const before = (await shownOf(tx, [kept.id]))(kept.id);
  const wanted = [...new Set([...moved.facts, ...(moved.learnt ?? [])])];
  const back = await tx
    .update(contactFactTable)
    .set({ contactId: id })
    .where(and(eq(contactFactTable.contactId, kept.id), inArray(contactFactTable.sequence, wanted)))
    .returning({ sequence: contactFactTable.sequence, field: contactFactTable.field });
  if (moved.learnt || back.length < wanted.length) await showFacts(tx, [id]);
  const learnt = new Set(moved.learnt);
  if (back.some(({ field, sequence }) => field === "name" && learnt.has(sequence)))
    await callByFacts(tx, [kept.id, id]);
  const now = (await shownOf(tx, [kept.id]))(kept.id);
  return {
    ...(kept.title === before.title && { title: now.title }),
    ...(JSON.stringify(kept.phones) === JSON.stringify(before.phones) && { phones: now.phones }),
  };
}
