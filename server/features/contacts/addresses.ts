import type { Contact } from "@sidenote/contract/contacts";
import type { ContactId } from "@sidenote/contract/ids";
import { and, eq, inArray, ne, notInArray } from "drizzle-orm";
import type { Ctx } from "../../core/context.ts";
import { isDuplicate, type Tx } from "../../core/db/database.ts";
import { scopeOf } from "../../core/db/scope.ts";
import { AppError } from "../../core/errors.ts";
import { contactIdentityTable, contactMergeTable, contactTable } from "./table.ts";

/**
 * Gives a contact the addresses that a person says it has; those that are the same keep where they come from. Returns who was
 * this contact for the sake of an address that is gone, and is somebody of their own again.
 */
export async function replaceAddresses(tx: Tx, ctx: Ctx, before: Contact, addresses: string[]): Promise<ContactId[]> {
  const wanted = new Set(addresses.map((address) => address.toLowerCase()));
  const had = new Set(before.addresses.map((one) => one.address));
  const gone = [...had].filter((address) => !wanted.has(address));
  const ofContact = and(eq(contactIdentityTable.contactId, before.id), eq(contactIdentityTable.kind, "email"));
  const apart = gone.length > 0 ? await partSeen(tx, before.id, { gone, kept: [...wanted] }) : [];
  if (gone.length > 0)
    await tx.delete(contactIdentityTable).where(and(ofContact, inArray(contactIdentityTable.value, gone)));
  await addAddresses(
    tx,
    ctx,
    before,
    [...wanted].filter((address) => !had.has(address)),
  );
  return apart;
}

/** Gives a contact more addresses. `conflict` where one is another contact's; who was seen in mail by one becomes this contact. */
export async function addAddresses(
  tx: Tx,
  ctx: Ctx,
  { id: contactId, state }: Pick<Contact, "id" | "state">,
  addresses: readonly string[],
): Promise<void> {
  const values = [...new Set(addresses.map((address) => address.toLowerCase()))];
  if (values.length === 0) return;
  const scope = scopeOf(ctx, state === "seen" ? "own" : "organization");
  try {
    await tx.transaction((inner) =>
      inner
        .insert(contactIdentityTable)
        .values(
          values.map((value) => ({ contactId, kind: "email" as const, value, scope, sourceKind: "person" as const })),
        ),
    );
    await joinSeen(tx, ctx, contactId, values);
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    throw new AppError("conflict", `Another contact has one of these addresses already: ${values.join(", ")}`, {
      cause: error,
    });
  }
}

/** Whoever was seen in the member's mail under one of these addresses is this contact from now on. */
async function joinSeen(tx: Tx, ctx: Ctx, contactId: ContactId, addresses: string[]): Promise<void> {
  const seen = tx
    .select({ id: contactIdentityTable.contactId })
    .from(contactIdentityTable)
    .where(
      and(
        eq(contactIdentityTable.scope, scopeOf(ctx, "own")),
        eq(contactIdentityTable.kind, "email"),
        inArray(contactIdentityTable.value, addresses),
      ),
    );
  await tx
    .update(contactTable)
    .set({ joinedTo: contactId })
    .where(and(eq(contactTable.state, "seen"), ne(contactTable.id, contactId), inArray(contactTable.id, seen)));
}

/** Whoever was seen in the member's mail and was this contact by these addresses alone. A merge is taken back by itself. */
async function partSeen(
  tx: Tx,
  contactId: ContactId,
  { gone, kept }: { gone: string[]; kept: string[] },
): Promise<ContactId[]> {
  const holders = (addresses: string[]) =>
    tx
      .select({ id: contactIdentityTable.contactId })
      .from(contactIdentityTable)
      .where(and(eq(contactIdentityTable.kind, "email"), inArray(contactIdentityTable.value, addresses)));
  const merged = tx.select({ id: contactMergeTable.contactId }).from(contactMergeTable);
  const found = await tx
    .update(contactTable)
    .set({ joinedTo: null })
    .where(
      and(
        eq(contactTable.state, "seen"),
        eq(contactTable.joinedTo, contactId),
        inArray(contactTable.id, holders(gone)),
        notInArray(contactTable.id, holders(kept)),
        notInArray(contactTable.id, merged),
      ),
    )
    .returning({ id: contactTable.id });
  return found.map((one) => one.id);
}
