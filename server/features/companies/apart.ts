import type { companies } from "@sidenote/contract/companies";
import type { InputOf, OutputOf } from "@sidenote/contract/endpoint";
import type { CompanyId } from "@sidenote/contract/ids";
import { and, eq } from "drizzle-orm";
import type { Ctx } from "../../core/context.ts";
import type { Tx } from "../../core/db/database.ts";
import { change } from "../../core/db/transaction.ts";
import { AppError } from "../../core/errors.ts";
import { pairOf } from "../../core/pair.ts";
import { companiesChanged, companyIn } from "./service.ts";
import { companyApartTable } from "./table.ts";

/** A person's word that two companies are two. Whoever sees both is not asked again, until it is taken back. */
export const setCompaniesApart = (
  ctx: Ctx,
  { id, otherId, apart }: InputOf<typeof companies.apart>,
): Promise<OutputOf<typeof companies.apart>> =>
  change(ctx, "company.apart", async (tx) => {
    const [one, other] = [await companyIn(tx, id), await companyIn(tx, otherId)];
    if (one.id === other.id) throw new AppError("conflict", "The two are one company already. Take them apart first");
    if (apart) await tx.insert(companyApartTable).values(pairOf(one.id, other.id)).onConflictDoNothing();
    else await forgetApart(tx, one.id, other.id);
    return {
      after: { id: one.id, otherId: other.id, apart },
      private: one.state === "seen" || other.state === "seen",
      recordId: one.id,
      events: [companiesChanged([one.id, other.id])],
    };
  });

/** They are no longer said to be two, as when they are made one. */
export async function forgetApart(tx: Tx, id: CompanyId, otherId: CompanyId): Promise<void> {
  const pair = pairOf(id, otherId);
  await tx
    .delete(companyApartTable)
    .where(and(eq(companyApartTable.oneId, pair.oneId), eq(companyApartTable.otherId, pair.otherId)));
}
