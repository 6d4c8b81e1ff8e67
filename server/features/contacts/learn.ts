import type { ContactId, EmailId } from "@sidenote/contract/ids";
import { and, asc, eq, inArray, ne } from "drizzle-orm";
import type { Ctx } from "../../core/context.ts";
import { updateMany } from "../../core/db/bulk.ts";
import type { Tx } from "../../core/db/database.ts";
import { nameFromAddress } from "../../core/mail/people/addresses.ts";
import type { SignatureFacts } from "../../core/mail/said/signature-facts.ts";
import { beginningOf } from "../../core/text/storable.ts";
import { contactsByAddress } from "./by-address.ts";
import { COLUMN_FACTS, NOBODY, showFacts, type Touched, withGatheredPhones } from "./facts.ts";
import { forgetInMerges } from "./forget-merged.ts";
import { Parts, type Told } from "./parts.ts";
import { contactFactTable, contactIdentityTable, contactTable } from "./table.ts";

/** What the signature of one mail says of its sender. */
export type Signed = { emailId: EmailId; at: string; address: string; facts: SignatureFacts };
type SignedBy = Signed & { contactId: ContactId };

type Fact = typeof contactFactTable.$inferInsert;
/** What signatures teach, in the order in which it is shown. */
const LEARNT = ["title", "phones", "company", "address", "links"] as const;

/**
 * Keeps what signatures say as facts of their senders: one row a value, with the newest mail that had it. The newest is what is
 * shown, unless a person said something else. Returns the contacts of whom something else is shown now.
 */
export async function learnFromSignatures(tx: Tx, signed: readonly Signed[]): Promise<Touched> {
  const addresses = [...new Set(signed.map((one) => one.address))];
  // Two imports may bring mails of one person at once, or a merge may give the address to another: they take turns.
  const people = await lockPeople(tx, addresses);
  const contacts = await contactsByAddress(tx, addresses);
  const ids = [...new Set(contacts.values())];
  if (ids.length === 0) return NOBODY;
  const parts = await Parts.of(tx, ids);
  const inOrder = [...signed]
    .sort((a, b) => a.at.localeCompare(b.at))
    .flatMap((one): SignedBy[] => {
      const contactId = contacts.get(one.address);
      return contactId ? [{ ...one, contactId }] : [];
    });
  const renamed = await callAsSigned(tx, parts, new Map(people.map(({ id, name }) => [id, name])), inOrder);
  const gathered = await withGatheredPhones(tx, ids.filter(parts.hasAny));
  const learnt = await keepValues(tx, parts, ids, inOrder);
  const shown = learnt.size > 0 ? await showFacts(tx, [...learnt], gathered) : NOBODY;
  const changed = (state: keyof Touched) => [
    ...new Set([
      ...shown[state],
      ...people.filter((one) => one.state === state && renamed.has(one.id)).map(({ id }) => id),
    ]),
  ];
  return { saved: changed("saved"), seen: changed("seen") };
}

const lockPeople = (tx: Tx, addresses: string[]) =>
  tx
    .select({ id: contactTable.id, name: contactTable.name, state: contactTable.state })
    .from(contactTable)
    .where(
      inArray(
        contactTable.id,
        tx
          .select({ id: contactIdentityTable.contactId })
          .from(contactIdentityTable)
          .where(and(eq(contactIdentityTable.kind, "email"), inArray(contactIdentityTable.value, addresses))),
      ),
    )
    .orderBy(asc(contactTable.id))
    .for("update");

