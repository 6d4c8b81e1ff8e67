import type { ContactId, EmailId } from "@sidenote/contract/ids";
import { and, asc, eq, inArray, ne } from "drizzle-orm";
import type { Ctx } from "../../core/context.ts";
import { insertMany, updateMany } from "../../core/db/bulk.ts";
import type { Tx } from "../../core/db/database.ts";
import { nameFromAddress } from "../../core/mail/addresses.ts";
import type { SignatureFacts } from "../../core/mail/signature-facts.ts";
import { contactsByAddress } from "./by-address.ts";
import { COLUMN_FACTS, NOBODY, showFacts, type Touched } from "./facts.ts";
import { contactFactTable, contactIdentityTable, contactTable } from "./table.ts";

/** What the signature of one mail says of its sender. */
export type Signed = { emailId: EmailId; at: string; address: string; facts: SignatureFacts };
type SignedBy = Signed & { contactId: ContactId };

type Fact = typeof contactFactTable.$inferInsert;
/** What signatures teach, in the order in which it is shown. */
const LEARNT = ["title", "phones", "company", "address", "links"] as const;

/**
 * Keeps what signatures say as facts of their senders: one row a value, with the newest mail that had it. The newest is what is
 * shown, but for what a person said. Returns the contacts of which something else is shown now.
 */
export async function learnFromSignatures(tx: Tx, signed: readonly Signed[]): Promise<Touched> {
  const contacts = await contactsByAddress(tx, [...new Set(signed.map((one) => one.address))]);
  const ids = [...new Set(contacts.values())].sort();
  if (ids.length === 0) return NOBODY;
  // Two imports may bring mails of one person at once: they take turns.
  const people = await tx
    .select({ id: contactTable.id, name: contactTable.name, state: contactTable.state })
    .from(contactTable)
    .where(inArray(contactTable.id, ids))
    .orderBy(asc(contactTable.id))
    .for("update");
  const inOrder = [...signed]
    .sort((a, b) => a.at.localeCompare(b.at))
    .flatMap((one): SignedBy[] => {
      const contactId = contacts.get(one.address);
      return contactId ? [{ ...one, contactId }] : [];
    });
  const renamed = await callAsSigned(tx, new Map(people.map(({ id, name }) => [id, name])), inOrder);
  const learnt = await keepValues(tx, ids, inOrder);
  const shown = learnt.size > 0 ? await showFacts(tx, [...learnt]) : NOBODY;
  const changed = (state: keyof Touched) => [
    ...new Set([
      ...shown[state],
      ...people.filter((one) => one.state === state && renamed.has(one.id)).map(({ id }) => id),
    ]),
  ];
  return { saved: changed("saved"), seen: changed("seen") };
}

/** Somebody known only by an address is called as they sign. */
async function callAsSigned(
  tx: Tx,
  names: Map<ContactId, string>,
  signed: readonly SignedBy[],
): Promise<ReadonlySet<ContactId>> {
  const renamed = new Map<ContactId, Fact>();
  for (const { contactId, emailId, at, address, facts } of signed) {
    const name = names.get(contactId);
    if (!facts.name || name === undefined || name.includes(" ") || name !== nameFromAddress(address)) continue;
    names.set(contactId, facts.name.slice(0, 200));
    const source = { sourceKind: "mail" as const, sourceId: emailId, seenAt: at };
    renamed.set(contactId, { contactId, field: "name", value: facts.name, ...source });
  }
  const called = [...renamed.keys()].map((id) => ({ id, name: names.get(id)! }));
  await updateMany(tx, contactTable, contactTable.id, called);
  await insertMany(tx, contactFactTable, [...renamed.values()]);
  return new Set(renamed.keys());
}

/** One row a value, with the newest mail that has it. Of whom something is known that was not, or is seen later. */
async function keepValues(
  tx: Tx,
  ids: readonly ContactId[],
  signed: readonly SignedBy[],
): Promise<ReadonlySet<ContactId>> {
  const known = new Map((await mailFacts(tx, ids)).map((fact) => [keyOf(fact), fact]));
  const written = new Map<string, Fact>();
  const moved = new Map<number, Fact>();
  const touched = new Set<ContactId>();
  for (const { contactId, emailId, at, facts } of signed)
    for (const [field, value] of valuesOf(facts)) {
      const fact: Fact = { contactId, field, value, sourceKind: "mail", sourceId: emailId, seenAt: at };
      const key = keyOf(fact);
      const before = written.get(key) ?? known.get(key);
      if (before && before.seenAt >= at) continue;
      if (before?.sequence === undefined) written.set(key, fact);
      else {
        Object.assign(before, { sourceId: emailId, seenAt: at });
        moved.set(before.sequence, before);
      }
      touched.add(contactId);
    }
  await insertMany(tx, contactFactTable, [...written.values()]);
  await updateMany(
    tx,
    contactFactTable,
    contactFactTable.sequence,
    [...moved].map(([sequence, { sourceId, seenAt }]) => ({ sequence, sourceId, seenAt })),
  );
  return touched;
}

const mailFacts = (tx: Tx, ids: readonly ContactId[]) =>
  tx
    .select()
    .from(contactFactTable)
    .where(
      and(
        inArray(contactFactTable.contactId, [...ids]),
        eq(contactFactTable.sourceKind, "mail"),
        ne(contactFactTable.field, "name"),
      ),
    );

const keyOf = (fact: Pick<Fact, "contactId" | "field" | "value">): string =>
  [fact.contactId, fact.field, (fact.value ?? "").toLowerCase()].join("\0");

function valuesOf(facts: SignatureFacts): [Fact["field"], string][] {
  return LEARNT.flatMap((field) => {
    const value = facts[field];
    if (value === null || value.length === 0) return [];
    return [[field, typeof value === "string" ? value : JSON.stringify(value)] as [Fact["field"], string]];
  });
}

/** Takes back what was learnt from mails that are forgotten. Returns the addresses of whom less is known now. */
export async function forgetFacts(tx: Tx, emailIds: readonly EmailId[]): Promise<string[]> {
  const gone = await tx
    .delete(contactFactTable)
    .where(
      and(
        eq(contactFactTable.sourceKind, "mail"),
        inArray(contactFactTable.field, [...LEARNT]),
        inArray(contactFactTable.sourceId, [...emailIds]),
      ),
    )
    .returning({ id: contactFactTable.contactId });
  const ids = [...new Set(gone.map((one) => one.id))];
  if (ids.length === 0) return [];
  await showFacts(tx, ids);
  const addresses = await tx
    .select({ value: contactIdentityTable.value })
    .from(contactIdentityTable)
    .where(and(inArray(contactIdentityTable.contactId, ids), eq(contactIdentityTable.kind, "email")));
  return addresses.map((one) => one.value);
}

/** Keeps what a person said about a contact as facts, beside the columns that show the newest. */
export async function learnFromPerson(
  tx: Tx,
  ctx: Ctx,
  contactId: ContactId,
  fields: Partial<Record<Fact["field"], string | string[] | null | undefined>>,
): Promise<void> {
  const seenAt = ctx.now().toISOString();
  const facts = COLUMN_FACTS.flatMap((field) => {
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
