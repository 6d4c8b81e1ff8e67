import type { CompanyId } from "@sidenote/contract/ids";
import { sql } from "drizzle-orm";
import { rows, type Tx } from "../../core/db/database.ts";
import { uuids } from "../../core/db/raw.ts";
import { fromUuid } from "../../core/ids.ts";

/** Of these companies, those that a colleague's people, companies or notes belong to, seen by this member or not. */
export async function companiesNamedByColleagues(tx: Tx, ids: readonly CompanyId[]): Promise<ReadonlySet<CompanyId>> {
  if (ids.length === 0) return new Set();
  const found = await rows<{ id: string }>(
    tx,
    sql`select id::text from app.companies_colleagues_name(${uuids(ids, "cmp")}) id`,
  );
  return new Set(found.map(({ id }) => fromUuid(id, "cmp")));
}
