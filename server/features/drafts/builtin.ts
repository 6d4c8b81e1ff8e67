import type { Statement, Tone } from "@sidenote/contract/context";
import type { VoiceFrame } from "@sidenote/contract/voice";
import { type Ask, asksIn } from "../../core/mail/asks.ts";
import { dayWords } from "../../core/text/dates.ts";
import { bestSentences, type FactSource, type Facts, type Sentence, sentencesOf } from "../context/index.ts";
import { blank, cited, countBlanks, type Letter, MOST_BLANKS } from "./letter.ts";
import { type Phrases, phrasesFor } from "./phrases/phrases.ts";
import { isAbout, questionsIn, wantedThing, wantsSomethingExact } from "./questions.ts";
import { tells } from "./topic.ts";
import { inVoice } from "./voice.ts";

/** What the member wants to have written. */
export type Wish = { purpose: string; keyPoints: string[]; tone: Tone | null; voice?: VoiceFrame };

const MOST_QUESTIONS = 3;
const LONGEST_QUOTED_QUESTION = 280;
/** Half of what is asked about must stand in a sentence for it to be an answer. */
const LEAST_FIT = 0.5;
/**
 * Writes a plain, correct mail from the facts, without any model: thanks for theirs, takes up what they ask with what the
 * member's own sources say, says what was wished, and leaves a marked blank where something asked for is nowhere.
 */
export function writeBuiltin(facts: Facts, wish: Wish): Letter {
  return new Builtin(facts, wish).letter();
}

/** Greeting and closing in the language of the exchange; the model's own are replaced by these. */
export function frameOf(facts: Facts, wish: Wish): Pick<Letter, "greeting" | "closing"> {
  const phrases = phrasesFor(languageSample(facts, wish));
  const tone = wish.tone ?? toneOf(facts);
  // A tone that was asked for comes before habit.
  const habit = wish.tone === null ? wish.voice : undefined;
  const signOff = habit?.signOff ?? (tone === "formal" ? facts.member.name : firstName(facts.member.name));
  const own = inVoice(habit, phrases.locale, facts.person.name);
  return {
    greeting: own.greeting ?? phrases.greeting(tone, nameFor(facts, tone)),
    closing: own.closing ? `${own.closing}\n${signOff}` : phrases.closing(tone, signOff),
  };
}

/** The language of what the member wished in their own words, else that of the exchange. */
const languageSample = (facts: Facts, wish: Wish): string =>
  [isChip(wish.purpose) ? "" : wish.purpose, ...wish.keyPoints].join(" ").trim() ||
  `${
    facts.thread
      .filter((one) => one.by === "them")
      .at(-1)
      ?.text.slice(0, 2000) ?? ""
  }`;

const firstName = (name: string): string => name.split(/\s+/)[0] ?? name;

function nameFor(facts: Facts, tone: Tone): string | null {
  const { name } = facts.person;
  const isName = /^\p{Lu}[\p{L}'’.-]*(\s+\p{L}[\p{L}'’.-]*){1,4}$/u.test(name);
  return isName ? (tone === "formal" ? name : firstName(name)) : null;
}

/** As the two write to each other. */
function toneOf(facts: Facts): Tone {
  const theirs = facts.thread
    .filter((source) => source.by !== "other")
    .map((source) => source.text.trimStart().slice(0, 20));
  return theirs.some((start) => /^(dear|шановн|sehr geehrte)/i.test(start)) ? "formal" : "friendly";
}

class Builtin {
  readonly #facts: Facts;
  readonly #wish: Wish;
  readonly #phrases: Phrases;
  #blanks = 0;

  constructor(facts: Facts, wish: Wish) {
    this.#facts = facts;
    this.#wish = wish;
    this.#phrases = phrasesFor(languageSample(facts, wish));
  }

