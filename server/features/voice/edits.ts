import type { drafts } from "@sidenote/contract/drafts";
import type { InputOf } from "@sidenote/contract/endpoint";
import type { EmailId } from "@sidenote/contract/ids";
import type { VoiceEdits } from "@sidenote/contract/voice";
import { and, eq, inArray } from "drizzle-orm";
import type { Ctx } from "../../core/context.ts";
import type { Tx } from "../../core/db/database.ts";
import { change, derive } from "../../core/db/transaction.ts";
import { isFrameLine } from "../../core/mail/said/frame.ts";
import { DAY_MS } from "../../core/text/due-days.ts";
import { wordsIn } from "../../core/text/words.ts";
import { emailTable, participantTable } from "../emails/index.ts";
import { NOTHING } from "./learn.ts";
import { type Found, type Inserted, voiceTable, type WaitingDraft } from "./table.ts";

const MOST_WAITING = 20;
const LONGEST_WAIT_MS = 14 * DAY_MS;
/** A mail in which less than this of a draft stands was written without it. */
const LEAST_KEPT = 0.2;
/** A courtesy that was taken out twice, and more often than not, is not wanted. */
const FEWEST_DROPS = 2;

/** Keeps a draft that went into a mail, until it is seen what was sent; one without a sentence was taken out again. */
export const rememberInserted = (ctx: Ctx, input: InputOf<typeof drafts.inserted>): Promise<Record<string, never>> =>
  change(ctx, "draft.insert", async (tx) => {
    const { waiting, found } = await insertedIn(tx);
    const now = ctx.now();
    const draft = { at: now.toISOString(), address: input.address.toLowerCase(), statements: input.statements };
    const recent = waiting.filter((one) => now.getTime() - Date.parse(one.at) < LONGEST_WAIT_MS);
    // The same mail again replaces what went there before.
    const others = recent.filter((one) => one.address !== draft.address);
    const waits = draft.statements.length > 0 ? [...others, draft] : others;
    await save(tx, { waiting: waits.slice(-MOST_WAITING), found });
    return { after: {}, recordId: ctx.actor.memberId, private: true };
  });

async function insertedIn(tx: Tx): Promise<Inserted> {
  // What is kept is kept by one after the other: a job must not write over a draft that is just being remembered.
  const [row] = await tx.select({ inserted: voiceTable.inserted }).from(voiceTable).for("update");
  return row?.inserted ?? { waiting: [], found: null };
}

const save = (tx: Tx, inserted: Inserted) =>
  tx
    .insert(voiceTable)
    .values({ inserted, learnt: NOTHING, edited: { frames: {}, phrases: null } })
    .onConflictDoUpdate({ target: [voiceTable.orgId, voiceTable.ownerId], set: { inserted } });

/** Looks for drafts that wait among the mails that have come: what of each was sent as it was, and what was not. */
export const learnEdits = (ctx: Ctx, emailIds: readonly EmailId[]): Promise<void> =>
  derive(ctx, async (tx) => {
    const { waiting, found } = await insertedIn(tx);
    if (waiting.length === 0 || emailIds.length === 0) return;
    const mails = await tx
      .select({ at: emailTable.at, text: emailTable.text, spans: emailTable.spans, address: participantTable.address })
      .from(emailTable)
      .innerJoin(participantTable, and(eq(participantTable.emailId, emailTable.id), eq(participantTable.role, "to")))
      .where(
        and(
          inArray(emailTable.id, [...emailIds]),
          eq(emailTable.ownerId, ctx.actor.memberId),
          eq(emailTable.direction, "out"),
        ),
      );
    let known = found;
    const now = ctx.now().getTime();
    const left = waiting.filter((draft) => {
      if (now - Date.parse(draft.at) > LONGEST_WAIT_MS) return false;
      const sent = mails.find((mail) => mail.address === draft.address && isAfter(mail.at, draft.at));
      const said = sent?.spans.filter((span) => span.kind !== "quote" && span.kind !== "forward");
      const text = said?.map((span) => sent!.text.slice(span.start, span.end)).join("\n");
      const after = text === undefined ? null : foundIn(draft, text, known);
      if (after) known = after;
      return after === null;
    });
    if (left.length < waiting.length) await save(tx, { waiting: left, found: known });
  });

/** What was drafted for a thread that is forgotten is not kept either; nothing tells which it was for. */
export const forgetWaiting = (ctx: Ctx): Promise<void> =>
  derive(ctx, async (tx) => {
    const { waiting, found } = await insertedIn(tx);
    if (waiting.length > 0) await save(tx, { waiting: [], found });
  });

