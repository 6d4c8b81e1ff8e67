import type { SourceQuote } from "@sidenote/contract/context";
import type { ScreenMessage } from "@sidenote/contract/emails";
import { type DraftState, ONLY_WISH } from "./draft-state.ts";

/** Mails that go, by what they are stored as; `shown` where one goes from the panel too, and is not merely stored no more. */
export type Gone = { ids: ReadonlySet<string>; shown?: { message: ScreenMessage; place: string } };

/** What the draft under this key loses with mails: all that was made, what is being written, something beside the letter, or nothing (null). */
export function lossOf(
  { ids, shown }: Gone,
  key: string,
  { letter, made, writing, rests, replies, subjects }: DraftState,
): Partial<DraftState> | null {
  const isThere = shown !== undefined && key.endsWith(` ${shown.place}`);
  // What was said on screen is known again by its words: its number changes with what else is unfolded there.
  const isGone = (source: SourceQuote) =>
    ids.has(source.id) || (isThere && source.id.startsWith("screen:") && shown.message.text.includes(source.quote));
  const restOn = (statements: readonly { sources: SourceQuote[] }[]) =>
    statements.some(({ sources }) => sources.some(isGone));
  const isNear = isThere || (shown !== undefined && peopleOf(shown.message).includes(key.slice(0, key.indexOf(" "))));
  // What did not come to its end does not say what it rests on, only what it may rest on.
  const mayRest = isNear || rests.some((id) => ids.has(id));
  const forEyes = made?.for_your_eyes?.map(({ source }) => source) ?? [];
  const isUntold = letter?.statements.length === 0 && mayRest;
  if (isUntold || restOn(letter?.statements ?? []) || forEyes.some(isGone)) return ONLY_WISH;
  const isWritingGone = writing !== null && mayRest;
  const isReplyGone = replies === "asked" ? isNear : replies?.some((one) => restOn(one.statements));
  // Nor do subject lines.
  const isSubjectGone = isNear && subjects !== null;
  if (!isWritingGone && !isReplyGone && !isSubjectGone) return null;
  return {
    ...(isWritingGone && { writing: null }),
    ...(isReplyGone && { replies: null, repliesBy: null }),
    ...(isSubjectGone && { subjects: null, subjectsBy: null }),
  };
}

/** The stored mails that a draft says it rests on, or may where it does not say. */
export function citedIn({ letter, made, writing, rests, replies }: DraftState): string[] {
  const short = replies === null || replies === "asked" ? [] : replies;
  const statements = [letter ?? { statements: [] }, ...short].flatMap((one) => one.statements);
  const eyes = made?.for_your_eyes ?? [];
  const sources = [...statements.flatMap((one) => one.sources), ...eyes.map(({ source }) => source)];
  const isUntold = writing !== null || letter?.statements.length === 0;
  return [...sources.map(({ id }) => id), ...(isUntold ? rests : [])].filter((id) => id.startsWith("eml_"));
}

const peopleOf = ({ from, to, cc = [] }: ScreenMessage): string[] => [from, ...to, ...cc].map((one) => one.address);
