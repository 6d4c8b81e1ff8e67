import type { CompanyId } from "@sidenote/contract/ids";
import { and, inArray, type Param, type SQL, sql } from "drizzle-orm";
import type { Ctx } from "../../core/context.ts";
import { rows, type Tx } from "../../core/db/database.ts";
import { AppError } from "../../core/errors.ts";
import { fromUuid, toUuid } from "../../core/ids.ts";
import { oneCompany, wholeCompany } from "./joined.ts";
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
          union select whole.id from company_parents p
          cross join lateral ${wholeCompany(sql`p.company_id`)} part cross join lateral ${wholeCompany(sql`p.parent_id`)} whole
          join above on above.id = part.id
        ) select id::text from above`,
  );
  return found.map((one) => fromUuid(one.id, "cmp"));
}

/** What a company is a part of, by its own word or by that of what became part of it: `id` and `name`, to stand behind `lateral`. */
export const parentOf = (id: Param): SQL => sql`(select whole.id, whole.name from company_parents p
  cross join lateral ${wholeCompany(sql`p.parent_id`)} whole
  where p.company_id in ${oneCompany(id)} order by lower(whole.name), whole.id limit 1)`;

/** What the company is a part of, and what is a part of it. */
export async function relatives(tx: Tx, id: CompanyId): Promise<{ parent: Ref | null; parts: Ref[] }> {
  const found = await rows<{ id: string; name: string; parent: boolean }>(
    tx,
    sql`with one as ${oneCompany(id)}
        select distinct whole.id::text as id, whole.name, r.parent, lower(whole.name) from (
          select parent_id as id, true as parent from company_parents where company_id in (select id from one)
          union select company_id, false from company_parents where parent_id in (select id from one)
        ) r
        cross join lateral ${wholeCompany(sql`r.id`)} whole
        order by lower(whole.name), id`,
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
