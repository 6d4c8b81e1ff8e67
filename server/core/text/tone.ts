import { TONE_PHRASES } from "./tone-phrases.ts";

/** A longer sentence in mail is copied from somewhere. */
const LONGEST_WORDS = 45;
/** What somebody else said, and what is no sentence. */
const NOT_THEIRS =
  /^["“„«']|["”“] ?(?:he|she|they|\p{Lu}\w+)? ?(?:said|says|wrote|told)\b|\b(?:said|says) (?:in|that|"|“)|[=*_#]{3}/u;
/** An exclamation says of itself whose it is: "Great job!" */
const EXCLAMATION_WORDS = 7;
/** One phrase says this much of ±1, two more. */
const FIRST = 0.6;
const MORE = 0.2;

/** Whether tone can be judged in this language at all. */
export const hasTone = (language: string): boolean => language in TONE_PHRASES;

/**
 * How a sentence sounds, by what people say when they are pleased with whom they write to, or are not: below zero tense, above it
 * warm; null where it says neither, or both. Precision first: most sentences say neither.
 */
export function toneOf(sentence: string, language: string): number | null {
  const phrases = TONE_PHRASES[language];
  if (!phrases) return null;
  if (NOT_THEIRS.test(sentence)) return null;
  const text = sentence.toLowerCase().replace(/[’ʼ]/g, "'").replace(/\s+/g, " ").trim();
  const words = text.split(" ").length;
  if (words > LONGEST_WORDS || (words > EXCLAMATION_WORDS && !phrases.own.test(text))) return null;
  const said = (one: RegExp): boolean => {
    const at = text.search(one);
    return at !== -1 && !phrases.denied.test(text.slice(0, at));
  };
  const warm = phrases.warm.filter(said).length;
  const tense = phrases.tense.filter(said).length;
  if (warm > 0 === tense > 0) return null;
  const value = Math.min(1, FIRST + MORE * (warm + tense - 1));
  return warm > 0 ? value : -value;
}
