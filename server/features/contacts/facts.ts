import type { Contact, ContactFact } from "@sidenote/contract/contacts";
import type { ContactId, EmailId } from "@sidenote/contract/ids";
import { and, asc, desc, eq, inArray, ne, or, sql } from "drizzle-orm";
import { insertMany, updateMany } from "../../core/db/bulk.ts";
import type { Tx } from "../../core/db/database.ts";
import { nameFromAddress } from "../../core/mail/addresses.ts";
import type { SignatureFacts } from "../../core/mail/signature-facts.ts";
import { contactsByAddress } from "./by-address.ts";
import { contactFactTable, contactIdentityTable, contactTable } from "./table.ts";

/** What the signature of one mail says of its sender. */
export type Signed = { emailId: EmailId; at: string; address: string; facts: SignatureFacts };

/** Contacts of the organization, and people in one member's mail alone. */
type Touched = { saved: ContactId[]; seen: ContactId[] };
const NOBODY: Touched = { saved: [], seen: [] };

type Fact = typeof contactFactTable.$inferInsert;
/** What signatures teach, in the order in which it is shown. */
const LEARNT = ["title", "phones", "company", "address", "links"] as const;
const SHOWN_AS = {
  name: "name",
  title: "title",
  phones: "phone",
  company: "company",
  address: "address",
  links: "link",
} as const;

/**
 * Keeps what signatures say as facts of their senders: one row a value, with the newest mail that had it. The newest is what is
 * shown, but for what a person said. Returns the contacts of which something else is shown now.
 */
export async function learnFromSignatures(tx: Tx, signed: readonly Signed[]): Promise<Touched> {
  const contacts = await contactsByAddress(tx, [...new Set(signed.map((one) => one.address))]);
  const ids = [...new Set(contacts.values())].sort();
  if (ids.length === 0) return NOBODY;
  // Two imports may bring mails of one person at once: they take turns.
  const called = await tx
    .select({ id: contactTable.id, name: contactTable.name })
    .from(contactTable)
    .where(inArray(contactTable.id, ids))
    .orderBy(asc(contactTable.id))
    .for("update");
  const names = new Map(called.map(({ id, name }) => [id, name]));
  const renamed = new Map<ContactId, Fact>();
  const known = new Map((await mailFacts(tx, ids)).map((fact) => [keyOf(fact), fact]));
  const written = new Map<string, Fact>();
  const moved = new Map<number, Fact>();
  const touched = new Set<ContactId>();
  for (const { emailId, at, address, facts } of [...signed].sort((a, b) => a.at.localeCompare(b.at))) {
    const contactId = contacts.get(address);
    if (!contactId) continue;
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
    const name = names.get(contactId);
    // Somebody known only by an address is called as they sign.
    if (facts.name && name !== undefined && !name.includes(" ") && name === nameFromAddress(address)) {
      names.set(contactId, facts.name.slice(0, 200));
      const source = { sourceKind: "mail" as const, sourceId: emailId, seenAt: at };
      renamed.set(contactId, { contactId, field: "name", value: facts.name, ...source });
    }
  }
  await updateMany(
    tx,
    contactTable,
    contactTable.id,
    [...renamed.keys()].map((id) => ({ id, name: names.get(id)! })),
  );
  await insertMany(tx, contactFactTable, [...renamed.values(), ...written.values()]);
  if (touched.size === 0) return NOBODY;
  await updateMany(
    tx,
    contactFactTable,
    contactFactTable.sequence,
    [...moved].map(([sequence, { sourceId, seenAt }]) => ({ sequence, sourceId, seenAt })),
  );
  return showFacts(tx, [...touched]);
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

/** Writes what is to be shown of the facts beside the contact. Returns those of which something else is shown now. */
async function showFacts(tx: Tx, ids: readonly ContactId[]): Promise<Touched> {
  const facts = await tx
    .select()
    .from(contactFactTable)
    .where(and(inArray(contactFactTable.contactId, [...ids]), inArray(contactFactTable.field, ["title", "phones"])))
    .orderBy(...byWeight);
  const rows = await tx
    .select({ id: contactTable.id, state: contactTable.state, title: contactTable.title, phones: contactTable.phones })
    .from(contactTable)
    .where(inArray(contactTable.id, [...ids]));
  const changed: Touched = { saved: [], seen: [] };
  const shown: { id: ContactId; title: string | null; phones: string[] }[] = [];
  for (const row of rows) {
    const best = (field: Fact["field"]) => facts.find((fact) => fact.contactId === row.id && fact.field === field);
    const title = best("title")?.value ?? null;
    const phones = listOf(best("phones")?.value);
    if (title === row.title && JSON.stringify(phones) === JSON.stringify(row.phones)) continue;
    shown.push({ id: row.id, title, phones });
    changed[row.state].push(row.id);
  }
  await updateMany(tx, contactTable, contactTable.id, shown);
  return changed;
}

/** A person's word before a mail's, the newest first; that a person left it empty holds until a mail tells. */
export const byWeight = [
  sql`${contactFactTable.sourceKind} = 'person' and coalesce(${contactFactTable.value}, '[]') <> '[]' desc`,
  desc(contactFactTable.seenAt),
  desc(contactFactTable.sequence),
];

function listOf(value: string | null | undefined): string[] {
  const parsed: unknown = value ? JSON.parse(value) : [];
  return Array.isArray(parsed) ? parsed.filter((one) => typeof one === "string") : [];
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

/** Everything that is known of somebody, what is shown first, each with where it comes from; older values stay as history. */
export async function factsOf(tx: Tx, contact: Contact): Promise<ContactFact[]> {
  const joined = tx.select({ id: contactTable.id }).from(contactTable).where(eq(contactTable.joinedTo, contact.id));
  const rows = await tx
    .select()
    .from(contactFactTable)
    .where(
      and(
        or(eq(contactFactTable.contactId, contact.id), inArray(contactFactTable.contactId, joined)),
        inArray(contactFactTable.field, Object.keys(SHOWN_AS) as (keyof typeof SHOWN_AS)[]),
      ),
    )
    .orderBy(...byWeight);
  const facts = new Map<string, ContactFact>();
  const decided = new Set<string>();
  for (const row of rows) {
    const shownAs = SHOWN_AS[row.field as keyof typeof SHOWN_AS];
    const isNewest = !decided.has(row.field);
    decided.add(row.field);
    const values = row.field === "phones" || row.field === "links" ? listOf(row.value) : row.value ? [row.value] : [];
    for (const value of values) {
      const key = `${shownAs} ${value.toLowerCase()}`;
      if (facts.has(key)) continue;
      const source = { kind: row.sourceKind, id: row.sourceId, at: row.seenAt };
      facts.set(key, {
        field: shownAs,
        value,
        source,
        current: row.field === "name" ? value === contact.name : isNewest,
      });
    }
  }
  return [...facts.values()];
}
