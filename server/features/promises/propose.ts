import type { InputOf, OutputOf } from "@sidenote/contract/endpoint";
import type { EmailId, ThreadId } from "@sidenote/contract/ids";
import type { promises } from "@sidenote/contract/promises";
import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { isModelNear, MadeWay } from "../../core/ai/index.ts";
import type { Ctx } from "../../core/context.ts";
import { insertMany } from "../../core/db/bulk.ts";
import type { Tx } from "../../core/db/database.ts";
import { derive, read } from "../../core/db/transaction.ts";
import { notFound } from "../../core/errors.ts";
import { owingIn } from "../../core/mail/owed/obligations.ts";
import { isOnlyFrame } from "../../core/mail/said/frame.ts";
import { sentencesIn } from "../../core/mail/said/sentences.ts";
import { emailTable } from "../emails/index.ts";
import { memberIn } from "../organizations/index.ts";
import { readPromises } from "./derive.ts";
import type { Proposal } from "./owing.ts";
import { type Numbered, proposalPrompt } from "./prompt.ts";
import { type StoredTurn, turnsOf } from "./stored-turns.ts";
import { promiseReadingTable } from "./table.ts";

/** Of a thread that nobody read so far the newest mails count; what is older was settled one way or another. */
const MOST_MAILS = 4;
const MOST_SENTENCES = 40;
const FEWEST_LETTERS = 10;
const LONGEST = 400;
/** More of an answer than its lines can be: it goes round in circles. */
const MOST_HEARD = 2000;

type Candidate = Numbered & { emailId: EmailId; start: number; end: number; isKnown: boolean };
type Asked = { member: string; emailIds: EmailId[]; sentences: Candidate[] };

/**
 * Asks the model, where one is near, which sentences of a thread ask or promise that the rules say nothing of. It names sentences by
 * their numbers, and nothing that it writes is shown: what it names is proposed, with the mail's own words.
 */
export async function proposePromises(
  ctx: Ctx,
  { threadId }: InputOf<typeof promises.propose>,
): Promise<OutputOf<typeof promises.propose>> {
  const asked = await read(ctx, (tx) => unreadIn(tx, ctx, threadId));
  if (asked.emailIds.length === 0 || !(await isModelNear(ctx))) return NOTHING;
  if (asked.sentences.every((one) => one.isKnown)) {
    await derive(ctx, (tx) => noteRead(tx, asked.emailIds, "none"));
    return NOTHING;
  }
  const { picked, model, failure } = await ask(ctx, asked);
  if (failure !== null) return { ...NOTHING, failure };
  const found = Map.groupBy(
    picked.map(({ sentence, kind }) => ({ ...sentence, kind, foundBy: model })),
    (one) => one.emailId,
  );
  if (found.size > 0) await readPromises(ctx, { threadIds: [threadId], emailIds: asked.emailIds, found });
  await derive(ctx, (tx) => noteRead(tx, asked.emailIds, model));
  return { proposed: picked.length, model, failure: null };
}

const NOTHING = { proposed: 0, model: null, failure: null };

type Answer = { picked: readonly Picked[]; model: string; failure: string | null };

async function ask(ctx: Ctx, asked: Asked): Promise<Answer> {
  let said = "";
  let picked: readonly Picked[] = [];
  try {
    const { model, fallbackReason } = await ctx.app.ai.ask(ctx, {
      task: "promises",
      prompt: proposalPrompt(asked),
      preferBuiltin: false,
      unasked: true,
      onText: (text) => {
        said += text;
      },
      isEnough: () => said.length > MOST_HEARD,
      accept() {
        const read = pickedIn(said, asked.sentences);
        picked = read ?? [];
        return read !== null;
      },
      builtin: async () => "",
      onRestart: () => {},
    });
    return { picked, model, failure: fallbackReason };
  } catch (error) {
    if (error instanceof MadeWay) return { picked: [], model: "none", failure: "A draft is being written first" };
    throw error;
  }
}

/** The sentences newly said in the newest mails of a thread that no model has read. */
async function unreadIn(tx: Tx, ctx: Ctx, threadId: ThreadId): Promise<Asked> {
  const newest = await tx
    .select({ id: emailTable.id })
    .from(emailTable)
    .where(and(eq(emailTable.threadId, threadId), eq(emailTable.ownerId, ctx.actor.memberId)))
    .orderBy(desc(emailTable.at))
    .limit(MOST_MAILS);
  if (newest.length === 0) throw notFound("thread", threadId);
  const member = await memberIn(tx, ctx);
  const ids = newest.map(({ id }) => id);
  const done = await tx
    .select({ id: promiseReadingTable.emailId })
    .from(promiseReadingTable)
    .where(inArray(promiseReadingTable.emailId, ids));
  const left = ids.filter((id) => !done.some((one) => one.id === id));
  if (left.length === 0) return { member: member.name, emailIds: [], sentences: [] };
  const mails = (await turnsOf(tx, member, inArray(emailTable.id, left)))
    .filter((mail) => !mail.automatic && mail.direction !== "observed")
    .sort((a, b) => a.at.localeCompare(b.at));
  const sentences = mails.flatMap((mail) => sentencesOf(mail, member.name)).slice(-MOST_SENTENCES);
  return { member: member.name, emailIds: left, sentences: sentences.map((one, i) => ({ ...one, number: i + 1 })) };
}

function sentencesOf(mail: StoredTurn, member: string): Omit<Candidate, "number">[] {
  const heading = `${mail.direction === "out" ? member : "The other side"} wrote on ${mail.at.slice(0, 10)}`;
  return mail.spans
    .filter((span) => span.kind === "said")
    .flatMap((span) => sentencesIn(mail.text, span.start, span.end))
    .filter(({ text }) => text.length <= LONGEST && !isOnlyFrame(text) && lettersIn(text) >= FEWEST_LETTERS)
    .map((one) => ({ ...one, heading, emailId: mail.id, isKnown: owingIn(one.text) !== null }));
}

const lettersIn = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0;

type Picked = { sentence: Candidate; kind: Proposal["kind"] };

const LINE = /(?<!\d)(\d{1,2})["'\]).:,=\s-]{1,6}(promise|ask)/gi;

/**
 * What a model's answer names: "3 promise", also as JSON or in a sentence. Null where it names nothing that was asked, or so much that
 * it tells nothing; what the rules know already is not news.
 */
function pickedIn(said: string, sentences: readonly Candidate[]): Picked[] | null {
  const answer = said.slice(said.lastIndexOf("</think>") + 1);
  const named = new Map<number, Picked>();
  for (const [, number, kind] of answer.matchAll(LINE)) {
    const sentence = sentences.find((one) => one.number === Number(number));
    if (sentence && !named.has(sentence.number))
      named.set(sentence.number, { sentence, kind: kind!.toLowerCase() as Proposal["kind"] });
  }
  if (named.size === 0) return /\bnone\b/i.test(answer) ? [] : null;
  if (named.size > FEW && named.size > sentences.length / 2) return null;
  return [...named.values()].filter((one) => !one.sentence.isKnown);
}

/** So many of a short mail may all be right. */
const FEW = 3;

/** Of these mails those that were not forgotten while the model read them. */
async function noteRead(tx: Tx, emailIds: readonly EmailId[], model: string): Promise<void> {
  const there = await tx
    .select({ emailId: emailTable.id })
    .from(emailTable)
    .where(inArray(emailTable.id, [...emailIds]))
    .for("key share");
  await insertMany(
    tx,
    promiseReadingTable,
    there.map(({ emailId }) => ({ emailId, model })),
    sql`on conflict do nothing`,
  );
}
