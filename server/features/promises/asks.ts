import type { EmailId } from "@sidenote/contract/ids";
import { type SQL, sql } from "drizzle-orm";
import { rows, type Tx } from "../../core/db/database.ts";
import { fromUuid, toUuid } from "../../core/ids.ts";
import { settleAsks } from "../emails/index.ts";

/** A question of the mail that no later mail has answered, or that a person says to be open; what a model proposes is none yet. */
const OPEN_ASK = sql`exists (select 1 from promises p
  left join promise_answers a on a.org_id = p.org_id and a.promise_id = p.id
  where p.org_id = e.org_id and p.email_id = e.id and p.kind = 'ask'
    and (p.decision = 'open' or (p.decision is null and a.promise_id is null and p.found_by is null)))`;

/** Mails of which another thread has answered every question wait no longer in their own. */
export async function closeAsks(tx: Tx, emailIds: readonly EmailId[]): Promise<void> {
  if (emailIds.length === 0) return;
  const ids = sql.join(
    [...new Set(emailIds)].map((id) => sql`${toUuid(id, "eml")}::uuid`),
    sql`, `,
  );
  await settle(tx, sql`e.id in (${ids}) and not e.asks_settled and not ${OPEN_ASK}`, true);
}

/** The mail that had answered may be forgotten by now: what it had answered waits again. */
export const reopenAsks = (tx: Tx): Promise<void> =>
  settle(tx, sql`e.owner_id = (select app.member_id()) and e.asks_settled and ${OPEN_ASK}`, false);

async function settle(tx: Tx, where: SQL, settled: boolean): Promise<void> {
  const found = await rows<{ id: string }>(tx, sql`select e.id::text from emails e where ${where}`);
  await settleAsks(
    tx,
    found.map(({ id }) => fromUuid(id, "eml")),
    settled,
  );
}
