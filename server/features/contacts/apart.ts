import type { contacts } from "@sidenote/contract/contacts";
import type { InputOf, OutputOf } from "@sidenote/contract/endpoint";
import type { ContactId } from "@sidenote/contract/ids";
import { and, eq } from "drizzle-orm";
import type { Ctx } from "../../core/context.ts";
import type { Tx } from "../../core/db/database.ts";
import { change } from "../../core/db/transaction.ts";
import { AppError } from "../../core/errors.ts";
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
    if (apart) {
      const [oneId, second] = inOrder(one.id, other.id);
      await tx.insert(contactApartTable).values({ oneId, otherId: second }).onConflictDoNothing();
    } else await forgetApart(tx, one.id, other.id);
    return {
      after: { id: one.id, otherId: other.id, apart },
      private: one.state === "seen" || other.state === "seen",
      recordId: one.id,
      events: [contactsChanged([one.id, other.id])],
    };
  });

export async function forgetApart(tx: Tx, a: ContactId, b: ContactId): Promise<void> {
  const [one, other] = inOrder(a, b);
  await tx.delete(contactApartTable).where(and(eq(contactApartTable.oneId, one), eq(contactApartTable.otherId, other)));
}

/** Every pair that is known to be two, by `pairKey`. */
export async function pairsApart(tx: Tx): Promise<Set<string>> {
  const found = await tx
    .select({ one: contactApartTable.oneId, other: contactApartTable.otherId })
    .from(contactApartTable);
  return new Set(found.map(({ one, other }) => pairKey(one, other)));
}

/** The order of the two does not matter. */
export const pairKey = (a: ContactId, b: ContactId): string => inOrder(a, b).join(" ");

const inOrder = (a: ContactId, b: ContactId): [ContactId, ContactId] => (a < b ? [a, b] : [b, a]);
