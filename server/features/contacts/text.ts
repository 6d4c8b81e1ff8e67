import type { ContactId } from "@sidenote/contract/ids";
import { and, asc, eq, inArray } from "drizzle-orm";
import type { Tx } from "../../core/db/database.ts";
import { companyRefs } from "../companies/index.ts";
import { contactIdentityTable, type contactTable } from "./table.ts";

type Row = Pick<typeof contactTable.$inferSelect, "id" | "name" | "title" | "phones" | "tags" | "notes" | "companyId">;

/** What is known of a person in so many lines, as it is found and handed to a model. */
export const contactText = (row: Row, company: string | undefined, addresses: readonly string[]): string =>
  [row.name, row.title, company, addresses.join(", "), row.phones.join(", "), row.tags.join(", "), row.notes]
    .filter(Boolean)
    .join("\n");

/** The same of many at once. */
export async function contactTexts(tx: Tx, people: readonly Row[]): Promise<Map<ContactId, string>> {
  if (people.length === 0) return new Map();
  const [companies, identities] = await Promise.all([
    companyRefs(
      tx,
      people.flatMap((one) => one.companyId ?? []),
    ),
    emailsOf(
      tx,
      people.map((one) => one.id),
    ),
  ]);
  const addresses = Map.groupBy(identities, (one) => one.contactId);
  return new Map(
    people.map((row) => [
      row.id,
      contactText(
        row,
        row.companyId ? companies.get(row.companyId)?.name : undefined,
        (addresses.get(row.id) ?? []).map((one) => one.value),
      ),
    ]),
  );
}

/** The addresses of people, each person's first one first. */
const emailsOf = (tx: Tx, ids: readonly ContactId[]) =>
  tx
    .select()
    .from(contactIdentityTable)
    .where(and(inArray(contactIdentityTable.contactId, [...ids]), eq(contactIdentityTable.kind, "email")))
    .orderBy(asc(contactIdentityTable.createdAt), asc(contactIdentityTable.value));