/** A clock of another machine may be a little behind. */
const isAfter = (sentAt: string, draftedAt: string): boolean => {
  const later = Date.parse(sentAt) - Date.parse(draftedAt);
  return later > -5 * 60 * 1000 && later < LONGEST_WAIT_MS;
};

function foundIn({ statements }: WaitingDraft, sent: string, before: Found | null): Found | null {
  const there = plain(sent);
  const isKept = (one: string) => there.includes(plain(one));
  const kept = statements.filter(isKept).length;
  const body = statements.filter((one) => !isFrame(one));
  if (body.length === 0 || body.filter(isKept).length < body.length * LEAST_KEPT) return null;
  const uses = { ...before?.uses };
  for (const one of statements) {
    const key = courtesyKey(one);
    if (!key) continue;
    const use = uses[key] ?? { in: 0, out: 0 };
    uses[key] = { in: use.in + 1, out: use.out + (isKept(one) ? 0 : 1) };
  }
  return {
    drafts: (before?.drafts ?? 0) + 1,
    statements: (before?.statements ?? 0) + statements.length,
    kept: (before?.kept ?? 0) + kept,
    wordsDrafted: (before?.wordsDrafted ?? 0) + wordsIn(statements.join(" ")).length,
    wordsSent: (before?.wordsSent ?? 0) + wordsIn(sent).length,
    uses,
  };
}

/** Greeting, closing and name stand in any mail of the member's; a sentence of a draft has an end. */
const isFrame = (statement: string): boolean =>
  isFrameLine(statement.split("\n", 1)[0]!) || !/[.!?:\]]["”’)]*$/.test(statement.trimEnd());

const plain = (text: string): string => text.replace(/\s+/g, " ").trim().toLowerCase();

/** Sentences that the built-in writer says whatever it is about: nothing of a person or a deal stands in them. */
const COURTESIES =
  /^(Thank you for your mail( of …)?\.|Thank you very much(?:, I am glad to hear that)?\.|I am sorry to hear this\.|Thank you for (?:letting me know|being open about the price|your order|the introduction)\.|If anything changes, I am happy to help\.|You are very welcome\.|I hope that you are feeling better\.|Have a good weekend, too\.|I hope you are well\.|If you have any questions, I am happy to help\.|Is there any news on this\?|I look forward to (your answer|it)\.|Дякую за лист( від …)?\.|Щиро дякую(?:, дуже приємно це чути)?\.|Мені прикро це чути\.|Дякую(?:, що повідомили| за (?:відвертість щодо ціни|замовлення|знайомство))\.|Якщо щось зміниться, із задоволенням допоможу\.|Будь ласка, завжди радо допоможу\.|Сподіваюся, (?:вам|тобі) уже краще\.|І (?:вам|тобі) гарних вихідних\.|Сподіваюся, у (?:вас|тебе) усе добре\.|Якщо виникнуть запитання, із задоволенням допоможу\.|Чи є щось нове\?|Чекаю на відповідь\.|Буду чекати\.)$/;

/** Of these, what whoever writes in one sentence does not say. */
export const SMALL_TALK: readonly string[] = [
  "Thank you for your mail of ….",
  "I hope you are well.",
  "If you have any questions, I am happy to help.",
  "I look forward to your answer.",
  "Дякую за лист від ….",
  "Сподіваюся, у вас усе добре.",
  "Сподіваюся, у тебе усе добре.",
  "Якщо виникнуть запитання, із задоволенням допоможу.",
  "Чекаю на відповідь.",
];

/** A courtesy whatever its day, and whether it names one; null for what says something. */
export function courtesyKey(sentence: string): string | null {
  const key = sentence
    .trim()
    .replace(/\d{1,2} \p{L}+( \d{4}( року)?)?/u, "…")
    .replace(/^(Thank you for your mail)\.$/, "$1 of ….")
    .replace(/^(Дякую за лист)\.$/, "$1 від ….");
  return COURTESIES.test(key) ? key : null;
}

export function editsOf({ found }: Inserted): VoiceEdits | null {
  if (!found) return null;
  return {
    drafts: found.drafts,
    keptShare: found.kept / Math.max(found.statements, 1),
    lengthRatio: found.wordsSent / Math.max(found.wordsDrafted, 1),
    dropped: Object.entries(found.uses)
      .filter(([, use]) => use.out >= FEWEST_DROPS && use.out > use.in / 2)
      .map(([key]) => key),
  };
}
