import { and, eq, inArray, isNotNull, isNull, or } from "drizzle-orm";
import { chunks } from "../../core/db/chunks.ts";
import type { Tx } from "../../core/db/database.ts";
import { contactIdentityTable, contactTable } from "./table.ts";

/** Of these addresses, those of contacts that the member sees; who is merely seen in mail is none. */
export async function knownAddresses(tx: Tx, addresses: readonly string[]): Promise<Set<string>> {
  const known = new Set<string>();
  const isContact = and(
    or(eq(contactTable.state, "saved"), isNotNull(contactTable.joinedTo)),
    isNull(contactTable.archivedAt),
  );
  for (const part of chunks(addresses)) {
    const found = await tx
      .selectDistinct({ address: contactIdentityTable.value })
      .from(contactIdentityTable)
      .innerJoin(contactTable, eq(contactTable.id, contactIdentityTable.contactId))
      .where(and(eq(contactIdentityTable.kind, "email"), inArray(contactIdentityTable.value, part), isContact));
    for (const { address } of found) known.add(address);
  }
  return known;
}
