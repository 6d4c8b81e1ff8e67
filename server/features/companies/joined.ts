import type { CompanyId } from "@sidenote/contract/ids";
import { type Param, type SQL, sql } from "drizzle-orm";
import { rows, type Tx } from "../../core/db/database.ts";
import { uuids } from "../../core/db/raw.ts";
import { fromUuid } from "../../core/ids.ts";
import { companyTable } from "./table.ts";

/** A company's id, or the place of one, as the database keeps it. */
export const companyParam = (id: CompanyId | Param) => (typeof id === "string" ? sql.param(id, companyTable.id) : id);

/** The ids of a company and of all that became part of it, to stand behind `in`. */
export const oneCompany = (id: CompanyId | Param): SQL => sql`(with recursive one as (
  select ${companyParam(id)}::uuid as id
  union select c.id from companies c join one on c.joined_to = one.id) select id from one)`;

/** What a company has become part of in the end, or itself, as far as the member sees: `id` and `name`, to stand behind `lateral`. */
export const wholeCompany = (id: SQL): SQL => sql`(with recursive up as (
  select it.id, it.name, it.joined_to, 0 as steps from companies it where it.id = ${id}
  union all select it.id, it.name, it.joined_to, up.steps + 1 from companies it join up on it.id = up.joined_to)
  select id, name from up order by steps desc limit 1)`;

export type CompanyRef = { id: CompanyId; name: string };

/** What companies are called, or what they are part of. */
export async function companyRefs(tx: Tx, ids: readonly CompanyId[]): Promise<Map<CompanyId, CompanyRef>> {
  if (ids.length === 0) return new Map();
  const found = await rows<{ asked: string; id: string; name: string }>(
    tx,
    sql`select k.id::text as asked, whole.id::text as id, whole.name
        from companies k cross join lateral ${wholeCompany(sql`k.id`)} whole
        where k.id = any (${uuids(ids, "cmp")})`,
  );
  return new Map(found.map(({ asked, id, name }) => [fromUuid(asked, "cmp"), { id: fromUuid(id, "cmp"), name }]));
}
