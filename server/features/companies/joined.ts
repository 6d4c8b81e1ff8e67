import type { CompanyId } from "@sidenote/contract/ids";
import { type SQL, sql } from "drizzle-orm";
import { rows, type Tx } from "../../core/db/database.ts";
import { uuids } from "../../core/db/raw.ts";
import { fromUuid, toUuid } from "../../core/ids.ts";

/** The ids of a company and of all that became part of it, to stand behind `in`. */
export const oneCompany = (id: CompanyId): SQL => sql`(with recursive one as (
  select ${toUuid(id, "cmp")}::uuid as id
  union select c.id from companies c join one on c.joined_to = one.id) select id from one)`;

export type CompanyRef = { id: CompanyId; name: string };

/** What companies are called, or what they are part of. */
export async function companyRefs(tx: Tx, ids: readonly CompanyId[]): Promise<Map<CompanyId, CompanyRef>> {
  if (ids.length === 0) return new Map();
  const found = await rows<{ asked: string; id: string; name: string }>(
    tx,
    sql`select k.id::text as asked, coalesce(j.id, k.id)::text as id, coalesce(j.name, k.name) as name
        from companies k left join companies j on j.org_id = k.org_id and j.id = k.joined_to
        where k.id = any (${uuids(ids, "cmp")})`,
  );
  return new Map(found.map(({ asked, id, name }) => [fromUuid(asked, "cmp"), { id: fromUuid(id, "cmp"), name }]));
}
