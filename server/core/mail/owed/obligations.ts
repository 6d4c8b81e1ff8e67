import type { Span } from "@sidenote/contract/emails";
import { remembered } from "../../remembered.ts";
import { asksForSomething } from "../../text/intent/index.ts";
import { sentencesIn } from "../said/sentences.ts";
import { CONDITION_BEHIND } from "./ask-words.ts";
import { asksBeforePromise, BULLET_BEHIND, isAsk, isOffer, ownWords } from "./asks.ts";
import { withoutIdleNegations } from "./idle-negations.ts";
import { promises, promisesForThird, remindsOfPromise } from "./promise-words.ts";

/** A sentence in which somebody comes to owe something; `by`: who will owe it. */
export type Obligation = {
  kind: "ask" | "promise";
  by: "reader" | "writer" | "third";
  text: string;
  start: number;
  end: number;
};

const LONGEST = 400;
const FEWEST_LETTERS = 6;
const ON_IT = /^on it[.!]*$/i;
/** Where no rule says so, the classifier has to be this sure of a request, and somebody has to want or to be invited. */
const SURE = 0.85;
const WANTS =
  /\b(can|could|shall|should|may) (we|i)\b|\blet['’]?s\b|\blet (me|us) have\b|\b(i|we)( would|['’]d)( really| also)? (like|appreciate|love|prefer)\b|\bwould be (good|great|nice|ideal|helpful|appreciated)\b|\bwondering (if|whether)\b|\bcan you\b|\bplease \p{L}+|\bneed (you|your|to (meet|talk|discuss|know))\b|^((\p{Lu}\p{L}+[,:]|you can|you could|and|then|also|so|just|please|pls|ok|okay,?|thanks,?) ){0,2}(send|give|call|tell|check|make sure|get|forward|review|add|put|take)\b/iu;
/** What was, what others did, and what stands in an attachment wants nothing now. */
const WANTS_NOTHING =
  /\b(was|were|had|did|said|told|went)\b(?!.*\bwondering\b)|\bplease (see|find|note|be (advised|aware)|accept|excuse|forgive|welcome)\b|\b(https?:|www\.)/i;

/** Who comes to owe what in what was newly said, sentence by sentence, in order. */
export function obligationsIn(text: string, spans: readonly Span[]): Obligation[] {
  return spans
    .filter((span) => span.kind === "said")
    .flatMap((span) => sentencesIn(text, span.start, span.end))
    .flatMap(({ text: sentence, start, end }) => {
      const owing = owingIn(sentence);
      return owing ? [{ ...owing, text: sentence, start, end }] : [];
    });
}

/** What a sentence by itself makes somebody owe. A thread is read anew with each mail that comes to it, and each time it is opened. */
export const owingIn = remembered((sentence): Readonly<Pick<Obligation, "kind" | "by">> | null => {
  const plain = ownWords(sentence.replace(BULLET_BEHIND, "").replace(/\s+/g, " ").replace(CONDITION_BEHIND, ""));
  if (
    plain.length > LONGEST ||
    (!ON_IT.test(plain) && (plain.match(/\p{L}/gu)?.length ?? 0) < FEWEST_LETTERS) ||
    isOffer(plain)
  )
    return null;
  if (remindsOfPromise(plain)) return { kind: "ask", by: "reader" };
  const meant = withoutIdleNegations(plain);
  if (promises(meant) && !asksBeforePromise(plain)) return { kind: "promise", by: "writer" };
  if (isAsk(plain) || isSurelyAsked(plain)) return { kind: "ask", by: "reader" };
  if (promisesForThird(meant)) return { kind: "promise", by: "third" };
  return null;
});

const isSurelyAsked = (sentence: string): boolean =>
  WANTS.test(sentence) && !WANTS_NOTHING.test(sentence) && asksForSomething(sentence) >= SURE;
