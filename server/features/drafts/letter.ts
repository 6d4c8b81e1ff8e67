import type { Draft, ForYourEyes, SourceQuote, Statement } from "@sidenote/contract/context";

/** A mail on its way: paragraphs of sentences, each with what it rests on. */
export type Letter = { greeting: string; paragraphs: Statement[][]; closing: string };

/** A letter of the builtin writer, with what it kept out of it and what it could not do. */
export type BuiltinLetter = Letter & {
  /** What was to be told and is known, each with its source. */
  told: Statement[];
  eyes: ForYourEyes[];
  limit: string | null;
  language: string;
};

/** What a person has to fill in stands in square brackets and ends with a question mark: `[price?]`. */
const BLANK = /\[([^[\]\n]{1,80}\?)\]/g;
export function blank(what: string): string {
  const name = what
    .replace(/[[\]?\n]/g, " ")
    .replace(/\s+/g, " ")
    .replace(/[ .!:]+$/, "")
    .trim();
  return `[${name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME).replace(/\s+\S*$/, "")} …`}?]`;
}
const LONGEST_NAME = 70;
/** More blanks than these are a form to fill in and no draft. */
export const MOST_BLANKS = 2;
export const countBlanks = (text: string): number => [...text.matchAll(BLANK)].length;

export function assemble({ greeting, paragraphs, closing }: Letter): Pick<Draft, "draft" | "statements" | "blanks"> {
  const plain = (text: string): Statement => ({ text, sources: [] });
  const all = [[plain(greeting)], ...paragraphs.filter((one) => one.length > 0), [plain(closing)]];
  const draft = all.map((paragraph) => paragraph.map((one) => one.text).join(" ")).join("\n\n");
  return {
    draft,
    statements: all.flat(),
    blanks: blanksOf(draft),
  };
}

export const blanksOf = (draft: string): Draft["blanks"] =>
  [...draft.matchAll(BLANK)].map((match) => ({
    text: match[1]!,
    start: match.index,
    end: match.index + match[0].length,
  }));

export const cited = (text: string, ...sources: SourceQuote[]): Statement => ({
  text,
  sources: sources.map(({ id, quote, start, end }) => ({ id, quote, start, end })),
});
