import type { Draft, Statement } from "@sidenote/contract/context";
import { courtesyKey } from "../voice/index.ts";
import type { Check } from "./check/check.ts";
import { assemble, type BuiltinLetter, blanksOf, countBlanks, type Letter, MOST_BLANKS } from "./letter.ts";
import { piecesOf } from "./pieces.ts";

/**
 * What a member has seen of a draft before the connection was lost, with what they changed in it: it stays to the letter, and
 * what is written goes on behind it.
 */
export type Seen = {
  text: string;
  statements: Statement[];
  /** Something stands behind the greeting. */
  hasBody: boolean;
  /** The closing had come as well. */
  isWhole: boolean;
};

type By = { builtin: BuiltinLetter; frame: Pick<Letter, "greeting" | "closing">; checker: Check };

/** Reads it again: what the builtin wrote and what the sources bear out is a statement, the rest the member's own words. */
export function readSeen(written: string, { builtin, frame, checker }: By): Seen | null {
  const text = written.trimEnd();
  if (text === "") return null;
  const isWhole = frame.closing !== "" && text.endsWith(frame.closing);
  const open = isWhole ? text.slice(0, -frame.closing.length) : text;
  const { greeting, paragraphs, closing } = piecesOf(open, builtin.paragraphs.flat());
  const body = [...paragraphs.flat(), ...(closing ? [closing] : [])];
  const plain = (words: string): Statement[] => (words === "" ? [] : [{ text: words, sources: [] }]);
  return {
    text,
    statements: [
      ...plain(greeting?.text === frame.greeting ? frame.greeting : ""),
      ...body.flatMap(({ text: said, sources, typed }): Statement[] => {
        if (!typed) return [{ text: said, sources }];
        const checked = checker.check(said, [], 0)?.statement;
        return checked?.text === said ? [checked] : [];
      }),
      ...plain(isWhole ? frame.closing : ""),
    ],
    hasBody: body.length > 0,
    isWhole,
  };
}

/** What of a letter is still to be said behind what was seen. */
export function still(letter: BuiltinLetter, seen: Seen): BuiltinLetter {
  const quotes = quotesOf(seen.statements);
  let blanks = countBlanks(seen.text);
  const isOpen = ({ text, sources }: Statement) => {
    if (seen.text.includes(text) || isTold(sources, quotes) || (seen.hasBody && courtesyKey(text) !== null))
      return false;
    blanks += countBlanks(text);
    return countBlanks(text) === 0 || blanks <= MOST_BLANKS;
  };
  const paragraphs = letter.paragraphs.map((one) => one.filter(isOpen)).filter((one) => one.length > 0);
  return { ...letter, greeting: "", paragraphs };
}

export const quotesOf = (statements: readonly Statement[]): Set<string> =>
  new Set(statements.flatMap((one) => one.sources.map(({ quote }) => quote)));

/** All that a statement rests on has been told; of an answer, what it answers with. */
export function isTold(sources: Statement["sources"], quotes: ReadonlySet<string>): boolean {
  const answers = sources.filter(({ quote }) => !/[?？]$/.test(quote));
  const all = answers.length > 0 ? answers : sources;
  return all.length > 0 && all.every(({ quote }) => quotes.has(quote));
}

/** What was seen and the rest, as one draft. */
export function joined(seen: Seen, rest: Letter): Pick<Draft, "draft" | "statements" | "blanks"> {
  if (seen.isWhole) return { draft: seen.text, statements: seen.statements, blanks: blanksOf(seen.text) };
  const behind = assemble(rest);
  const draft = `${seen.text}${behind.draft}`;
  const statements = [...seen.statements, ...behind.statements.filter(({ text }) => text !== "")];
  return { draft, statements, blanks: blanksOf(draft) };
}
