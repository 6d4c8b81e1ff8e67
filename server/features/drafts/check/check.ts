import type { SourceQuote, Statement } from "@sidenote/contract/context";
import { plainWords } from "../../../core/text/intent/index.ts";
import { wordsIn } from "../../../core/text/words.ts";
import { allSources, type FactSource, type Facts, type Sentence, sentencesOf } from "../../context/index.ts";
import { isInternal } from "../builtin/tell.ts";
import { cited } from "../letter.ts";
import { strayWords } from "./alphabets.ts";
import { Bearer, LEAST_STRICT } from "./bearer.ts";
import { denies, isHarmless, type Quote, readQuote } from "./bearing.ts";
import { blankFor, withoutGuesses } from "./blanks.ts";
import { COMMON_STARTS } from "./common-starts.ts";
import { commits, isCourteous, isCourtesy, isDeal, isThanks } from "./deals.ts";
import { formulaOf, leadOf, type Spoken } from "./formulas.ts";
import { isInstruction } from "./instructions.ts";
import { isOfDay } from "./moment.ts";
import { isQuestion, isUsable, LONGEST_SENTENCE, quotable } from "./quotable.ts";
import { addressesIn } from "./roles.ts";
import { keysOf, plainText, type Token, tokensOf } from "./tokens.ts";

type Checked = { statement: Statement; blanks: number };

/** Judges a sentence that a model wrote: as it may stand, with what it rests on, or null. */
export type Check = {
  check(sentence: string, citedSources: readonly FactSource[], blanksLeft: number): Checked | null;
};

/**
 * Holds what a model wrote against the facts, sentence by sentence. What binds somebody or names a figure, a day, a person or an
 * address must stand in one sentence of a source, said of the same and as surely; what else is stated, in its larger part. Thanks,
 * wishes and questions may name nothing that is not known. A figure or a name that alone is not borne out becomes a blank as long
 * as there may be blanks; everything else is left out (null).
 */
export class Checker implements Check {
  readonly #facts: Facts;
  readonly #quotes: Quote[];
  readonly #bearer: Bearer;
  /** The words of each question that is not the member's. */
  readonly #notBack: ReadonlySet<string>[];
  readonly #asked: ReadonlySet<string>;
  /** All words that are known, in small letters. */
  readonly #words: ReadonlySet<string>;
  /** What is to be told about, rather than said: it makes no statement by itself. */
  readonly #topics: ReadonlySet<string>;
  /** The names that the reader is spoken to by. */
  readonly #reader: ReadonlySet<string>;

