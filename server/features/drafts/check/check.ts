import type { SourceQuote, Statement } from "@sidenote/contract/context";
import { dayIn, dayWords } from "../../../core/text/dates.ts";
import { plainWords } from "../../../core/text/intent/index.ts";
import { wordsIn } from "../../../core/text/words.ts";
import { allSources, type FactSource, type Facts, type Sentence, sentencesOf } from "../../context/index.ts";
import { isInternal } from "../builtin/tell.ts";
import { blank, cited } from "../letter.ts";
import { strayWords } from "./alphabets.ts";
import {
  belongs,
  dayBehind,
  denies,
  isHarmless,
  keepsOrder,
  keepsSubjects,
  type Quote,
  readQuote,
  repeatsNothing,
  saysAsSurely,
  speaksForTheRight,
} from "./bearing.ts";
import { COMMON_STARTS } from "./common-starts.ts";
import { commits, isCourteous, isCourtesy, isDeal, isThanks } from "./deals.ts";
import { formulaOf, leadOf, type Spoken } from "./formulas.ts";
import { isInstruction, wantsItSaid } from "./instructions.ts";
import { datesOfWeekdays, holdsToday } from "./moment.ts";
import { addressesIn, keepsTogether, namesTheWhole, opensKnown } from "./roles.ts";
import { plainText, type Token, tokensOf } from "./tokens.ts";

