import type { SourceQuote, Statement } from "@sidenote/contract/context";

/** A draft as it stands in the panel: the text, and its sentences with what they rest on. */
export type Letter = { text: string; statements: Statement[] };

export type Piece =
  | { kind: "text"; text: string }
  | { kind: "source"; source: SourceQuote }
  /** What a person fills in; `text` without the brackets. */
  | { kind: "blank"; text: string; start: number; end: number };

const BLANK = /\[([^[\]\n]{1,80}\?)\]/g;

/** Whether this blank is still to be filled in. */
export const isOpen = (text: string, blank: string): boolean => text.includes(`[${blank}]`);

export const blanksIn = (text: string): number => [...text.matchAll(BLANK)].length;

/** Paragraphs of pieces: sources stand behind the sentence that rests on them, before its full stop. */
export function layOut({ text, statements }: Letter): Piece[][] {
  const cuts: { at: number; end: number; pieces: Piece[] }[] = [];
  for (const { start, statement } of placesOf(text, statements)) {
    const said = statement.text.replace(/[.!?,:;]$/, "");
    const at = start + said.length;
    cuts.push({ at, end: at, pieces: statement.sources.map((source) => ({ kind: "source", source })) });
  }
  for (const match of text.matchAll(BLANK)) {
    const [start, end] = [match.index, match.index + match[0].length];
    cuts.push({ at: start, end, pieces: [{ kind: "blank", text: match[1]!, start, end }] });
  }
  const pieces: Piece[] = [];
  let done = 0;
  for (const cut of cuts.sort((a, b) => a.at - b.at || a.end - b.end)) {
    if (cut.at > done) pieces.push({ kind: "text", text: text.slice(done, cut.at) });
    pieces.push(...cut.pieces);
    done = Math.max(done, cut.end);
  }
  pieces.push({ kind: "text", text: text.slice(done) });
  return paragraphs(pieces);
}

/** Where each sentence stands. One that the member rewrote stands nowhere any more, and neither do its sources. */
function placesOf(text: string, statements: readonly Statement[]): { start: number; statement: Statement }[] {
  let from = 0;
  return statements.flatMap((statement) => {
    const start = text.indexOf(statement.text, from);
    if (start === -1) return [];
    from = start + statement.text.length;
    return [{ start, statement }];
  });
}

function paragraphs(pieces: readonly Piece[]): Piece[][] {
  const all: Piece[][] = [[]];
  for (const piece of pieces) {
    if (piece.kind !== "text") {
      all.at(-1)!.push(piece);
      continue;
    }
    piece.text.split(/\n{2,}/).forEach((part, i) => {
      if (i > 0) all.push([]);
      if (part !== "") all.at(-1)!.push({ kind: "text", text: part });
    });
  }
  return all.filter((paragraph) => paragraph.length > 0);
}

/** Puts words in place of a blank; the sentence around it keeps its sources. */
export function fillBlank({ text, statements }: Letter, blank: { start: number; end: number }, words: string): Letter {
  const holder = placesOf(text, statements).find(
    ({ start, statement }) => start <= blank.start && blank.end <= start + statement.text.length,
  );
  const put = (whole: string, at: number) => whole.slice(0, at) + words + whole.slice(at + blank.end - blank.start);
  return {
    text: put(text, blank.start),
    statements: statements.map((one) =>
      holder && one === holder.statement ? { ...one, text: put(one.text, blank.start - holder.start) } : one,
    ),
  };
}
