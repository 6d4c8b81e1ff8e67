import type { capture } from "@sidenote/contract/capture";
import type { OutputOf } from "@sidenote/contract/endpoint";
import type { EmailId } from "@sidenote/contract/ids";
import { and, countDistinct, desc, eq, type SQL, sql } from "drizzle-orm";
import type { Ctx } from "../../core/context.ts";
import type { Tx } from "../../core/db/database.ts";
import { change, read } from "../../core/db/transaction.ts";
import { forbiddenAmong, policyIn } from "../capture/index.ts";
import { ownAddresses } from "../organizations/index.ts";
import { forgetMails } from "./forget.ts";
import { lockMailbox } from "./store.ts";
import { participantTable } from "./table.ts";

/** Each go is one transaction, as long as one request may take. */
const AT_ONCE = 500;

/** What was stored before somebody on it was put on the never-store list. */
export const countNeverStored = (ctx: Ctx): Promise<OutputOf<typeof capture.stored>> =>
  read(ctx, async (tx) => ({ mails: await countIn(tx, ctx) }));

/** Nothing brings it back as long as the list stands: it needs no remembering. */
export const forgetNeverStored = (ctx: Ctx): Promise<OutputOf<typeof capture.forgetStored>> =>
  change(ctx, "email.forget", async (tx) => {
    await lockMailbox(tx, ctx);
    const newest = await tx
      .selectDistinct({ id: participantTable.emailId, at: participantTable.at })
      .from(participantTable)
      .where(await isNeverStored(tx, ctx))
      .orderBy(desc(participantTable.at), desc(participantTable.emailId))
      .limit(AT_ONCE);
    const forgotten = await forgetMails(
      tx,
      ctx,
      newest.map((mail): EmailId => mail.id),
    );
    const mails = forgotten.emailIds.length;
    return {
      after: { mails, left: await countIn(tx, ctx), undoable: false as const },
      audit: { mails },
      // How many there were of those on it tells of the list.
      private: true,
      events: mails > 0 ? [{ type: "emails.forgotten", payload: forgotten }] : [],
    };
  });

async function countIn(tx: Tx, ctx: Ctx): Promise<number> {
  const [found] = await tx
    .select({ mails: countDistinct(participantTable.emailId) })
    .from(participantTable)
    .where(await isNeverStored(tx, ctx));
  return found?.mails ?? 0;
}

/** By who is on them; of what a mail's Sender or Reply-To alone would forbid nothing is known any more. */
async function isNeverStored(tx: Tx, ctx: Ctx): Promise<SQL | undefined> {
  const { neverStore } = await policyIn(tx);
  if (neverStore.length === 0) return sql`false`;
  const { address, ownerId } = participantTable;
  const mine = eq(ownerId, ctx.actor.memberId);
  const there = await tx.selectDistinct({ address }).from(participantTable).where(mine);
  const forbidden = forbiddenAmong(
    there.map((one) => one.address),
    neverStore,
    new Set(await ownAddresses(tx, ctx)),
  );
  // One list of any length: as parameters it could be too many.
  return and(mine, sql`${address} in (select jsonb_array_elements_text(${JSON.stringify(forbidden)}::jsonb))`);
}
