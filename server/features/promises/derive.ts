import type { EmailId, ThreadId } from "@sidenote/contract/ids";
import { and, inArray, isNotNull, sql } from "drizzle-orm";
import type { Ctx } from "../../core/context.ts";
import { insertMany, updateMany } from "../../core/db/bulk.ts";
import { chunks } from "../../core/db/chunks.ts";
import type { Tx } from "../../core/db/database.ts";
import { derive } from "../../core/db/transaction.ts";
import { appendEvents } from "../../core/events/outbox.ts";
import { emailTable } from "../emails/index.ts";
import { memberIn } from "../organizations/index.ts";
import { heardIn, laterMailsWith, openElsewhere, soughtOf } from "./across.ts";
import { closeAsks, reopenAsks } from "./asks.ts";
import { canBeHeard } from "./elsewhere.ts";
import { answerColumns, keepPromises, latest } from "./keep.ts";
import { type Owing, owingsIn, type Proposal } from "./owing.ts";
import { newestOf, type StoredTurn, turnsOf } from "./stored-turns.ts";
import { promiseAnswerTable, promiseTable } from "./table.ts";

const THREADS_AT_ONCE = 50;

type Which = {
  threadIds: readonly ThreadId[];
  emailIds?: readonly EmailId[];
  /** What a model has just found in them. */
  found?: ReadonlyMap<EmailId, readonly Proposal[]>;
};

/**
 * Reads these threads of the member's mailbox anew, and keeps what is owed in them, with what a model found in them before. Twice is
 * once.
 */
export async function readPromises(ctx: Ctx, { threadIds, emailIds = [], found = new Map() }: Which): Promise<void> {
  for (const portion of chunks(threadIds, THREADS_AT_ONCE)) {
    await derive(ctx, async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`promises ${ctx.actor.memberUuid}`}, 0))`);
      const member = readerOf(await memberIn(tx, ctx));
      const mails = await turnsOf(tx, member, newestOf(tx, ctx, portion, emailIds));
      const proposed = await proposedIn(tx, mails, found);
      const owings = [...Map.groupBy(mails, (mail) => mail.threadId).values()].flatMap((thread) =>
        owingsIn(thread, member, proposed),
      );
      const told = await hearElsewhere(tx, member, owings);
      const changed = await keepPromises(
        tx,
        mails.map((mail) => mail.id),
        told,
      );
      const others = await settleOthers(tx, mails);
      await closeAsks(tx, [...answeredElsewhere(owings, told), ...others.asked]);
      const threads = [...new Set([...(changed ? portion : []), ...others.threads])];
      if (threads.length > 0)
        await appendEvents(tx, ctx, [{ type: "promises.changed", payload: { threadIds: threads } }]);
    });
    ctx.signal.throwIfAborted();
  }
}

/** After mail was forgotten: its threads are read anew, and what it had answered elsewhere waits again. */
export async function readLeftPromises(ctx: Ctx, input: { threadIds: readonly ThreadId[] }): Promise<void> {
  await readPromises(ctx, input);
  await derive(ctx, reopenAsks);
}

/** What a model found in these mails, `found` just now or kept from before. */
async function proposedIn(
  tx: Tx,
  mails: readonly StoredTurn[],
  found: ReadonlyMap<EmailId, readonly Proposal[]>,
): Promise<ReadonlyMap<EmailId, Proposal[]>> {
  const { emailId, kind, start, end, foundBy } = promiseTable;
  const kept = await tx
    .select({ emailId, kind, start, end, foundBy: sql<string>`${foundBy}` })
    .from(promiseTable)
    .where(
      and(
        inArray(
          emailId,
          mails.map((mail) => mail.id),
        ),
        isNotNull(foundBy),
      ),
    );
  const all = new Map<EmailId, Proposal[]>();
  for (const { emailId: id, ...proposal } of kept) all.set(id, [...(all.get(id) ?? []), proposal]);
  for (const [id, proposals] of found) all.set(id, [...(all.get(id) ?? []), ...proposals]);
  return all;
}

type Reader = ReturnType<typeof readerOf>;

/** What a mail is read with: whom it speaks to, and what their days are. */
const readerOf = ({ name, timeZone }: { name: string; timeZone: string }) => ({
  firstName: name.split(/\s+/)[0] ?? "",
  timeZone,
});

/** What nothing in its own thread settles may be settled in another one, by mail that is stored already. */
async function hearElsewhere(tx: Tx, member: Reader, owings: readonly Owing<EmailId>[]): Promise<Owing<EmailId>[]> {
  const open = owings
    .filter((one) => one.answer === null)
    .map((one) => ({ sought: soughtOf(one), threadId: (one.mail as StoredTurn).threadId, owing: one }))
    .filter((one) => canBeHeard(one.sought));
  const ids = await laterMailsWith(tx, open);
  if (ids.length === 0) return [...owings];
  const mails = await turnsOf(tx, member, inArray(emailTable.id, ids));
  const heard = new Map(open.map(({ sought, threadId, owing }) => [owing, heardIn(sought, threadId, mails)]));
  return owings.map((owing) => {
    const { answer = null, mentionedAt = null } = heard.get(owing) ?? {};
    return { ...owing, answer: owing.answer ?? answer, mentionedAt: latest(owing.mentionedAt, mentionedAt) };
  });
}

/** The mails of which another thread answers a question that their own does not. */
const answeredElsewhere = (before: readonly Owing<EmailId>[], told: readonly Owing<EmailId>[]): EmailId[] =>
  told.flatMap((one, i) => (one.kind === "ask" && one.answer && !before[i]?.answer ? [one.mail.id] : []));

/** And these mails may settle, or speak of, what is open in other threads; those threads, and the mails there that were answered. */
async function settleOthers(tx: Tx, mails: readonly StoredTurn[]): Promise<{ threads: ThreadId[]; asked: EmailId[] }> {
  const open = await openElsewhere(tx, mails);
  const heard = open.map((one) => ({ ...one, ...heardIn(one.sought, one.threadId, mails) }));
  const answered = heard.flatMap(({ id, answer }) => (answer ? [answerColumns(id, answer)] : []));
  await insertMany(tx, promiseAnswerTable, answered);
  const mentioned = heard.flatMap(({ id, was, mentionedAt }) =>
    mentionedAt !== null && mentionedAt > was ? [{ id, mentionedAt }] : [],
  );
  await updateMany(tx, promiseTable, promiseTable.id, mentioned);
  const changed = new Set([...answered.map((one) => one.promiseId), ...mentioned.map((one) => one.id)]);
  return {
    threads: heard.filter((one) => changed.has(one.id)).map((one) => one.threadId),
    asked: heard.filter((one) => one.answer && one.sought.kind === "ask").map((one) => one.emailId),
  };
}
