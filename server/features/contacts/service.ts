import type { Contact, contacts } from "@sidenote/contract/contacts";
import type { InputOf } from "@sidenote/contract/endpoint";
import type { ContactId } from "@sidenote/contract/ids";
import { and, asc, eq, inArray, max } from "drizzle-orm";
import type { Ctx } from "../../core/context.ts";
import { sqlState, type Tx } from "../../core/db/database.ts";
import { scopeOf } from "../../core/db/scope.ts";
import { change, read } from "../../core/db/transaction.ts";
import { AppError, notFound, stale } from "../../core/errors.ts";
import { patch } from "../../core/patch.ts";
import { companyIn, companyRef } from "../companies/index.ts";
import { byWeight, factsOf } from "./facts.ts";
import { mergedInto } from "./merged.ts";
import { contactFactTable, contactIdentityTable, contactTable, sightingTable } from "./table.ts";

export const getContact = (ctx: Ctx, id: ContactId): Promise<Contact> =>
  read(ctx, async (tx) => {
    const contact = await contactIn(tx, id);
    return { ...contact, learnt: await factsOf(tx, contact), merged: await mergedInto(tx, contact.id) };
  });

/** A seen person who has become the organization's contact answers as that one. */
export async function contactIn(tx: Tx, id: ContactId): Promise<Contact> {
  const [row] = await tx.select().from(contactTable).where(eq(contactTable.id, id));
  if (!row) throw notFound("contact", id);
  if (row.joinedTo) {
    const joined = await contactIn(tx, row.joinedTo).catch(() => null);
    if (joined) return joined;
  }
  const known = tx
    .select()
    .from(contactIdentityTable)
    .where(and(eq(contactIdentityTable.contactId, row.id), eq(contactIdentityTable.kind, "email")))
    .orderBy(asc(contactIdentityTable.createdAt), asc(contactIdentityTable.value));
  const told = tx
    .selectDistinctOn([contactFactTable.field])
    .from(contactFactTable)
    .where(and(eq(contactFactTable.contactId, row.id), inArray(contactFactTable.field, [...FACT_FIELDS])))
    .orderBy(asc(contactFactTable.field), ...byWeight);
  const employer = row.companyId ? companyRef(tx, row.companyId) : null;
  const [identities, learnt, company, lastContactAt] = await Promise.all([
    known,
    told,
    employer,
    lastContact(tx, row.id),
  ]);
  const addresses = identities.map(({ value, sourceKind, sourceId, createdAt }) => ({
    address: value,
    source: { kind: sourceKind, id: sourceId, at: createdAt },
  }));
  const facts = learnt.map(({ field, sourceKind, sourceId, seenAt }) => ({
    field: field as ShownField,
    source: { kind: sourceKind, id: sourceId, at: seenAt },
  }));
  const lines = [
    row.name,
    row.title,
    company?.name,
    addresses.map((one) => one.address).join(", "),
    row.phones.join(", "),
    row.tags.join(", "),
    row.notes,
  ];
  return {
    ...row,
    addresses,
    facts,
    address: addresses[0]?.address ?? null,
    text: lines.filter(Boolean).join("\n"),
    company,
    lastContactAt,
    archived: row.archivedAt !== null,
  };
}

/** The last mail with any of somebody's addresses in the member's own mailbox. */
async function lastContact(tx: Tx, id: ContactId): Promise<string | null> {
  const addresses = tx
    .select({ address: contactIdentityTable.value })
    .from(contactIdentityTable)
    .where(and(eq(contactIdentityTable.contactId, id), eq(contactIdentityTable.kind, "email")));
  const [row] = await tx
    .select({ at: max(sightingTable.lastAt) })
    .from(sightingTable)
    .where(inArray(sightingTable.address, addresses));
  return row?.at ?? null;
}

