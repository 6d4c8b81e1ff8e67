import type { Contact, contacts } from "@sidenote/contract/contacts";
import type { InputOf } from "@sidenote/contract/endpoint";
import type { CompanyId, ContactId } from "@sidenote/contract/ids";
import { and, asc, eq, inArray, max, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import type { Ctx } from "../../core/context.ts";
import { atOnce } from "../../core/db/at-once.ts";
import { builtOnce, given } from "../../core/db/built-once.ts";
import type { Tx } from "../../core/db/database.ts";
import { change, read } from "../../core/db/transaction.ts";
import { AppError, notFound, stale } from "../../core/errors.ts";
import { patch } from "../../core/patch.ts";
import { companyIn, companyTable, wholeCompany } from "../companies/index.ts";
import { addAddresses, replaceAddresses } from "./addresses.ts";
import { byWeight, COLUMN_FACTS, factsOf } from "./facts.ts";
import { learnFromPerson } from "./learn.ts";
import { mergedInto } from "./merged.ts";
import { contactFactTable, contactIdentityTable, contactTable, sightingTable } from "./table.ts";
import { contactText } from "./text.ts";

/** A contact with the facts that are known of it and who was merged into it. */
export const getContact = (ctx: Ctx, id: ContactId): Promise<Contact> =>
  read(ctx, async (tx) => {
    const contact = await contactIn(tx, id);
    return { ...contact, learnt: await factsOf(tx, contact), merged: await mergedInto(tx, contact.id) };
  });

function nullWhereNotFound(error: unknown): null {
  if (error instanceof AppError && error.code === "not_found") return null;
  throw error;
}

/** A seen person who has become the organization's contact answers as that one. */
export async function contactIn(tx: Tx, id: ContactId): Promise<Contact> {
  const [found, told] = await atOnce(rowWithEmployer(tx, id), toldOf(tx).execute({ id }));
  if (!found) throw notFound("contact", id);
  const { row, company, lastContactAt } = found;
  if (row.joinedTo) {
    const joined = await contactIn(tx, row.joinedTo).catch(nullWhereNotFound);
    if (joined) return joined;
  }
  const addresses = told.flatMap(({ address, kind, sourceId, at }) =>
    address === null ? [] : [{ address, source: { kind, id: sourceId, at } }],
  );
  const facts = told.flatMap(({ field, kind, sourceId, at }) =>
    field === "email" ? [] : [{ field, source: { kind, id: sourceId, at } }],
  );
  return {
    ...row,
    addresses,
    facts,
    address: addresses[0]?.address ?? null,
    text: contactText(
      row,
      company?.name,
      addresses.map((one) => one.address),
    ),
    company,
    lastContactAt,
    archived: row.archivedAt !== null,
  };
}

/**
 * What the audit keeps of a contact: nothing that only a mail tells, for the mail may be forgotten, and what the audit keeps
 * nobody can take back. Who somebody is that was only seen, mail alone tells.
 */
export function audited({ text: _, name, address, addresses, company, title, phones, ...contact }: Contact) {
  const told = new Set(contact.facts?.flatMap(({ field, source }) => (source.kind === "mail" ? [field] : [])));
  return {
    ...contact,
    ...(contact.state === "saved" && { name, address, addresses, company }),
    ...(!told.has("title") && { title }),
    ...(!told.has("phones") && { phones }),
  };
}

type Told = "email" | (typeof COLUMN_FACTS)[number];

/** Where each address is from, the first one first, and each of the facts that the contact's own row shows. */
const toldOf = builtOnce((db) => {
  const { kind, value, sourceKind, sourceId, createdAt } = contactIdentityTable;
  const address = sql<string | null>`${value}`.as("address");
  const addresses = db
    .select({ field: sql<Told>`'email'`.as("field"), address, kind: sourceKind, sourceId, at: createdAt })
    .from(contactIdentityTable)
    .where(and(eq(contactIdentityTable.contactId, given("id", contactIdentityTable.contactId)), eq(kind, "email")));
  const { field, seenAt } = contactFactTable;
  const facts = db
    .selectDistinctOn([field], {
      field: sql<Told>`${field}`.as("field"),
      address: sql<string | null>`null`.as("address"),
      kind: contactFactTable.sourceKind,
      sourceId: contactFactTable.sourceId,
      at: seenAt,
    })
    .from(contactFactTable)
    .where(
      and(eq(contactFactTable.contactId, given("id", contactFactTable.contactId)), inArray(field, [...COLUMN_FACTS])),
    )
    .orderBy(asc(field), ...byWeight);
  return unionAll(addresses, facts).orderBy(sql`created_at`, sql`address`);
});

/**
 * The contact's own row, where they work (what that company is part of, if it is), and when the last mail with any of their
 * addresses came to the member's own mailbox or left it.
 */
async function rowWithEmployer(tx: Tx, id: ContactId) {
  const [found] = await withEmployer(tx).execute({ id });
  if (!found) return undefined;
  const { companyId, companyName, ...rest } = found;
  return { ...rest, company: companyId && { id: companyId, name: companyName } };
}

const withEmployer = builtOnce((db) => {
  const addresses = db
    .select({ address: contactIdentityTable.value })
    .from(contactIdentityTable)
    .where(
      and(
        eq(contactIdentityTable.contactId, given("id", contactIdentityTable.contactId)),
        eq(contactIdentityTable.kind, "email"),
      ),
    );
  const lastContact = db
    .select({ at: max(sightingTable.lastAt) })
    .from(sightingTable)
    .where(inArray(sightingTable.address, addresses));
  return db
    .select({
      row: contactTable,
      companyId: sql<CompanyId | null>`whole.id`.mapWith(companyTable.id),
      companyName: sql<string>`whole.name`,
      lastContactAt: sql<string | null>`(${lastContact})`.mapWith(sightingTable.lastAt),
    })
    .from(contactTable)
    .leftJoinLateral(sql`${wholeCompany(sql`${contactTable.companyId}`)} whole`, sql`true`)
    .where(eq(contactTable.id, given("id", contactTable.id)));
});

/** Adds a contact of the organization. `conflict` where another has one of the addresses. */
export const createContact = (ctx: Ctx, input: InputOf<typeof contacts.create>): Promise<Contact> =>
  change(ctx, "contact.create", async (tx) => {
    const { addresses = [], ...fields } = input;
    if (input.companyId) await companyIn(tx, input.companyId);
    const [row] = await tx
      .insert(contactTable)
      .values({ ...patch(fields), name: fields.name, state: "saved" })
      .returning({ id: contactTable.id, state: contactTable.state });
    await addAddresses(tx, ctx, row!, addresses);
    await learnFromPerson(tx, ctx, row!.id, fields);
    return { after: await contactIn(tx, row!.id), events: [contactsChanged([row!.id])] };
  });

/** Changes a contact. `conflict` with the current one where `version` is stale; addresses that are given replace all. */
export const updateContact = (ctx: Ctx, input: InputOf<typeof contacts.update>): Promise<Contact> =>
  change(ctx, "contact.update", async (tx) => {
    const { id, version, addresses, ...fields } = input;
    const before = await contactIn(tx, id);
    if (input.companyId) await companyIn(tx, input.companyId);
    const [row] = await tx
      .update(contactTable)
      .set({ ...patch(fields), version: version + 1, updatedAt: ctx.now().toISOString() })
      .where(and(eq(contactTable.id, before.id), eq(contactTable.version, version)))
      .returning({ id: contactTable.id });
    if (!row) throw stale(before, input);
    const apart = addresses ? await replaceAddresses(tx, ctx, before, addresses) : [];
    await learnFromPerson(tx, ctx, before.id, fields);
    const after = await contactIn(tx, before.id);
    return {
      after,
      audit: audited(after),
      before: audited(before),
      private: before.state === "seen",
      events: [contactsChanged([before.id, ...apart])],
    };
  });

/** Puts a contact away, or brings it back. */
export const archiveContact = (ctx: Ctx, input: InputOf<typeof contacts.archive>): Promise<Contact> =>
  change(ctx, "contact.archive", async (tx) => {
    const before = await contactIn(tx, input.id);
    const now = ctx.now().toISOString();
    const [row] = await tx
      .update(contactTable)
      .set({ archivedAt: input.archived ? now : null, version: input.version + 1, updatedAt: now })
      .where(and(eq(contactTable.id, before.id), eq(contactTable.version, input.version)))
      .returning({ id: contactTable.id });
    if (!row) throw stale(before, input);
    const after = await contactIn(tx, before.id);
    return {
      after,
      audit: audited(after),
      before: audited(before),
      private: before.state === "seen",
      events: [contactsChanged([before.id])],
    };
  });

export const contactsChanged = (contactIds: ContactId[]) => ({
  type: "contacts.changed" as const,
  payload: { contactIds },
});
