import type { ForYourEyes, Statement } from "@sidenote/contract/context";
import { type Ask, asksIn } from "../../../core/mail/asks.ts";
import { dayWords } from "../../../core/text/dates.ts";
import { contentWords, overlap } from "../../../core/text/words.ts";
import type { FactSource, Facts, Sentence } from "../../context/index.ts";
import { sentencesOf } from "../../context/index.ts";
import { courtesyKey } from "../../voice/index.ts";
import { frameOf, letterLanguage, limitOf, type Wish } from "../frame.ts";
import { type BuiltinLetter, blank, cited, countBlanks, MOST_BLANKS } from "../letter.ts";
import { answersTo, LONGEST_QUOTED_QUESTION, proposedTime, theirAsks, wishesIn } from "./asked.ts";
import { frameLetter } from "./frame-letter.ts";
import { type Kind, kindOf } from "./kinds.ts";
import { Lookup } from "./lookup.ts";
import { isWhole, type Phrases, phrasesIn } from "./phrases/phrases.ts";
import { asksToBeTold, beginsAsQuestion, wantedThing, wantsSomethingExact } from "./questions.ts";
import type { Told } from "./tell.ts";
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
  const { paragraphs, told, eyes } = new Builtin(facts, wish, phrasesIn(language)).write();
  return { ...frame, paragraphs: without(wish.dropped ?? [], paragraphs), told, eyes, limit, language };
}

/** A letter without the courtesies that the member never sends; one of nothing else keeps them. */
function without(dropped: readonly string[], paragraphs: Statement[][]): Statement[][] {
  const isWanted = ({ text }: Statement) => !dropped.includes(courtesyKey(text) ?? "");
  const kept = paragraphs.map((one) => one.filter(isWanted)).filter((one) => one.length > 0);
  return kept.length > 0 ? kept : paragraphs;
}

export class Builtin {
  readonly #facts: Facts;
  readonly #wish: Wish;
  readonly #phrases: Phrases;
  readonly #lookup: Lookup;
  readonly #eyes: ForYourEyes[] = [];
  readonly #told: Statement[] = [];
  #blanks = 0;

  constructor(facts: Facts, wish: Wish, phrases: Phrases) {
    this.#facts = facts;
    this.#wish = wish;
    this.#phrases = phrases;
    this.#lookup = new Lookup(facts);
  }

