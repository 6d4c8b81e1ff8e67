import type { SourceQuote, Statement } from "@sidenote/contract/context";
import { dayWords } from "../../core/text/dates.ts";
import { contentWords, overlap, wordsIn } from "../../core/text/words.ts";
import { allSources, type FactSource, type Facts, type Sentence, sentencesOf } from "../context/index.ts";
import { COMMON_STARTS } from "./common-starts.ts";
import { blank, cited } from "./letter.ts";

/** A figure, date or name in a sentence that may have been invented. */
type Claim = { text: string; start: number; end: number; kind: "number" | "date" | "name" };

/**
 * Holds what a model wrote against the facts, sentence by sentence. A figure, a date or a name must stand in a quote that the
 * sentence cites, in what was asked for, or be the date of a cited record or the name of one of the two. What does not is
 * replaced by a blank as long as there may be blanks; after that the sentence is left out (null).
 */
export class Checker {
  readonly #facts: Facts;
  readonly #asked: string;
  readonly #sources: FactSource[];
  readonly #sentences: Sentence[];

  constructor(facts: Facts, asked: readonly string[]) {
    this.#facts = facts;
    this.#asked = asked.join("\n").toLowerCase();
    this.#sources = allSources(facts);
    this.#sentences = this.#sources.flatMap(sentencesOf);
  }