export const createContact = (ctx: Ctx, input: InputOf<typeof contacts.create>): Promise<Contact> =>
  change(ctx, "contact.create", async (tx) => {
    const { addresses = [], ...fields } = input;
    if (input.companyId) await companyIn(tx, input.companyId);
    const [row] = await tx
      .insert(contactTable)
      .values({ ...patch(fields), name: fields.name, state: "saved" })
      .returning({ id: contactTable.id });
    await setAddresses(tx, ctx, row!.id, addresses);
    await learn(tx, ctx, row!.id, fields);
    return { after: await contactIn(tx, row!.id), events: [contactsChanged([row!.id])] };
  });

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
    if (addresses) await replaceAddresses(tx, ctx, before, addresses);
    await learn(tx, ctx, before.id, fields);
    return {
      after: await contactIn(tx, before.id),
      before,
      private: before.state === "seen",
      events: [contactsChanged([before.id])],
    };
  });

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
    return {
      after: await contactIn(tx, before.id),
      before,
      private: before.state === "seen",
      events: [contactsChanged([before.id])],
    };
  });

async function replaceAddresses(tx: Tx, ctx: Ctx, before: Contact, addresses: string[]): Promise<void> {
  const wanted = new Set(addresses.map((address) => address.toLowerCase()));
  const had = new Set(before.addresses.map((one) => one.address));
  const gone = [...had].filter((address) => !wanted.has(address));
  const ofContact = and(eq(contactIdentityTable.contactId, before.id), eq(contactIdentityTable.kind, "email"));
  if (gone.length > 0)
    await tx.delete(contactIdentityTable).where(and(ofContact, inArray(contactIdentityTable.value, gone)));
  await setAddresses(
    tx,
    ctx,
    before.id,
    [...wanted].filter((address) => !had.has(address)),
  );
}

async function setAddresses(tx: Tx, ctx: Ctx, contactId: ContactId, addresses: readonly string[]): Promise<void> {
  const values = [...new Set(addresses.map((address) => address.toLowerCase()))];
  if (values.length === 0) return;
  const scope = scopeOf(ctx, "organization");
  try {
    await tx.transaction((inner) =>
      inner
        .insert(contactIdentityTable)
        .values(
          values.map((value) => ({ contactId, kind: "email" as const, value, scope, sourceKind: "person" as const })),
        ),
    );
    await joinSeen(tx, ctx, contactId, values);
  } catch (error) {
    if (sqlState(error) !== "23505") throw error;
    throw new AppError("conflict", `Another contact has one of these addresses already: ${values.join(", ")}`, {
      cause: error,
    });
  }
}

/** Whoever was seen in the member's mail under one of these addresses is this contact from now on. */
async function joinSeen(tx: Tx, ctx: Ctx, contactId: ContactId, addresses: string[]): Promise<void> {
  const seen = tx
    .select({ id: contactIdentityTable.contactId })
    .from(contactIdentityTable)
    .where(
      and(
        eq(contactIdentityTable.scope, scopeOf(ctx, "own")),
        eq(contactIdentityTable.kind, "email"),
        inArray(contactIdentityTable.value, addresses),
      ),
    );
  await tx
    .update(contactTable)
    .set({ joinedTo: contactId })
    .where(and(eq(contactTable.state, "seen"), inArray(contactTable.id, seen)));
}

type FactField = (typeof contactFactTable.$inferInsert)["field"];
type ShownField = (typeof FACT_FIELDS)[number];
const FACT_FIELDS = ["name", "title", "phones", "notes", "companyId", "tags"] as const satisfies readonly FactField[];

/** Keeps what a person said about a contact as facts, beside the columns that show the newest. */
async function learn(
  tx: Tx,
  ctx: Ctx,
  contactId: ContactId,
  fields: Partial<Record<FactField, string | string[] | null | undefined>>,
): Promise<void> {
  const seenAt = ctx.now().toISOString();
  const facts = FACT_FIELDS.flatMap((field) => {
    const value = fields[field];
    if (value === undefined) return [];
    return [
      {
        contactId,
        field,
        value: Array.isArray(value) ? JSON.stringify(value) : value,
        sourceKind: "person" as const,
        sourceId: ctx.actor.memberId,
        seenAt,
      },
    ];
  });
  if (facts.length > 0) await tx.insert(contactFactTable).values(facts);
}

export const contactsChanged = (contactIds: ContactId[]) => ({
  type: "contacts.changed" as const,
  payload: { contactIds },
});
