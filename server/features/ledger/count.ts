import type { ImportId } from "@sidenote/contract/ids";
import { and, count, eq, max, sql } from "drizzle-orm";
import { rows, type Tx } from "../../core/db/database.ts";
import { emailTable, panelItemTable } from "../emails/index.ts";
import { importItemTable } from "../imports/index.ts";
import type { Group } from "./sums.ts";

const there = sql<number>`count(${emailTable.id})::int`;

/** The messages of all imports of the member, by import, outcome and rule. */
export async function importGroups(tx: Tx): Promise<Map<ImportId, Group[]>> {
  const { importId, outcome, rule } = importItemTable;
  const found = await tx
    .select({ importId, outcome, rule, count: count(), there })
    .from(importItemTable)
    .leftJoin(emailTable, and(eq(emailTable.orgId, importItemTable.orgId), eq(emailTable.id, importItemTable.emailId)))
    .groupBy(importId, outcome, rule);
  return Map.groupBy(found, (one) => one.importId);
}

/** The messages that panels handed in, by outcome and rule, and when the newest came. */
export async function panelGroups(tx: Tx): Promise<{ groups: Group[]; at: string | null }> {
  const { outcome, rule } = panelItemTable;
  const groups = await tx
    .select({ outcome, rule, count: count(), there, at: max(panelItemTable.at) })
    .from(panelItemTable)
    .leftJoin(emailTable, and(eq(emailTable.orgId, panelItemTable.orgId), eq(emailTable.id, panelItemTable.emailId)))
    .groupBy(outcome, rule);
  const [newest = null] = groups.flatMap((group) => group.at ?? []).sort((a, b) => b.localeCompare(a));
  return { groups, at: newest };
}

/** The member's own mails, and those that no source says that it stored. */
export async function mailsIn(tx: Tx): Promise<{ mails: number; unaccounted: number }> {
  const [found] = await rows<{ mails: number; unaccounted: number }>(
    tx,
    sql`select count(*)::int as mails, (count(*) filter (where
          not exists (select 1 from import_items i where i.org_id = e.org_id and i.email_id = e.id and i.outcome = 'stored')
          and not exists (select 1 from panel_items p where p.org_id = e.org_id and p.email_id = e.id and p.outcome = 'stored')))::int as unaccounted
        from emails e where e.owner_id = (select app.member_id())`,
  );
  return found ?? { mails: 0, unaccounted: 0 };
}
