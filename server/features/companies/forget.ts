import type { CompanyId } from "@sidenote/contract/ids";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Ctx } from "../../core/context.ts";
import { chunks } from "../../core/db/chunks.ts";
import type { Tx } from "../../core/db/database.ts";
import { companiesNamedByColleagues } from "./colleagues.ts";
import { companyTable } from "./table.ts";

/**
 * Takes away the member's companies that were known from mail alone and that nothing points at any more: no person, no other
 * company, no activity, and nothing of a colleague's. Returns those of them that were the organization's.
 */
export async function forgetEmptyCompanies(tx: Tx, ctx: Ctx): Promise<CompanyId[]> {
  const empty = sql`not exists (select 1 from contacts c where c.org_id = ${companyTable.orgId} and c.company_id = ${companyTable.id})
    and not exists (select 1 from companies c where c.org_id = ${companyTable.orgId} and c.joined_to = ${companyTable.id})
    and not exists (select 1 from company_parents p where p.org_id = ${companyTable.orgId} and p.parent_id = ${companyTable.id})
    and not exists (select 1 from activities a where a.org_id = ${companyTable.orgId} and a.company_id = ${companyTable.id})`;
  const onlyFromMail = sql`(${companyTable.state} = 'seen' or (${companyTable.savedBy} = 'mail' and ${companyTable.version} = 1))`;
  const found = await tx
    .select({ id: companyTable.id, state: companyTable.state })
    .from(companyTable)
    .where(and(eq(companyTable.ownerId, ctx.actor.memberId), onlyFromMail, empty));
  const ids = found.map((one) => one.id);
  const staying = await companiesNamedByColleagues(tx, ids);
  for (const part of chunks(ids.filter((id) => !staying.has(id))))
    await tx.delete(companyTable).where(inArray(companyTable.id, part));
  return found.flatMap(({ id, state }) => (state === "saved" && !staying.has(id) ? [id] : []));
}
