import type { Draft, SourceQuote, Statement } from "@sidenote/contract/context";
import { isFrameLine } from "../../core/mail/said/frame.ts";
import { sentencesIn } from "../../core/mail/said/sentences.ts";
import { blanksOf } from "./letter.ts";

/** A sentence of a draft as it stands now. `typed`: the member's own words, which nobody changes. */
export type Piece = { text: string; sources: SourceQuote[]; typed: boolean; start: number; end: number };

export type Pieces = { greeting: Piece | null; paragraphs: Piece[][]; closing: Piece | null };

/** Takes a draft apart: what stands in it and in none of its statements was typed. */
export function piecesOf(draft: string, statements: readonly Statement[]): Pieces {
  const places = placesOf(draft, statements);
  const paragraphs: Piece[][] = [];
  let at = 0;
  for (const block of draft.split(/(\n{2,})/)) {
    const [start, end] = [at, at + block.length];
    at = end;
    if (block.trim() === "") continue;
    paragraphs.push(piecesIn(draft, start, end, places));
  }
  const [first] = paragraphs;
  const last = paragraphs.at(-1);
  const isFrame = (pieces: Piece[] | undefined): pieces is Piece[] =>
    pieces !== undefined && isFrameLine(pieces[0]!.text.split("\n")[0]!);
  // "Hi Marta! 👋" greets.
  const greeting = isFrame(first) && !first.slice(1).some(hasWords) ? whole(draft, first) : null;
  const closing = paragraphs.length > 1 && (isFrame(last) || isClosing(draft, last)) ? whole(draft, last) : null;
  return { greeting, closing, paragraphs: paragraphs.slice(greeting ? 1 : 0, closing ? -1 : undefined) };
}

/** "Cheers from the cold," and a name: in whose words ever, it closes. */
const CLOSING = /^\p{Lu}[^\n.!?]{2,45},\n\p{Lu}[^\n.!?]{1,40}$/u;
const isClosing = (draft: string, pieces: Piece[] | undefined): pieces is Piece[] =>
  pieces !== undefined && CLOSING.test(draft.slice(pieces[0]!.start, pieces.at(-1)!.end).trim());

type Place = { start: number; end: number; statement: Statement };

function placesOf(text: string, statements: readonly Statement[]): Place[] {
  let from = 0;
  return statements.flatMap((statement) => {
    const start = statement.text === "" ? -1 : text.indexOf(statement.text, from);
    if (start === -1) return [];
    from = start + statement.text.length;
    return [{ start, end: from, statement }];
  });
}

function piecesIn(draft: string, start: number, end: number, places: readonly Place[]): Piece[] {
  const pieces: Piece[] = [];
  const typed = (from: number, to: number) => {
    for (const one of sentencesIn(draft, from, to)) pieces.push({ ...one, sources: [], typed: true });
  };
  let at = start;
  for (const place of places.filter((one) => start <= one.start && one.end <= end)) {
    typed(at, place.start);
    pieces.push({
      text: place.statement.text,
      sources: place.statement.sources,
      typed: false,
      start: place.start,
      end: place.end,
    });
    at = place.end;
  }
  typed(at, end);
  return pieces;
}

/** What says something; a smile or a line of dashes stays where it is. */
export const hasWords = ({ text }: { text: string }): boolean => /[\p{L}\p{N}]/u.test(text);

/** A closing and the name under it are one. */
const whole = (draft: string, pieces: Piece[]): Piece => {
  const [start, end] = [pieces[0]!.start, pieces.at(-1)!.end];
  return { text: draft.slice(start, end).trim(), sources: [], typed: pieces.some((one) => one.typed), start, end };
};

/** The draft again, out of pieces of the one `before` and new ones. The member's own words are no statements of ours. */
export function putTogether(
  { greeting, paragraphs, closing }: Pieces,
  before: string,
): Pick<Draft, "draft" | "statements" | "blanks"> {
  const all = [greeting ? [greeting] : [], ...paragraphs, closing ? [closing] : []].filter((one) => one.length > 0);
  const joined = (pieces: readonly Piece[]) =>
    pieces.map((one, i) => (i === 0 ? "" : between(before, pieces[i - 1]!, one)) + one.text).join("");
  const draft = all.map(joined).join("\n\n");
  return {
    draft,
    statements: all.flat().flatMap(({ text, sources, typed }) => (typed ? [] : [{ text, sources }])),
    blanks: blanksOf(draft),
  };
}

/** What stood between two pieces: a line of its own for each item of a list, also where one between them is gone. */
function between(before: string, a: Piece, b: Piece): string {
  if (a.start < 0 || b.start < a.end) return " ";
  const text = before.slice(a.end, b.start);
  return text.trim() === "" ? text : (/\s+$/.exec(text)?.[0] ?? " ");
}

/** How much of a draft is as it was although it was to change, in a sentence for a person. */
export const standing = (count: number, why: string): string | null =>
  count === 0
    ? null
    : `${count === 1 ? "One sentence stands as it was" : `${count} sentences stand as they were`}: ${why}.`;

/** A piece that stands nowhere yet. */
export const machine = (text: string, sources: SourceQuote[] = []): Piece => ({
  text,
  sources,
  typed: false,
  start: -1,
  end: -1,
});
