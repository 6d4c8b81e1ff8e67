import type { Statement } from "@sidenote/contract/context";
import type { Ask } from "../../../core/mail/asks.ts";
import { contentWords, overlap } from "../../../core/text/words.ts";
import type { FactSource } from "../../context/index.ts";
import { cited } from "../letter.ts";
import { answersTo, proposedTimes, theirAsks } from "./asked.ts";
import { asSentence, type Desk } from "./desk.ts";
import { isRefusal, wished } from "./phrases/phrases.ts";
import {
  askedWords,
  asksToBeTold,
  asksWhichOfTwo,
  asksWhichSuits,
  beginsAsQuestion,
  choosesFrom,
  isNeed,
  saysTo,
  takesAnyAnswer,
  wantedThing,
  wantsSomethingExact,
} from "./questions.ts";
import { askingSentences, theirLast } from "./thread.ts";
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
const DECIDES = /^(?:yes|agreed|i agree|i am happy to (?:accept|say yes)|так|погоджуюся)(?!\p{L})/iu;
/** What stands in a letter to what they ask. */
export class Answers {
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** Each thing that they ask, with what they have been told about it, or a blank. */
  all(wishes: readonly Statement[]): Statement[][] {
    const answered = theirLast(this.#desk.facts);
    const asks = theirAsks(answered);
    const isDecided = asks.length === 1 && wishes.some(({ text }) => DECIDES.test(text) || isRefusal(text));
    const proposed = answered && proposedTimes(answered);
    const said: Statement[][] = [];
    let before: { ask: Ask; statement: Statement } | null = null;
    for (const ask of asks) {
      if (wishes.length > 0 && (isDecided || takesAnyAnswer(ask.text) || isNeed(ask.text))) continue;
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

  choice({ times, sentence }: NonNullable<ReturnType<typeof proposedTimes>>): Statement | null {
    const { before, open, after } = this.#desk.phrases.suits(times);
    const gap = this.#desk.blank(open, [], sentence.quote);
    return gap === null ? null : cited(asSentence(`${before} ${gap} ${after}`), sentence);
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
      return isFigure || overlap(asked, contentWords(text)) >= LEAST_FIT;
    });
  }

  answer(ask: Ask, answered: FactSource): Statement | null {
    const source = { id: answered.id, quote: ask.text, start: ask.start, end: ask.end };
    const isExact = wantsSomethingExact(ask.text);
    const thing = wantedThing(ask.text);
    const { known, inside } = this.#desk.lookup.find([...askedWords(ask.text)].join(" "), wanted(thing ?? "", false), {
      accept: answersTo(ask.text, answered),
      least: LEAST_FIT,
      exact: isExact,
    });
    if (known) return cited(this.#desk.say(known.told, known.sentence, `the ${thing}`), source, known.sentence);
    const isQuestion = /[?？]["”’)]*$/.test(ask.text) || isExact || beginsAsQuestion(ask.text);
    const { answer, when, which, yesOrNo } = this.#desk.phrases;
    const isRequest = !isQuestion || this.#desk.phrases.wantedDocument(ask.text) !== null;
    const isTold = asksToBeTold(ask.text);
    const isEither = thing === null && !isExact && !isTold;
    const either =
      (isEither ? this.#desk.phrases.eitherWay(ask.text) : null) ??
      (isRequest || isTold ? null : this.#desk.phrases.openQuestion(ask.text));
    const eitherOr = asksWhichOfTwo(ask.text) ? which : yesOrNo;
    const other = isRequest && !isExact && !isTold ? when : answer;
    const gap = this.#desk.blank(
      either?.open ?? thing ?? (isEither && !isRequest ? eitherOr : other),
      inside,
      ask.text,
    );
    if (!gap) return null;
    if (either) return cited(asSentence(`${either.before} ${gap} ${either.after}`), source);
    const text = isQuestion && !ask.text.endsWith("?") ? `${ask.text}?` : ask.text;
    const lead = this.#desk.phrases.askedAbout(text) ?? this.#desk.phrases.youAsked(text);
    return cited(`${lead}${lead.endsWith(":") ? "" : " –"} ${gap}`, source);
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
