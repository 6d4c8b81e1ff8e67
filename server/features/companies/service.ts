import type { Company, companies } from "@sidenote/contract/companies";
import type { InputOf } from "@sidenote/contract/endpoint";
import type { CompanyId } from "@sidenote/contract/ids";
import { and, eq, sql } from "drizzle-orm";
import type { Ctx } from "../../core/context.ts";
import { builtOnce, given } from "../../core/db/built-once.ts";
import type { Tx } from "../../core/db/database.ts";
import { change, read } from "../../core/db/transaction.ts";
import { notFound, stale } from "../../core/errors.ts";
import { patch } from "../../core/patch.ts";
import { domainsOf, setDomains } from "./domains.ts";
import { mergedInto } from "./merged.ts";
import { parentOf, relatives, setParent } from "./parent.ts";
import { companyTable } from "./table.ts";

export const getCompany = (ctx: Ctx, id: CompanyId): Promise<Company> => read(ctx, (tx) => companyInFull(tx, id));

/** With what it is a part of, what is a part of it, and what was made one with it. */
async function companyInFull(tx: Tx, id: CompanyId): Promise<Company> {
  const company = await companyIn(tx, id);
  return { ...company, ...(await relatives(tx, company.id)), merged: await mergedInto(tx, company.id) };
}

/** As `seenCompany`; where there is none to be seen it throws `not_found`. */
export async function companyIn(tx: Tx, id: CompanyId): Promise<Company> {
  const company = await seenCompany(tx, id);
  if (!company) throw notFound("company", id);
  return company;
}

/** One that has become part of another answers as that one. Null where the member may not see it. */
async function seenCompany(tx: Tx, id: CompanyId): Promise<Company | null> {
  const [found] = await withDomains(tx).execute({ id });
  if (!found) return null;
  const { row, domains } = found;
  return row.joinedTo ? seenCompany(tx, row.joinedTo) : shown(row, domains);
}

const withDomains = builtOnce((db) =>
  db
    .select({ row: companyTable, domains: domainsOf(given("id", companyTable.id)) })
    .from(companyTable)
    .where(eq(companyTable.id, given("id", companyTable.id))),
);

/** The same as it is shown beside somebody who works there: with what it is a part of. */
export async function companyWithParent(tx: Tx, id: CompanyId): Promise<Company | null> {
  const [found] = await withParent(tx).execute({ id });
  if (!found) return null;
  const { row, domains, parentId, parentName } = found;
  if (row.joinedTo) return companyWithParent(tx, row.joinedTo);
  return { ...shown(row, domains), parent: parentId && { id: parentId, name: parentName } };
}

const withParent = builtOnce((db) =>
  db
    .select({
      row: companyTable,
      domains: domainsOf(given("id", companyTable.id)),
      parentId: sql<CompanyId | null>`parent.id`.mapWith(companyTable.id),
      parentName: sql<string>`parent.name`,
    })
    .from(companyTable)
    .leftJoinLateral(sql`${parentOf(given("id", companyTable.id))} parent`, sql`true`)
    .where(eq(companyTable.id, given("id", companyTable.id))),
);

function shown(row: typeof companyTable.$inferSelect, domains: string[]): Company {
  const lines = [row.name, row.industry, row.sizeBand, domains.join(", "), row.website, row.notes];
  return { ...row, domains, text: lines.filter(Boolean).join("\n"), archived: row.archivedAt !== null };
}

/** Adds a company of the organization. `conflict` where another has one of the domains. */
export const createCompany = (ctx: Ctx, input: InputOf<typeof companies.create>): Promise<Company> =>
  change(ctx, "company.create", async (tx) => {
    const { domains = [], ...fields } = input;
    const [row] = await tx
      .insert(companyTable)
      .values({ ...patch(fields), name: fields.name, state: "saved" })
      .returning({ id: companyTable.id });
    await setDomains(tx, ctx, { id: row!.id, state: "saved", domains: [] }, domains);
    const after = await companyIn(tx, row!.id);
    return { after, events: [companiesChanged([after.id])] };
  });

/** Changes a company. `conflict` with the current one where `version` is stale; domains that are given replace all. */
export const updateCompany = (ctx: Ctx, input: InputOf<typeof companies.update>): Promise<Company> =>
  change(ctx, "company.update", async (tx) => {
    const { id, version, domains, parentId, ...fields } = input;
    const before = await companyInFull(tx, id);
    const [row] = await tx
      .update(companyTable)
      .set({ ...patch(fields), version: version + 1, updatedAt: ctx.now().toISOString() })
      .where(and(eq(companyTable.id, before.id), eq(companyTable.version, version)))
      .returning({ id: companyTable.id });
    if (!row) throw stale(before, input);
    if (domains) await setDomains(tx, ctx, before, domains);
    if (parentId !== undefined) await setParent(tx, ctx, before, parentId && (await companyIn(tx, parentId)));
    const after = await companyInFull(tx, before.id);
    return {
      after,
      before,
      private: before.state === "seen",
      events: [companiesChanged([before.id]), ...(after.name === before.name ? [] : [companiesRenamed([before.id])])],
    };
  });

/** Puts a company away, or brings it back. */
export const archiveCompany = (ctx: Ctx, input: InputOf<typeof companies.archive>): Promise<Company> =>
  change(ctx, "company.archive", async (tx) => {
    const before = await companyIn(tx, input.id);
    const now = ctx.now().toISOString();
    const [row] = await tx
      .update(companyTable)
      .set({ archivedAt: input.archived ? now : null, version: input.version + 1, updatedAt: now })
      .where(and(eq(companyTable.id, before.id), eq(companyTable.version, input.version)))
      .returning({ id: companyTable.id });
    if (!row) throw stale(before, input);
    return {
      after: await companyIn(tx, before.id),
      before,
      private: before.state === "seen",
      events: [companiesChanged([before.id])],
    };
  });

export const companiesChanged = (companyIds: CompanyId[]) => ({
  type: "companies.changed" as const,
  payload: { companyIds },
});

export const companiesRenamed = (companyIds: CompanyId[]) => ({
  type: "companies.renamed" as const,
  payload: { companyIds },
});
