import { dayWords } from "../../../core/text/dates.ts";
import { plainWords } from "../../../core/text/intent/index.ts";
import type { FactSource, Facts } from "../../context/index.ts";
import {
  belongs,
  dayBehind,
  isHarmless,
  keepsOrder,
  keepsSubjects,
  type Quote,
  repeatsNothing,
  saysAsSurely,
  speaksForTheRight,
} from "./bearing.ts";
import { commits, isDeal } from "./deals.ts";
import { leadOf } from "./formulas.ts";
import { datesOfWeekdays, holdsToday, isOfDay } from "./moment.ts";
import { states } from "./quotable.ts";
import { keepsTogether, namesTheWhole, opensKnown } from "./roles.ts";
import { keysOf, plainText, type Token } from "./tokens.ts";

/** What a sentence rests on, and what of it nothing bears out, for which blanks may stand. */
export type Borne = { quotes: Quote[]; missing: Token[] };

/** What may be said: by the sources, and by the member's wish. */
type Known = {
  quotes: readonly Quote[];
  /** What they asked: borne out as asked, and as nothing else. */
  questions: readonly Quote[];
  asked: ReadonlySet<string>;
  /** What is to be told about, rather than said: it makes no statement by itself. */
  topics: ReadonlySet<string>;
};

/** Finds what bears a statement out. */
export class Bearer {
  readonly #facts: Facts;
  readonly #known: Known;

  constructor(facts: Facts, known: Known) {
    this.#facts = facts;
    this.#known = known;
  }

  bear(sentence: string, said: readonly Token[], citedSources: readonly FactSource[]): Borne | null {
    return this.#whole(sentence, said, citedSources) ?? this.#behindLead(sentence, said, citedSources);
  }

  /** "As I wrote on 2 February, …", "You mentioned that …": what follows is theirs who is said to have said it. */
  #behindLead(sentence: string, said: readonly Token[], citedSources: readonly FactSource[]): Borne | null {
    const lead = leadOf(sentence);
    if (!lead) return null;
    const body = " ".repeat(lead.length) + sentence.slice(lead.length);
    const rest = said.filter((one) => one.start >= lead.length);
    const isTheirs = ({ sentence: { source } }: Quote) =>
      (lead.by === null || (source.kind === "mail" && source.by === lead.by)) &&
      (lead.date === null || isOfDay(lead.date, source, this.#facts));
    const from = (lead.kind === "asked" ? this.#known.questions : this.#known.quotes).filter(isTheirs);
    return rest.length < LEAST_LED ? null : this.#whole(body, rest, citedSources, from);
  }

  /** What bears a sentence out: one sentence of a source, or one for each of its clauses, or the member's wish. */
  #whole(
    sentence: string,
    said: readonly Token[],
    citedSources: readonly FactSource[],
    from: readonly Quote[] = this.#known.quotes,
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
    return said.every((one) => this.#known.asked.has(one.key)) && said.some((one) => !this.#known.topics.has(one.key));
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
      this.#known.topics.has(one.key) && isHarmless(one, plainWords()) && !/^\p{Lu}/u.test(one.text);
    const isGiven = (one: Token) =>
      GLUE.has(one.key) || isTopic(one) || (this.#known.asked.has(one.key) && !this.#known.topics.has(one.key));
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
    if (!isSaidOfTheSame(sentence, said, { here, quote, text, facts: this.#facts })) return null;
    const astray = said.filter((one) => one.kind === "figure" && isHere(one) && !belongs(one, said, quote));
    return [...gaps, ...astray].sort((a, b) => b.start - a.start);
  }

  /** The quotes that share words with a sentence, the cited sources' first. */
  #byFit(said: readonly Token[], citedSources: readonly FactSource[], from: readonly Quote[]): Quote[] {
    const fit = (quote: Quote) =>
      said.filter((one) => quote.keys.has(one.key)).length + (citedSources.includes(quote.sentence.source) ? 0.5 : 0);
    return from
      .map((quote) => ({ quote, fit: fit(quote) }))
      .filter((one) => one.fit >= 1 && states(one.quote))
      .sort((a, b) => b.fit - a.fit)
      .slice(0, MOST_QUOTES)
      .map((one) => one.quote);
  }
}

/** Said of the same thing and time, by who may say it, in the same order and as surely; `here`: what of it the quote has. */
const isSaidOfTheSame = (
  sentence: string,
  said: readonly Token[],
  { here, quote, text, facts }: { here: readonly Token[]; quote: Quote; text: string; facts: Facts },
): boolean =>
  repeatsNothing(said, quote) &&
  speaksForTheRight(sentence, text, quote.sentence.source) &&
  holdsToday(sentence, said, quote.sentence.source, facts) &&
  saysAsSurely(sentence, said, quote, text) &&
  (keepsOrder(here, quote) || keepsOrder(dayBehind(sentence, said, text), quote)) &&
  keepsSubjects(sentence, here, quote, text);

/** Of a sentence that names or binds, so much must stand in its quote; the rest in the wish, or be of no weight. */
export const LEAST_STRICT = 0.6;
/** Of any other statement. */
const LEAST_LOOSE = 0.75;
const MOST_QUOTES = 12;
/** Behind a lead something is said of something. */
const LEAST_LED = 2;

/** A mail's own date is the date of the mail, and of nothing else. */
const TELLS_OF_MAIL =
  /\b(e-?mail|mail|message|note|letter|wrote|written|asked|said|told|mentioned|called|schrieb\w*|nachricht)\b|(?<!\p{L})(лист|листі|листа|писали|написали)(?!\p{L})/iu;
/** Words that only introduce. */
const GLUE = keysOf([
  "mentioned wrote said written according regarding concerning question following below above answer e-mail message note matter also yes",
]);

/** The clauses of a sentence that say something by themselves. */
function partsOf(sentence: string, said: readonly Token[]): { text: string; said: Token[] }[] {
  const ends = [...sentence.matchAll(/[;–—]|,\s+(?:and|but|while|та|але|і|und|aber)\s/giu)].map((match) => match.index);
  const parts = [...ends, sentence.length].map((end, i) => {
    const start = ends[i - 1] ?? 0;
    return { text: sentence.slice(start, end), said: said.filter((one) => one.start >= start && one.start < end) };
  });
  return parts.every((part) => part.said.length >= 2) ? parts : [];
}
