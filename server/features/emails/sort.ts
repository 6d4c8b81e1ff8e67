import { and, asc, eq, gt, inArray, type SQL, sql } from "drizzle-orm";
import type { Ctx } from "../../core/context.ts";
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
    await rebuildPeople(tx, ctx, await countPeople(tx, ctx), await writtenTo(), [...own, ...(await writtenOwn())]);
    return { after: { ownAddresses: own } };

    /** Own addresses as they stand in mails. */
    async function writtenOwn(): Promise<string[]> {
      const found = await tx
        .selectDistinct({ address: participantTable.address })
        .from(participantTable)
        .where(and(eq(participantTable.ownerId, ctx.actor.memberId), eq(participantTable.own, true)));
      return found.map((one) => one.address).filter((address) => !own.includes(address));
    }

    async function writtenTo(): Promise<string[]> {
      const found = await tx
        .selectDistinct({ address: participantTable.address })
        .from(participantTable)
        .where(
          and(
            eq(participantTable.ownerId, ctx.actor.memberId),
            eq(participantTable.direction, "out"),
            eq(participantTable.role, "to"),
            eq(participantTable.own, false),
          ),
        );
      return found.map((one) => one.address);
    }
  });
  await refreshAll(ctx);
}

/** Every thread of the mailbox, a portion a transaction. */
async function refreshAll(ctx: Ctx): Promise<void> {
  let after: (typeof threadTable.$inferSelect)["id"] | undefined;
  for (;;) {
    const portion = await change(ctx, "email.sort", async (tx) => {
      const found = await tx
        .select({ id: threadTable.id })
        .from(threadTable)
        .where(and(eq(threadTable.ownerId, ctx.actor.memberId), after ? gt(threadTable.id, after) : undefined))
        .orderBy(asc(threadTable.id))
        .limit(THREADS_AT_ONCE);
      const ids = found.map((thread) => thread.id);
      await refreshThreads(tx, ids);
      const emailIds =
        ids.length > 0
          ? await tx.select({ id: emailTable.id }).from(emailTable).where(inArray(emailTable.threadId, ids))
          : [];
      return {
        after: ids,
        recordId: ctx.actor.memberId,
        audit: { threads: ids.length },
        events:
          ids.length > 0
            ? [
                {
                  type: "emails.sorted" as const,
                  payload: { emailIds: emailIds.map((email) => email.id), threadIds: ids },
                },
              ]
            : [],
      };
    });
    after = portion.at(-1);
    if (after === undefined) return;
    ctx.signal.throwIfAborted();
  }
}
