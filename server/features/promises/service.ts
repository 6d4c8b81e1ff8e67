import { type InputOf, Instant } from "@sidenote/contract/endpoint";
import { PromiseId } from "@sidenote/contract/ids";
import type { PromiseRecord, PromiseState, promises } from "@sidenote/contract/promises";
import { and, desc, eq, inArray, isNotNull, isNull, not, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Ctx } from "../../core/context.ts";
import { builtOnce } from "../../core/db/built-once.ts";
import type { Tx } from "../../core/db/database.ts";
import { textList } from "../../core/db/raw.ts";
import { change, read } from "../../core/db/transaction.ts";
import { notFound, stale } from "../../core/errors.ts";
import { DEFAULT_LIMIT, decodeCursor, pageOf } from "../../core/http/page.ts";
import { toUuid } from "../../core/ids.ts";
import { contactIn } from "../contacts/index.ts";
import { emailTable, oldBefore, settleAsks } from "../emails/index.ts";
import { promiseAnswerTable, promiseTable } from "./table.ts";

/** What was asked and promised in the member's mail, in one state (open unless said otherwise), the newest first. */
export async function listPromises(ctx: Ctx, input: InputOf<typeof promises.list>) {
  const limit = input.limit ?? DEFAULT_LIMIT;
  const after = decodeCursor(input.cursor, z.tuple([Instant, PromiseId]));
  return read(ctx, async (tx) => {
    const conditions: (SQL | undefined)[] = [
      eq(promiseTable.ownerId, ctx.actor.memberId),
      inState(input.state ?? "open", ctx.now()),
    ];
    if (input.kind) conditions.push(eq(promiseTable.kind, input.kind));
    if (input.owes) conditions.push(eq(promiseTable.owes, input.owes));
    if (input.threadId) conditions.push(eq(emailTable.threadId, input.threadId));
    if (input.contactId) {
      const { addresses } = await contactIn(tx, input.contactId);
      conditions.push(withPerson(addresses.map((one) => one.address)));
    }
    if (after)
      conditions.push(
        sql`(${promiseTable.at}, ${promiseTable.id}) < (${after[0]}::timestamptz, ${toUuid(after[1], "prm")}::uuid)`,
      );
    const found = await promisesIn(tx, { where: and(...conditions), limit: limit + 1, now: ctx.now() });
    return pageOf(found, limit, (row) => [row.at, row.id]);
  });
}

/** What nobody has settled between the member and whoever has these addresses, `open`, `old` and `proposed`, the newest first. */
export const unsettledPromises = (
  tx: Tx,
  { addresses, limit, now }: { addresses: readonly string[]; limit: number; now: Date },
): Promise<PromiseRecord[]> => recordsOf(unsettledWith(tx).execute({ addresses: textList(addresses), limit }), now);

const unsettledWith = builtOnce((db) =>
  newestWhere(
    db,
    and(
      sql`${promiseTable.personAddress} = any(${sql.placeholder("addresses")}::text[])`,
      or(eq(promiseTable.decision, "open"), and(isNull(promiseTable.decision), isNull(promiseAnswerTable.promiseId))),
    ),
  ).limit(sql.placeholder("limit")),
);

export const getPromise = (ctx: Ctx, id: PromiseId): Promise<PromiseRecord> =>
  read(ctx, (tx) => promiseIn(tx, ctx, id));

async function promiseIn(tx: Tx, ctx: Ctx, id: PromiseId): Promise<PromiseRecord> {
  const [found] = await promisesIn(tx, { where: eq(promiseTable.id, id), limit: 1, now: ctx.now() });
  if (!found) throw notFound("promise", id);
  return found;
}

