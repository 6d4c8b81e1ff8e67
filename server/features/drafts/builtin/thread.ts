import { asksIn } from "../../../core/mail/asks.ts";
import type { FactSource, Facts, Sentence } from "../../context/index.ts";

/** The mail of theirs that is answered. */
export const theirLast = ({ thread }: Facts): FactSource | undefined =>
  thread.findLast((source) => source.by === "them");

/** Whether the last word between the two is the member's. */
export const isAwaiting = ({ thread }: Facts): boolean =>
  thread.findLast((source) => source.by !== "other")?.by === "you";

/** What they promised and have not kept yet. */
export const theirPromise = ({ promises }: Facts): Facts["promises"][number] | undefined =>
  promises.find((one) => one.kind === "promise" && one.owes === "them");

/** Whether they promise something in the mail that is answered. */
export function isPromisedLast(facts: Facts): boolean {
  const last = theirLast(facts);
  return facts.promises.some((one) => one.kind === "promise" && one.owes === "them" && one.source.id === last?.id);
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
