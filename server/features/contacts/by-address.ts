import type { CompanyId, ContactId } from "@sidenote/contract/ids";
import { and, eq, inArray, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Tx } from "../../core/db/database.ts";
import { contactIdentityTable, contactTable } from "./table.ts";

/** The contact of each address that the member may see, the organization's before those merely seen. */
export async function contactsByAddress(tx: Tx, addresses: readonly string[]): Promise<Map<string, ContactId>> {
  if (addresses.length === 0) return new Map();
  const found = await tx
    .select({ address: contactIdentityTable.value, id: contactTable.id })
    .from(contactIdentityTable)
    .innerJoin(contactTable, eq(contactTable.id, contactIdentityTable.contactId))
    .where(and(eq(contactIdentityTable.kind, "email"), inArray(contactIdentityTable.value, [...addresses])))
    .orderBy(sql`${contactTable.state} = 'saved'`);
  return new Map(found.map(({ address, id }) => [address, id]));
}

export type Known = { id: ContactId; companyId: CompanyId | null; addresses: string[] };

/** The same of one address, with every address that the contact has. */
export async function whoHas(tx: Tx, address: string): Promise<Known | null> {
  const theirs = alias(contactIdentityTable, "theirs");
  const found = await tx
    .select({ id: contactTable.id, companyId: contactTable.companyId, address: theirs.value })
    .from(contactIdentityTable)
    .innerJoin(contactTable, eq(contactTable.id, contactIdentityTable.contactId))
    .innerJoin(theirs, and(eq(theirs.contactId, contactTable.id), eq(theirs.kind, "email")))
    .where(and(eq(contactIdentityTable.kind, "email"), eq(contactIdentityTable.value, address)))
    .orderBy(sql`${contactTable.state} = 'saved'`);
  const last = found.at(-1);
  if (!last) return null;
  const { id, companyId } = last;
  return { id, companyId, addresses: found.flatMap((one) => (one.id === id ? [one.address] : [])) };
}
