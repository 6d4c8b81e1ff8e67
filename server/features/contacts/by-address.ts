import type { ContactId } from "@sidenote/contract/ids";
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

/** The same of one address, with every address that the contact has. */
export async function whoHas(tx: Tx, address: string): Promise<{ id: ContactId; addresses: string[] } | null> {
  const theirs = alias(contactIdentityTable, "theirs");
  const found = await tx
    .select({ id: contactTable.id, address: theirs.value })
    .from(contactIdentityTable)
    .innerJoin(contactTable, eq(contactTable.id, contactIdentityTable.contactId))
    .innerJoin(theirs, and(eq(theirs.contactId, contactTable.id), eq(theirs.kind, "email")))
    .where(and(eq(contactIdentityTable.kind, "email"), eq(contactIdentityTable.value, address)))
    .orderBy(sql`${contactTable.state} = 'saved'`);
  const id = found.at(-1)?.id;
  return id ? { id, addresses: found.flatMap((one) => (one.id === id ? [one.address] : [])) } : null;
}
