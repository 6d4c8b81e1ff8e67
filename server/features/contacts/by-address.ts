import type { ContactId } from "@sidenote/contract/ids";
import { and, eq, inArray, sql } from "drizzle-orm";
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
