import type { Contact } from "@sidenote/contract/contacts";
import type { ContactId } from "@sidenote/contract/ids";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Ctx } from "../../core/context.ts";
import { insertMany } from "../../core/db/bulk.ts";
import { chunks } from "../../core/db/chunks.ts";
import { rows, type Tx } from "../../core/db/database.ts";
import { scopeOf } from "../../core/db/scope.ts";
import { change } from "../../core/db/transaction.ts";
import { AppError, notFound } from "../../core/errors.ts";
import { newId } from "../../core/ids.ts";
import { isRoleAddress, nameFromAddress } from "../../core/mail/addresses.ts";
import { companyDomain, nameFromDomain } from "../../core/mail/domains.ts";
import { companyTable, saveSeenCompany, seeCompanies } from "../companies/index.ts";
import { contactsByAddress } from "./by-address.ts";
import { contactIn, contactsChanged } from "./service.ts";
import { contactFactTable, contactIdentityTable, contactMergeTable, contactTable, sightingTable } from "./table.ts";

/** One address as some mails had it. */
export type Sighting = Count & {
  name: string /** The mail that named the person so, and when. */;
  emailId: string;
  seenAt: string;
  writtenTo: boolean;
};

/** Between the two, and otherwise; times are of the former. */
export type Count = {
  address: string;
  firstAt: string | null;
  lastAt: string | null;
  in: number;
  out: number;
  observed: number;
};

/**
 * Takes note of everybody in newly stored mail: who is not known becomes a contact "seen in mail" of this member's alone; who
 * was written to, or has mail in both directions, becomes a contact of the organization. Returns the contacts touched.
 */
export async function seePeople(
  tx: Tx,
  ctx: Ctx,
  sightings: readonly Sighting[],
): Promise<{ seen: ContactId[]; saved: ContactId[] }> {
  if (sightings.length === 0) return { seen: [], saved: [] };
  await count(tx, sightings);
  const seen: ContactId[] = [];
  const saved: ContactId[] = [];
  for (const part of chunks(sightings)) {
    const known = await contactsByAddress(
      tx,
      part.map((one) => one.address),
    );
    seen.push(
      ...(await makeSeen(
        tx,
        ctx,
        part.filter((one) => !known.has(one.address)),
      )),
    );
    await improveNames(
      tx,
      ctx,
      part.filter((one) => known.has(one.address)),
    );
    saved.push(...(await saveSeen(tx, ctx, await correspondents(tx, part), "mail")));
  }
  return { seen, saved };
}

async function count(tx: Tx, sightings: readonly Count[]): Promise<void> {
  const rows = sightings.map(({ address, firstAt, lastAt, in: mailsIn, out: mailsOut, observed: mailsObserved }) => ({
    address,
    firstAt,
    lastAt,
    mailsIn,
    mailsOut,
    mailsObserved,
  }));
  await insertMany(
    tx,
    sightingTable,
    rows,
    sql`on conflict (org_id, owner_id, address) do update set
      first_at = least(contact_sightings.first_at, excluded.first_at),
      last_at = greatest(contact_sightings.last_at, excluded.last_at),
      mails_in = contact_sightings.mails_in + excluded.mails_in,
      mails_out = contact_sightings.mails_out + excluded.mails_out,
      mails_observed = contact_sightings.mails_observed + excluded.mails_observed`,
  );
}

async function makeSeen(tx: Tx, ctx: Ctx, sightings: readonly Sighting[]): Promise<ContactId[]> {
  if (sightings.length === 0) return [];
  const domains = new Map<string, { name: string }>();
  for (const { address } of sightings) {
    const domain = companyDomain(address);
    if (domain) domains.set(domain, { name: nameFromDomain(domain) });
  }
  const companies = await seeCompanies(tx, ctx, domains);
  const ids = sightings.map(() => newId("cnt"));
  await insertMany(
    tx,
    contactTable,
    sightings.map(({ address, name }, i) => ({
      id: ids[i]!,
      state: "seen",
      visibility: "own",
      name,
      companyId: companies.get(companyDomain(address) ?? "") ?? null,
    })),
  );
  const scope = scopeOf(ctx, "own");
  await insertMany(
    tx,
    contactIdentityTable,
    sightings.map(({ address, emailId }, i) => ({
      contactId: ids[i]!,
      kind: "email",
      value: address,
      scope,
      sourceKind: "mail",
      sourceId: emailId,
    })),
  );
  await insertMany(
    tx,
    contactFactTable,
    sightings.map(({ name, emailId, seenAt }, i) => ({
      contactId: ids[i]!,
      field: "name",
      value: name,
      sourceKind: "mail",
      sourceId: emailId,
      seenAt,
    })),
  );
  return ids;
}

