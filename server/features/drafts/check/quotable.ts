import { type FactSource, type Sentence, sentencesOf } from "../../context/index.ts";
import type { Quote } from "./bearing.ts";
import { isInstruction, wantsItSaid } from "./instructions.ts";
import { plainText } from "./tokens.ts";

/** What goes on for longer was pasted there and is no sentence; reading one takes time that grows with its square. */
export const LONGEST_SENTENCE = 600;

/** Marks that mail does not have and programs do. */
export const CODE = /[{}<>|=\\`_]|\(\)|(^|\s)[~/]\w+\/|\p{L}\((?!s\))/u;
/** The sentences of a source that may bear something out: none inside of a block of code, or a line of it. */
export function quotable(source: FactSource): Sentence[] {
  const fences = [...source.text.matchAll(/```/g)].map((one) => one.index + one[0].length);
  let before = 0;
  return sentencesOf(source).filter(({ start, quote }) => {
    while (before < fences.length && fences[before]! <= start) before++;
    return quote.length <= LONGEST_SENTENCE && before % 2 === 0 && !CODE.test(quote);
  });
}

/** An instruction to whoever answers is no statement of anything. */
export const isUsable = ({ sentence }: Quote): boolean => !isInstruction(sentence.quote);

/** Nor is what somebody else wants done or said; what the member wants to have said, is. */
export const states = (quote: Quote): boolean =>
  isUsable(quote) && (quote.sentence.source.by === "you" || !wantsItSaid(plainText(quote.sentence.quote)));

/** A statement that ends with a quoted question is none. */
export const isQuestion = (sentence: string): boolean => /\?\)?$/.test(sentence) && !/["“”«»]/.test(sentence);
