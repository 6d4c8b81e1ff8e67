import type { Statement } from "@sidenote/contract/context";
import type { Ask } from "../../../core/mail/owed/asks.ts";
import { contentWords, overlap } from "../../../core/text/words.ts";
import type { FactSource } from "../../context/index.ts";
import { isThanks } from "../check/deals.ts";
import { cited } from "../letter.ts";
import {
  agreesToTime,
  answersTo,
  isChosen,
  isInstruction,
  proposedTimes,
  proposesToMeet,
  theirAsks,
  wishesIn,
} from "./asked.ts";
import { asSentence, type Desk } from "./desk.ts";
import { isApology, isRefusal, wished } from "./phrases/phrases.ts";
import type { Tenor } from "./phrases/tenors.ts";
import {
  askedWords,
  asksToBeTold,
  asksWhereItStopped,
  asksWhichSuits,
  beginsAsQuestion,
  choosesFrom,
  isNeed,
  saysTo,
  takesAnyAnswer,
  wantedThing,
  wantsSomethingExact,
} from "./questions.ts";
import { broughtBy } from "./reminder.ts";
import { askingSentences, saidIn, theirLast } from "./thread.ts";
import { wanted } from "./wanted.ts";

/** Half of what is asked about must stand in a sentence for it to be an answer. */
const LEAST_FIT = 0.5;

/** "How long does it take, and is it included?": the answer to the first may tell of "it" as well. */
const goesWith = (ask: Ask, before: { ask: Ask; statement: Statement }): boolean =>
  ask.start - before.ask.end < LONGEST_JOINT &&
  IT.test(ask.text) &&
  before.statement.sources.length > 1 &&
  overlap(askedWords(ask.text), contentWords(before.statement.text)) >= LEAST_FIT;
const LONGEST_JOINT = 8;
const IT = /\b(it|they|that|this)\b|(?<!\p{L})(це|він|вона|воно|вони)(?!\p{L})/iu;

const isWithin = (one: { start: number; end: number }, other: { start: number; end: number }): boolean =>
  other.start <= one.start && one.end <= other.end;

/** "Yes, that is fine" to the one thing that they ask leaves nothing of it open. */
export const DECIDES =
  /^(?:yes|agreed|i agree|(?:i|we) would (?:love|be happy|be glad) to|i am happy to (?:accept|say yes)|так|погоджуюся)(?!\p{L})/iu;
/** What is asked in anger, to get a better price or with an order is answered with the whole of it. */
function isMeant(ask: string, tenor: Tenor | null): boolean {
  const isExact = wantsSomethingExact(ask) && !takesAnyAnswer(ask);
  switch (tenor) {
    case "complaint":
    case "objection":
      return !isExact || /^(?:how (?:many|much) (?:more|longer)|скільки можна)/iu.test(ask);
    case "order":
    case "introduction":
      return !/[?？]/.test(ask);
    default:
      return false;
  }
}

