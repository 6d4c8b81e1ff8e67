import type { SourceQuote, Statement } from "@sidenote/contract/context";
import { contentWords, overlap } from "../../core/text/words.ts";
import type { FactSource } from "../context/index.ts";
import { asSource } from "./check/change.ts";
import type { Check } from "./check/check.ts";
import { isCourteous, isCourtesy, isThanks } from "./check/deals.ts";
import { tokensOf } from "./check/tokens.ts";
import { machine, type Piece } from "./pieces.ts";

/** A sentence that a model made, with those of the draft that it comes from. */
type Made = { text: string; sources: SourceQuote[]; from: Piece[] };

const MARK = "piece:";

/** Keeps in mind which sentences of a draft each one that holds was made of, and of which the model made what does not hold. */
export class Origins implements Check {
  readonly refused = new Set<Piece>();
  /** The sentences as sources that a model can name by their numbers. */
  readonly sources: readonly FactSource[];
  readonly #pieces: readonly Piece[];
  readonly #checker: Check;

  /** `checkerOf`: what holds a sentence against these pieces and says which of them it takes along. */
  constructor(pieces: readonly Piece[], checkerOf: (marked: readonly Piece[]) => Check) {
    this.#pieces = pieces;
    this.sources = pieces.map(asSource);
    this.#checker = checkerOf(pieces.map((one, i) => ({ ...one, sources: [mark(i)] })));
  }

  check(sentence: string, cited: readonly FactSource[], blanksLeft: number): ReturnType<Check["check"]> {
    const named = cited.flatMap((one) => this.#pieces[this.sources.indexOf(one)] ?? []);
    const same = this.#pieces.find((one) => bare(one.text) === bare(sentence));
    if (same) return { statement: this.#marked(same.text, [same]), blanks: 0 };
    const checked = this.#checker.check(sentence, cited, blanksLeft);
    if (!checked) {
      for (const one of named) this.refused.add(one);
      return null;
    }
    if (checked.statement.sources.length > 0) return checked;
    // Thanks and questions rest on nothing: there the model's word is taken for where they come from.
    const from = named.filter(({ text }) => (saysNothing(text) ? saysNothing(sentence) : asksTheSame(text, sentence)));
    return { ...checked, statement: this.#marked(checked.statement.text, from) };
  }

  /** What a letter says, with what it comes from and what that rests on. */
  made({ text, sources }: Statement): Made {
    const from = sources.flatMap(({ id, start }) => (id === MARK ? (this.#pieces[start] ?? []) : []));
    const others = sources.filter(({ id }) => id !== MARK);
    return { text, from, sources: [...from.flatMap((one) => one.sources), ...others] };
  }

  #marked = (text: string, from: readonly Piece[]): Statement => ({
    text,
    sources: from.map((one) => mark(this.#pieces.indexOf(one))),
  });
}

const mark = (index: number): SourceQuote => ({ id: MARK, quote: "", start: index, end: index });

/** A sentence as a model that copies it may write it: without the mark of a list, with a capital and a stop. */
const bare = (text: string): string =>
  text
    .replace(/^\s*(?:[-*•–]|\d{1,2}[.)])\s+/, "")
    .replace(/[\s.]+$/, "")
    .replace(/\s+/g, " ")
    .toLowerCase();

/** Thanks, also for the mail of a day, and what else is courtesy alone. */
const saysNothing = (text: string): boolean =>
  isCourtesy(text) && tokensOf(text).every(({ kind, key }) => (kind === "word" ? isCourteous(key) : isThanks(text)));

const LEAST_SAME = 0.3;
const asksTheSame = (before: string, now: string): boolean =>
  before.endsWith("?") && now.endsWith("?") && overlap(contentWords(before), contentWords(now)) >= LEAST_SAME;

type Rules = {
  /** The member's own words, which stand whatever was made of them. */
  isOwn: (piece: Piece) => boolean;
  /** What may be missing where nothing was made of it. */
  mayGo: (piece: Piece) => boolean;
};

/**
 * A draft with what was made of `chosen` in their place, in the order in which it was made. What nothing was made of stands as it
 * was; `left` are those of it that were to be changed.
 */
export function inPlace(
  paragraphs: readonly Piece[][],
  chosen: readonly Piece[],
  made: readonly Made[],
  { isOwn, mayGo }: Rules,
): { paragraphs: Piece[][]; left: Piece[] } {
  const gone = new Set<Piece>();
  const before = new Map<Piece, Piece[]>();
  const behind = new Map<Piece, Piece[]>();
  let at = -1;
  for (const { text, sources, from } of made) {
    for (const one of from) gone.add(one);
    const first = Math.min(...from.map((one) => chosen.indexOf(one)));
    if (from.length > 0) at = Math.max(at, first);
    const home = chosen[Math.max(at, 0)]!;
    const [same] = from.length === 1 && from[0]!.text === text ? from : [];
    const put = same ?? { ...machine(text, sources), ...(from.length > 0 && { start: home.start, end: home.end }) };
    const place = at === -1 ? before : behind;
    place.set(home, [...(place.get(home) ?? []), put]);
  }
  // Courtesies are the manner, which is what was to change: new ones stand for the old.
  const courteous = made.some(({ text, from }) => from.length === 0 && saysNothing(text));
  const mayBeMissing = (one: Piece) => chosen.includes(one) && (mayGo(one) || (courteous && saysNothing(one.text)));
  const isLeft = (one: Piece) => !gone.has(one) && (isOwn(one) || !mayBeMissing(one));
  return {
    paragraphs: paragraphs
      .map((paragraph) =>
        paragraph.flatMap((one) => [
          ...(before.get(one) ?? []),
          ...(isLeft(one) ? [one] : []),
          ...(behind.get(one) ?? []),
        ]),
      )
      .filter((one) => one.length > 0),
    left: chosen.filter((one) => isLeft(one) && !isOwn(one)),
  };
}
