import { type Ask, asksIn, isAsk } from "../../../core/mail/owed/asks.ts";
import { contentWords, overlap } from "../../../core/text/words.ts";
import { type FactSource, type Sentence, sentencesOf } from "../../context/index.ts";
import { dictates } from "../check/instructions.ts";
import { askedWords, isAbout, isPressing, questionsIn, wantsSomethingExact, withoutLeadIn } from "./questions.ts";
import { APPOINTMENT } from "./values.ts";

const SUGGESTS = /\b(let['’]?s|let us|shall we|how about|what about|i (propose|suggest)|we could)\b|пропону/i;
/** Nobody says when they are free who does not leave it to be chosen. */
const IS_FREE =
  /\b((we|i) can (do|meet|talk|call)|(suits?|(works?|is (good|fine|ok(ay)?)) for) (me|us)|(i am|i['’]m|we are|we['’]re) (free|available))\b|(мені|нам) (зручно|підходить|підійде)|(можемо|можу) (зустрі|поговор|зідзвон)/i;
/** One word in common with a yes or no question is chance. */
const FEWEST_SHARED = 2;
/** "By Friday" is no time to meet; "would Friday suit you" is. */
const PROPOSES =
  /\b((?:could|can|shall) we (?:do|say|make it)|suits?|meet(ing)?|visit|call|talk|see you|are you free|available|works? for|come (by|over)|how about|what about)\b|зустрі|зателефон|зідзвон|дзвінок|зручно|підход|підійде|побачи/i;
export const LONGEST_QUOTED_QUESTION = 280;

/** Whether a sentence of the member's is about what is asked: of a yes or no question more than one word must stand in it. */
export function answersTo(question: string, answered: FactSource): (sentence: Sentence) => boolean {
  const isThing = isAbout(question);
  const asked = askedWords(question);
  const least = wantsSomethingExact(question) ? 0 : Math.min(FEWEST_SHARED, asked.size) / Math.max(asked.size, 1);
  return ({ source, quote }) =>
    source.id !== answered.id && source.by === "you" && isThing(quote) && overlap(asked, contentWords(quote)) >= least;
}

/** More than a draft takes up or names beside it. */
const MOST_ASKS = 6;

/** "The 10th please", "yes please": what they choose of what the member asked is no ask. */
export const isChosen = (ask: string, before: FactSource | undefined): boolean =>
  before?.text.includes("?") === true &&
  /^(?:[^\s?]+ ){1,4}please[.!]?$|^(?:\S+,? ){1,4}будь ласка[.!]?$/iu.test(ask.trim());

/** "Цікавлять ліжечка на 25 дітей": what the questions behind it are about. */
const isInterest = (ask: string): boolean =>
  !ask.includes("?") && /^(?:(?:нас|мене) )?цікав(?:ить|лять)(?!\p{L})(?! (?:чи|коли|як|скільки|що))/iu.test(ask);

/** What the last mail of theirs asks, one thing each. How much an answer is waited for is asked only where nothing else is. */
export function theirAsks(answered: FactSource | undefined): Ask[] {
  if (!answered) return [];
  const asks = asksIn(answered.text, answered.said)
    .filter((ask) => !dictates(ask.text))
    .map(withoutBullet)
    .flatMap((ask) => questionsIn(withoutLeadIn(ask)))
    .filter((ask) => ask.text.length <= LONGEST_QUOTED_QUESTION && !dictates(ask.text));
  const others = asks.filter((ask) => !isPressing(ask.text) && !isInterest(ask.text));
  return (others.length > 0 ? others : asks).slice(0, MOST_ASKS);
}

/** Whether somebody asks to meet or to talk. */
export const proposesToMeet = (ask: string): boolean => PROPOSES.test(ask);

/** The days and times that they leave to choose from, in the first sentence that proposes any. */
export function proposedTimes(mail: FactSource): { times: string[]; sentence: Sentence } | null {
  const isProposal = (quote: string) =>
    (PROPOSES.test(quote) && (isAsk(quote) || SUGGESTS.test(quote))) || IS_FREE.test(quote);
  const sentence = sentencesOf(mail).find(({ quote }) => isProposal(quote) && alternatives(quote).length > 0);
  return sentence ? { times: alternatives(sentence.quote), sentence } : null;
}

/** "Thursday at 10 or Friday at 14:30" are two; of "between Monday and Wednesday" the first is what can be taken up. */
function alternatives(quote: string): string[] {
  const found = [...quote.matchAll(APPOINTMENT)].filter(
    ({ index }) => !LEFT.test(quote.slice(Math.max(0, index - LONGEST_LEFT), index)),
  );
  const next = found.findIndex((one, i) => {
    const before = found[i - 1];
    return before && !CHOICE.test(quote.slice(before.index + before[0].length, one.index));
  });
  return found.slice(0, next === -1 ? MOST_TIMES : Math.min(next, MOST_TIMES)).map(([time]) => time.trim());
}
/** "From Wednesday to Friday": the day that is left is none that they propose. */
const LEFT = /\b(?:from|instead of|rather than|not)\s+$|(?<!\p{L})(?:з|із|замість|не)\s+$/iu;
const LONGEST_LEFT = 20;
const MOST_TIMES = 3;
const CHOICE = /^\s*(?:,|\/|,?\s*(?:or|або|чи))\s*(?:on|at|у|в)?\s*$/iu;

/** "- What is the warranty?", "2) Can you deliver?": the mark of a list is not what is asked. */
function withoutBullet({ text, start, end }: Ask): Ask {
  const [mark = ""] = /^\s*([-*•–]|\(?\d{1,2}[.)])\s+/.exec(text) ?? [];
  return { text: text.slice(mark.length), start: start + mark.length, end };
}

const VERBS =
  "ask|thank|propose|suggest|offer|mention|tell|say|confirm|apologi[sz]e|remind|invite|send|attach|include|request|introduce|explain|chase|decline|refuse|congratulate|" +
  "подякуй|попроси|запитай|спитай|запропонуй|скажи|напиши|нагадай|повідом|підтвердь|вибачся|надішли|запроси|" +
  "подякувати|попросити|запитати|спитати|запропонувати|сказати|написати|нагадати|повідомити|підтвердити|вибачитися|надіслати|відмовити|запросити|уточнити|пояснити|домовитися";
const ANOTHER = new RegExp(
  "(?:;\\s+|,\\s+(?=(?:(?:I|we)(?:['’]ll| will)|need|will|could|can)\\s)|" +
    `(?:\\s+(?:and|but|і|й|та|але)(?: then| also|,? натомість)?|[,;](?: (?:and|but|then|і|та|але))?(?: then| also| натомість)?)\\s+(?=(?:${VERBS})(?!\\p{L})))`,
  "giu",
);

/** Whether a note says what to write, and not what there is to say. */
export const isInstruction = (note: string): boolean => new RegExp(`^(?:${VERBS})(?!\\p{L})`, "iu").test(note.trim());

/** "Thank her for the tour and ask for the address", "say no to the discount, offer training": two wishes in one line. */
export function wishesIn(wish: string): string[] {
  const [, alone, rest = ""] = ALONE.exec(wish) ?? [];
  return alone ? [alone, ...rest.split(ANOTHER)] : wish.split(ANOTHER);
}
/** "Apologise, the delivery is a week late": a wish that needs no more, and what is said behind it. */
const ALONE =
  /^(apologi[sz]e|sorry|say sorry|say no|thank (?:him|her|them|you)|say thanks|вибачитися|вибачитись|вибачся|перепросити|перепроси|подякувати|подякуй)[,;:] (.+)$/iu;

/** Where and how one meets: "at their office", "on Teams". */
const PLACE = /^(?:at|in|on|via|by|over|online|у|в|на|по|онлайн)(?: [^\s,]+){0,5}$/iu;

/** "Yes, Thursday at 3pm" */
export const agreesToTime = (wish: string): boolean =>
  isTimeOnly(
    wish
      .trim()
      .replace(/^(?:yes|ok|okay|sure|так|добре|гаразд),? /iu, "")
      .replace(/ works$/iu, ""),
  );
/** A day and time, or a place, and nothing else. */
export const isTimeOnly = (wish: string): boolean => {
  const left = wish.replace(APPOINTMENT, " ");
  return (
    left !== wish &&
    !/\p{L}/u.test(left.replace(/(?<!\p{L})(?:or|and|at|on|either|about|around|або|чи|о|об|у|в)(?!\p{L})/giu, " "))
  );
};
export const isPlaceOnly = (wish: string): boolean => PLACE.test(wish) && !wish.match(APPOINTMENT);
