import type { CompanyId } from "@sidenote/contract/ids";
import { type SQL, sql } from "drizzle-orm";
import { rows, type Tx } from "../../core/db/database.ts";
import { fromUuid, toUuid } from "../../core/ids.ts";

/** The ids of a company and of all that became part of it, to stand behind `in`. */
export const oneCompany = (id: CompanyId): SQL => sql`(with recursive one as (
  select ${toUuid(id, "cmp")}::uuid as id
  union select c.id from companies c join one on c.joined_to = one.id) select id from one)`;

/** What a company is called, or what it is part of. */
export async function companyRef(tx: Tx, id: CompanyId): Promise<{ id: CompanyId; name: string } | null> {
  const [found] = await rows<{ id: string; name: string }>(
    tx,
    sql`select coalesce(j.id, k.id)::text as id, coalesce(j.name, k.name) as name
        from companies k left join companies j on j.org_id = k.org_id and j.id = k.joined_to where k.id = ${toUuid(id, "cmp")}::uuid`,
  );
  return found ? { id: fromUuid(found.id, "cmp"), name: found.name } : null;
}
