import type { Contact } from "@sidenote/contract/contacts";
import type { ContactId } from "@sidenote/contract/ids";
import { asc, eq } from "drizzle-orm";
import type { Tx } from "../../core/db/database.ts";
import { contactMergeTable, contactTable } from "./table.ts";

/** Who was made part of this contact, with the addresses that came from there. */
export async function mergedInto(tx: Tx, id: ContactId): Promise<NonNullable<Contact["merged"]>> {
  const rows = await tx
    .select({ id: contactTable.id, name: contactTable.name, moved: contactMergeTable.moved, at: contactMergeTable.at })
    .from(contactMergeTable)
    .innerJoin(contactTable, eq(contactTable.id, contactMergeTable.contactId))
    .where(eq(contactMergeTable.keptId, id))
    .orderBy(asc(contactMergeTable.at), asc(contactTable.id));
  return rows.map(({ moved, ...row }) => ({
    ...row,
    addresses: moved.identities.filter(({ kind }) => kind === "email").map(({ value }) => value),
  }));
}
