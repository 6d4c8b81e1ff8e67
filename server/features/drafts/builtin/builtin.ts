import type { ForYourEyes, Statement } from "@sidenote/contract/context";
import type { Ask } from "../../../core/mail/asks.ts";
import { dayWords } from "../../../core/text/dates.ts";
import { contentWords, overlap } from "../../../core/text/words.ts";
import type { FactSource, Facts, Sentence } from "../../context/index.ts";
import { sentencesOf } from "../../context/index.ts";
import { courtesyKey } from "../../voice/index.ts";
import { isThanks } from "../check/deals.ts";
import { frameOf, letterLanguage, limitOf, type Wish } from "../frame.ts";
import { type BuiltinLetter, blank, cited, countBlanks, MOST_BLANKS } from "../letter.ts";
import { answersTo, proposedTimes, theirAsks, wishesIn } from "./asked.ts";
import { frameLetter } from "./frame-letter.ts";
import { introduced } from "./introduced.ts";
import { type Kind, kindOf } from "./kinds.ts";
import { Lookup } from "./lookup.ts";
import { isWhole, type Phrases, phrasesIn, wished } from "./phrases/phrases.ts";
import {
  askedWords,
  asksToBeTold,
  asksWhichSuits,
  beginsAsQuestion,
  wantedThing,
  wantsSomethingExact,
} from "./questions.ts";
import { reminder } from "./reminder.ts";
import type { Told } from "./tell.ts";
import { askingSentences, isAwaiting, isPromisedLast, subjectOf, theirLast, theirPromise } from "./thread.ts";
import { tells } from "./topic.ts";
import { APPOINTMENT } from "./values.ts";
import { wanted } from "./wanted.ts";

/** Half of what is asked about must stand in a sentence for it to be an answer. */
const LEAST_FIT = 0.5;

/**
 * Writes a plain, correct mail from the facts, without any model: takes up what they ask with what they have been told before,
 * says what was wished, and leaves a marked blank where something asked for is nowhere. What only the member's own notes say
 * is told where it is safe, and else laid beside the letter.
 */
export function writeBuiltin(facts: Facts, wish: Wish): BuiltinLetter {
  const language = letterLanguage(facts, wish);
  const limit = limitOf(wish, language);
  const frame = frameOf(facts, wish);
  if (!isWhole(language)) return { ...frame, ...frameLetter(facts, wish, language), told: [], limit, language };
  const { paragraphs, told, eyes, open } = new Builtin(facts, wish, phrasesIn(language)).write();
  return {
    ...frame,
    paragraphs: without(wish.dropped ?? [], paragraphs),
    told,
    eyes,
    limit: limit ?? leftOpen(open),
    language,
  };
}

const leftOpen = (open: readonly string[]): string | null =>
  open.length === 0
    ? null
    : `Left out, for a draft leaves two places open at most: ${open.map((one) => `“${one.charAt(0).toUpperCase()}${one.slice(1)}”`).join(", ")}`;

/** A letter without the courtesies that the member never sends; one of nothing else keeps them. */
function without(dropped: readonly string[], paragraphs: Statement[][]): Statement[][] {
  const isWanted = ({ text }: Statement) => !dropped.includes(courtesyKey(text) ?? "");
  const kept = paragraphs.map((one) => one.filter(isWanted)).filter((one) => one.length > 0);
  return kept.length > 0 ? kept : paragraphs;
}

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

/** "Is it per month or per quarter?"; "do you offer training or support?" a yes answers, too. */
const asksWhichOfTwo = (question: string): boolean =>
  /^(?:and |but )?(?:is|are|was|were|should|shall|will|would|do you (?:prefer|want)) (?!there\b).*\S or (?!not\b|so\b|more\b|less\b|later\b|earlier\b)\S/iu.test(
    question,
  ) || /^(?!чи\s).*\p{L} (?:чи|або) (?!ні(?!\p{L}))\p{L}/iu.test(question);

/** One of the things that a question leaves to choose from, in its words. */
const choosesFrom = (said: string, question: string): boolean => {
  const [chosen, asked] = [contentWords(said), contentWords(question)];
  return asksWhichOfTwo(question) && chosen.size < asked.size && overlap(chosen, asked) === 1;
};

const asSentence = (text: string): string => {
  const words = text.trim();
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
};

