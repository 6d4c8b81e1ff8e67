import type { Contact } from "@sidenote/contract/contacts";
import type { ContactId } from "@sidenote/contract/ids";
import { and, eq, inArray } from "drizzle-orm";
import type { Ctx } from "../../core/context.ts";
import type { Tx } from "../../core/db/database.ts";
import { scopeOf } from "../../core/db/scope.ts";
import { change } from "../../core/db/transaction.ts";
import { AppError, notFound } from "../../core/errors.ts";
import { giveActivitiesBack, moveActivities } from "../activities/index.ts";
import { forgetApart } from "./apart.ts";
import { namedByColleagues } from "./colleagues.ts";
import { giveFactsBack } from "./facts-back.ts";
import { onlySeen, saveSeen } from "./save.ts";
import { audited, contactIn, contactsChanged } from "./service.ts";
import { contactFactTable, contactIdentityTable, contactMergeTable, contactTable, type Moved } from "./table.ts";

type Row = typeof contactTable.$inferSelect;
const FILLED = ["title", "phones", "companyId", "notes", "tags"] as const;
type Filled = Moved["before"];

/** Makes two contacts one: addresses, facts and activities of the other go to the one that is kept. Can be taken back. */
export const mergeContacts = (ctx: Ctx, { id, otherId }: { id: ContactId; otherId: ContactId }): Promise<Contact> =>
  change(ctx, "contact.merge", async (tx) => {
    const saved = await saveTheSeen(tx, ctx, await both(tx, id, otherId));
    const [kept, other] = await both(tx, id, otherId);
    const before = await contactIn(tx, id);
    const filled = fill(kept, other);
    const moved: Moved = {
      identities: await moveIdentities(tx, other.id, kept.id),
      facts: await moveFacts(tx, other.id, kept.id),
      activities: await moveActivities(tx, { from: other.id, to: kept.id }),
      before: pick(kept),
      after: filled,
      ...(saved && { saved, version: kept.version + 1 }),
    };
    await tx
      .update(contactTable)
      .set({ ...filled, version: kept.version + 1, updatedAt: ctx.now().toISOString() })
      .where(eq(contactTable.id, kept.id));
    await tx.update(contactTable).set({ joinedTo: kept.id }).where(eq(contactTable.id, other.id));
    await tx
      .insert(contactMergeTable)
      .values({ contactId: other.id, keptId: kept.id, moved, at: ctx.now().toISOString() });
    await forgetApart(tx, kept.id, other.id);
    return {
      after: await contactIn(tx, kept.id),
      before: audited(before),
      audit: { kept: kept.id, merged: other.id, ...(saved && { saved }) },
      private: kept.state === "seen",
      recordId: kept.id,
      events: [contactsChanged([kept.id, other.id])],
    };
  });

/** Takes a merge back: what came from the other goes back to it, and what was changed since stays as it is. */
export const unmergeContact = (ctx: Ctx, { id }: { id: ContactId }): Promise<Contact> =>
  change(ctx, "contact.unmerge", async (tx) => {
    const { keptId } = await mergeOf(tx, id);
    const [kept] = await tx.select().from(contactTable).where(eq(contactTable.id, keptId)).for("update");
    if (!kept) throw notFound("contact", keptId);
    // What came from this one went on with it.
    if (kept.joinedTo)
      throw new AppError("conflict", `${kept.name} is part of another contact by now. Take that merge back first`);
    // Until it was the turn of this one, more may have been learnt.
    const { moved } = await mergeOf(tx, id);
    const [other] = await tx.select({ state: contactTable.state }).from(contactTable).where(eq(contactTable.id, id));
    // Only the kept one may have been saved since.
    const scope = scopeOf(ctx, other?.state === "seen" ? "own" : "organization");
    for (const { kind, value } of moved.identities)
      await tx
        .update(contactIdentityTable)
        .set({ contactId: id, scope })
        .where(
          and(
            eq(contactIdentityTable.contactId, keptId),
            eq(contactIdentityTable.kind, kind),
            eq(contactIdentityTable.value, value),
          ),
        );
    await giveActivitiesBack(tx, { from: keptId, to: id }, moved.activities);
    const untouched = Object.fromEntries(
      FILLED.filter((field) => same(kept[field], moved.after[field])).map((field) => [field, moved.before[field]]),
    );
    await tx
      .update(contactTable)
      .set({
        ...untouched,
        ...(await giveFactsBack(tx, kept, id, moved)),
        version: kept.version + 1,
        updatedAt: ctx.now().toISOString(),
      })
      .where(eq(contactTable.id, keptId));
    await tx.update(contactTable).set({ joinedTo: null }).where(eq(contactTable.id, id));
    await tx.delete(contactMergeTable).where(eq(contactMergeTable.contactId, id));
    if (moved.saved !== keptId || moved.version === kept.version) await seenAgain(tx, ctx, moved.saved);
    return {
      after: await contactIn(tx, id),
      audit: { kept: keptId, merged: id },
      private: kept.state === "seen",
      recordId: id,
      events: [contactsChanged([keptId, id])],
    };
  });