  check(
    sentence: string,
    citedSources: readonly FactSource[],
    blanksLeft: number,
  ): { statement: Statement; blanks: number } | null {
    const quotes = this.#quotesFor(sentence, citedSources);
    if (
      isQuestion(sentence) ? this.#isAskedBack(sentence) : !isCourtesy(sentence) && !this.#isBorneOut(sentence, quotes)
    )
      return null;
    let text = sentence;
    let blanks = 0;
    for (const claim of claimsIn(sentence).reverse()) {
      if (this.#isKnown(claim, quotes)) continue;
      const found = this.#findQuote(claim, sentence);
      if (found) {
        quotes.push(found);
        continue;
      }
      if (claim.kind === "name" && claim.start === 0 && text[claim.end] === ",") {
        // Somebody invented is addressed: the sentence does without.
        text = capital(text.slice(claim.end + 1).trimStart());
        continue;
      }
      // A sentence with two gaps says nothing any more.
      if (blanks >= Math.min(1, blanksLeft)) return null;
      text = text.slice(0, claim.start) + blank(claim.kind) + text.slice(claim.end);
      blanks++;
    }
    return { statement: cited(text, ...unique(quotes)), blanks };
  }

  /** A small model hands people their own question back. */
  #isAskedBack(sentence: string): boolean {
    const words = contentWords(sentence);
    return this.#sentences.some(
      ({ quote, source }) =>
        source.by !== "you" && isQuestion(quote) && overlap(words, contentWords(quote)) >= MOST_SHARED,
    );
  }

  /** Whether what a sentence says is what was asked for, or stands in a source; what fits best there is then quoted. */
  #isBorneOut(sentence: string, quotes: Sentence[]): boolean {
    const words = contentWords(sentence.replace(/\[[^\]]*\]/g, " "));
    if (words.size === 0 || overlap(words, contentWords(this.#asked)) >= LEAST_SUPPORT) return true;
    const supports = ({ quote }: Sentence) =>
      !/\?["”’)]*$/.test(quote) && overlap(words, contentWords(quote)) >= LEAST_SUPPORT;
    if (quotes.some(supports)) return true;
    const found = this.#sentences.find(supports);
    if (found) quotes.push(found);
    return found !== undefined;
  }

  /** The sentence of each cited source that fits best what is said of it. */
  #quotesFor(sentence: string, sources: readonly FactSource[]): Sentence[] {
    const words = contentWords(sentence);
    return sources.flatMap((source) => {
      const best = sentencesOf(source)
        .map((one) => ({ one, fit: overlap(words, contentWords(one.quote)) }))
        .sort((a, b) => b.fit - a.fit)[0];
      return best && best.fit > 0 ? [best.one] : [];
    });
  }

  #isKnown({ text, kind }: Claim, quotes: readonly Sentence[]): boolean {
    if (stands(text, this.#asked)) return true;
    if (kind === "name" && stands(text, `${this.#facts.person.name} ${this.#facts.member.name}`.toLowerCase()))
      return true;
    return quotes.some(
      ({ quote, source }) =>
        stands(text, quote.toLowerCase()) ||
        (source.at !== null && stands(text, dayWords(source.at, this.#facts).toLowerCase())),
    );
  }

  /** A sentence somewhere in the facts that bears the claim out, and is about the same. */
  #findQuote(claim: Claim, sentence: string): Sentence | undefined {
    const words = contentWords(sentence);
    return this.#sentences
      .filter(({ quote }) => stands(claim.text, quote.toLowerCase()))
      .map((one) => ({ one, fit: overlap(words, contentWords(one.quote)) }))
      .filter(({ fit }) => fit >= 0.3)
      .sort((a, b) => b.fit - a.fit)[0]?.one;
  }
}

/** Of what a sentence says, at least this much must stand where it comes from. */
const LEAST_SUPPORT = 0.5;
/** More of a question than this in another makes them the same. */
const MOST_SHARED = 0.8;

/** A statement that ends with a quoted question is none. */
const isQuestion = (sentence: string): boolean => /\?\)?$/.test(sentence) && !/["“”«»]/.test(sentence);

/** Thanks, hopes and offers state nothing that could be untrue of the world; all else needs a source. */
function isCourtesy(sentence: string): boolean {
  return (
    /^(thank|thanks|many thanks|please|kindly|sorry|i (hope|look forward|would like|apologi[sz]e)|i['’]d like|we look forward|looking forward|feel free|let (me|us) know|it (is|was) (a|my|our) pleasure|i (am|['’]m) (happy|glad|sorry|writing)|дякую|будь ласка|сподіваюс|перепрошую|danke|vielen dank|bitte|ich (hoffe|freue)|merci|gracias)\b/iu.test(
      sentence.trim(),
    ) || /^(дякую|будь ласка|сподіваюс|перепрошую)/iu.test(sentence.trim())
  );
}

/** Whether every word of a claim stands in a text, as whole words. */
function stands(claim: string, text: string): boolean {
  const there = new Set(wordsIn(text));
  const words = wordsIn(claim);
  return words.length > 0 && words.every((word) => there.has(word));
}

const MONTHS =
  "jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sep(t|tember)?|oct(ober)?|nov(ember)?|dec(ember)?|січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня";
const DATE = new RegExp(
  `\\b(\\d{1,2}(st|nd|rd|th)?\\.?\\s+(of\\s+)?(${MONTHS})(\\s+\\d{4})?|(${MONTHS})\\s+\\d{1,2}(st|nd|rd|th)?(,?\\s+\\d{4})?|(mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|tonight|yesterday|понеділок|вівторок|середу|четвер|п.ятницю|суботу|неділю|завтра)`,
  "giu",
);
const NUMBER =
  /[€$£]?\d[\d.,:/-]*\d%?|[€$£]?\d%?|\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred|thousand|million)\b/giu;
/** Capitalised words in a row; "I" and the like are no names. */
const NAME = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]+)*/gu;
const NO_NAME = new Set([
  "I",
  "I'm",
  "I’m",
  "I'd",
  "I’d",
  "I'll",
  "I’ll",
  "I've",
  "I’ve",
  "OK",
  "PS",
  "FYI",
  "Mr",
  "Mrs",
  "Ms",
  "Dr",
]);

export function claimsIn(sentence: string): Claim[] {
  const bare = sentence.replace(/\[[^\]]*\]/g, (text) => " ".repeat(text.length));
  const claims: Claim[] = [];
  const add = (kind: Claim["kind"], text: string, start: number) => {
    const end = start + text.length;
    if (!claims.some((one) => start < one.end && one.start < end)) claims.push({ kind, text, start, end });
  };
  for (const match of bare.matchAll(DATE)) add("date", match[0], match.index);
  for (const match of bare.matchAll(NUMBER)) add("number", match[0], match.index);
  for (const match of bare.matchAll(NAME)) {
    const starts = /(^|[.!?:“"«]\s*)$/.test(bare.slice(0, match.index));
    const words = match[0].split(/\s+/);
    const first = words[0]!;
    const common = NO_NAME.has(first) || (starts && COMMON_STARTS.has(first.toLowerCase()));
    const name = common ? words.slice(1).join(" ") : match[0];
    if (name !== "" && !NO_NAME.has(name)) add("name", name, match.index + match[0].length - name.length);
  }
  return claims.sort((a, b) => a.start - b.start);
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const unique = (quotes: readonly SourceQuote[]): SourceQuote[] => [
  ...new Map(quotes.map((one) => [`${one.id} ${one.start}`, one])).values(),
];
