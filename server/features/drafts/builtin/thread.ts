import { asksIn } from "../../../core/mail/owed/asks.ts";
import { isAutomaticReply } from "../../../core/mail/people/automatic.ts";
import { isOnlyFrame } from "../../../core/mail/said/frame.ts";
import { sentencesIn } from "../../../core/mail/said/sentences.ts";
import type { FactSource, Facts, Sentence } from "../../context/index.ts";
import { addresses, familiarUk, saysThou } from "./phrases/familiar-uk.ts";
import { type Phrases, phrasesIn } from "./phrases/phrases.ts";

/** The mail of theirs that is answered. */
export const theirLast = ({ thread }: Facts): FactSource | undefined =>
  thread.findLast((source) => source.by === "them");

/** Whether the last word between the two is the member's. */
export const isAwaiting = ({ thread }: Facts): boolean =>
  thread.findLast((source) => source.by !== "other")?.by === "you";

/** What they promised and have not kept yet. */
export const theirPromise = ({ promises }: Facts): Facts["promises"][number] | undefined =>
  promises.find((one) => one.kind === "promise" && one.owes === "them");

/** Whether they promise something in the mail that is answered; to keep in touch is no more than a courtesy. */
export function isPromisedLast(facts: Facts): boolean {
  const last = theirLast(facts);
  return facts.promises.some(
    (one) =>
      one.kind === "promise" &&
      one.owes === "them" &&
      one.source.id === last?.id &&
      !KEEPS_IN_TOUCH.test(one.source.quote),
  );
}
const KEEPS_IN_TOUCH =
  /\b(?:keep|let you know|be in touch|update you)\b|(?<!\p{L})(?:повідом|триматиму в курсі|на зв['’ʼ]язку)/iu;

/** Who is away has answered nothing: what was written to them still waits. Null where their last word is their own. */
export function withoutAutomaticReply(facts: Facts): Facts | null {
  const last = facts.thread.findLast((source) => source.by !== "other");
  if (last?.by !== "them" || !isAutomaticReply(last.subject)) return null;
  const thread = facts.thread.filter((source) => source !== last);
  return isAwaiting({ ...facts, thread }) ? { ...facts, thread } : null;
}

/** What the thread is about; null where it has no subject. */
export const subjectOf = ({ thread }: Facts): string | null =>
  thread
    .at(-1)
    ?.subject.replace(/^((re|fwd?|aw|sv)\s*:\s*)+/i, "")
    .trim() || null;

/** The sentences of the mail that is answered which ask for something, whole. */
export function askingSentences(facts: Facts): Sentence[] {
  const mail = theirLast(facts);
  return mail
    ? asksIn(mail.text, mail.said).map(({ text, start, end }) => ({
        id: mail.id,
        quote: text,
        start,
        end,
        source: mail,
      }))
    : [];
}

/** Within these days nobody names the day of the mail that they answer. */
const RECENT_DAYS = 10;
export const isRecent = (at: string, { now }: Pick<Facts, "now">): boolean =>
  Date.parse(now) - Date.parse(at) < RECENT_DAYS * 86_400_000;

/** What the other side says in that mail, sentence by sentence, however short, without what it begins and ends with. */
export const saidIn = (source: FactSource): Sentence[] =>
  source.said
    .flatMap(({ start, end }) => sentencesIn(source.text, start, end))
    .filter((one) => !isOnlyFrame(one.text))
    .map(({ text, start, end }) => ({ id: source.id, quote: text, start, end, source }));

/** The phrases of a letter to whoever it is: in Ukrainian as they address the member, or the member them. */
export const phrasesFor = (facts: Facts, language: string): Phrases =>
  language === "uk" && isFamiliar(facts) ? familiarUk : phrasesIn(language);

/** The last mail in which either says "ти" or "ви" tells which. */
export function isFamiliar({ thread }: Facts): boolean {
  const texts = thread.filter((source) => source.by !== "other").map(newText);
  const telling = texts.findLast((text) => addresses(text));
  return telling === undefined ? texts.some((text) => /^\s*привіт(?!\p{L})/iu.test(text)) : saysThou(telling);
}
const newText = ({ said, text }: FactSource): string => said.map(({ start, end }) => text.slice(start, end)).join("\n");
