import type { FactSource, Sentence } from "../../context/index.ts";
import { isDeal } from "./deals.ts";
import { clauseEnds, type Token, tokensOf } from "./tokens.ts";

/** A sentence of a source, read once. */
export type Quote = {
  sentence: Sentence;
  tokens: readonly Token[];
  /** Stems and values, and words as they are written. */
  keys: ReadonlySet<string>;
  words: ReadonlySet<string>;
};

export const readQuote = (sentence: Sentence, text: string): Quote => {
  const tokens = tokensOf(text);
  return {
    sentence,
    tokens,
    keys: new Set(tokens.map((one) => one.key)),
    words: new Set(tokens.map((one) => one.text.toLowerCase())),
  };
};

const NEGATES =
  /\b(no(?!\.\s?\p{Lu}{0,4}\d|\s\p{Lu}{1,4}\d)|not|never|none|nobody|nothing|neither|nor|without|cannot|kein\w*|nicht|nie)\b|n['’]t\b|(?<!\p{L})(не|ні|без|немає|ніколи|pas|jamais|sans|nunca|sin)(?!\p{L})/iu;
const HEDGES =
  /\b(if|unless|may|might|could|would|should|perhaps|maybe|probably|possibly|almost|nearly|about|approximately|roughly|around|hope|think|believe|guess|vielleicht|falls|wenn)\b|(?<!\p{L})(якщо|можливо|мабуть|близько|приблизно)(?!\p{L})/iu;

const count = (pattern: RegExp, text: string): number => [...text.matchAll(new RegExp(pattern, "giu"))].length;

/** The clauses of a quote that a sentence repeats, as far as they hold a word of it. */
function repeated({ tokens }: Quote, text: string, said: readonly Token[]): string {
  const keys = new Set(said.filter((one) => one.kind !== "when").map((one) => one.key));
  const clauses = new Set(tokens.filter((one) => keys.has(one.key)).map((one) => one.clause));
  const ends = [0, ...clauseEnds(text), text.length];
  return ends
    .slice(1)
    .map((end, i) => (clauses.has(i) ? text.slice(ends[i], end) : ""))
    .join(" ");
}

const CONDITIONS = /\b(if|unless|falls|wenn)\b|(?<!\p{L})(якщо|якби)(?!\p{L})/iu;

/** Whether a sentence says what its source says, and neither its contrary nor more surely than it. */
export function saysAsSurely(sentence: string, said: readonly Token[], quote: Quote, text: string): boolean {
  const part = repeated(quote, text, said);
  if (count(NEGATES, sentence) !== count(NEGATES, part)) return false;
  if (CONDITIONS.test(sentence) && !CONDITIONS.test(part)) return false;
  return HEDGES.test(sentence) || !HEDGES.test(part);
}

export const denies = (sentence: string): boolean => NEGATES.test(sentence);

/** What stands twice must stand twice in the source: a name put into another's place. */
export function repeatsNothing(said: readonly Token[], { tokens }: Quote): boolean {
  const telling = said.filter((one) => one.kind !== "word" || one.isCapital);
  const times = (some: readonly Token[], key: string) => some.filter((one) => one.key === key).length;
  return telling.every((one) => times(said, one.key) <= Math.max(1, times(tokens, one.key)));
}

const FIRST =
  /\b(i|we|my|our|us|me|mine|ours|ich|wir|mein\w*|unser\w*|uns|je|nous|notre|nos)\b|(?<!\p{L})(я|ми|мій|мої|моя|мене|мені|нам|нас|наш\p{L}*)(?!\p{L})/iu;
const SECOND =
  /\b(you|your|yours|ihr\w*|ihnen|vous|votre|vos)\b|(?<!\p{L})(ви|вам|вас|ваш\p{L}*|тебе|тобі|твій|твоя)(?!\p{L})/iu;

/** Who is meant, in order: the writer (1) or the reader (2). */
const personsIn = (text: string): number[] =>
  [...text.matchAll(new RegExp(`${FIRST.source}|${SECOND.source}`, "giu"))].map(([found]) =>
    FIRST.test(found) ? 1 : 2,
  );

/** Who is "I" and who "you" depends on who wrote: what they will do is not what the member will. */
export function speaksForTheRight(sentence: string, quote: string, { by, kind }: FactSource): boolean {
  const said = personsIn(sentence);
  if (kind !== "mail") return kind === "activity" || said.length === 0;
  if (by === "other") return said.length === 0;
  const there = personsIn(quote).map((one) => (by === "you" ? one : 3 - one));
  let at = -1;
  return said.every((one) => {
    at = there.indexOf(one, at + 1);
    return at !== -1;
  });
}

const CURRENCIES = new Set("eur usd gbp sek nok dkk pln chf uah jpy percent".split(" "));

/** An amount has its currency right beside it in the source too: another figure's is not lent. */
function countsTheSame(figure: Token, said: readonly Token[], there: Token, tokens: readonly Token[]): boolean {
  const beside = (some: readonly Token[], it: Token) =>
    some
      .filter(
        (one) =>
          CURRENCIES.has(one.key) &&
          ((it.start - one.end <= 1 && one.end <= it.start) || (one.start - it.end <= 1 && one.start >= it.end)),
      )
      .map((one) => one.key);
  const lent = beside(said, figure);
  const own = beside(tokens, there);
  return lent.length === 0 || lent.some((one) => own.includes(one));
}

const SUBJECTS =
  /\b(i|we|they|he|she)\b|\b(it|this|these|those|that)(?=\s+(?:is|are|was|were|will|has|have|had|can|may|must|should|would|could|does|did)\b)|(?<!\p{L})(він|вона|воно|вони|я|ми)(?!\p{L})/giu;
/** How many words may be left out between somebody and what they do. */
const MOST_SKIPPED = 3;

/** What "they" or "I" do in a sentence is what "they", or whoever "I" is there, do in the source: no thing's place is taken. */
export function keepsSubjects(sentence: string, here: readonly Token[], quote: Quote, text: string): boolean {
  const { by, kind } = quote.sentence.source;
  return [...sentence.matchAll(SUBJECTS)].every(({ 0: subject, index }) => {
    const next = here.find((one) => one.start > index);
    if (!next) return true;
    const isSelf = /^(i|we|я|ми)$/i.test(subject);
    const isTurned = isSelf && kind === "mail" && by === "them";
    const self = isTurned ? "you|ви|ти" : "i|we|я|ми";
    const there = new RegExp(`(?<!\\p{L})(?:${isSelf ? self : subject})(?!\\p{L})`, "giu");
    const clauseAt = (at: number) => clauseEnds(text).filter((end) => end < at).length;
    return [...text.matchAll(there)].some((found) =>
      quote.tokens
        .filter((one) => one.start > found.index && one.clause === clauseAt(found.index))
        .slice(0, MOST_SKIPPED)
        .some((one) => one.key === next.key),
    );
  });
}

/** A figure belongs to what stands beside it in the source, not to what another figure is for. */
export function belongs(figure: Token, said: readonly Token[], { tokens }: Quote): boolean {
  const beside = said.filter((one) => one.clause === figure.clause && one !== figure);
  return tokens.some((there, i) => {
    if (there.key !== figure.key) return false;
    const near = new Set(tokens.slice(Math.max(0, i - 2), i + 3).map((one) => one.key));
    const [unit] = said.filter((one) => one.start >= figure.end && one.start - figure.end <= 1);
    if (unit && !near.has(unit.key)) return false;
    if (!countsTheSame(figure, said, there, tokens)) return false;
    return beside.every((one) => {
      const places = tokens.filter((it) => it.key === one.key);
      if (places.length === 0) return true;
      const isElsewhere = (clause: number) =>
        clause !== there.clause && tokens.some((it) => it.kind === "figure" && it.clause === clause);
      return places.some((it) => !isElsewhere(it.clause));
    });
  });
}

/** Things and figures keep their roles: what is said of them comes in the order of the source, but for a currency and a day. */
export function keepsOrder(said: readonly Token[], { tokens }: Quote): boolean {
  const isOrdered = ({ kind, key, start }: Token) =>
    kind === "when" ? start === 0 : kind !== "link" && !CURRENCIES.has(key);
  const keys = said.filter(isOrdered).map((one) => one.key);
  const there = tokens.map((one) => one.key);
  let lengths = new Array<number>(there.length + 1).fill(0);
  for (const key of keys) {
    const longer = [0];
    for (const [j, other] of there.entries())
      longer.push(other === key ? lengths[j]! + 1 : Math.max(lengths[j + 1]!, longer[j]!));
    lengths = longer;
  }
  return (lengths.at(-1) ?? 0) === keys.length;
}

const AT_DAY = /^(?:on|at|by|until|from|since|before|after)\s/i;

/**
 * What a sentence says, with a day or time in front of it put behind it, where the source has that day in the same words and
 * clause: "on 14 April we deliver" is "we deliver on 14 April".
 */
export function dayBehind(sentence: string, said: readonly Token[], text: string): readonly Token[] {
  const length = said.findIndex((one) => one.kind !== "figure" && one.kind !== "when");
  const last = said[length - 1];
  if (length < 1 || !last || !AT_DAY.test(sentence) || !said.slice(0, length).some((one) => one.kind === "when"))
    return said;
  const day = sentence.slice(0, last.end).toLowerCase();
  const at = text.toLowerCase().indexOf(day);
  const rest = said.slice(length);
  if (at < 0) return said;
  const there = tokensOf(text);
  const clause = there.find((one) => one.end > at)?.clause;
  // Nothing but words of that clause, and none of another day's.
  const isOfIt = (one: Token) => there.some((it) => it.key === one.key && it.clause === clause);
  return rest.every(isOfIt) ? [...rest, ...said.slice(0, length)] : said;
}

/** Whether a word that no source has may stand: it names nothing and grants nothing. */
export const isHarmless = (token: Token, plain: ReadonlySet<string>): boolean =>
  token.kind === "word" && !isDeal(token.key) && plain.has(token.text.toLowerCase().replace("’", "'"));
