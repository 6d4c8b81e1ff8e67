import type { Span } from "@sidenote/contract/emails";
import { type Sentence, sentencesIn } from "../said/sentences.ts";
import { ASKS_WHETHER, COURTESY, OFFER_BEHIND, OFFERS, RHETORICAL, requests, UNMARKED } from "./ask-words.ts";
import { UKRAINIAN_PROMISE_BEHIND } from "./ukrainian-asks.ts";

export type Ask = Sentence;

const LONGEST_ASK = 600;

/** The sentences of what was newly said that ask the reader for something, in order. */
export function asksIn(text: string, spans: readonly Span[]): Ask[] {
  return spans
    .filter((span) => span.kind === "said")
    .flatMap((span) => sentencesIn(text, span.start, span.end))
    .filter((sentence) => isAsk(sentence.text));
}

/** An offer of help, which nobody has to answer, however it is worded. */
export const isOffer = (sentence: string): boolean =>
  soundsLikeOffer(sentence) &&
  !ASKS_OUTRIGHT.test(sentence) &&
  !ASKS_WHETHER.test(sentence) &&
  !asksBeforeOffer(sentence);

/** "Could you call me with further details?" */
const ASKS_OUTRIGHT =
  /^(?:\S+, )?(?:could|can|would|will) you (?:please )?(?!let\b|need\b|like\b|want\b|have\b|believe\b|imagine\b)\p{L}+[^?]*\?$/iu;

const soundsLikeOffer = (sentence: string): boolean =>
  COURTESY.test(sentence) || RHETORICAL.test(sentence) || OFFERS.some((offer) => offer.test(sentence));

function asksBeforeOffer(sentence: string): boolean {
  const head = sentence.replace(OFFER_BEHIND, "");
  return head !== sentence && requests(head) && !soundsLikeOffer(head);
}

/** The first of them. */
export function firstAskIn(text: string, spans: readonly Span[]): Ask | undefined {
  for (const { kind, start, end } of spans) {
    const ask = kind === "said" ? sentencesIn(text, start, end).find((sentence) => isAsk(sentence.text)) : undefined;
    if (ask) return ask;
  }
  return undefined;
}

/** Whether a sentence asks its reader for something. */
export const isAsk = (sentence: string): boolean => sentence.length <= LONGEST_ASK && asks(ownWords(sentence));

const asks = (sentence: string): boolean =>
  (isQuestion(sentence) || requests(sentence) || UNMARKED.test(sentence)) && !isOffer(sentence);

/** `Bo asked me "could you send the plan?"`: what somebody else said asks and promises nothing here. */
const REPORTED =
  /(?<=\b(?:asked|said|says|wrote|writes|told|replied|answered|promised|claimed)(?: \p{L}{1,20}){0,2}[,:]? ?)(?:["“„][^"“”„]{2,300}["”“]|«[^«»]{2,300}»)/giu;
const LIST_MARK = /^(?:[-*•–]|\d{1,2}[.)])\s+/;
export const ownWords = (sentence: string): string => sentence.replace(LIST_MARK, "").replace(REPORTED, "…");

/** "Please send your comments and I'll add them": what is promised hangs on what is asked. */
export function asksBeforePromise(sentence: string): boolean {
  return [
    /\b(?:i|we)(?:['’]ll| will| shall|['’](?:m|re) going to| (?:am|are) going to)\b/i,
    UKRAINIAN_PROMISE_BEHIND,
  ].some((behind) => {
    const [head = ""] = sentence.split(behind);
    return head !== sentence && requests(head) && !soundsLikeOffer(head);
  });
}

/** A question mark on a line of its own was the bullet of the next one. */
export const BULLET_BEHIND = /\n\s*[?？]$/;

/** "The company (Corp.?)": what is doubted in passing asks nobody. */
const DOUBT_IN_PASSING = /\((?:[^\s()]{0,20} ?){0,2}[?？]\)$/;
/** "It slows down.? And so": a space that a mail program could not show, and showed as a question mark. */
const STOP_BEFORE_MARK = /[\p{L}\d]{2}\.[?？]["”’)]*$/u;

/** The end is looked at first: few sentences end so, and to look for the letters takes time that grows with its square. */
const isQuestion = (sentence: string): boolean =>
  /[?？؟]["”’)]*$/.test(sentence.slice(-8)) &&
  !BULLET_BEHIND.test(sentence.slice(-8)) &&
  !STOP_BEFORE_MARK.test(sentence.slice(-8)) &&
  !DOUBT_IN_PASSING.test(sentence.slice(-50)) &&
  /\p{L}{2}[^?]*[?？؟]["”’)]*$/u.test(sentence);
