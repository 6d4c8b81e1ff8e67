import type { contacts } from "@sidenote/contract/contacts";
import type { InputOf, OutputOf } from "@sidenote/contract/endpoint";
import type { ContactId } from "@sidenote/contract/ids";
import { and, eq } from "drizzle-orm";
import type { Ctx } from "../../core/context.ts";
import type { Tx } from "../../core/db/database.ts";
import { change } from "../../core/db/transaction.ts";
import { AppError } from "../../core/errors.ts";
import { pairKey, pairOf } from "../../core/pair.ts";
import { contactIn, contactsChanged } from "./service.ts";
import { contactApartTable } from "./table.ts";

/** A person's word that two contacts are two people. Whoever sees both is not asked again, until it is taken back. */
export const setApart = (
  ctx: Ctx,
  { id, otherId, apart }: InputOf<typeof contacts.apart>,
): Promise<OutputOf<typeof contacts.apart>> =>
  change(ctx, "contact.apart", async (tx) => {
    const [one, other] = [await contactIn(tx, id), await contactIn(tx, otherId)];
    if (one.id === other.id) throw new AppError("conflict", "The two are one contact already. Take them apart first");
    if (apart) await tx.insert(contactApartTable).values(pairOf(one.id, other.id)).onConflictDoNothing();
    else await forgetApart(tx, one.id, other.id);
    return {
      after: { id: one.id, otherId: other.id, apart },
      private: one.state === "seen" || other.state === "seen",
      recordId: one.id,
      events: [contactsChanged([one.id, other.id])],
    };
  });

/** They are no longer said to be two, as when they are made one. */
export async function forgetApart(tx: Tx, id: ContactId, otherId: ContactId): Promise<void> {
  const pair = pairOf(id, otherId);
  await tx
    .delete(contactApartTable)
    .where(and(eq(contactApartTable.oneId, pair.oneId), eq(contactApartTable.otherId, pair.otherId)));
}

/** Every pair that is known to be two, by `pairKey`. */
export async function pairsApart(tx: Tx): Promise<Set<string>> {
  const found = await tx
    .select({ oneId: contactApartTable.oneId, otherId: contactApartTable.otherId })
    .from(contactApartTable);
  return new Set(found.map(({ oneId, otherId }) => pairKey(oneId, otherId)));
}