  letter(): Letter {
    const answered = this.#theirLast();
    const wanted = purposeKind(this.#wish.purpose);
    // Nobody is reminded who wrote last.
    const kind = wanted === "chase" && !this.#isAwaiting() ? "answer" : wanted;
    const paragraphs: Statement[][] = [this.#opening(kind, answered)];
    if (kind === "answer" && answered) for (const paragraph of this.#answers(answered)) paragraphs.push(paragraph);
    if (kind === "decline") paragraphs.push([cited(this.#phrases.declined)]);
    paragraphs.push(this.#wishes(kind));
    if (kind === "chase") paragraphs.push([cited(this.#phrases.lookingForward)]);
    // Nothing is known and nothing was wished: what it is about is the one thing to fill in.
    if (paragraphs.flat().length === 0)
      paragraphs.push([cited(`${this.#phrases.writingAbout} ${blank(this.#phrases.whatAbout)}.`)]);
    return { ...frameOf(this.#facts, this.#wish), paragraphs };
  }

  #theirLast(): FactSource | undefined {
    return this.#facts.thread.filter((source) => source.by === "them").at(-1);
  }

  /** Whether the last word between the two is the member's. */
  #isAwaiting(): boolean {
    return this.#facts.thread.findLast((source) => source.by !== "other")?.by === "you";
  }

  #opening(kind: Kind, answered: FactSource | undefined): Statement[] {
    const phrases = this.#phrases;
    const own = this.#facts.thread.filter((source) => source.by === "you").at(-1);
    if (kind === "chase" && own?.at) {
      const [ask] = asksIn(own.text, own.said);
      const source = ask ? { id: own.id, quote: ask.text, start: ask.start, end: ask.end } : sentencesOf(own)[0];
      const mine = cited(phrases.comeBackTo(this.#day(own.at)), ...(source ? [source] : []));
      return ask && ask.text.length <= LONGEST_QUOTED_QUESTION
        ? [mine, cited(phrases.askedThere(ask.text), { id: own.id, quote: ask.text, start: ask.start, end: ask.end })]
        : [mine];
    }
    const first = answered && sentencesOf(answered)[0];
    if (!answered?.at || !first || kind === "new") return [];
    return [cited(phrases.thanksForMail(this.#day(answered.at)), first)];
  }

  /** Each thing that they ask, with what the member's own sources say to it, or a blank. */
  #answers(answered: FactSource): Statement[][] {
    const asks = asksIn(answered.text, answered.said)
      .flatMap(questionsIn)
      .filter((ask) => ask.text.length <= LONGEST_QUOTED_QUESTION);
    return asks.slice(0, MOST_QUESTIONS).flatMap((ask) => {
      const source = { id: answered.id, quote: ask.text, start: ask.start, end: ask.end };
      const isOnTopic = isAbout(ask.text);
      const isAnswer = ({ source, quote }: Sentence) =>
        source.id !== answered.id && source.by === "you" && isOnTopic(quote);
      const known = this.#lookUp(ask.text, isAnswer, LEAST_FIT, wantsSomethingExact(ask.text));
      if (known) return [[cited(`${this.#onTheirs(ask)} ${this.#said(known)}`, source, known)]];
      const gap = this.#blank(wantedThing(ask.text) ?? this.#phrases.answer);
      return gap ? [[cited(`${this.#onTheirs(ask)} ${gap}`, source)]] : [];
    });
  }

  /** The first of two questions in a sentence has no mark of its own. */
  #onTheirs(ask: Ask): string {
    const isQuestion = ask.text.endsWith("?") || wantsSomethingExact(ask.text);
    return this.#phrases.onTheirAsk(isQuestion && !ask.text.endsWith("?") ? `${ask.text}?` : ask.text);
  }

  #wishes(kind: Kind): Statement[] {
    const wishes = [
      ...(isChip(this.#wish.purpose) || (kind === "decline" && this.#wish.purpose.split(/\s+/).length < 3)
        ? []
        : [this.#wish.purpose]),
      ...this.#wish.keyPoints,
    ];
    return wishes.filter((wish) => wish.trim() !== "").flatMap((wish) => this.#say(wish));
  }

  #say(wish: string): Statement[] {
    const said = this.#phrases.sentence(wish);
    if (!said) return [];
    if ("text" in said) return [cited(said.text)];
    const isTold = tells(said.fact);
    const known = this.#lookUp(said.fact, (sentence) => isTold(sentence.quote));
    if (known) return [cited(`${this.#phrases.about(said.fact)} ${this.#said(known)}`, known)];
    const gap = this.#blank(said.fact.replace(/^(the|a|an|our|my|your)\s+/i, ""));
    return gap ? [cited(`${this.#phrases.about(said.fact)} ${gap}.`)] : [];
  }

  /** What a source says to it; a question is no answer to itself. */
  #lookUp(query: string, accept: (sentence: Sentence) => boolean, least = 0, exact = true): Sentence | undefined {
    const says = (sentence: Sentence) => !/\?["”’)]*$/.test(sentence.quote) && accept(sentence);
    return bestSentences(this.#facts, query, { least, limit: 1, accept: says, exact })[0];
  }

  #said(sentence: Sentence): string {
    const { source, quote } = sentence;
    const day = source.at && this.#day(source.at);
    if (source.kind !== "mail" || !day) return this.#phrases.noted(day || null, quote);
    return source.by === "them"
      ? this.#phrases.youWrote(day, quote)
      : source.by === "you"
        ? this.#phrases.iWrote(day, quote)
        : this.#phrases.noted(day, quote);
  }

  #blank(what: string): string | null {
    if (this.#blanks + countBlanks(this.#wish.keyPoints.join(" ")) >= MOST_BLANKS) return null;
    this.#blanks++;
    return blank(what);
  }

  #day = (at: string): string => dayWords(at, this.#facts, this.#phrases.locale);
}

type Kind = "answer" | "chase" | "decline" | "thank" | "new";

const CHIPS =
  /^(((answer|reply to)( (the|her|his|their|all))?( last)? (questions?|mail|message))|answer|reply|follow[- ]?up|thank(s| you)?|decline|chase|remind(er)?|відповісти|відповідь|подякувати|відмовити|нагадати)[.!]?$/i;
/** A purpose that is only the name of a kind of mail, as the panel's chips give it. */
const isChip = (purpose: string): boolean => purpose.trim() === "" || CHIPS.test(purpose.trim());

function purposeKind(purpose: string): Kind {
  if (/\b(chase|nudge|remind)|нагада/i.test(purpose)) return "chase";
  if (/\b(declin|refus|reject|turn down)|відмов/i.test(purpose)) return "decline";
  if (/^\s*(thank)|подяк/i.test(purpose)) return "thank";
  if (purpose.trim() === "" || /\b(answer|reply|respond)|відпов/i.test(purpose)) return "answer";
  return /\bfollow[- ]?up\b/i.test(purpose) && isChip(purpose) ? "chase" : "new";
}