/** Somebody known only by what the address suggests gets the name that a mail now gives. */
async function improveNames(tx: Tx, ctx: Ctx, sightings: readonly Sighting[]): Promise<void> {
  const named = sightings.filter(({ name, address }) => name !== nameFromAddress(address) && !name.includes("@"));
  if (named.length === 0) return;
  const byAddress = new Map(named.map((one) => [one.address, one]));
  const weak = await tx
    .select({ id: contactTable.id, name: contactTable.name, address: contactIdentityTable.value })
    .from(contactIdentityTable)
    .innerJoin(contactTable, eq(contactTable.id, contactIdentityTable.contactId))
    .where(
      and(
        eq(contactIdentityTable.kind, "email"),
        inArray(contactIdentityTable.value, [...byAddress.keys()]),
        eq(contactTable.state, "seen"),
        eq(contactTable.ownerId, ctx.actor.memberId),
      ),
    );
  for (const { id, name, address } of weak) {
    const better = byAddress.get(address);
    if (!better || name !== nameFromAddress(address)) continue;
    await tx.update(contactTable).set({ name: better.name }).where(eq(contactTable.id, id));
    await tx.insert(contactFactTable).values({
      contactId: id,
      field: "name",
      value: better.name,
      sourceKind: "mail",
      sourceId: better.emailId,
      seenAt: better.seenAt,
    });
  }
}

/** Of these, the seen people whom the member wrote to, or has mail with in both directions. */
async function correspondents(tx: Tx, sightings: readonly Sighting[]): Promise<ContactId[]> {
  const written = sightings.filter((one) => one.writtenTo).map((one) => one.address);
  const both = await tx
    .select({ address: sightingTable.address })
    .from(sightingTable)
    .where(
      and(
        inArray(
          sightingTable.address,
          sightings.map((one) => one.address),
        ),
        sql`${sightingTable.mailsIn} > 0 and ${sightingTable.mailsOut} > 0`,
      ),
    );
  const addresses = [...new Set([...written, ...both.map((one) => one.address)])];
  if (addresses.length === 0) return [];
  const found = await tx
    .select({ id: contactTable.id })
    .from(contactIdentityTable)
    .innerJoin(contactTable, eq(contactTable.id, contactIdentityTable.contactId))
    .where(
      and(
        eq(contactIdentityTable.kind, "email"),
        inArray(contactIdentityTable.value, addresses),
        eq(contactTable.state, "seen"),
        sql`${contactTable.joinedTo} is null`,
      ),
    );
  return found.map((one) => one.id);
}

/** Makes people seen in mail contacts of the organization, or joins them to the contact of the same address. */
export async function saveSeen(
  tx: Tx,
  ctx: Ctx,
  ids: readonly ContactId[],
  savedBy: "person" | "mail",
): Promise<ContactId[]> {
  if (ids.length === 0) return [];
  // Two members who save the same person at the same time take turns: the second one joins.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`save ${ctx.actor.organizationUuid}`}, 0))`);
  const saved: ContactId[] = [];
  for (const id of ids) saved.push(await saveOne(tx, ctx, id, savedBy));
  return saved;
}

async function saveOne(tx: Tx, ctx: Ctx, id: ContactId, savedBy: "person" | "mail"): Promise<ContactId> {
  const [row] = await tx.select().from(contactTable).where(eq(contactTable.id, id));
  if (!row) throw notFound("contact", id);
  if (row.state === "saved") return id;
  const [twin] = await rows<{ id: string }>(
    tx,
    sql`select other.contact_id as id from contact_identities own
        join contact_identities other on other.org_id = own.org_id and other.kind = own.kind and other.value = own.value
        join contacts c on c.org_id = other.org_id and c.id = other.contact_id and c.state = 'saved'
        where own.contact_id = ${sql.param(id, contactTable.id)} limit 1`,
  );
  if (twin) {
    const target = contactTable.id.mapFromDriverValue(twin.id) as ContactId;
    await tx.update(contactTable).set({ joinedTo: target }).where(eq(contactTable.id, id));
    return target;
  }
  const companyId = row.companyId && (await saveSeenCompany(tx, ctx, row.companyId, savedBy));
  await tx
    .update(contactTable)
    .set({ state: "saved", savedBy, visibility: "organization", companyId })
    .where(eq(contactTable.id, id));
  await tx
    .update(contactIdentityTable)
    .set({ scope: scopeOf(ctx, "organization") })
    .where(eq(contactIdentityTable.contactId, id));
  return id;
}

