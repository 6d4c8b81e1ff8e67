import type { Company } from "@sidenote/contract/companies";
import type { CompanyId } from "@sidenote/contract/ids";
import { asc, eq, inArray } from "drizzle-orm";
import type { Tx } from "../../core/db/database.ts";
import { companyDomainTable, companyMergeTable, companyTable } from "./table.ts";

/** What was made part of this company, with the domains that it brought. */
export async function mergedInto(tx: Tx, id: CompanyId): Promise<NonNullable<Company["merged"]>> {
  const found = await tx
    .select({ id: companyTable.id, name: companyTable.name, at: companyMergeTable.at })
    .from(companyMergeTable)
    .innerJoin(companyTable, eq(companyTable.id, companyMergeTable.companyId))
    .where(eq(companyMergeTable.keptId, id))
    .orderBy(asc(companyMergeTable.at), asc(companyTable.id));
  if (found.length === 0) return [];
  const domains = await tx
    .select({ id: companyDomainTable.companyId, domain: companyDomainTable.domain })
    .from(companyDomainTable)
    .where(
      inArray(
        companyDomainTable.companyId,
        found.map((one) => one.id),
      ),
    );
  return found.map((one) => ({
    ...one,
    domains: domains.filter((of) => of.id === one.id).map(({ domain }) => domain),
  }));
}
