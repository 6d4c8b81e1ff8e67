import { createHash } from "node:crypto";
import { intentFeatures, intentWords } from "./features.ts";
import type { Example } from "./logistic.ts";

export type IntentSentence = { text: string; asks: boolean };

/** The labelled sentences: `Yes<TAB>sentence` or `No<TAB>sentence`, one a line. */
export const parseSentences = (file: string): IntentSentence[] =>
  file.split(/\r?\n/).flatMap((line) => {
    const [label, ...rest] = line.split("\t");
    const text = rest.join("\t").trim();
    return text ? [{ text, asks: label?.trim() === "Yes" }] : [];
  });

export const exampleOf = ({ text, asks }: IntentSentence): Example => ({ features: intentFeatures(text), is: asks });

/** One of `folds` parts, the same for sentences that differ only in figures and marks: a copy must not test its twin. */
export const foldOf = ({ text }: IntentSentence, folds: number): number =>
  createHash("sha256")
    .update(text.toLowerCase().replace(/[^\p{L}]/gu, ""))
    .digest()
    .readUInt32BE() % folds;

const CALENDAR =
  /^(i|i'[a-z]+|mon|tues?|wed|thurs?|fri|sat|sun|(mon|tues|wednes|thurs|fri|satur|sun)day|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|january|february|march|april|august|september|october|november|december)$/;

const LEAST_SMALL = 2;

/** Words written with a capital inside of sentences more often than without, or hardly ever without: names, as far as a text can tell. */
export function namesIn(sentences: readonly IntentSentence[]): Set<string> {
  const capital = new Map<string, number>();
  const small = new Map<string, number>();
  // Who writes everything small tells nothing of names.
  for (const { text } of sentences.filter((sentence) => /\p{Lu}/u.test(sentence.text))) {
    const words = text.replace(/\S*@\S+/g, " ");
    for (const { 0: word, index } of words.matchAll(/\p{L}+(?:['’]\p{L}+)?/gu)) {
      const startsSentence = /(^|[.!?:]["”’)]*\s+|^\W*)$/.test(words.slice(0, index));
      const counts = /^\p{Lu}/u.test(word) ? (startsSentence ? null : capital) : small;
      const key = word.toLowerCase().replace("’", "'");
      counts?.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  const isName = (word: string) =>
    /^\p{L}/u.test(word) &&
    !CALENDAR.test(word) &&
    ((small.get(word) ?? 0) < LEAST_SMALL || (capital.get(word) ?? 0) > (small.get(word) ?? 0));
  return new Set(sentences.flatMap(({ text }) => intentWords(text)).filter(isName));
}

/** Whether a mark holds a name: one of its words, or both of a pair's. */
export const holdsName = (feature: string, names: ReadonlySet<string>): boolean =>
  !/^[ml]:/.test(feature) &&
  feature
    .replace(/^[12z]:/, "")
    .split("_")
    .some((word) => names.has(word));
