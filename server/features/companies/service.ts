import type { Company, companies } from "@sidenote/contract/companies";
import type { InputOf } from "@sidenote/contract/endpoint";
import type { CompanyId } from "@sidenote/contract/ids";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Ctx } from "../../core/context.ts";
import { insertMany } from "../../core/db/bulk.ts";
import { rows, sqlState, type Tx } from "../../core/db/database.ts";
import { scopeOf } from "../../core/db/scope.ts";
import { change, read } from "../../core/db/transaction.ts";
import { AppError, notFound, stale } from "../../core/errors.ts";
import { newId } from "../../core/ids.ts";
import { patch } from "../../core/patch.ts";
import { companyDomainTable, companyTable } from "./table.ts";

export const getCompany = (ctx: Ctx, id: CompanyId): Promise<Company> => read(ctx, (tx) => companyIn(tx, id));

/** A seen company that has become the organization's answers as that one. */
export async function companyIn(tx: Tx, id: CompanyId): Promise<Company> {
  const [row] = await tx.select().from(companyTable).where(eq(companyTable.id, id));
  if (!row) throw notFound("company", id);
  if (row.joinedTo) return companyIn(tx, row.joinedTo);
  const domains = await tx
    .select({ domain: companyDomainTable.domain })
    .from(companyDomainTable)
    .where(eq(companyDomainTable.companyId, row.id))
    .orderBy(companyDomainTable.createdAt, companyDomainTable.domain);
  const names = domains.map((one) => one.domain);
  const lines = [row.name, row.industry, row.sizeBand, names.join(", "), row.website, row.notes];
  return { ...row, domains: names, text: lines.filter(Boolean).join("\n"), archived: row.archivedAt !== null };
}

export const createCompany = (ctx: Ctx, input: InputOf<typeof companies.create>): Promise<Company> =>
  change(ctx, "company.create", async (tx) => {
    const { domains = [], ...fields } = input;
    const [row] = await tx
      .insert(companyTable)
      .values({ ...patch(fields), name: fields.name, state: "saved" })
      .returning({ id: companyTable.id });
    await setDomains(tx, ctx, row!.id, domains);
    const after = await companyIn(tx, row!.id);
    return { after, events: [changed(after.id)] };
  });

export const updateCompany = (ctx: Ctx, input: InputOf<typeof companies.update>): Promise<Company> =>
  change(ctx, "company.update", async (tx) => {
    const { id, version, domains, ...fields } = input;
    const before = await companyIn(tx, id);
    const [row] = await tx
      .update(companyTable)
      .set({ ...patch(fields), version: version + 1, updatedAt: ctx.now().toISOString() })
      .where(and(eq(companyTable.id, before.id), eq(companyTable.version, version)))
      .returning({ id: companyTable.id });
    if (!row) throw stale(before, input);
    if (domains) {
      await tx.delete(companyDomainTable).where(eq(companyDomainTable.companyId, before.id));
      await setDomains(tx, ctx, before.id, domains);
    }
    return {
      after: await companyIn(tx, before.id),
      before,
      private: before.state === "seen",
      events: [changed(before.id)],
    };
  });

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
      events: [changed(before.id)],
    };
  });

async function setDomains(tx: Tx, ctx: Ctx, companyId: CompanyId, domains: string[]): Promise<void> {
  if (domains.length === 0) return;
  try {
    await tx.transaction((inner) =>
      inner
        .insert(companyDomainTable)
        .values([...new Set(domains)].map((domain) => ({ companyId, domain, scope: scopeOf(ctx, "organization") }))),
    );
  } catch (error) {
    if (sqlState(error) !== "23505") throw error;
    throw new AppError("conflict", `A company with one of these domains exists already: ${domains.join(", ")}`, {
      cause: error,
    });
  }
}

const changed = (companyId: CompanyId) => ({
  type: "companies.changed" as const,
  payload: { companyIds: [companyId] },
});

/** The companies of these domains that the member may see, the organization's before those merely seen. */
export async function companiesByDomain(tx: Tx, domains: readonly string[]): Promise<Map<string, CompanyId>> {
  if (domains.length === 0) return new Map();
  const found = await tx
    .select({ domain: companyDomainTable.domain, id: companyTable.id, state: companyTable.state })
    .from(companyDomainTable)
    .innerJoin(companyTable, eq(companyTable.id, companyDomainTable.companyId))
    .where(inArray(companyDomainTable.domain, [...domains]));
  const seenFirst = found.sort((a, b) => b.state.localeCompare(a.state));
  return new Map(seenFirst.map(({ domain, id }) => [domain, id]));
}

/** Makes a company, seen in this member's mail, of each domain that has none; returns the company of every domain. */
export async function seeCompanies(
  tx: Tx,
  ctx: Ctx,
  byDomain: ReadonlyMap<string, { name: string }>,
): Promise<Map<string, CompanyId>> {
  const known = await companiesByDomain(tx, [...byDomain.keys()]);
  const unknown = [...byDomain].filter(([domain]) => !known.has(domain));
  if (unknown.length === 0) return known;
  const links = unknown.map(([domain]) => ({ domain, companyId: newId("cmp"), scope: scopeOf(ctx, "own") }));
  await insertMany(
    tx,
    companyTable,
    unknown.map(([, { name }], i) => ({ id: links[i]!.companyId, name, state: "seen", visibility: "own" })),
  );
  await insertMany(tx, companyDomainTable, links);
  for (const { domain, companyId } of links) known.set(domain, companyId);
  return known;
}

/**
 * Makes a company seen in mail one of the organization's, or joins it to the one of the same domain. Returns the company that
 * it now is. Part of saving a contact.
 */
export async function saveSeenCompany(tx: Tx, ctx: Ctx, id: CompanyId, savedBy: "person" | "mail"): Promise<CompanyId> {
  const [row] = await tx.select().from(companyTable).where(eq(companyTable.id, id));
  if (!row || row.state === "saved") return id;
  if (row.joinedTo) return row.joinedTo;
  const [twin] = await rows<{ id: string }>(
    tx,
    sql`select distinct other.company_id as id from company_domains own
        join company_domains other on other.org_id = own.org_id and other.domain = own.domain
        join companies c on c.org_id = other.org_id and c.id = other.company_id and c.state = 'saved'
        where own.company_id = ${sql.param(id, companyTable.id)} limit 1`,
  );
  if (twin) {
    const target = companyTable.id.mapFromDriverValue(twin.id) as CompanyId;
    await tx.update(companyTable).set({ joinedTo: target }).where(eq(companyTable.id, id));
    return target;
  }
  await tx
    .update(companyTable)
    .set({ state: "saved", savedBy, visibility: "organization" })
    .where(eq(companyTable.id, id));
  await tx
    .update(companyDomainTable)
    .set({ scope: scopeOf(ctx, "organization") })
    .where(eq(companyDomainTable.companyId, id));
  return id;
}