const MOST_WORDS = 8;
const WHEN_OR_MUCH =
  /\d|\b(?:yesterday|already|not)\b|(?<!\p{L})(?:вчора|вже|завтра|сьогодні|не)(?!\p{L})|\b(?:to(?:day|morrow)|next|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/iu;

/** What stands in a letter to what they ask. */
export class Answers {
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** Each thing that they ask, with what they have been told about it, or a blank. */
  all(wishes: readonly Statement[], tenor: Tenor | null): Statement[][] {
    const answered = theirLast(this.#desk.facts);
    const own = this.#desk.facts.thread.findLast((source) => source.by === "you");
    const asks = theirAsks(answered).filter((ask) => !isMeant(ask.text, tenor) && !isChosen(ask.text, own));
    const whole = tenor && this.#wholeAnswer(tenor);
    if (whole && asks.length === 0 && wishes.length === 0) {
      const gap = this.#desk.blank(whole, [], answered && saidIn(answered)[0]?.quote);
      return gap ? [[cited(gap, ...(answered ? saidIn(answered).slice(0, 1) : []))]] : [];
    }
    const decides = wishes.some(({ text }) => DECIDES.test(text) || isRefusal(text));
    const isDecided = asks.length === 1 && (decides || this.#isAnsweredInShort(asks[0]!.text));
    const decided = decides ? asks.find(({ text }) => !wantsSomethingExact(text)) : undefined;
    const proposed = answered && proposedTimes(answered);
    const isTimed = proposed && this.#desk.wish.keyPoints.flatMap(wishesIn).some(agreesToTime);
    const said: Statement[][] = [];
    let before: { ask: Ask; statement: Statement } | null = null;
    for (const ask of asks) {
      if (ask === decided) continue;
      if (isTimed && (isWithin(ask, proposed!.sentence) || proposesToMeet(ask.text))) continue;
      if (wishes.length > 0 && (isDecided || takesAnyAnswer(ask.text) || isNeed(ask.text))) continue;
      if (wishes.some(({ sources }) => sources.some((one) => one.id === answered!.id && isWithin(ask, one)))) continue;
      if (this.#isAnsweredByWish(ask.text) || (before && goesWith(ask, before))) continue;
      const isChoice = proposed && (isWithin(ask, proposed.sentence) || asksWhichSuits(ask.text));
      if (isChoice && said.some(([one]) => one?.sources.some((source) => isWithin(source, proposed.sentence))))
        continue;
      const statement: Statement | null = isChoice ? this.choice(proposed) : this.answer(ask, answered!);
      if (!statement) continue;
      said.push([statement]);
      before = { ask, statement };
    }
    return said;
  }

  /** What stays open in the answer to a complaint or to a price that is too high, whatever they ask beside it. */
  #wholeAnswer(tenor: Tenor): string | null {
    const { whatIsDone, whatIsOffered } = this.#desk.phrases;
    return tenor === "complaint" ? whatIsDone : tenor === "objection" ? whatIsOffered : null;
  }

  choice({ times, sentence }: NonNullable<ReturnType<typeof proposedTimes>>): Statement | null {
    const { before, open, after } = this.#desk.phrases.suits(times);
    const gap = this.#desk.blank(open, [], sentence.quote);
    return gap === null ? null : cited(asSentence(`${before} ${gap} ${after}`), sentence);
  }

  /** A few words beside the one thing that they ask say it: "not interested", "paid yesterday". */
  #isAnsweredInShort(question: string): boolean {
    return this.#desk.wish.keyPoints.flatMap(wishesIn).some((note) => {
      const said = wished(note, this.#desk.phrases);
      const text = said && ("text" in said ? said.text : said.typed);
      if (
        text == null ||
        text.endsWith("?") ||
        (isThanks(text) && !/, but /.test(text)) ||
        isApology(text) ||
        isInstruction(note)
      )
        return false;
      return note.split(/\s+/).length <= MOST_WORDS && (!wantsSomethingExact(question) || WHEN_OR_MUCH.test(note));
    });
  }

  /** What the member has said to it themselves stands below, and leaves nothing open. */
  #isAnsweredByWish(question: string): boolean {
    const asked = askedWords(question);
    return this.#desk.wish.keyPoints.some((wish) => {
      if (choosesFrom(wish, question)) return true;
      const said = wished(wish, this.#desk.phrases);
      const text = said && ("text" in said ? said.text : said.typed);
      if (text == null || text.endsWith("?")) return false;
      if (saysTo(question, text, this.#desk.phrases.wantedDocument(question))) return true;
      // "Discount 5%": a figure for what they ask about, and nothing else.
      const isFigure = /\d/.test(text) && overlap(contentWords(text.replace(/\S*\d\S*/g, " ")), asked) === 1;
      // "Discount 10% if you pay this month": the figure of what they ask about comes first in it.
      const [first] = contentWords(text);
      if (first && /\d/.test(text) && asked.has(first) && !wantsSomethingExact(question)) return true;
      return isFigure || overlap(asked, contentWords(text)) >= LEAST_FIT;
    });
  }

  answer(ask: Ask, answered: FactSource): Statement | null {
    const source = { id: answered.id, quote: ask.text, start: ask.start, end: ask.end };
    const left = asksWhereItStopped(ask.text) ? this.#whereItStopped() : null;
    if (left) return { ...left, sources: [source, ...left.sources] };
    const isExact = wantsSomethingExact(ask.text);
    const thing = wantedThing(ask.text);
    const { known, inside } = this.#desk.lookup.find([...askedWords(ask.text)].join(" "), wanted(thing ?? "", false), {
      accept: answersTo(ask.text, answered),
      least: LEAST_FIT,
      exact: isExact,
    });
    if (known) return cited(this.#desk.say(known.told, known.sentence, `the ${thing}`), source, known.sentence);
    const isRequest = !/[?？]["”’)]*$/.test(ask.text) && !isExact && !beginsAsQuestion(ask.text);
    const isTold = asksToBeTold(ask.text);
    const either =
      (thing === null && !isExact && !isTold ? this.#desk.phrases.eitherWay(ask.text) : null) ??
      (isRequest || isTold || takesAnyAnswer(ask.text) ? null : this.#desk.phrases.openQuestion(ask.text));
    // What makes no sentence stands open as a whole: nothing of theirs is told back to them.
    const gap = this.#desk.blank(either?.open ?? ask.text, inside, ask.text);
    if (!gap) return null;
    return cited(either ? asSentence(`${either.before} ${gap} ${either.after}`) : gap, source);
  }

  /** What the member sent last. */
  #whereItStopped(): Statement | null {
    const { facts, phrases, day } = this.#desk;
    const own = facts.thread.findLast((one) => one.by === "you");
    const brought = own?.at ? broughtBy(own, phrases) : null;
    return brought && cited(phrases.sentYou(day(own!.at!), brought.thing), brought.sentence);
  }

  /** No to what they ask, in its words where a rule knows how. */
  refused(): Statement {
    const { eitherWay, refusal, declined } = this.#desk.phrases;
    const answered = theirLast(this.#desk.facts);
    for (const { text, start, end } of theirAsks(answered)) {
      const asked = eitherWay(text);
      const said = asked && refusal(asked);
      if (said) return cited(said, { id: answered!.id, quote: text, start, end });
    }
    return cited(declined, ...askingSentences(this.#desk.facts).slice(0, 1));
  }
}