export const saveContact = (ctx: Ctx, { id }: { id: ContactId }): Promise<Contact> =>
  change(ctx, "contact.save", async (tx) => {
    const before = await contactIn(tx, id);
    const [saved] = await saveSeen(tx, ctx, [id], "person");
    return { after: await contactIn(tx, id), before, private: true, recordId: id, events: [contactsChanged([saved!])] };
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
      if (!(await wasSeen(tx, before)))
        throw new AppError("conflict", "Nobody of this address is in your mail. Archive the contact instead");
      await onlySeen(tx, ctx, id);
    }
    return { after: await contactIn(tx, id), before, private: true, events: [contactsChanged([id])] };
  });

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

/**
 * Counts addresses anew after mail was forgotten. Who is nowhere in the member's mail any more, and was a contact only because
 * of it, is gone with it.
 */
export async function recountPeople(
  tx: Tx,
  ctx: Ctx,
  counts: readonly Count[],
  gone: readonly string[],
): Promise<void> {
  for (const part of chunks([...counts.map((one) => one.address), ...gone])) {
    await tx
      .delete(sightingTable)
      .where(and(eq(sightingTable.ownerId, ctx.actor.memberId), inArray(sightingTable.address, part)));
  }
  await count(tx, counts);
  for (const part of chunks(gone)) {
    // Who has another address that is still in the mail stays.
    const named = tx
      .select({ id: contactIdentityTable.contactId })
      .from(contactIdentityTable)
      .where(
        and(
          eq(contactIdentityTable.kind, "email"),
          inArray(contactIdentityTable.value, part),
          sql`not exists (select 1 from contact_identities left_over
            join contact_sightings s on s.org_id = left_over.org_id and s.address = left_over.value and s.owner_id = app.member_id()
            where left_over.org_id = ${contactIdentityTable.orgId} and left_over.contact_id = ${contactIdentityTable.contactId})`,
        ),
      );
    const merged = tx
      .select({ id: contactMergeTable.contactId })
      .from(contactMergeTable)
      .where(inArray(contactMergeTable.keptId, named));
    await tx
      .delete(contactTable)
      .where(
        and(
          eq(contactTable.ownerId, ctx.actor.memberId),
          eq(contactTable.state, "seen"),
          inArray(contactTable.id, merged),
        ),
      );
    const onlyFromMail = sql`(${contactTable.state} = 'seen' or (${contactTable.savedBy} = 'mail' and ${contactTable.version} = 1
      and not exists (select 1 from activity_contacts a where a.org_id = ${contactTable.orgId} and a.contact_id = ${contactTable.id})))`;
    await tx
      .delete(contactTable)
      .where(and(eq(contactTable.ownerId, ctx.actor.memberId), inArray(contactTable.id, named), onlyFromMail));
  }
  if (gone.length > 0) await forgetEmptyCompanies(tx, ctx);
}

async function forgetEmptyCompanies(tx: Tx, ctx: Ctx): Promise<void> {
  const empty = sql`not exists (select 1 from contacts c where c.org_id = ${companyTable.orgId} and c.company_id = ${companyTable.id})
    and not exists (select 1 from companies c where c.org_id = ${companyTable.orgId} and c.joined_to = ${companyTable.id})
    and not exists (select 1 from activities a where a.org_id = ${companyTable.orgId} and a.company_id = ${companyTable.id})`;
  const onlyFromMail = sql`(${companyTable.state} = 'seen' or (${companyTable.savedBy} = 'mail' and ${companyTable.version} = 1))`;
  await tx.delete(companyTable).where(and(eq(companyTable.ownerId, ctx.actor.memberId), onlyFromMail, empty));
}

/**
 * After the own addresses changed: all counts anew, the member's own addresses no longer people, and those written to, or with
 * mail in both directions, contacts.
 */
export async function rebuildPeople(
  tx: Tx,
  ctx: Ctx,
  counts: readonly Count[],
  writtenTo: readonly string[],
  own: readonly string[],
): Promise<void> {
  await tx.delete(sightingTable).where(eq(sightingTable.ownerId, ctx.actor.memberId));
  await count(tx, counts);
  const written = new Set(writtenTo);
  const sightings = counts.map((one) => ({
    ...one,
    name: nameFromAddress(one.address),
    emailId: "",
    seenAt: ctx.now().toISOString(),
    writtenTo: written.has(one.address),
  }));
  for (const part of chunks(sightings)) {
    const known = await contactsByAddress(
      tx,
      part.map((one) => one.address),
    );
    await makeSeen(
      tx,
      ctx,
      part.filter((one) => !known.has(one.address) && !isRoleAddress(one.address)),
    );
    await saveSeen(tx, ctx, await correspondents(tx, part), "mail");
  }
  if (own.length > 0) await recountPeople(tx, ctx, [], own);
}