async function mergeOf(tx: Tx, id: ContactId): Promise<typeof contactMergeTable.$inferSelect> {
  const [merge] = await tx.select().from(contactMergeTable).where(eq(contactMergeTable.contactId, id));
  if (!merge) throw notFound("merged contact", id);
  return merge;
}

async function both(tx: Tx, id: ContactId, otherId: ContactId): Promise<[Row, Row]> {
  if (id === otherId) throw new AppError("invalid", "A contact cannot be merged with itself");
  const found = await tx
    .select()
    .from(contactTable)
    .where(inArray(contactTable.id, [id, otherId]))
    .orderBy(contactTable.id)
    .for("update");
  const kept = found.find((row) => row.id === id);
  const other = found.find((row) => row.id === otherId);
  if (!kept) throw notFound("contact", id);
  if (!other) throw notFound("contact", otherId);
  if (kept.joinedTo || other.joinedTo)
    throw new AppError("conflict", "One of the two is part of another contact already");
  return [kept, other];
}

/** A contact of the organization and somebody only seen in mail become one contact of the organization. Who was saved for it. */
async function saveTheSeen(tx: Tx, ctx: Ctx, [kept, other]: [Row, Row]): Promise<ContactId | null> {
  if (kept.state === other.state) return null;
  const seen = kept.state === "seen" ? kept.id : other.id;
  await saveSeen(tx, ctx, [seen], "person");
  return seen;
}

/** For anybody but the member in whose mail they were seen they stay saved, and so they do where others have come to work with them. */
async function seenAgain(tx: Tx, ctx: Ctx, id: ContactId | undefined): Promise<void> {
  if (!id) return;
  const [row] = await tx.select().from(contactTable).where(eq(contactTable.id, id));
  if (row?.ownerId !== ctx.actor.memberId || row.state !== "saved" || row.joinedTo) return;
  if ((await namedByColleagues(tx, [id])).size === 0) await onlySeen(tx, ctx, id);
}

/** What the kept one has stays; what only the other has fills it; lists and notes come together. */
function fill(kept: Row, other: Row): Filled {
  return {
    title: kept.title ?? other.title,
    phones: [...new Set([...kept.phones, ...other.phones])],
    companyId: kept.companyId ?? other.companyId,
    notes: [kept.notes, other.notes].filter(Boolean).join("\n\n") || null,
    tags: [...new Set([...kept.tags, ...other.tags])],
  };
}

const pick = ({ title, phones, companyId, notes, tags }: Row): Filled => ({ title, phones, companyId, notes, tags });
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const moveIdentities = (tx: Tx, from: ContactId, to: ContactId) =>
  tx
    .update(contactIdentityTable)
    .set({ contactId: to })
    .where(eq(contactIdentityTable.contactId, from))
    .returning({ kind: contactIdentityTable.kind, value: contactIdentityTable.value });

async function moveFacts(tx: Tx, from: ContactId, to: ContactId): Promise<number[]> {
  const moved = await tx
    .update(contactFactTable)
    .set({ contactId: to })
    .where(eq(contactFactTable.contactId, from))
    .returning({ sequence: contactFactTable.sequence });
  return moved.map((one) => one.sequence);
}
