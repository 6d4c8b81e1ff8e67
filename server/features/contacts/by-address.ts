import type { CompanyId, ContactId } from "@sidenote/contract/ids";
import { and, eq, inArray, sql } from "drizzle-orm";
import { builtOnce } from "../../core/db/built-once.ts";
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

/** The contact that has an address, and where they work. */
export type Holder = { id: ContactId; companyId: CompanyId | null };

/** The same of one address. */
export async function whoHas(tx: Tx, address: string): Promise<Holder | null> {
  const [found] = await holderOf(tx).execute({ address });
  return found ?? null;
}

const holderOf = builtOnce((db) =>
  db
    .select({ id: contactTable.id, companyId: contactTable.companyId })
    .from(contactIdentityTable)
    .innerJoin(contactTable, eq(contactTable.id, contactIdentityTable.contactId))
    .where(and(eq(contactIdentityTable.kind, "email"), eq(contactIdentityTable.value, sql.placeholder("address"))))
    .orderBy(sql`${contactTable.state} = 'saved' desc`)
    .limit(1),
);
