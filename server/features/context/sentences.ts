import { isOnlyFrame } from "../../core/mail/said/frame.ts";
import { sentencesIn } from "../../core/mail/said/sentences.ts";
import { contentWords, overlap, wordsIn } from "../../core/text/words.ts";
import type { FactSource, Facts, Sentence } from "./facts.ts";

/** The sentences of a source that say something, in order. */
export function sentencesOf(source: FactSource): Sentence[] {
  return source.said
    .flatMap(({ start, end }) => sentencesIn(source.text, start, end))
    .filter((one) => wordsIn(one.text).length > 2 && !isOnlyFrame(one.text))
    .map((one) => ({ id: source.id, quote: one.text, start: one.start, end: one.end, source }));
}

export const allSources = (facts: Facts): FactSource[] => [...facts.thread, ...facts.others];

/** Shorter than this a sentence names nothing; longer, it is a paragraph that nobody would quote. */
const LONGEST_QUOTE = 320;

/** Of two that fit alike, the one with a figure says more. */
const EXACT_BONUS = 0.1;

/** The sentences that fit a query best, by content words; at equal fit the newer. */
export function bestSentences(
  facts: Facts,
  query: string,
  options: {
    least: number;
    limit: number;
    accept?: (sentence: Sentence) => boolean;
    /** False where a yes or no is wanted: then a figure says no more than words do. */
    exact?: boolean;
  },
): Sentence[] {
  const wanted = contentWords(query);
  return allSources(facts)
    .flatMap(sentencesOf)
    .filter((sentence) => sentence.quote.length <= LONGEST_QUOTE && (options.accept?.(sentence) ?? true))
    .map((sentence) => ({ sentence, fit: overlap(wanted, contentWords(sentence.quote)) }))
    .filter(({ fit }) => fit >= options.least)
    .map(({ sentence, fit }) => ({
      sentence,
      fit: options.exact !== false && saysSomethingExact(sentence) ? fit + EXACT_BONUS : fit,
    }))
    .sort((a, b) => b.fit - a.fit || (b.sentence.source.at ?? "").localeCompare(a.sentence.source.at ?? ""))
    .slice(0, options.limit)
    .map(({ sentence }) => sentence);
}

/** A figure, a date or a time: what makes a sentence worth citing. */
export const saysSomethingExact = (sentence: Sentence): boolean =>
  /\d|\b(mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(tomorrow|next week|tonight)\b/i.test(sentence.quote);
