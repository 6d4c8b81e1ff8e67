import type { SourceQuote } from "@sidenote/contract/context";
import type { ScreenMessage } from "@sidenote/contract/emails";
import type { EmailId } from "@sidenote/contract/ids";
import type { DraftState } from "./drafts.ts";

/** A mail that goes, by what it is stored as; `shown` where it goes from the panel too, and is not merely stored no more. */
export type GoneMail = { id: EmailId; shown?: { message: ScreenMessage; place: string } };

/** What the draft under this key loses with a mail: all of it, something beside the letter, or nothing (null). */
export function lossOf(
  { id, shown }: GoneMail,
  key: string,
  { letter, made, writing, replies, subjects }: DraftState,
): "all" | Partial<DraftState> | null {
  const isThere = shown !== undefined && key.endsWith(` ${shown.place}`);
  // What was said on screen is known again by its words: its number changes with what else is unfolded there.
  const isGone = (source: SourceQuote) =>
    source.id === id || (isThere && source.id.startsWith("screen:") && shown.message.text.includes(source.quote));
  const rests = (statements: readonly { sources: SourceQuote[] }[]) =>
    statements.some(({ sources }) => sources.some(isGone));
  const isNear = isThere || (shown !== undefined && peopleOf(shown.message).includes(key.slice(0, key.indexOf(" "))));
  // A letter that did not come to its end does not say what it rests on.
  const isUntold = isNear && (writing !== null || letter?.statements.length === 0);
  const forEyes = made?.for_your_eyes?.map(({ source }) => source) ?? [];
  if (isUntold || rests(letter?.statements ?? []) || forEyes.some(isGone)) return "all";
  const isReplyGone = replies === "asked" ? isNear : replies?.some((one) => rests(one.statements));
  // Nor do subject lines.
  const isSubjectGone = isNear && subjects !== null;
  if (!isReplyGone && !isSubjectGone) return null;
  return {
    ...(isReplyGone && { replies: null, repliesBy: null }),
    ...(isSubjectGone && { subjects: null, subjectsBy: null }),
  };
}

const peopleOf = ({ from, to, cc = [] }: ScreenMessage): string[] => [from, ...to, ...cc].map((one) => one.address);