  write(): { paragraphs: Statement[][]; told: Statement[]; eyes: ForYourEyes[] } {
    const phrases = this.#phrases;
    const named = kindOf(this.#wish.purpose, this.#facts.thread.length > 0);
    // Nobody is reminded who wrote last.
    const isReminder = named.kind === "chase" || (named.kind === "follow-up" && this.#theirLast());
    const isOwed = (named.kind === "chase" || this.#theirAsks().length === 0) && this.#theirPromise() !== undefined;
    const kind = isReminder && !this.#isAwaiting() && !isOwed ? "answer" : named.kind;
    const paragraphs = [this.#opening(kind), ...this.#body(kind, named.more), this.#wishes(kind, named.more)];
    if (kind === "chase" || (kind === "follow-up" && (isOwed || this.#isAwaiting())))
      paragraphs.push([cited(phrases.isThereNews), cited(phrases.lookingForward)]);
    // Nothing is known and nothing was wished: what it is about is the one thing to fill in.
    if (paragraphs.flat().length === 0)
      paragraphs.push([cited(`${phrases.writingAbout} ${blank(phrases.whatAbout)}.`)]);
    return { paragraphs, told: this.#told, eyes: this.#eyes };
  }

  #theirLast(): FactSource | undefined {
    return this.#facts.thread.filter((source) => source.by === "them").at(-1);
  }

  /** Whether the last word between the two is the member's. */
  #isAwaiting(): boolean {
    return this.#facts.thread.findLast((source) => source.by !== "other")?.by === "you";
  }

  #opening(kind: Kind): Statement[] {
    if (kind === "chase" || kind === "follow-up") return this.#reminder();
    const answered = this.#theirLast();
    const first = answered && sentencesOf(answered)[0];
    if (!answered?.at || !first || kind === "new" || kind === "introduce")
      return kind === "thank" && this.#wish.purpose.trim().split(/\s+/).length < 3 && this.#wish.keyPoints.length === 0
        ? [cited(this.#phrases.thanksAlone)]
        : [];
    return [cited(this.#phrases.thanksForMail(this.#day(answered.at)), first)];
  }

  /** What the member wrote last and what they asked there, or what the other side has promised since. */
  #reminder(): Statement[] {
    const phrases = this.#phrases;
    const promise = this.#theirPromise();
    const promised = promise
      ? [cited(phrases.youWrote(this.#day(promise.at), promise.source.quote), promise.source)]
      : [];
    const own = this.#isAwaiting() ? this.#facts.thread.filter((source) => source.by === "you").at(-1) : undefined;
    if (!own?.at) {
      if (promise) return promised;
      const subject = this.#facts.thread.at(-1)?.subject.replace(/^((re|fwd?|aw|sv)\s*:\s*)+/i, "");
      const first = this.#facts.thread.flatMap(sentencesOf).at(-1);
      return subject && first ? [cited(phrases.followUpOn(subject), first)] : [];
    }
    const [ask] = asksIn(own.text, own.said);
    const source = ask ? { id: own.id, quote: ask.text, start: ask.start, end: ask.end } : sentencesOf(own)[0];
    const statements = [cited(phrases.comeBackTo(this.#day(own.at)), ...(source ? [source] : []))];
    if (ask && source && ask.text.length <= LONGEST_QUOTED_QUESTION)
      statements.push(cited(phrases.iAsked(ask.text), source));
    return [...statements, ...promised];
  }

  #theirPromise() {
    return this.#facts.promises.find((one) => one.kind === "promise" && one.owes === "them");
  }

  #body(kind: Kind, more: string): Statement[][] {
    const phrases = this.#phrases;
    switch (kind) {
      case "answer":
        return this.#answers();
      case "decline":
        return more === "" ? [[cited(phrases.declined, ...this.#theirAsks().slice(0, 1))]] : [];
      case "schedule":
        return [this.#schedule(more)];
      case "send":
        return [[this.#attached(more)]];
      case "introduce":
        return [[this.#introduction(more)]];
      default:
        return [];
    }
  }

  #theirAsks(): Sentence[] {
    const mail = this.#theirLast();
    if (!mail) return [];
    return asksIn(mail.text, mail.said).map((ask) => ({
      id: mail.id,
      quote: ask.text,
      start: ask.start,
      end: ask.end,
      source: mail,
    }));
  }

  /** Each thing that they ask, with what they have been told about it, or a blank. */
  #answers(): Statement[][] {
    const answered = this.#theirLast();
    return theirAsks(answered).flatMap((ask) => {
      if (this.#isAnsweredByWish(ask.text)) return [];
      const statement = this.answer(ask, answered!);
      return statement ? [[statement]] : [];
    });
  }

  /** What the member has said to it themselves stands below, and leaves nothing open. */
  #isAnsweredByWish(question: string): boolean {
    const asked = contentWords(question);
    return this.#wish.keyPoints.some((wish) => {
      const said = this.#phrases.sentence(wish);
      return (
        said !== null &&
        "text" in said &&
        !said.text.endsWith("?") &&
        overlap(asked, contentWords(said.text)) >= LEAST_FIT
      );
    });
  }

  answer(ask: Ask, answered: FactSource): Statement | null {
    const source = { id: answered.id, quote: ask.text, start: ask.start, end: ask.end };
    const isExact = wantsSomethingExact(ask.text);
    const thing = wantedThing(ask.text);
    const { known, inside } = this.#lookup.find(ask.text, wanted(thing ?? "", false), {
      accept: answersTo(ask.text, answered),
      least: LEAST_FIT,
      exact: isExact,
    });
    if (known) return cited(this.#say(known.told, known.sentence, `the ${thing}`), source, known.sentence);
    const isQuestion = /[?？]["”’)]*$/.test(ask.text) || isExact || beginsAsQuestion(ask.text);
    const { answer, when, yesOrNo } = this.#phrases;
    const isRequest = !isQuestion || this.#phrases.wantedDocument(ask.text) !== null;
    const gap = this.#blank(thing ?? (isExact || asksToBeTold(ask.text) ? answer : isRequest ? when : yesOrNo), inside);
    if (!gap) return null;
    const text = isQuestion && !ask.text.endsWith("?") ? `${ask.text}?` : ask.text;
    const lead = this.#phrases.askedAbout(text) ?? this.#phrases.youAsked(text);
    return cited(`${lead}${lead.endsWith(":") ? "" : " –"} ${gap}`, source);
  }

  /** A time that they named stands open; else they are asked for one, unless the member names one. */
  #schedule(more: string): Statement[] {
    const phrases = this.#phrases;
    const mine = [more, ...this.#wish.keyPoints].join(" ");
    if (mine.match(APPOINTMENT)) return more === "" ? [cited(phrases.meet)] : [];
    const theirs = this.#theirLast();
    const named = theirs && proposedTime(theirs);
    const gap = named && this.#blank(phrases.suits, []);
    if (named && gap) return [cited(`${phrases.yourTime(named.time)} ${gap}`, named.sentence)];
    return more === "" ? [cited(phrases.meet), cited(phrases.whenSuits)] : [];
  }

  #attached(more: string): Statement {
    const phrases = this.#phrases;
    const said = more.replace(/^\p{L}+,?\s*((her|him|them|you|йому|їй|вам)\s+)?/iu, "").replace(/[.!]+$/, "");
    const ask = this.#theirAsks().find((one) => phrases.wantedDocument(one.quote) !== null);
    const asked = ask && phrases.wantedDocument(ask.quote);
    if (said) return cited(phrases.attached(said, false));
    if (ask && asked) return cited(phrases.attached(asked, true), ask);
    return cited(phrases.attached(this.#blank(phrases.whichDocument, []) ?? "", false));
  }

  #introduction(more: string): Statement {
    const phrases = this.#phrases;
    const [, said = ""] = /^\p{L}+\s+(?:(?:him|her|them|you)\s+to\s+)?(.+?)[.!]*$/iu.exec(more) ?? [];
    const whom = said.replace(/,?\s+(to|with|з|із)\s+(\p{L}+)$/iu, (all, _, to: string) =>
      /^(them|him|her|you|ним|нею|ними|вами)$/i.test(to) ||
      this.#facts.person.name.toLowerCase().includes(to.toLowerCase())
        ? ""
        : all,
    );
    const isNew = this.#facts.thread.length === 0 && this.#facts.lastContactAt === null;
    if (/^(myself|me|себе|себя)$/i.test(whom) || (whom === "" && isNew))
      return cited(phrases.myNameIs(this.#facts.member.name));
    return cited(phrases.introduceTo(whom.replace(/[\s,]+$/, "") || (this.#blank(phrases.whom, []) ?? "")));
  }

  /** What the member wished, in sentences; a purpose that its kind has said already is not said again. */
  #wishes(kind: Kind, more: string): Statement[] {
    const isSaid = kind === "send" || kind === "introduce";
    const own = [isSaid ? "" : more, ...this.#wish.keyPoints].flatMap(wishesIn).filter((wish) => wish.trim() !== "");
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
    const said = this.#phrases.sentence(wish);
    const why = said && "fact" in said ? this.#phrases.because(said.fact) : null;
    return why === null ? null : [cited(why)];
  }

  #wished(wish: string): Statement[] {
    const said = this.#phrases.sentence(wish);
    if (!said) return [];
    if ("text" in said) return [cited(said.text)];
    const isTold = tells(said.fact);
    const { known, inside } = this.#lookup.find(said.fact, wanted(said.fact, true), {
      accept: (one) => isTold(one.quote),
    });
    if (known) {
      const statement = cited(this.#say(known.told, known.sentence, said.fact), known.sentence);
      this.#told.push(statement);
      return [statement];
    }
    const gap = this.#blank(said.fact.replace(/^(the|a|an|our|my|your)\s+/i, ""), inside);
    return gap ? [cited(`${this.#phrases.about(said.fact)} ${gap}.`)] : [];
  }

  #say(told: Told, { source }: Sentence, topic: string): string {
    const phrases = this.#phrases;
    const day = source.at ? this.#day(source.at) : null;
    switch (told.as) {
      case "value":
        return phrases.factIs(topic, told.text);
      case "told":
        return phrases.asITold(day, told.text);
      case "plain":
        return told.text.charAt(0).toUpperCase() + told.text.slice(1);
      case "again":
        return phrases.asIWrote(day ?? "", told.text);
      case "quote":
        if (source.by === "other") return phrases.otherWrote(day ?? "", source.author, told.text);
        return source.by === "you" ? phrases.iWrote(day ?? "", told.text) : phrases.youWrote(day ?? "", told.text);
    }
  }

  /** An open place, with what the member's own sources say to it laid beside. */
  #blank(what: string, inside: readonly Sentence[]): string | null {
    const isOpen = this.#blanks + countBlanks(this.#wish.keyPoints.join(" ")) < MOST_BLANKS;
    const gap = isOpen ? blank(what) : null;
    if (gap) this.#blanks++;
    for (const { id, quote, start, end } of inside)
      this.#eyes.push({ blank: gap?.slice(1, -1) ?? null, source: { id, quote, start, end } });
    return gap;
  }

  #day = (at: string): string => dayWords(at, this.#facts, this.#phrases.locale);
}
