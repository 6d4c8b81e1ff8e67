import type { Contact, ContactFact } from "@sidenote/contract/contacts";
import type { ContactId } from "@sidenote/contract/ids";
import { and, asc, desc, eq, inArray, or, sql } from "drizzle-orm";
import { updateMany } from "../../core/db/bulk.ts";
import type { Tx } from "../../core/db/database.ts";
import { beginningOf } from "../../core/text/storable.ts";
import { contactFactTable, contactTable } from "./table.ts";

/** Contacts of the organization, and people in one member's mail alone. */
export type Touched = { saved: ContactId[]; seen: ContactId[] };
export const NOBODY: Touched = { saved: [], seen: [] };

type Fact = typeof contactFactTable.$inferSelect;
/** The facts of which the contact's own row shows the newest. */
export const COLUMN_FACTS = [
  "name",
  "title",
  "phones",
  "notes",
  "companyId",
  "tags",
] as const satisfies readonly Fact["field"][];
/** How facts are called where all that is known of somebody is listed. */
const SHOWN_AS = {
  name: "name",
  title: "title",
  phones: "phone",
  company: "company",
  address: "address",
  links: "link",
} as const;

export type Shown = { title: string | null; phones: string[] };

/** What the facts give to show of contacts. */
export async function shownOf(tx: Tx, ids: readonly ContactId[]): Promise<(id: ContactId) => Shown> {
  const facts = await tx
    .select()
    .from(contactFactTable)
    .where(and(inArray(contactFactTable.contactId, [...ids]), inArray(contactFactTable.field, ["title", "phones"])))
    .orderBy(...byWeight);
  return (id) => {
    const best = (field: Fact["field"]) => facts.find((fact) => fact.contactId === id && fact.field === field)?.value;
    return { title: best("title") ?? null, phones: listOf(best("phones")) };
  };
}

/** Of these contacts, those with phones that no fact gives alone: a merge gathered them. */
export async function withGatheredPhones(tx: Tx, ids: readonly ContactId[]): Promise<ReadonlySet<ContactId>> {
  if (ids.length === 0) return new Set();
  const given = await shownOf(tx, ids);
  const rows = await tx
    .select({ id: contactTable.id, phones: contactTable.phones })
    .from(contactTable)
    .where(inArray(contactTable.id, [...ids]));
  return new Set(
    rows.filter(({ id, phones }) => JSON.stringify(phones) !== JSON.stringify(given(id).phones)).map((one) => one.id),
  );
}

/**
 * Writes what is to be shown of the facts beside the contact, but for phones that were gathered. Returns those of which something
 * else is shown now.
 */
export async function showFacts(
  tx: Tx,
  ids: readonly ContactId[],
  gathered: ReadonlySet<ContactId> = new Set(),
): Promise<Touched> {
  const best = await shownOf(tx, ids);
  const rows = await tx
    .select({ id: contactTable.id, state: contactTable.state, title: contactTable.title, phones: contactTable.phones })
    .from(contactTable)
    .where(inArray(contactTable.id, [...ids]));
  const changed: Touched = { saved: [], seen: [] };
  const shown: (Shown & { id: ContactId })[] = [];
  for (const row of rows) {
    const { title, phones } = { ...best(row.id), ...(gathered.has(row.id) && { phones: row.phones }) };
    if (title === row.title && JSON.stringify(phones) === JSON.stringify(row.phones)) continue;
    shown.push({ id: row.id, title, phones });
    changed[row.state].push(row.id);
  }
  await updateMany(tx, contactTable, contactTable.id, shown);
  return changed;
}

/** Calls contacts by what the facts say. */
export async function callByFacts(tx: Tx, ids: readonly ContactId[]): Promise<void> {
  const names = await tx
    .selectDistinctOn([contactFactTable.contactId], { id: contactFactTable.contactId, name: contactFactTable.value })
    .from(contactFactTable)
    .where(and(inArray(contactFactTable.contactId, [...ids]), eq(contactFactTable.field, "name")))
    .orderBy(asc(contactFactTable.contactId), ...byWeight);
  const told = names.flatMap(({ id, name }) => (name ? [{ id, name: beginningOf(name, 200) }] : []));
  await updateMany(tx, contactTable, contactTable.id, told);
}

/** A person's word before a mail's, the newest first; that a person left it empty holds until a mail tells. */
export const byWeight = [
  sql`${contactFactTable.sourceKind} = 'person' and coalesce(${contactFactTable.value}, '[]') <> '[]' desc`,
  desc(contactFactTable.seenAt),
  desc(contactFactTable.sequence),
];

export function listOf(value: string | null | undefined): string[] {
  const parsed: unknown = value ? JSON.parse(value) : [];
  return Array.isArray(parsed) ? parsed.filter((one) => typeof one === "string") : [];
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
