import type { CompanyId } from "@sidenote/contract/ids";
import { and, eq, inArray, isNull, ne, type Param, type SQL, sql } from "drizzle-orm";
import type { Ctx } from "../../core/context.ts";
import { isDuplicate, rows, type Tx } from "../../core/db/database.ts";
import { scopeOf } from "../../core/db/scope.ts";
import { AppError } from "../../core/errors.ts";
import { whyNoCompanyDomain } from "../../core/mail/people/domains.ts";
import { companyParam, oneCompany } from "./joined.ts";
import { movePeople } from "./people.ts";
import { companyDomainTable, companyMergeTable, companyTable } from "./table.ts";

/** The domains of a company and of what is part of it, its own first, then the older: a column of what selects the company. */
export const domainsOf = (id: CompanyId | Param): SQL<string[]> =>
  sql<string[]>`array(select domain from company_domains where company_id in ${oneCompany(id)}
    group by domain order by bool_or(company_id = ${companyParam(id)}::uuid) desc, min(created_at), domain)`;

/** All domains of the companies that have one of these. */
export async function domainsBeside(tx: Tx, domains: readonly string[]): Promise<string[]> {
  if (domains.length === 0) return [];
  const found = await rows<{ domain: string }>(
    tx,
    sql`with recursive above as (
          select company_id as id from company_domains where ${inArray(companyDomainTable.domain, [...domains])}
          union select k.joined_to from companies k join above on k.id = above.id where k.joined_to is not null),
        one as (select id from above union select c.id from companies c join one on c.joined_to = one.id)
        select distinct domain from company_domains where company_id in (select id from one)`,
  );
  return found.map((one) => one.domain);
}

type Known = { id: CompanyId; state: "seen" | "saved"; domains: readonly string[] };

/** Gives a company the domains that a person says it has. Whoever writes from one that is new works there, from one that is gone no longer. */
export async function setDomains(tx: Tx, ctx: Ctx, company: Known, wanted: readonly string[]): Promise<void> {
  const added = [...new Set(wanted)].filter((domain) => !company.domains.includes(domain));
  const gone = company.domains.filter((domain) => !wanted.includes(domain));
  if (gone.length > 0) await takeDomains(tx, company.id, gone);
  if (added.length > 0) await giveDomains(tx, ctx, company, added);
  if (gone.length + added.length > 0) await movePeople(tx, company.id, [...gone, ...added]);
}

async function giveDomains(tx: Tx, ctx: Ctx, { id, state }: Known, domains: readonly string[]): Promise<void> {
  const reason = domains.map(whyNoCompanyDomain).find((why) => why !== null);
  if (reason) throw new AppError("invalid", reason);
  const scope = scopeOf(ctx, state === "seen" ? "own" : "organization");
  try {
    await tx.transaction((inner) =>
      inner.insert(companyDomainTable).values(domains.map((domain) => ({ companyId: id, domain, scope }))),
    );
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    throw new AppError(
      "conflict",
      `A company with one of these domains exists already: ${domains.join(", ")}. Make the two one, if they are`,
      { cause: error },
    );
  }
  // What only the member's mail knew under such a domain is this company.
  const seen = tx
    .select({ id: companyDomainTable.companyId })
    .from(companyDomainTable)
    .where(and(eq(companyDomainTable.scope, scopeOf(ctx, "own")), inArray(companyDomainTable.domain, [...domains])));
  await tx
    .update(companyTable)
    .set({ joinedTo: id })
    .where(
      and(
        eq(companyTable.state, "seen"),
        ne(companyTable.id, id),
        isNull(companyTable.joinedTo),
        inArray(companyTable.id, seen),
      ),
    );
}

/** What was this company for the sake of such a domain alone is one of its own again, and keeps the domain. */
async function takeDomains(tx: Tx, id: CompanyId, domains: readonly string[]): Promise<void> {
  const merged = tx.select({ id: companyMergeTable.companyId }).from(companyMergeTable);
  const twins = and(eq(companyTable.joinedTo, id), sql`${companyTable.id} not in ${merged}`);
  const holders = tx
    .select({ id: companyDomainTable.companyId })
    .from(companyDomainTable)
    .where(inArray(companyDomainTable.domain, [...domains]));
  await tx
    .update(companyTable)
    .set({ joinedTo: null })
    .where(and(twins, inArray(companyTable.id, holders)));
  await tx
    .delete(companyDomainTable)
    .where(and(inArray(companyDomainTable.domain, [...domains]), sql`company_id in ${oneCompany(id)}`));
}
