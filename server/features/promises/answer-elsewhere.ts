import { owingIn } from "../../core/mail/owed/obligations.ts";
import { overlap, stem, wordsIn } from "../../core/text/words.ts";
import type { Said, Sentence } from "./settle.ts";

/** So much of what the question names, two words at least, the answer names too. */
const NAMED = 0.75;

const ASKS_WHEN =
  /\b(when|what (time|day|date)|which (day|date|week)|by when)\b|(?<!\p{L})(коли|якого дня|о котрій)(?!\p{L})|\bwann\b/iu;
const ASKS_HOW_MUCH =
  /\bhow (much|many|long|often|big|large|high|far|cold|warm)\b|\bwhat (is|are|was|will be|would be|does) (the|your|our|its)\b.*\b(price|cost|costs|rate|rent|deposit|amount|size|number|fee|temperature|discount|total|weight|capacity|height|come to)\b|(?<!\p{L})(скільки|яка (ціна|вартість|сума|ставка))(?!\p{L})|\bwie (viel|viele|lange|hoch|groß)\b/iu;
const ASKS_WHETHER =
  /^(\p{L}+, )?(is|are|was|were|do|does|did|has|have|had|can|will|would|could|чи|ist|sind|hat|haben|kann)(?!\p{L})/iu;

const DAY =
  /\b(mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(january|february|march|april|june|july|august|september|october|november|december)\b|\b\d{1,2} may\b|\bmay \d{1,2}\b|\b(today|tomorrow|tonight|noon|midnight)\b|\b\d{1,2}[:.]\d{2}\b|\b\d{1,2} ?(am|pm)\b|\d{4}-\d{2}-\d{2}|(?<!\p{L})(понеділ|вівтор|серед|четвер|п['ʼ’]ятниц|субот|неділ|січн|лют|берез|квіт|травн|черв|липн|серпн|верес|жовт|листопад|груд)\p{L}*|\b(montag|dienstag|mittwoch|donnerstag|freitag)\b/iu;
const DAYS_AND_TIMES =
  /\b\d{1,2}(st|nd|rd|th)?\.? (january|february|march|april|may|june|july|august|september|october|november|december)\b( \d{4})?|\b(january|february|march|april|may|june|july|august|september|october|november|december) \d{1,2}(st|nd|rd|th)?\b(,? \d{4})?|\b\d{1,2}:\d{2}\b|\d{4}-\d{2}-\d{2}|\b(19|20)\d{2}\b/giu;
const YES_OR_NO = /^(yes|no|yep|nope|correct|так|ні|ja|nein)\b[,.: –—-]|^(так|ні)(?!\p{L})/iu;
/** What is not known yet, only asked about, or wished for answers nothing. */
const OPEN =
  /[?？]|\b(not (yet|sure|known|clear)|don['’]t know|no idea|if|whether|about your question|regarding|would|should|might|may be|maybe|perhaps|hope|expect|need|want)\b|(?<!\p{L})(якщо|можливо|не знаю|ще не)(?!\p{L})/iu;

const PRICE = "price|cost|rent|rental fee|fee|rate|deposit";
/** "Send us the price for the hall": where the thing itself may be said in a sentence, and nothing has to be sent. */
const WANTS_PRICE = new RegExp(
  String.raw`\b(send|give|tell|share|forward|provide|let|e-?mail)\b[^.?!;]{0,40}\b(${PRICE})s?\b`,
  "iu",
);
const AMOUNT =
  /[€$£]\s?\d|\d\s?[€$£]|\b(eur|usd|gbp|sek|nok|dkk|chf|pln|uah)\s?\d|\d\s?(eur|usd|gbp|sek|nok|dkk|chf|pln|uah|kr|euros?|dollars?|pounds|kronor)(?!\p{L})/iu;
/** A price that has changed, or is somebody else's or another time's. */
const NOT_IT =
  /\b(went|go(es)?|gone|rose|rises?|risen|fell|increas\w*|reduc\w*|rais\w*|drop\w*|lower\w*|higher|cheaper|not|no longer|was|were|used to|last year|more than|less than|below|above|at least|up to|competitors?|discount\w*)\b/iu;

/** What stands behind the name of a thing that is called no more than that: the "Polhem 120 ramp" is another one. */
const ENDS_NAME =
  /^\s*($|[.,:;=!)–—-]|(is|are|comes?|costs?|amounts?|stands?|per|over|excl\w*|incl\w*|months?|years?|weeks?|days?)(?!\p{L}))/iu;

/** The sentence that says the price that was to be sent, naming the same thing and an amount of money. */
export function priceTold(
  { text: wanted }: { text: string },
  names: ReadonlySet<string>,
  sentences: readonly Said[],
): Sentence | null {
  if (!WANTS_PRICE.test(wanted)) return null;
  return (
    sentences.find(
      ({ text, words }) =>
        isNamed(names, words) &&
        ENDS_NAME.test(behindName(text, names)) &&
        says(text) &&
        AMOUNT.test(text) &&
        !NOT_IT.test(text),
    ) ?? null
  );
}

function behindName(sentence: string, names: ReadonlySet<string>): string {
  const last = [...sentence.matchAll(/[\p{L}\p{N}]+/gu)].findLast(([word]) => names.has(stem(word.toLowerCase())));
  return last ? sentence.slice(last.index + last[0].length) : sentence;
}

const isNamed = (names: ReadonlySet<string>, words: ReadonlySet<string>): boolean =>
  [...names].filter((word) => words.has(word)).length >= 2 && overlap(names, words) >= NAMED;

/** As something that is so, and asks for nothing. */
const says = (sentence: string): boolean => !OPEN.test(sentence) && owingIn(sentence) === null;

/** Whether a question asks for something that one sentence elsewhere can tell: a day, a figure, a price, yes or no. */
export const canBeTold = (question: string): boolean =>
  [ASKS_WHEN, ASKS_HOW_MUCH, ASKS_WHETHER, WANTS_PRICE].some((asks) => asks.test(question));

/** The sentence that tells what a question asks, naming the same thing. Rather none than a wrong one. */
export function answerTo(
  { text: question }: { text: string },
  names: ReadonlySet<string>,
  sentences: readonly Said[],
): Sentence | null {
  const tells = (sentence: string): boolean => {
    if (ASKS_WHEN.test(question)) return DAY.test(sentence);
    if (ASKS_HOW_MUCH.test(question)) return hasFigure(sentence, names);
    return ASKS_WHETHER.test(question) && YES_OR_NO.test(sentence);
  };
  return sentences.find(({ text, words }) => isNamed(names, words) && says(text) && tells(text)) ?? null;
}

/** A figure that is no day and no part of what the thing is called: the "Polhem 120" is no price. */
const hasFigure = (sentence: string, names: ReadonlySet<string>): boolean =>
  wordsIn(sentence.replace(DAYS_AND_TIMES, " ")).some((word) => /\d/.test(word) && !names.has(stem(word)));
