import type { ContactId } from "@sidenote/contract/ids";
import { sql } from "drizzle-orm";
import { rows, type Tx } from "../../core/db/database.ts";
import { uuids } from "../../core/db/raw.ts";
import { fromUuid } from "../../core/ids.ts";

/** Of these contacts, those that somebody of a colleague's is joined to, or that a colleague wrote about, seen by this member or not. */
export async function namedByColleagues(tx: Tx, ids: readonly ContactId[]): Promise<ReadonlySet<ContactId>> {
  if (ids.length === 0) return new Set();
  const found = await rows<{ id: string }>(
    tx,
    sql`select id::text from app.contacts_colleagues_name(${uuids(ids, "cnt")}) id`,
  );
  return new Set(found.map(({ id }) => fromUuid(id, "cnt")));
}