type Checked = { statement: Statement; blanks: number };
type Borne = { quotes: Quote[]; missing: Token[] };

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
  /** What they asked: borne out as asked, and as nothing else. */
  readonly #questions: Quote[];
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
    this.#questions = read(all.filter(asks));
    this.#notBack = allSources(facts)
      .filter((source) => source.by !== "you")
      .flatMap(sentencesOf)
      .filter(({ quote }) => quote.length <= LONGEST_SENTENCE && isQuestion(quote))
      .map(({ quote }) => keysOf([quote]));
    this.#asked = keysOf(asked);
    const known = allSources(facts).map((one) => `${one.subject} ${one.text}`);
    this.#words = new Set([...known, ...asked, facts.person.name, facts.member.name].flatMap(wordsIn));
    this.#topics = keysOf(asked.filter((one) => TOPIC.test(one)));
    const { name } = facts.person;
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
    const borne = this.#bear(sentence, said, citedSources) ?? this.#bearLed(sentence, said, citedSources);
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
    return date === null || allSources(this.#facts).some((one) => isIt(one) && this.#isOf(date, one));
  }

  #isOf(date: string, { at }: FactSource): boolean {
    if (at === null) return false;
    const days = keysOf([dayWords(at, this.#facts), dayIn(at, this.#facts.member.timeZone).slice(0, 4)]);
    return tokensOf(date.replace(/(\d)(st|nd|rd|th)\b/i, "$1")).every((one) => days.has(one.key));
  }

  /** "As I wrote on 2 February, …", "You mentioned that …": what follows is theirs who is said to have said it. */
  #bearLed(sentence: string, said: readonly Token[], citedSources: readonly FactSource[]): Borne | null {
    const lead = leadOf(sentence);
    if (!lead) return null;
    const body = " ".repeat(lead.length) + sentence.slice(lead.length);
    const rest = said.filter((one) => one.start >= lead.length);
    const isTheirs = ({ sentence: { source } }: Quote) =>
      (lead.by === null || (source.kind === "mail" && source.by === lead.by)) &&
      (lead.date === null || this.#isOf(lead.date, source));
    const from = (lead.kind === "asked" ? this.#questions : this.#quotes).filter(isTheirs);
    return rest.length < LEAST_LED ? null : this.#bear(body, rest, citedSources, from);
  }

  /** What bears a sentence out: one sentence of a source, or one for each of its clauses, or the member's wish. */
  #bear(
    sentence: string,
    said: readonly Token[],
    citedSources: readonly FactSource[],
    from: readonly Quote[] = this.#quotes,
  ): Borne | null {
    if (said.length === 0) return { quotes: [], missing: [] };
    const isStrict = commits(sentence) || said.some((one) => one.kind !== "word" || one.isCapital || isDeal(one.key));
    const order = this.#byFit(said, citedSources, from);
    const whole = this.#bearPart(sentence, said, order, isStrict);
    if (whole?.missing.length === 0 || this.#isWished(said)) return whole ?? { quotes: [], missing: [] };
    const clauses = partsOf(sentence, said);
    if (clauses.length > 1) {
      const parts = clauses.map((part) => this.#bearPart(part.text, part.said, order, isStrict));
      if (parts.every((part) => part?.missing.length === 0))
        return { quotes: parts.flatMap((part) => part!.quotes), missing: [] };
    }
    return whole;
  }

  /** All that it says is what the member asked to have said. */
  #isWished(said: readonly Token[]): boolean {
    return said.every((one) => this.#asked.has(one.key)) && said.some((one) => !this.#topics.has(one.key));
  }

  #bearPart(sentence: string, said: readonly Token[], order: readonly Quote[], isStrict: boolean): Borne | null {
    let gap: Borne | null = null;
    for (const quote of order) {
      const missing = this.#missing(sentence, said, quote, isStrict);
      if (missing?.length === 0) return { quotes: [quote], missing };
      if (missing && !gap) gap = { quotes: [quote], missing };
    }
    return gap;
  }

  /** What of a sentence a quote does not bear out and a blank could stand for; null where it says something else. */
  #missing(sentence: string, said: readonly Token[], quote: Quote, isStrict: boolean): Token[] | null {
    const { source } = quote.sentence;
    const text = plainText(quote.sentence.quote);
    const days = source.at === null ? new Set<string>() : keysOf([dayWords(source.at, this.#facts)]);
    const isHere = (one: Token) =>
      one.kind === "link"
        ? source.by === "you" && quote.keys.has(one.key)
        : quote.keys.has(one.key) || (one.isCapital && quote.words.has(one.text.toLowerCase()));
    const hasOfDay = (kind: Token["kind"]) => said.some((one) => one.kind === kind && days.has(one.key));
    const isDated = TELLS_OF_MAIL.test(sentence) && hasOfDay("when") && hasOfDay("figure");
    const dates = datesOfWeekdays(said, { tokens: quote.tokens, text }, source.at, this.#facts);
    const isDay = (one: Token) =>
      dates.has(one) || (isDated && (one.kind === "figure" || one.kind === "when") && days.has(one.key));
    const isTopic = (one: Token) =>
      this.#topics.has(one.key) && isHarmless(one, plainWords()) && !/^\p{Lu}/u.test(one.text);
    const isGiven = (one: Token) =>
      GLUE.has(one.key) || isTopic(one) || (this.#asked.has(one.key) && !this.#topics.has(one.key));
    const open = said.filter((one) => !isHere(one) && !isGiven(one) && !isDay(one));
    const gaps = open.filter((one) => one.kind === "figure" || (one.isCapital && one.kind === "word"));
    const words = open.filter((one) => !gaps.includes(one));
    if (isStrict ? words.length > 0 : !words.every((one) => isHarmless(one, plainWords()))) return null;
    const here = said.filter(isHere);
    // A name alone tells nothing.
    if (here.length === 1 && here[0]!.kind === "word" && here[0]!.isCapital) return null;
    if (!opensKnown(sentence, said, { isHere, isGiven: (one) => isGiven(one) || isDay(one) })) return null;
    if (!keepsTogether(sentence, here, quote.tokens) || !namesTheWhole(said, quote.tokens)) return null;
    if (here.length < Math.max(1, (said.length - gaps.length) * (isStrict ? LEAST_STRICT : LEAST_LOOSE))) return null;
    if (
      !repeatsNothing(said, quote) ||
      !speaksForTheRight(sentence, text, source) ||
      !holdsToday(sentence, said, source, this.#facts) ||
      !saysAsSurely(sentence, said, quote, text)
    )
      return null;
    if (
      !(keepsOrder(here, quote) || keepsOrder(dayBehind(sentence, said, text), quote)) ||
      !keepsSubjects(sentence, here, quote, text)
    )
      return null;
    const astray = said.filter((one) => one.kind === "figure" && isHere(one) && !belongs(one, said, quote));
    return [...gaps, ...astray].sort((a, b) => b.start - a.start);
  }

  /** The quotes that share words with a sentence, the cited sources' first. */
  #byFit(said: readonly Token[], citedSources: readonly FactSource[], from: readonly Quote[]): Quote[] {
    const fit = (quote: Quote) =>
      said.filter((one) => quote.keys.has(one.key)).length + (citedSources.includes(quote.sentence.source) ? 0.5 : 0);
    return from
      .filter(states)
      .map((quote) => ({ quote, fit: fit(quote) }))
      .filter((one) => one.fit >= 1)
      .sort((a, b) => b.fit - a.fit)
      .slice(0, MOST_QUOTES)
      .map((one) => one.quote);
  }
}

/** That there are notes is nobody else's business, nor what they say of limits and doubts. */
const SPEAKS_OF_NOTES = /\b(my|our|the|internal) (call |internal )?notes?\b|(?<!\p{L})(моїй|моїх|наших) нотат/iu;
const isForTheMember = ({ sentence }: Quote): boolean => !sentence.source.seen && isInternal(sentence.quote);

/** Of a sentence that names or binds, so much must stand in its quote; the rest in the wish, or be of no weight. */
const LEAST_STRICT = 0.6;
/** Of any other statement. */
const LEAST_LOOSE = 0.75;
/** More of a question than this in another makes them the same. */
const MOST_SHARED = 0.8;
const MOST_QUOTES = 12;
/** What goes on for longer was pasted there and is no sentence; reading one takes time that grows with its square. */
const LONGEST_SENTENCE = 600;
/** Behind a lead something is said of something. */
const LEAST_LED = 2;
/** Thanks for more than a few words of theirs state something. */
const MOST_TAKEN_UP = 3;

/** What may be said as a name: a few words with capitals. */
const NAME = /^\p{Lu}[\p{L}'’.-]*(\s+\p{L}[\p{L}'’-]*){0,4}$/u;
/** What is told about something says nothing by itself. */
const TOPIC =
  /^\W*(please )?(mention|tell|state|include|give|explain|answer|address|talk|quote|refer|note|add|say|write|describe)\b(?!.*\bthat\b)/i;
/** A mail's own date is the date of the mail, and of nothing else. */
const TELLS_OF_MAIL =
  /\b(e-?mail|mail|message|note|letter|wrote|written|asked|said|told|mentioned|called|schrieb\w*|nachricht)\b|(?<!\p{L})(лист|листі|листа|писали|написали)(?!\p{L})/iu;
/** Words that only introduce. */
const GLUE = keysOf([
  "mentioned wrote said written according regarding concerning question following below above answer e-mail message note matter also yes",
]);

function keysOf(texts: readonly string[]): Set<string> {
  return new Set(texts.flatMap((text) => tokensOf(plainText(text)).map((one) => one.key)));
}

/** "Costs EUR 900", "comes to EUR 900" say of a thing what "is EUR 900" does. */
const SUMS = /\b(?:costs?|amounts to|comes to|is priced at)(?= (?:[A-Z]{3} |[€$£])?\d)/g;
const isSum = ({ start, end }: Token, sentence: string): boolean =>
  [...sentence.matchAll(SUMS)].some((one) => one.index <= start && end <= one.index + one[0].length);

/** An instruction to whoever answers is no statement of anything. */
const isUsable = ({ sentence }: Quote): boolean => !isInstruction(sentence.quote);

/** Nor is what somebody else wants done or said; what the member wants to have said, is. */
const states = (quote: Quote): boolean =>
  isUsable(quote) && (quote.sentence.source.by === "you" || !wantsItSaid(plainText(quote.sentence.quote)));

/** Marks that mail does not have and programs do. */
const CODE = /[{}<>|=\\`_]|\(\)|(^|\s)[~/]\w+\/|\p{L}\((?!s\))/u;
/** The sentences of a source that may bear something out: none inside of a block of code, or a line of it. */
function quotable(source: FactSource): Sentence[] {
  const fences = [...source.text.matchAll(/```/g)].map((one) => one.index + one[0].length);
  let before = 0;
  return sentencesOf(source).filter(({ start, quote }) => {
    while (before < fences.length && fences[before]! <= start) before++;
    return quote.length <= LONGEST_SENTENCE && before % 2 === 0 && !CODE.test(quote);
  });
}

/** A statement that ends with a quoted question is none. */
export const isQuestion = (sentence: string): boolean => /\?\)?$/.test(sentence) && !/["“”«»]/.test(sentence);

/** A blank may say what is wanted, and not what it might be; other brackets have no place in a mail. */
function withoutGuesses(sentence: string): string | null {
  const clean = sentence.replace(/\[([^[\]]*)\?\]/g, (_, what: string) => {
    const tokens = tokensOf(what);
    if (tokens.some((one) => one.kind === "figure" || /\d/.test(one.text))) return blank("number");
    return tokens.every(
      (one) => one.kind === "word" && (plainWords().has(one.text.toLowerCase()) || !/\p{Lu}/u.test(one.text)),
    )
      ? blank(what)
      : blank("answer");
  });
  return /\[(?![^[\]\d]{1,80}\?\])/.test(clean) || CODE.test(clean) ? null : clean;
}

/** The clauses of a sentence that say something by themselves. */
function partsOf(sentence: string, said: readonly Token[]): { text: string; said: Token[] }[] {
  const ends = [...sentence.matchAll(/[;–—]|,\s+(?:and|but|while|та|але|і|und|aber)\s/giu)].map((match) => match.index);
  const parts = [...ends, sentence.length].map((end, i) => {
    const start = ends[i - 1] ?? 0;
    return { text: sentence.slice(start, end), said: said.filter((one) => one.start >= start && one.start < end) };
  });
  return parts.every((part) => part.said.length >= 2) ? parts : [];
}

const blankFor = (gap: Token): string => blank(gap.kind === "figure" ? "number" : "name");
const unique = (quotes: readonly SourceQuote[]): SourceQuote[] => [
  ...new Map(quotes.map((one) => [`${one.id} ${one.start}`, one])).values(),
];