/** A person's word on it. It also says whether the mail still waits for an answer. */
export const decidePromise = (ctx: Ctx, input: InputOf<typeof promises.decide>): Promise<PromiseRecord> =>
  change(ctx, "promise.decide", async (tx) => {
    const { id, version, decision } = input;
    const before = await promiseIn(tx, ctx, id);
    const [row] = await tx
      .update(promiseTable)
      .set({ decision, version: version + 1 })
      .where(and(eq(promiseTable.id, id), eq(promiseTable.version, version)))
      .returning({ emailId: promiseTable.emailId });
    if (!row) throw stale(before, input);
    const [left] = await tx
      .select({ id: promiseTable.id })
      .from(promiseTable)
      .leftJoin(promiseAnswerTable, eq(promiseAnswerTable.promiseId, promiseTable.id))
      .where(
        and(
          eq(promiseTable.emailId, row.emailId),
          eq(promiseTable.kind, "ask"),
          or(
            eq(promiseTable.decision, "open"),
            and(isUndecided, isNull(promiseAnswerTable.promiseId), not(isProposal)),
          ),
        ),
      )
      .limit(1);
    const isTurnedDown = before.state === "proposed" && decision !== "open";
    if (before.kind === "ask" && !isTurnedDown) await settleAsks(tx, [row.emailId], left === undefined);
    const after = await promiseIn(tx, ctx, id);
    return {
      after,
      private: true,
      audit: { id, decision, version: after.version },
      events: [{ type: "promises.changed", payload: { threadIds: [after.threadId] } }],
    };
  });

const isUndecided = isNull(promiseTable.decision);
const isProposal = isNotNull(promiseTable.foundBy);

const withPerson = (addresses: readonly string[]): SQL =>
  inArray(promiseTable.personAddress, addresses.length > 0 ? [...addresses] : [""]);

/** Nobody has spoken of it for long, and no day is named that lies less far back. */
const isOld = ({ mentionedAt, dueOn }: { mentionedAt: string; dueOn: string | null }, now: Date): boolean =>
  mentionedAt < oldBefore(now) && (dueOn === null || dueOn < oldBefore(now).slice(0, 10));

function undecidedState(promise: typeof promiseTable.$inferSelect, isAnswered: boolean, now: Date): PromiseState {
  if (isAnswered) return "answered";
  if (promise.foundBy !== null) return "proposed";
  return isOld(promise, now) ? "old" : "open";
}

function inState(state: PromiseState, now: Date): SQL | undefined {
  if (state === "done" || state === "dismissed") return eq(promiseTable.decision, state);
  const unsettled = and(isUndecided, isNull(promiseAnswerTable.promiseId));
  if (state === "proposed") return and(unsettled, isProposal);
  if (state === "answered") return and(isUndecided, isNotNull(promiseAnswerTable.promiseId), not(isProposal));
  const old = sql`(${promiseTable.mentionedAt} < ${oldBefore(now)}::timestamptz and coalesce(${promiseTable.dueOn} < ${oldBefore(now).slice(0, 10)}::date, true))`;
  const waits = and(unsettled, not(isProposal));
  return state === "old" ? and(waits, old) : or(eq(promiseTable.decision, "open"), and(waits, not(old)));
}

const promisesIn = (tx: Tx, { where, limit, now }: { where: SQL | undefined; limit: number; now: Date }) =>
  recordsOf(newestWhere(tx, where).limit(limit), now);

const newestWhere = (db: Pick<Tx, "select">, where: SQL | undefined) =>
  db
    .select({
      promise: promiseTable,
      answer: promiseAnswerTable,
      threadId: emailTable.threadId,
      subject: emailTable.subject,
    })
    .from(promiseTable)
    .innerJoin(emailTable, and(eq(emailTable.orgId, promiseTable.orgId), eq(emailTable.id, promiseTable.emailId)))
    .leftJoin(
      promiseAnswerTable,
      and(eq(promiseAnswerTable.orgId, promiseTable.orgId), eq(promiseAnswerTable.promiseId, promiseTable.id)),
    )
    .where(where)
    .orderBy(desc(promiseTable.at), desc(promiseTable.id));

async function recordsOf(
  found: PromiseLike<Awaited<ReturnType<typeof newestWhere>>>,
  now: Date,
): Promise<PromiseRecord[]> {
  return (await found).map(({ promise, answer, threadId, subject }) => ({
    ...promise,
    person: { name: promise.personName, address: promise.personAddress },
    source: { id: promise.emailId, quote: promise.quote, start: promise.start, end: promise.end },
    threadId,
    subject,
    due: promise.dueOn !== null && promise.dueWords !== null ? { on: promise.dueOn, words: promise.dueWords } : null,
    state: promise.decision ?? undecidedState(promise, answer !== null, now),
    answer: answer && { id: answer.emailId, quote: answer.quote, start: answer.start, end: answer.end, at: answer.at },
  }));
}
