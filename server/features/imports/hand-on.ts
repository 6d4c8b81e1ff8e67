import type { EmailId, ImportId } from "@sidenote/contract/ids";
import { asc, sql } from "drizzle-orm";
import { rows, type Tx } from "../../core/db/database.ts";
import { uuids } from "../../core/db/raw.ts";
import { fromUuid, toUuid } from "../../core/ids.ts";
import { giveToImports } from "../emails/index.ts";
import { importTable } from "./table.ts";

/** To be asked for before the mailbox is locked, as whoever stores does. */
export const lockImports = (tx: Tx) =>
  tx.select({ id: importTable.id }).from(importTable).orderBy(asc(importTable.id)).for("update");

/**
 * Of mails that an import stored, those that a later one brought too become that one's, which had them as already there. Returns
 * the mails, and the imports that have them now.
 */
export async function handOnToImports(
  tx: Tx,
  id: ImportId,
  emailIds: readonly EmailId[],
): Promise<{ emailIds: EmailId[]; importIds: ImportId[] }> {
  const found = await rows<{ email: string; import: string }>(
    tx,
    sql`with handed as (
          select distinct on (i.email_id) i.org_id, i.import_id, i.item, i.email_id from import_items i
          join imports m on m.org_id = i.org_id and m.id = i.import_id and m.state not in ('undoing', 'undone')
          where i.email_id = any (${uuids(emailIds, "eml")}) and i.outcome = 'duplicate' and i.import_id <> ${toUuid(id, "imp")}::uuid
          order by i.email_id, i.import_id, i.item),
        items as (
          update import_items i set outcome = 'stored' from handed h
          where i.org_id = h.org_id and i.import_id = h.import_id and i.item = h.item),
        sums as (select org_id, import_id, count(*)::int as mails from handed group by 1, 2),
        counts as (
          update imports m set counts = m.counts || jsonb_build_object(
            'stored', (m.counts ->> 'stored')::int + s.mails, 'duplicate', (m.counts ->> 'duplicate')::int - s.mails)
          from sums s where m.org_id = s.org_id and m.id = s.import_id)
        select email_id::text as email, import_id::text as import from handed`,
  );
  const handed = found.map((row) => ({ emailId: fromUuid(row.email, "eml"), importId: fromUuid(row.import, "imp") }));
  await giveToImports(tx, handed);
  return {
    emailIds: handed.map((one) => one.emailId),
    importIds: [...new Set(handed.map((one) => one.importId))],
  };
}