/** Somebody known only by an address is called as they sign. */
async function callAsSigned(
  tx: Tx,
  parts: Parts,
  names: Map<ContactId, string>,
  signed: readonly SignedBy[],
): Promise<ReadonlySet<ContactId>> {
  const renamed = new Map<ContactId, Told>();
  for (const { contactId, emailId, at, address, facts } of signed) {
    const name = names.get(contactId);
    if (!facts.name || name === undefined || name.includes(" ") || name !== nameFromAddress(address)) continue;
    names.set(contactId, beginningOf(facts.name, 200));
    const source = { sourceKind: "mail" as const, sourceId: emailId, seenAt: at };
    renamed.set(contactId, { fact: { contactId, field: "name", value: facts.name, ...source }, address });
  }
  const called = [...renamed.keys()].map((id) => ({ id, name: names.get(id)! }));
  await updateMany(tx, contactTable, contactTable.id, called);
  await parts.insert([...renamed.values()]);
  return new Set(renamed.keys());
}

/** One row a value and person merged, with the newest mail that has it. Of whom something is known that was not, or is seen later. */
async function keepValues(
  tx: Tx,
  parts: Parts,
  ids: readonly ContactId[],
  signed: readonly SignedBy[],
): Promise<ReadonlySet<ContactId>> {
  const facts = await mailFacts(tx, ids);
  const known = new Map(facts.map((fact) => [keyOf(parts.whoTaught(fact.contactId, fact.sequence), fact), fact]));
  const written = new Map<string, Told>();
  const moved = new Map<number, Told>();
  const touched = new Set<ContactId>();
  for (const { contactId, address, emailId, at, facts } of signed)
    for (const [field, value] of valuesOf(facts)) {
      const fact: Fact = { contactId, field, value, sourceKind: "mail", sourceId: emailId, seenAt: at };
      const key = keyOf(parts.whoBrought(contactId, address), fact);
      const before = written.get(key)?.fact ?? known.get(key);
      if (before && before.seenAt >= at) continue;
      if (before?.sequence === undefined) written.set(key, { fact, address });
      else moved.set(before.sequence, { fact: Object.assign(before, { sourceId: emailId, seenAt: at }), address });
      touched.add(contactId);
    }
  await parts.insert([...written.values()]);
  await updateMany(
    tx,
    contactFactTable,
    contactFactTable.sequence,
    [...moved].map(([sequence, { fact }]) => ({ sequence, sourceId: fact.sourceId, seenAt: fact.seenAt })),
  );
  for (const [sequence, { fact, address }] of moved) await parts.note(fact.contactId, address, [sequence]);
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

const keyOf = (part: ContactId, fact: Pick<Fact, "field" | "value">): string =>
  [part, fact.field, (fact.value ?? "").toLowerCase()].join("\0");

function valuesOf(facts: SignatureFacts): [Fact["field"], string][] {
  return LEARNT.flatMap((field) => {
    const value = facts[field];
    if (value === null || value.length === 0) return [];
    return [[field, typeof value === "string" ? value : JSON.stringify(value)] as [Fact["field"], string]];
  });
}

/** Takes back what was learnt from mails that are forgotten. Returns of whom less is known now, and their addresses. */
export async function forgetFacts(
  tx: Tx,
  emailIds: readonly EmailId[],
): Promise<{ addresses: string[]; touched: Touched }> {
  const gone = await tx
    .delete(contactFactTable)
    .where(
      and(
        eq(contactFactTable.sourceKind, "mail"),
        inArray(contactFactTable.field, [...LEARNT]),
        inArray(contactFactTable.sourceId, [...emailIds]),
      ),
    )
    .returning({ id: contactFactTable.contactId, field: contactFactTable.field, value: contactFactTable.value });
  const ids = [...new Set(gone.map((one) => one.id))];
  if (ids.length === 0) return { addresses: [], touched: NOBODY };
  const touched = await showFacts(tx, ids);
  await forgetInMerges(tx, ids, gone);
  const addresses = await tx
    .select({ value: contactIdentityTable.value })
    .from(contactIdentityTable)
    .where(and(inArray(contactIdentityTable.contactId, ids), eq(contactIdentityTable.kind, "email")));
  return { addresses: addresses.map((one) => one.value), touched };
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
