import type { Contact } from "@sidenote/contract/contacts";
import type { ContactId } from "@sidenote/contract/ids";
import { eq, inArray, sql } from "drizzle-orm";
import type { Ctx } from "../../core/context.ts";
import { updateMany } from "../../core/db/bulk.ts";
import { rows, type Tx } from "../../core/db/database.ts";
import { uuids } from "../../core/db/raw.ts";
import { scopeOf } from "../../core/db/scope.ts";
import { change } from "../../core/db/transaction.ts";
import { AppError, notFound } from "../../core/errors.ts";
import { fromUuid } from "../../core/ids.ts";
import { saveSeenCompanies } from "../companies/index.ts";
import { namedByColleagues } from "./colleagues.ts";
import { audited, contactIn, contactsChanged } from "./service.ts";
import { contactIdentityTable, contactMergeTable, contactTable, sightingTable } from "./table.ts";

/**
 * Makes people seen in mail contacts of the organization, or joins each to the contact that has the same address already. Returns, in
 * the order of `ids`, the contact that each of them now is.
 */
export async function saveSeen(
  tx: Tx,
  ctx: Ctx,
  ids: readonly ContactId[],
  savedBy: "person" | "mail",
): Promise<ContactId[]> {
  if (ids.length === 0) return [];
  // Two members who save the same person at the same time take turns: the second one joins.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`save ${ctx.actor.organizationUuid}`}, 0))`);
  const { id, state, companyId } = contactTable;
  const found = await tx
    .select({ id, state, companyId })
    .from(contactTable)
    .where(inArray(id, [...ids]));
  const known = new Set(found.map((row) => row.id));
  for (const one of ids) if (!known.has(one)) throw notFound("contact", one);
  const seen = found.filter((row) => row.state === "seen");
  if (seen.length === 0) return [...ids];
  const twins = await savedTwins(
    tx,
    seen.map((row) => row.id),
  );
  await updateMany(
    tx,
    contactTable,
    id,
    [...twins].map(([one, joinedTo]) => ({ id: one, joinedTo })),
  );
  await saveAlone(
    tx,
    ctx,
    seen.filter((row) => !twins.has(row.id)),
    savedBy,
  );
  return ids.map((one) => twins.get(one) ?? one);
}

/** The organization's contact of the same address, for each of these that has one. */
async function savedTwins(tx: Tx, ids: readonly ContactId[]): Promise<ReadonlyMap<ContactId, ContactId>> {
  const found = await rows<{ id: string; twin: string }>(
    tx,
    sql`select distinct on (own.contact_id) own.contact_id::text as id, other.contact_id::text as twin from contact_identities own
        join contact_identities other on other.org_id = own.org_id and other.kind = own.kind and other.value = own.value
        join contacts c on c.org_id = other.org_id and c.id = other.contact_id and c.state = 'saved'
        where own.contact_id = any (${uuids(ids, "cnt")}) order by own.contact_id, other.contact_id`,
  );
  return new Map(found.map(({ id, twin }) => [fromUuid(id, "cnt"), fromUuid(twin, "cnt")]));
}

async function saveAlone(
  tx: Tx,
  ctx: Ctx,
  people: readonly Pick<typeof contactTable.$inferSelect, "id" | "companyId">[],
  savedBy: "person" | "mail",
): Promise<void> {
  if (people.length === 0) return;
  const companies = await saveSeenCompanies(
    tx,
    ctx,
    people.flatMap((one) => one.companyId ?? []),
    savedBy,
  );
  await updateMany(
    tx,
    contactTable,
    contactTable.id,
    people.map(({ id, companyId }) => ({
      id,
      state: "saved",
      savedBy,
      visibility: "organization",
      companyId: companyId && companies.get(companyId)!,
    })),
  );
  await tx
    .update(contactIdentityTable)
    .set({ scope: scopeOf(ctx, "organization") })
    .where(
      inArray(
        contactIdentityTable.contactId,
        people.map((one) => one.id),
      ),
    );
}

export const saveContact = (ctx: Ctx, { id }: { id: ContactId }): Promise<Contact> =>
  change(ctx, "contact.save", async (tx) => {
    const before = await contactIn(tx, id);
    const [saved] = await saveSeen(tx, ctx, [id], "person");
    const after = await contactIn(tx, id);
    return { ...asAudited(before, after), recordId: id, events: [contactsChanged([saved!])] };
  });

export const saveSeenContacts = (ctx: Ctx, { ids }: { ids: ContactId[] }): Promise<{ saved: number }> =>
  change(ctx, "contact.save", async (tx) => {
    const saved = await saveSeen(tx, ctx, ids, "person");
    return { after: { saved: saved.length }, audit: { ids }, events: [contactsChanged(saved)] };
  });

/** Undo of a save. A contact that others have changed since, or that was never seen in this member's mail, stays. */
export const unsaveContact = (ctx: Ctx, { id }: { id: ContactId }): Promise<Contact> =>
  change(ctx, "contact.unsave", async (tx) => {
    const [row] = await tx.select().from(contactTable).where(eq(contactTable.id, id));
    if (!row) throw notFound("contact", id);
    const before = await contactIn(tx, id);
    if (row.joinedTo) {
      const [merge] = await tx.select().from(contactMergeTable).where(eq(contactMergeTable.contactId, id));
      if (merge) throw new AppError("conflict", "This contact was merged into another. Take the merge back instead");
      await tx.update(contactTable).set({ joinedTo: null }).where(eq(contactTable.id, id));
    } else if (row.state === "saved") {
      if (row.ownerId !== ctx.actor.memberId)
        throw new AppError("forbidden", "Somebody else saved this contact. Archive it instead");
      if (row.version > 1)
        throw new AppError("conflict", "This contact was changed since it was saved. Archive it instead");
      if (await isNeeded(tx, id))
        throw new AppError(
          "conflict",
          "Somebody belongs to this contact, or a colleague wrote about it. Archive it instead",
        );
      if (!(await wasSeen(tx, before)))
        throw new AppError("conflict", "Nobody of this address is in your mail. Archive the contact instead");
      await onlySeen(tx, ctx, id);
    }
    return { ...asAudited(before, await contactIn(tx, id)), events: [contactsChanged([id])] };
  });

/** What nobody else saw before, or is not to see any more. */
const asAudited = (before: Contact, after: Contact) => ({
  after,
  audit: audited(after),
  before: audited(before),
  private: true,
});

/** Somebody was joined to it, or a colleague wrote about it: whoever works with it would lose it. */
async function isNeeded(tx: Tx, id: ContactId): Promise<boolean> {
  const [joined] = await tx
    .select({ id: contactTable.id })
    .from(contactTable)
    .where(eq(contactTable.joinedTo, id))
    .limit(1);
  return joined !== undefined || (await namedByColleagues(tx, [id])).size > 0;
}

/** Makes a saved contact somebody whom only its owner has seen, in mail. */
export async function onlySeen(tx: Tx, ctx: Ctx, id: ContactId): Promise<void> {
  await tx.update(contactTable).set({ state: "seen", savedBy: null, visibility: "own" }).where(eq(contactTable.id, id));
  await tx
    .update(contactIdentityTable)
    .set({ scope: scopeOf(ctx, "own") })
    .where(eq(contactIdentityTable.contactId, id));
}

async function wasSeen(tx: Tx, contact: Contact): Promise<boolean> {
  const addresses = contact.addresses.map((one) => one.address);
  if (addresses.length === 0) return false;
  const found = await tx
    .select({ address: sightingTable.address })
    .from(sightingTable)
    .where(inArray(sightingTable.address, addresses))
    .limit(1);
  return found.length > 0;
}