export class Builtin {
  readonly #facts: Facts;
  readonly #wish: Wish;
  readonly #phrases: Phrases;
  readonly #lookup: Lookup;
  readonly #eyes: ForYourEyes[] = [];
  readonly #told: Statement[] = [];
  /** What was asked or wished for, is not known, and would have been one blank too many. */
  readonly #open: string[] = [];
  #blanks = 0;

  constructor(facts: Facts, wish: Wish, phrases: Phrases) {
    this.#facts = facts;
    this.#wish = wish;
    this.#phrases = phrases;
    this.#lookup = new Lookup(facts);
  }

  write(): { paragraphs: Statement[][]; told: Statement[]; eyes: ForYourEyes[]; open: string[] } {
    const phrases = this.#phrases;
    const named = kindOf(this.#wish.purpose, this.#facts.thread.length > 0);
    // Nobody is reminded who wrote last.
    const isReminder = named.kind === "chase" || (named.kind === "follow-up" && theirLast(this.#facts));
    const isOwed =
      (named.kind === "chase" || askingSentences(this.#facts).length === 0) && theirPromise(this.#facts) !== undefined;
    const kind = isReminder && !isAwaiting(this.#facts) && !isOwed ? "answer" : named.kind;
    // What the member wishes comes first where only so much may stay open.
    const wishes = this.#wishes(kind, named.more);
    const opening = this.#opening(kind);
    const isThanked = opening.some(({ text }) => isThanks(text));
    const paragraphs = [
      opening,
      ...this.#body(kind, named.more),
      wishes.filter(({ text }) => !isThanked || text !== phrases.thanksAlone),
    ];
    if (kind === "chase" || (kind === "follow-up" && (isOwed || isAwaiting(this.#facts))))
      paragraphs.push([cited(phrases.isThereNews), cited(phrases.lookingForward)]);
    else if (kind === "answer" && askingSentences(this.#facts).length === 0 && isPromisedLast(this.#facts))
      paragraphs.push([cited(phrases.lookForwardToIt)]);
    if (paragraphs.flat().length === 0) paragraphs.push(this.#nothingSaid(named.kind));
    return { paragraphs, told: this.#told, eyes: this.#eyes, open: this.#open };
  }

  /** Nothing is known and nothing was wished: what it is about is the one thing to fill in, unless it is to go on as it began. */
  #nothingSaid(kind: Kind): Statement[] {
    const phrases = this.#phrases;
    const subject = kind === "follow-up" || kind === "chase" ? subjectOf(this.#facts) : null;
    return subject
      ? [cited(phrases.followUpOn(subject)), cited(phrases.isThereNews)]
      : [cited(`${phrases.writingAbout} ${blank(phrases.whatAbout)}.`)];
  }

  #opening(kind: Kind): Statement[] {
    if (kind === "chase" || kind === "follow-up") return reminder(this.#facts, this.#phrases);
    const answered = theirLast(this.#facts);
    const first = answered && sentencesOf(answered)[0];
    if (!answered?.at || !first || kind === "new" || kind === "introduce")
      return kind === "thank" && this.#wish.purpose.trim().split(/\s+/).length < 3 && this.#wish.keyPoints.length === 0
        ? [cited(this.#phrases.thanksAlone)]
        : [];
    return [cited(this.#phrases.thanksForMail(this.#day(answered.at)), first)];
  }

  #body(kind: Kind, more: string): Statement[][] {
    const phrases = this.#phrases;
    switch (kind) {
      case "answer":
        return this.#answers();
      case "decline":
        return more === "" ? [[cited(phrases.declined, ...askingSentences(this.#facts).slice(0, 1))]] : [];
      case "schedule":
        return [this.#schedule(more)];
      case "send":
        return [[this.#attached(wishesIn(more)[0]!)]];
      case "introduce":
        return [[this.#introduction(wishesIn(more)[0]!)]];
      default:
        return [];
    }
  }

  /** Each thing that they ask, with what they have been told about it, or a blank. */
  #answers(): Statement[][] {
    const answered = theirLast(this.#facts);
    const proposed = answered && proposedTimes(answered);
    const said: Statement[][] = [];
    let before: { ask: Ask; statement: Statement } | null = null;
    for (const ask of theirAsks(answered)) {
      if (this.#isAnsweredByWish(ask.text) || (before && goesWith(ask, before))) continue;
      const isChoice = proposed && (isWithin(ask, proposed.sentence) || asksWhichSuits(ask.text));
      if (isChoice && said.some(([one]) => one?.sources.some((source) => isWithin(source, proposed.sentence))))
        continue;
      const statement: Statement | null = isChoice ? this.#choice(proposed) : this.answer(ask, answered!);
      if (!statement) continue;
      said.push([statement]);
      before = { ask, statement };
    }
    return said;
  }

  #choice({ times, sentence }: NonNullable<ReturnType<typeof proposedTimes>>): Statement | null {
    const { before, open, after } = this.#phrases.suits(times);
    const gap = this.#blank(open, [], sentence.quote);
    return gap === null ? null : cited(asSentence(`${before} ${gap} ${after}`), sentence);
  }

  /** What the member has said to it themselves stands below, and leaves nothing open. */
  #isAnsweredByWish(question: string): boolean {
    const asked = askedWords(question);
    return this.#wish.keyPoints.some((wish) => {
      if (choosesFrom(wish, question)) return true;
      const said = wished(wish, this.#phrases);
      const text = said && ("text" in said ? said.text : said.typed);
      if (text == null || text.endsWith("?")) return false;
      // "Discount 5%": a figure for what they ask about, and nothing else.
      const isFigure = /\d/.test(text) && overlap(contentWords(text.replace(/\S*\d\S*/g, " ")), asked) === 1;
      return isFigure || overlap(asked, contentWords(text)) >= LEAST_FIT;
    });
  }

  answer(ask: Ask, answered: FactSource): Statement | null {
    const source = { id: answered.id, quote: ask.text, start: ask.start, end: ask.end };
    const isExact = wantsSomethingExact(ask.text);
    const thing = wantedThing(ask.text);
    const { known, inside } = this.#lookup.find([...askedWords(ask.text)].join(" "), wanted(thing ?? "", false), {
      accept: answersTo(ask.text, answered),
      least: LEAST_FIT,
      exact: isExact,
    });
    if (known) return cited(this.#say(known.told, known.sentence, `the ${thing}`), source, known.sentence);
    const isQuestion = /[?？]["”’)]*$/.test(ask.text) || isExact || beginsAsQuestion(ask.text);
    const { answer, when, which, yesOrNo } = this.#phrases;
    const isRequest = !isQuestion || this.#phrases.wantedDocument(ask.text) !== null;
    const isTold = asksToBeTold(ask.text);
    const isEither = thing === null && !isExact && !isTold && !isRequest;
    const either = isEither ? this.#phrases.eitherWay(ask.text) : null;
    const eitherOr = asksWhichOfTwo(ask.text) ? which : yesOrNo;
    const other = isRequest && !isExact && !isTold ? when : answer;
    const gap = this.#blank(either?.open ?? thing ?? (isEither ? eitherOr : other), inside, ask.text);
    if (!gap) return null;
    if (either) return cited(asSentence(`${either.before} ${gap} ${either.after}`), source);
    const text = isQuestion && !ask.text.endsWith("?") ? `${ask.text}?` : ask.text;
    const lead = this.#phrases.askedAbout(text) ?? this.#phrases.youAsked(text);
    return cited(`${lead}${lead.endsWith(":") ? "" : " –"} ${gap}`, source);
  }

  /** A time that they named stands open; else they are asked for one, unless the member names one. */
  #schedule(more: string): Statement[] {
    const phrases = this.#phrases;
    const mine = [more, ...this.#wish.keyPoints].join(" ");
    if (mine.match(APPOINTMENT)) return more === "" ? [cited(phrases.meet)] : [];
    const theirs = theirLast(this.#facts);
    const named = theirs && proposedTimes(theirs);
    const choice = named && this.#choice(named);
    if (choice) return [choice];
    return more === "" ? [cited(phrases.meet), cited(phrases.whenSuits)] : [];
  }

  #attached(more: string): Statement {
    const phrases = this.#phrases;
    const said = more.replace(/^\p{L}+,?\s*((her|him|them|you|йому|їй|вам)\s+)?/iu, "").replace(/[.!]+$/, "");
    const ask = askingSentences(this.#facts).find((one) => phrases.wantedDocument(one.quote) !== null);
    const asked = ask && phrases.wantedDocument(ask.quote);
    if (said) return cited(phrases.attached(said, false));
    if (ask && asked) return cited(phrases.attached(asked, true), ask);
    return cited(phrases.attached(this.#blank(phrases.whichDocument, []) ?? "", false));
  }

  #introduction(more: string): Statement {
    const phrases = this.#phrases;
    const found = introduced(this.#facts, more);
    if ("myself" in found) return cited(phrases.myNameIs(this.#facts.member.name));
    return cited(phrases.introduceTo(found.whom || (this.#blank(phrases.whom, []) ?? "")));
  }

  /** What the member wished, in sentences; a purpose that its kind has said already is not said again. */
  #wishes(kind: Kind, more: string): Statement[] {
    const named = wishesIn(more);
    const left = kind === "send" || kind === "introduce" ? named.slice(1) : named;
    const own = [...left, ...this.#wish.keyPoints.flatMap(wishesIn)].filter((wish) => wish.trim() !== "");
    const statements = own.flatMap((wish) => {
      const why = kind === "decline" && wish !== more ? this.#because(wish) : null;
      return why ?? this.#wished(wish);
    });
    const names = own.some((wish) => wish.match(APPOINTMENT));
    if (kind === "schedule" && own.length > 0)
      statements.push(cited(names ? this.#phrases.doesThatSuit : this.#phrases.whenSuits));
    return statements;
  }

  /** Of a refusal a word or two that are no wish are the reason. */
  #because(wish: string): Statement[] | null {
    const said = wished(wish, this.#phrases);
    const why = said && "fact" in said ? this.#phrases.because(said.fact) : null;
    return why === null ? null : [cited(why)];
  }

  #wished(wish: string): Statement[] {
    const said = wished(wish, this.#phrases);
    if (!said) return [];
    if ("text" in said) return [cited(said.text)];
    if (this.#choosesOne(said.fact)) return [cited(asSentence(said.fact))];
    const isTold = tells(said.fact);
    const { known, inside } = this.#lookup.find(said.fact, wanted(said.fact, true), {
      accept: (one) => isTold(one.quote),
    });
    if (known) {
      const statement = cited(this.#say(known.told, known.sentence, said.fact), known.sentence);
      this.#told.push(statement);
      return [statement];
    }
    if (said.typed) return [cited(said.typed)];
    const gap = this.#blank(said.fact.replace(/^(the|a|an|our|my|your)\s+/i, ""), inside, wish);
    return gap ? [cited(`${this.#phrases.about(said.fact)} ${gap}.`)] : [];
  }

  /** "Quarterly billing", of "is it monthly or quarterly billing?". */
  #choosesOne(fact: string): boolean {
    return theirAsks(theirLast(this.#facts)).some((ask) => choosesFrom(fact, ask.text));
  }

  #say(told: Told, { source }: Sentence, topic: string): string {
    const phrases = this.#phrases;
    const day = source.at ? this.#day(source.at) : null;
    switch (told.as) {
      case "value":
        return phrases.factIs(topic, told.text);
      case "told":
        return phrases.asITold(day, this.#asClause(told.text));
      case "plain":
        return told.text.charAt(0).toUpperCase() + told.text.slice(1);
      case "again":
        return phrases.asIWrote(day ?? "", this.#asClause(told.text));
      case "quote":
        if (source.by === "other") return phrases.otherWrote(day ?? "", source.author, told.text);
        return source.by === "you" ? phrases.iWrote(day ?? "", told.text) : phrases.youWrote(day ?? "", told.text);
    }
  }

  /** A sentence that goes on behind a lead-in: its first word small where the exchange writes it so, for then it is no name. */
  #asClause(text: string): string {
    const [word = ""] = /^\p{Lu}\p{Ll}+/u.exec(text) ?? [];
    const small = word.toLowerCase();
    const isSmall = (source: FactSource) => new RegExp(`(?<!\\p{L})${small}(?!\\p{L})`, "u").test(source.text);
    return word !== "" && this.#facts.thread.some(isSmall) ? small + text.slice(word.length) : text;
  }

  /** An open place, with what the member's own sources say to it laid beside; `asked`: what stays open where it is one too many. */
  #blank(what: string, inside: readonly Sentence[], asked?: string): string | null {
    const isOpen = this.#blanks + countBlanks(this.#wish.keyPoints.join(" ")) < MOST_BLANKS;
    const gap = isOpen ? blank(what) : null;
    if (gap) this.#blanks++;
    else if (asked) this.#open.push(asked);
    for (const { id, quote, start, end } of inside)
      this.#eyes.push({ blank: gap?.slice(1, -1) ?? null, source: { id, quote, start, end } });
    return gap;
  }

  #day = (at: string): string => dayWords(at, this.#facts, this.#phrases.locale);
}
