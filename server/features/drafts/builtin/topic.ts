import { contentWords, overlap } from "../../../core/text/words.ts";

/** What kind of thing is asked for, by its word, and what a sentence that tells it has in it. */
const KINDS: readonly { word: RegExp; tells: RegExp }[] = [
  {
    word: /^(price|cost|amount|sum|fee|rate|budget|value|total|ціна|вартість|сума)s?$/,
    tells:
      /[€$£¥]\s?\d|\d[\d.,]*\s?(%|[€$£¥]|percent|euros?|dollars?|pounds?|kronor|грн|k\b|million|thousand|відсот)|\b(eur|usd|gbp|sek|nok|dkk|pln|chf|jpy|uah)\b/i,
  },
  {
    word: /^(date|day|time|deadline|term|when|коли|дата|термін)s?$/,
    tells:
      /\d{1,2}[:./-]\d{1,2}|\d(st|nd|rd|th)\b|\d\s?(am|pm|o'clock)\b|\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s\d|\d\.?\s(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\b(mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(today|tomorrow|tonight|next (week|month)|noon)\b|(\d|two|three|four|six|eight|ten|twelve)\s(hour|day|week|month|year)s?\b|\d\s(січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня)/i,
  },
  {
    word: /^(number|phone|quantity|percent|percentage|discount|size|temperature|weight|скільки|номер|знижка)s?$/,
    tells: /\d/,
  },
];

/** Of a topic of a word or two a sentence must have them all; of a longer one, most. */
const MOST = 0.6;

/**
 * Whether a sentence tells what a topic asks for: "the delivery date" wants a sentence about the delivery with a date in it, not
 * any with the word "date".
 */
export function tells(topic: string): (sentence: string) => boolean {
  const kinds = KINDS.filter(({ word }) =>
    topic
      .toLowerCase()
      .match(/\p{L}+/gu)
      ?.some((one) => word.test(one)),
  );
  const words = contentWords(topic);
  const special = new Set([...contentWords(topic.replace(/\p{L}+/gu, (one) => (isKindWord(one) ? " " : one)))]);
  const wanted = special.size > 0 ? special : words;
  const least = wanted.size <= 2 ? 1 : MOST;
  return (sentence) =>
    wanted.size > 0 &&
    overlap(wanted, contentWords(sentence)) >= least &&
    kinds.every((kind) => kind.tells.test(sentence));
}

/** "The discount" is told only by what speaks of a discount; "the date of the meeting" by the meeting and any date. */
const isKindWord = (word: string): boolean =>
  !/^(discount|phone|temperature|weight|знижка|номер)/i.test(word) &&
  KINDS.some((kind) => kind.word.test(word.toLowerCase()));
