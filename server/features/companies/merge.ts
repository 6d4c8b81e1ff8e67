import type { Company } from "@sidenote/contract/companies";
import type { CompanyId } from "@sidenote/contract/ids";
import { and, eq, or, sql } from "drizzle-orm";
import type { Ctx } from "../../core/context.ts";
import { rows, type Tx } from "../../core/db/database.ts";
import { change } from "../../core/db/transaction.ts";
import { AppError, notFound } from "../../core/errors.ts";
import { forgetApart } from "./apart.ts";
import { companiesNamedByColleagues } from "./colleagues.ts";
import { forgetParent } from "./parent.ts";
import { givePeopleBack } from "./people.ts";
import { onlySeenCompany, saveSeenCompanies } from "./seen.ts";
import { companiesChanged, companiesRenamed, companyIn } from "./service.ts";
import { companyMergeTable, companyTable, type Filled } from "./table.ts";

type Row = typeof companyTable.$inferSelect;
type Pair = { id: CompanyId; otherId: CompanyId };
const FILLED = ["industry", "sizeBand", "website", "notes"] as const;

/**
 * Makes two companies one: the other's people, domains and activities are read as those of the one that is kept. They stay where
 * they are, so that it can be taken back however much has come since.
 */
export const mergeCompanies = (ctx: Ctx, { id, otherId }: Pair): Promise<Company> =>
  change(ctx, "company.merge", async (tx) => {
    const saved = await saveTheSeen(tx, ctx, await both(tx, id, otherId));
    const [kept, other] = await both(tx, id, otherId);
    const before = await companyIn(tx, id);
    const after = fill(kept, other);
    await forgetParent(tx, kept.id, other.id);
    await tx
      .update(companyTable)
      .set({ ...after, version: kept.version + 1, updatedAt: ctx.now().toISOString() })
      .where(eq(companyTable.id, kept.id));
    await tx.update(companyTable).set({ joinedTo: kept.id }).where(eq(companyTable.id, other.id));
    await tx.insert(companyMergeTable).values({
      companyId: other.id,
      keptId: kept.id,
      filled: { before: pick(kept), after, ...(saved && { saved }) },
      at: ctx.now().toISOString(),
    });
    await forgetApart(tx, kept.id, other.id);
    return {
      after: await companyIn(tx, kept.id),
      before,
      audit: { kept: kept.id, merged: other.id, ...(saved && { saved }) },
      private: kept.state === "seen",
      recordId: kept.id,
      events: [companiesChanged([kept.id, other.id]), companiesRenamed([other.id])],
    };
  });

/** Takes a merge back; what was changed since on the one that was kept stays as it is. */
export const unmergeCompany = (ctx: Ctx, { id }: { id: CompanyId }): Promise<Company> =>
  change(ctx, "company.unmerge", async (tx) => {
    const [merge] = await tx.select().from(companyMergeTable).where(eq(companyMergeTable.companyId, id));
    if (!merge) throw notFound("merged company", id);
    const { keptId, filled } = merge;
    const [kept] = await tx.select().from(companyTable).where(eq(companyTable.id, keptId)).for("update");
    if (!kept) throw notFound("company", keptId);
    // What it was filled with went on with it.
    if (kept.joinedTo)
      throw new AppError("conflict", `${kept.name} is part of another company by now. Take that back first`);
    const untouched = Object.fromEntries(
      FILLED.filter((field) => kept[field] === filled.after[field]).map((field) => [field, filled.before[field]]),
    );
    await tx
      .update(companyTable)
      .set({ ...untouched, version: kept.version + 1, updatedAt: ctx.now().toISOString() })
      .where(eq(companyTable.id, keptId));
    await tx.update(companyTable).set({ joinedTo: null }).where(eq(companyTable.id, id));
    await tx.delete(companyMergeTable).where(eq(companyMergeTable.companyId, id));
    await givePeopleBack(tx, ctx, { from: keptId, to: id });
    await seenAgain(tx, ctx, filled.saved);
    return {
      after: await companyIn(tx, id),
      audit: { kept: keptId, merged: id },
      private: kept.state === "seen",
      recordId: id,
      events: [companiesChanged([keptId, id]), companiesRenamed([id])],
    };
  });

async function both(tx: Tx, id: CompanyId, otherId: CompanyId): Promise<[Row, Row]> {
  if (id === otherId) throw new AppError("invalid", "A company cannot be made one with itself");
  const found = await tx
    .select()
    .from(companyTable)
    .where(or(eq(companyTable.id, id), eq(companyTable.id, otherId)))
    .orderBy(companyTable.id)
    .for("update");
  const [kept, other] = [id, otherId].map((wanted) => found.find((row) => row.id === wanted));
  if (!kept) throw notFound("company", id);
  if (!other) throw notFound("company", otherId);
  if (kept.joinedTo || other.joinedTo)
    throw new AppError("conflict", "One of the two is part of another company already");
  return [kept, other];
}

/** A company of the organization and one only seen in mail become one of the organization. Which was saved for it. */
async function saveTheSeen(tx: Tx, ctx: Ctx, [kept, other]: [Row, Row]): Promise<CompanyId | null> {
  if (kept.state === other.state) return null;
  const seen = kept.state === "seen" ? kept.id : other.id;
  await saveSeenCompanies(tx, ctx, [seen], "person");
  return seen;
}

/** For anybody but the member in whose mail it was seen it stays saved, and so it does where others have come to work there. */
async function seenAgain(tx: Tx, ctx: Ctx, id: CompanyId | undefined): Promise<void> {
  if (!id) return;
  const [row] = await tx
    .select()
    .from(companyTable)
    .where(and(eq(companyTable.id, id), eq(companyTable.ownerId, ctx.actor.memberId)));
  if (row?.state !== "saved" || row.joinedTo || (await isWorkedAt(tx, id))) return;
  if ((await companiesNamedByColleagues(tx, [id])).size === 0) await onlySeenCompany(tx, ctx, id);
}

async function isWorkedAt(tx: Tx, id: CompanyId): Promise<boolean> {
  const found = await rows(
    tx,
    sql`select 1 from contacts where company_id = ${sql.param(id, companyTable.id)} and state = 'saved' limit 1`,
  );
  return found.length > 0;
}

/** What the kept one has stays; what only the other has fills it; notes come together. */
const fill = (kept: Row, other: Row): Filled => ({
  industry: kept.industry ?? other.industry,
  sizeBand: kept.sizeBand ?? other.sizeBand,
  website: kept.website ?? other.website,
  notes: [kept.notes, other.notes].filter(Boolean).join("\n\n") || null,
});

const pick = ({ industry, sizeBand, website, notes }: Row): Filled => ({ industry, sizeBand, website, notes });
