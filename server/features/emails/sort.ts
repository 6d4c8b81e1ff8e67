import type { EmailId, ThreadId } from "@sidenote/contract/ids";
import { and, asc, eq, gt, inArray, type SQL, sql } from "drizzle-orm";
import type { Ctx } from "../../core/context.ts";
import type { Tx } from "../../core/db/database.ts";
import { change } from "../../core/db/transaction.ts";
import { rebuildPeople } from "../contacts/index.ts";
import { ownAddresses } from "../organizations/index.ts";
import { countPeople } from "./count-people.ts";
import { lockMailbox } from "./store.ts";
import { emailTable, participantTable, threadTable } from "./table.ts";
import { refreshThreads } from "./thread-summary.ts";

const THREADS_AT_ONCE = 200;

/** After the own addresses changed: every mail's direction, who was met in which, and who owes an answer, anew. */
export async function sortMailAnew(ctx: Ctx): Promise<void> {
  await change(ctx, "email.sort", async (tx) => {
    await lockMailbox(tx, ctx);
    const own = await ownAddresses(tx, ctx);
    await redirect(tx, own);
    const noPeople = [...own, ...(await ownAsWritten(tx, ctx)).filter((address) => !own.includes(address))];
    await rebuildPeople(tx, ctx, await countPeople(tx, ctx), await writtenTo(tx, ctx), noPeople);
    return { after: { ownAddresses: own } };
  });
  await refreshAll(ctx);
}

/** Says of every mail and participant of the mailbox what they are to somebody with these addresses. */
async function redirect(tx: Tx, own: readonly string[]): Promise<void> {
  const mine = sql`owner_id = app.member_id()`;
  const ownList =
    own.length > 0
      ? sql`(${sql.join(
          own.map((address) => sql`${address}`),
          sql`, `,
        )})`
      : sql`(null)`;
  // As `isAmong` has it: also with something behind a plus.
  const isAmongOwn = (address: SQL) =>
    sql`coalesce(${address} in ${ownList} or regexp_replace(${address}, '(.)[+][^@]*@', '\\1@') in ${ownList}, false)`;
  const isOwn = isAmongOwn(sql`address`);
  await tx.execute(sql`update email_participants set own = ${isOwn} where ${mine} and own is distinct from ${isOwn}`);
  await tx.execute(sql`
    update emails e set direction = now.direction, addressed = now.addressed from (
      select e.org_id, e.id,
        case when ${isAmongOwn(sql`e.from_address`)} then 'out'
          when exists (select 1 from email_participants p where p.org_id = e.org_id and p.email_id = e.id and p.own and p.role <> 'from') then 'in'
          else 'observed' end as direction,
        exists (select 1 from email_participants p where p.org_id = e.org_id and p.email_id = e.id and p.own and p.role = 'to') as addressed
      from emails e where e.${mine}) now
    where e.org_id = now.org_id and e.id = now.id and (e.direction, e.addressed) is distinct from (now.direction, now.addressed)`);
  await tx.execute(sql`
    update email_participants p set direction = e.direction from emails e
    where e.org_id = p.org_id and e.id = p.email_id and p.${mine} and p.direction <> e.direction`);
}

/** The member's own addresses as they stand in mails. */
const ownAsWritten = (tx: Tx, ctx: Ctx): Promise<string[]> => addressesOf(tx, ctx, eq(participantTable.own, true));

/** To whom the member has written. */
const writtenTo = (tx: Tx, ctx: Ctx): Promise<string[]> =>
  addressesOf(
    tx,
    ctx,
    and(eq(participantTable.direction, "out"), eq(participantTable.role, "to"), eq(participantTable.own, false)),
  );

async function addressesOf(tx: Tx, ctx: Ctx, which: SQL | undefined): Promise<string[]> {
  const found = await tx
    .selectDistinct({ address: participantTable.address })
    .from(participantTable)
    .where(and(eq(participantTable.ownerId, ctx.actor.memberId), which));
  return found.map((participant) => participant.address);
}

/** Every thread of the mailbox, a portion a transaction. */
async function refreshAll(ctx: Ctx): Promise<void> {
  for (let last: ThreadId | undefined; ; ) {
    last = (await refreshPortion(ctx, last)).at(-1);
    if (last === undefined) return;
    ctx.signal.throwIfAborted();
  }
}

const refreshPortion = (ctx: Ctx, after: ThreadId | undefined): Promise<ThreadId[]> =>
  change(ctx, "email.sort", async (tx) => {
    const portion = await tx
      .select({ id: threadTable.id })
      .from(threadTable)
      .where(and(eq(threadTable.ownerId, ctx.actor.memberId), after ? gt(threadTable.id, after) : undefined))
      .orderBy(asc(threadTable.id))
      .limit(THREADS_AT_ONCE);
    const threadIds = portion.map((thread) => thread.id);
    await refreshThreads(tx, threadIds);
    const emailIds = await emailsOf(tx, threadIds);
    return {
      after: threadIds,
      recordId: ctx.actor.memberId,
      audit: { threads: threadIds.length },
      events: threadIds.length > 0 ? [{ type: "emails.sorted", payload: { emailIds, threadIds } }] : [],
    };
  });

async function emailsOf(tx: Tx, threadIds: readonly ThreadId[]): Promise<EmailId[]> {
  if (threadIds.length === 0) return [];
  const found = await tx
    .select({ id: emailTable.id })
    .from(emailTable)
    .where(inArray(emailTable.threadId, [...threadIds]));
  return found.map((email) => email.id);
}