  /** `takesSides`: a reply may take up the words of a question to say yes or no to it. */
  constructor(facts: Facts, asked: readonly string[], { takesSides = false } = {}) {
    this.#facts = facts;
    const all = allSources(facts).flatMap(quotable);
    const read = (some: readonly Sentence[]) => some.map((one) => readQuote(one, plainText(one.quote)));
    const asks = (one: Sentence) => /[?？]["”’)]*$/.test(one.quote);
    this.#quotes = read(all.filter((one) => takesSides || !asks(one)));
    this.#notBack = allSources(facts)
      .filter((source) => source.by !== "you")
      .flatMap(sentencesOf)
      .filter(({ quote }) => quote.length <= LONGEST_SENTENCE && isQuestion(quote))
      .map(({ quote }) => keysOf([quote]));
    this.#asked = keysOf(asked);
    const texts = allSources(facts).map((one) => `${one.subject} ${one.text}`);
    this.#words = new Set([...texts, ...asked, facts.person.name, facts.member.name].flatMap(wordsIn));
    this.#topics = keysOf(asked.filter((one) => TOPIC.test(one)));
    const { name } = facts.person;
    const known = { quotes: this.#quotes, questions: read(all.filter(asks)), asked: this.#asked, topics: this.#topics };
    this.#bearer = new Bearer(facts, known);
    this.#reader = new Set((NAME.test(name) ? tokensOf(name) : []).map((one) => one.text.toLowerCase()));
  }

  check(written: string, citedSources: readonly FactSource[], blanksLeft: number): Checked | null {
    if (written.length > LONGEST_SENTENCE) return null;
    const sentence = withoutGuesses(plainText(written));
    if (sentence === null) return null;
    const formula = formulaOf(sentence);
    if (formula) return this.#isOfTheDay(formula) ? { statement: cited(sentence), blanks: 0 } : null;
    if (isInstruction(sentence)) return null;
    const stray = strayWords(sentence.slice(leadOf(sentence)?.length ?? 0));
    if (!stray.every((word) => this.#words.has(word))) return null;
    const said = this.#tokens(sentence);
    if (isQuestion(sentence)) return this.#isFairQuestion(said) ? { statement: cited(sentence), blanks: 0 } : null;
    if (this.#isMereCourtesy(sentence, said)) return { statement: cited(sentence), blanks: 0 };
    const borne = this.#bearer.bear(sentence, said, citedSources);
    if (!borne) return null;
    if (borne.missing.length > Math.min(1, blanksLeft)) return null;
    if (SPEAKS_OF_NOTES.test(sentence) || borne.quotes.some(isForTheMember)) return null;
    const text = borne.missing.reduce(
      (whole, gap) => whole.slice(0, gap.start) + blankFor(gap) + whole.slice(gap.end),
      sentence,
    );
    return { statement: cited(text, ...unique(borne.quotes.map((one) => one.sentence))), blanks: borne.missing.length };
  }

  /** What a sentence says, without the name that it speaks to its reader by and a capital that only begins it. */
  #tokens(sentence: string): Token[] {
    const bare = sentence.replace(/\[[^\]]*\]/g, (text) => " ".repeat(text.length));
    const addresses = addressesIn(bare, this.#reader);
    return tokensOf(bare)
      .filter((one) => !addresses.some(({ start, end }) => one.start >= start && one.end <= end) && !isSum(one, bare))
      .map((one) => {
        const begins = /(^|[.!?:“"«]\s*)$/.test(bare.slice(0, one.start).trimStart());
        const small = one.text.toLowerCase();
        return begins && (COMMON_STARTS.has(small) || plainWords().has(small)) ? { ...one, isCapital: false } : one;
      });
  }

  /** Nothing but the words of courtesy, and what one sentence of the exchange or the member's wish has. */
  #isMereCourtesy(sentence: string, said: readonly Token[]): boolean {
    if (!isCourtesy(sentence) || /[:;]/.test(sentence)) return false;
    if (denies(sentence) && !/\bhesitate\b/i.test(sentence)) return false;
    const rest = said.filter((one) => one.isCapital || one.kind !== "word" || !isCourteous(one.key));
    if (rest.every((one) => this.#asked.has(one.key) && one.kind !== "link")) return true;
    // Thanks may be for something that the exchange has; hopes and requests only take up what was wished.
    const isFor = (quote: Quote) =>
      isUsable(quote) && rest.every((one) => one.kind === "word" && !isDeal(one.key) && quote.keys.has(one.key));
    if (commits(sentence)) return false;
    return isThanks(sentence) && rest.length <= MOST_TAKEN_UP && this.#quotes.some(isFor);
  }

  /** A question may name what is known, and is not the reader's own handed back. */
  #isFairQuestion(said: readonly Token[]): boolean {
    // A figure or a day that is to be told about is not to be asked for anything else.
    const isAsked = ({ key, kind }: Token) => this.#asked.has(key) && (kind === "word" || !this.#topics.has(key));
    const isKnown = (one: Token) =>
      isAsked(one) || isHarmless(one, plainWords()) || (one.kind === "word" && !one.isCapital && isCourteous(one.key));
    const rest = said.filter((one) => !isKnown(one));
    if (this.#isAskedBack(said)) return false;
    const least = rest.some((one) => one.kind !== "word") ? 1 : LEAST_STRICT;
    const takesUp = (quote: Quote) =>
      rest.every((one) => one.kind !== "link" && quote.keys.has(one.key)) &&
      said.filter((one) => quote.keys.has(one.key) || isAsked(one)).length >= said.length * least;
    return rest.length === 0 || this.#quotes.some((quote) => isUsable(quote) && takesUp(quote));
  }

  #isAskedBack(said: readonly Token[]): boolean {
    const keys = new Set(said.map((one) => one.key));
    const isIt = (theirs: ReadonlySet<string>) =>
      [...keys].filter((key) => theirs.has(key)).length >= keys.size * MOST_SHARED;
    return keys.size > 0 && this.#notBack.some(isIt);
  }

  /** A mail that is spoken of is there, and of that day. */
  #isOfTheDay({ by, date }: Spoken): boolean {
    const isIt = (one: FactSource) => one.kind === "mail" && (by === null || one.by === by);
    return date === null || allSources(this.#facts).some((one) => isIt(one) && isOfDay(date, one, this.#facts));
  }
}

/** That there are notes is nobody else's business, nor what they say of limits and doubts. */
const SPEAKS_OF_NOTES = /\b(my|our|the|internal) (call |internal )?notes?\b|(?<!\p{L})(моїй|моїх|наших) нотат/iu;
const isForTheMember = ({ sentence }: Quote): boolean => !sentence.source.seen && isInternal(sentence.quote);

/** More of a question than this in another makes them the same. */
const MOST_SHARED = 0.8;
/** Thanks for more than a few words of theirs state something. */
const MOST_TAKEN_UP = 3;

/** What may be said as a name: a few words with capitals. */
const NAME = /^\p{Lu}[\p{L}'’.-]*(\s+\p{L}[\p{L}'’-]*){0,4}$/u;
/** What is told about something says nothing by itself. */
const TOPIC =
  /^\W*(please )?(mention|tell|state|include|give|explain|answer|address|talk|quote|refer|note|add|say|write|describe)\b(?!.*\bthat\b)/i;
/** "Costs EUR 900", "comes to EUR 900" say of a thing what "is EUR 900" does. */
const SUMS = /\b(?:costs?|amounts to|comes to|is priced at)(?= (?:[A-Z]{3} |[€$£])?\d)/g;
const isSum = ({ start, end }: Token, sentence: string): boolean =>
  [...sentence.matchAll(SUMS)].some((one) => one.index <= start && end <= one.index + one[0].length);

const unique = (quotes: readonly SourceQuote[]): SourceQuote[] => [
  ...new Map(quotes.map((one) => [`${one.id} ${one.start}`, one])).values(),
];
