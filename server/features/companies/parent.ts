import type { CompanyId } from "@sidenote/contract/ids";
import { and, inArray, sql } from "drizzle-orm";
import type { Ctx } from "../../core/context.ts";
import { rows, type Tx } from "../../core/db/database.ts";
import { AppError } from "../../core/errors.ts";
import { fromUuid, toUuid } from "../../core/ids.ts";
import { oneCompany } from "./joined.ts";
import { saveSeenCompanies } from "./seen.ts";
import { companyParentTable } from "./table.ts";

type Ref = { id: CompanyId; name: string };
type Child = { id: CompanyId; state: "seen" | "saved" };

/** What a person says a company to be a part of; null takes it back. A saved company's parent is saved with it. */
export async function setParent(tx: Tx, ctx: Ctx, company: Child, parent: Child | null): Promise<void> {
  await tx.delete(companyParentTable).where(sql`company_id in ${oneCompany(company.id)}`);
  if (!parent) return;
  if ((await above(tx, parent.id)).includes(company.id))
    throw new AppError("conflict", "It is a part of this company itself, or this very company");
  const saved = company.state === "saved" ? await saveSeenCompanies(tx, ctx, [parent.id], "person") : null;
  const parentId = saved?.get(parent.id) ?? parent.id;
  await tx.insert(companyParentTable).values({ companyId: company.id, parentId });
}

/** The company itself and what it is a part of, up to the top. */
async function above(tx: Tx, id: CompanyId): Promise<CompanyId[]> {
  const found = await rows<{ id: string }>(
    tx,
    sql`with recursive above as (
          select ${toUuid(id, "cmp")}::uuid as id
          union select coalesce(k.joined_to, k.id) from above
          join company_parents p on p.company_id in (select c.id from companies c where c.id = above.id or c.joined_to = above.id)
          join companies k on k.org_id = p.org_id and k.id = p.parent_id
        ) select id::text from above`,
  );
  return found.map((one) => fromUuid(one.id, "cmp"));
}

/** What the company is a part of, and what is a part of it. */
export async function relatives(tx: Tx, id: CompanyId): Promise<{ parent: Ref | null; parts: Ref[] }> {
  const found = await rows<{ id: string; name: string; parent: boolean }>(
    tx,
    sql`with one as ${oneCompany(id)}
        select coalesce(j.id, k.id)::text as id, coalesce(j.name, k.name) as name, r.parent from (
          select parent_id as id, true as parent from company_parents where company_id in (select id from one)
          union select company_id, false from company_parents where parent_id in (select id from one)
        ) r
        join companies k on k.id = r.id left join companies j on j.org_id = k.org_id and j.id = k.joined_to
        order by lower(k.name), k.id`,
  );
  const refs = (parent: boolean): Ref[] =>
    found.filter((one) => one.parent === parent).map(({ id, name }) => ({ id: fromUuid(id, "cmp"), name }));
  return { parent: refs(true)[0] ?? null, parts: refs(false) };
}

/** Two that become one are no longer each other's part. */
export async function forgetParent(tx: Tx, a: CompanyId, b: CompanyId): Promise<void> {
  const pair = [a, b];
  await tx
    .delete(companyParentTable)
    .where(and(inArray(companyParentTable.companyId, pair), inArray(companyParentTable.parentId, pair)));
}
