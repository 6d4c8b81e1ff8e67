import type { Span } from "@sidenote/contract/emails";
import type { Mark } from "../html/html.ts";
import { answersWithin } from "./answers-within.ts";
import { boilerplateIn } from "./boilerplate.ts";
import { isHead, isMarked, type Line, nextFilled } from "./lines.ts";
import { type Header, quoteHeaderAt, saysForwarded } from "./quote-headers.ts";
import { quotedLines } from "./quote-marks.ts";
import { isReplyLine, withCompanyAbove, withDashesAbove } from "./quote-systems.ts";
import { isDelimiter, type Sender, signatureIn } from "./signature.ts";

/** What else is known of a mail: its words are told apart better with it, and well enough without. */
export type Known = {
  from?: Sender | null;
  subject?: string;
  /** What the mark-up of its HTML says about stretches of this text. */
  marks?: readonly Mark[];
};

type Kind = Span["kind"];

/**
 * Tells what was newly said in a mail from what it quotes or passes on, from its signature and from notices that machines add,
 * as spans over the text that leave no gap. Line by line and in linear time: the text is a stranger's.
 */
export function splitQuotes(text: string, known: Known = {}): Span[] {
  const lines = quotedLines(text);
  const kinds = classify(lines, known);
  const spans: Span[] = [];
  lines.forEach((line, i) => {
    const kind = kinds[i]!;
    const last = spans.at(-1);
    if (last?.kind === kind) last.end = line.end;
    else spans.push({ kind, start: line.start, end: line.end });
  });
  return spans;
}

/** What was newly said, without the rest. */
export const saidText = (text: string, spans: readonly Span[]): string => textOf(text, spans, ["said"]);

/** What the sender's own mail holds, whatever it is: all but what is older than it. */
export const ownText = (text: string, spans: readonly Span[]): string =>
  textOf(text, spans, ["said", "signature", "disclaimer"]);

/** What it passes on, for a mail that does nothing else. */
export const forwardedText = (text: string, spans: readonly Span[]): string => textOf(text, spans, ["forward"]);

const textOf = (text: string, spans: readonly Span[], kinds: readonly Kind[]): string =>
  spans
    .filter((span) => kinds.includes(span.kind))
    .map((span) => text.slice(span.start, span.end))
    .join("\n")
    .trim();

const FORWARD_SUBJECT = /^\s*(fwd?|wg|tr|rv|enc|vs|vb|vl|fs|pd|i|doorst|továbbítás|пересл|перес)(\[\d+\])?\s*[:：]/i;

function classify(lines: readonly Line[], known: Known): Kind[] {
  const kinds: Kind[] = lines.map(() => "said");
  const marks = marksByLine(lines, known.marks ?? []);
  const passedOn = FORWARD_SUBJECT.test(known.subject ?? "");
  let at = 0;
  while (at < lines.length) {
    const isQuoted = lines[at]!.text.startsWith(">");
    const header = isQuoted ? null : (quoteHeaderAt(lines, at) ?? (marks[at] === "rest" ? THE_REST(lines) : null));
    if (header === null) {
      if (isQuoted && kinds[at - 1] !== "quote" && kinds[at - 1] !== "forward" && passesOn(lines, at)) {
        const behind = endOfMarked(lines, at);
        kinds.fill("forward", at, behind);
        at = behind;
        continue;
      }
      if (isQuoted || marks[at] === "quote") kinds[at] = "quote";
      at++;
      continue;
    }
    if (isReplyLine(lines[at]!.text)) {
      // Nothing above it: it stands at the head of the system's own mail.
      if (isHead(lines, at)) {
        kinds[at++] = "disclaimer";
        continue;
      }
      const dashes = withDashesAbove(lines, at);
      kinds.fill("quote", dashes, at);
    }
    const next = nextFilled(lines, header.end);
    const toTheEnd = header.toTheEnd || !(isMarked(lines, header.end) || marks[next] === "quote");
    const end = toTheEnd ? lines.length : header.end;
    const kind = header.forward || (header.toTheEnd && passedOn) ? "forward" : "quote";
    kinds.fill(kind, withCompanyAbove(lines, at), end);
    if (kind === "quote" && toTheEnd) markAnswers(lines, kinds, at, known);
    at = end;
  }
  for (const [from, to] of runsOfSaid(lines, kinds)) markOwn(lines, kinds, from, to, known, marks);
  if (!kinds.includes("said") && !kinds.includes("forward") && !kinds.includes("quote")) kinds.fill("said");
  if (beginsWithOlder(lines, kinds))
    for (const [i, kind] of kinds.entries()) if (kind === "quote") kinds[i] = "forward";
  // An empty line belongs to what stands before it, so that no stretch consists of nothing.
  for (let i = 1; i < lines.length; i++) if (lines[i]!.text === "") kinds[i] = kinds[i - 1]!;
  return kinds;
}

/** Nothing was said, and the header of another mail stands first, unmarked: what is below it is what the mail is sent for. */
const beginsWithOlder = (lines: readonly Line[], kinds: readonly Kind[]): boolean => {
  const first = nextFilled(lines, 0);
  return first !== -1 && kinds[first] === "quote" && !lines[first]!.text.startsWith(">") && !kinds.includes("said");
};

/** Who answers in Outlook writes into the mail below, where nothing is marked; in the one below that they did so before. */
function markAnswers(lines: readonly Line[], kinds: Kind[], from: number, known: Known): void {
  if (!known.from) return;
  let next = from + 1;
  while (next < lines.length && !(lines[next - 1]!.text === "" && startsOlder(lines, next, from))) next++;
  const above = lines
    .slice(0, from)
    .filter((_, i) => kinds[i] === "said")
    .map((line) => line.text)
    .join(" ");
  for (const [start, end] of answersWithin(lines, from + 1, next, known.from.name, above))
    kinds.fill("said", start, end);
}

const HEADER_LINES = 10;
const startsOlder = (lines: readonly Line[], at: number, from: number): boolean =>
  at > from + HEADER_LINES && quoteHeaderAt(lines, at) !== null;

function endOfMarked(lines: readonly Line[], from: number): number {
  let at = from;
  while (at < lines.length && (lines[at]!.text === "" || lines[at]!.text.startsWith(">"))) at++;
  while (at > from && lines[at - 1]!.text === "") at--;
  return at;
}

/** Apple Mail marks what it passes on as it marks quotes, and says above it what it is. */
function passesOn(lines: readonly Line[], from: number): boolean {
  for (let i = from; i < Math.min(lines.length, from + 4); i++) {
    const bare = lines[i]!.text.replace(/^>+\s*/, "");
    if (bare !== "") return saysForwarded(bare);
  }
  return false;
}

const THE_REST = (lines: readonly Line[]): Header => ({ end: lines.length, toTheEnd: true, forward: false });

/** What the mark-up says of each line; a stretch that begins or ends within a line takes it whole. */
function marksByLine(lines: readonly Line[], marks: readonly Mark[]): (Mark["kind"] | undefined)[] {
  const byLine: (Mark["kind"] | undefined)[] = [];
  let line = 0;
  let filled = -1;
  for (const mark of [...marks].sort((a, b) => a.start - b.start)) {
    while (line > 0 && lines[line]!.start > mark.start) line--;
    while (line < lines.length && lines[line]!.end <= mark.start) line++;
    if (mark.kind === "rest") byLine[line] = "rest";
    if (mark.kind === "below") {
      // Looked for once for all marks in front of it, however many there are.
      if (filled < line) filled = nextFilled(lines, line);
      if (filled === -1) break;
      byLine[filled] ??= "below";
    }
    for (let i = line; i < lines.length && lines[i]!.start < mark.end; i++) byLine[i] ??= mark.kind;
  }
  return byLine;
}

/** Stretches of what looks said, each without the empty lines around it. */
function runsOfSaid(lines: readonly Line[], kinds: readonly Kind[]): [number, number][] {
  const runs: [number, number][] = [];
  let from = -1;
  let to = -1;
  for (let i = 0; i <= lines.length; i++) {
    if (i < lines.length && kinds[i] === "said") {
      if (lines[i]!.text === "") continue;
      if (from === -1) from = i;
      to = i + 1;
    } else if (from !== -1) {
      runs.push([from, to]);
      from = -1;
    }
  }
  return runs;
}

/** The line of dashes above a signature that is marked stands outside of the mark. */
function fillWithDelimiter(lines: readonly Line[], kinds: Kind[], from: number, at: number): void {
  let above = at - 1;
  while (above > from && lines[above]!.text === "") above--;
  kinds.fill("signature", above >= from && isDelimiter(lines[above]!.text) ? above : at, at + 1);
}

/** Tells signature and notices from what was said in one stretch of the sender's own. */
function markOwn(
  lines: readonly Line[],
  kinds: Kind[],
  from: number,
  to: number,
  known: Known,
  marks: readonly (Mark["kind"] | undefined)[],
): void {
  let end = to;
  for (const [start, stop] of boilerplateIn(lines, from, to, known.from ?? null)) {
    kinds.fill("disclaimer", start, stop);
    if (stop === to) end = Math.min(end, start);
  }
  for (let i = from; i < end; i++) if (marks[i] === "signature") fillWithDelimiter(lines, kinds, from, i);
  const below = marks.slice(from, end).indexOf("below");
  if (below > 0) kinds.fill("signature", from + below, end);
  const begin = kinds.slice(from, end).indexOf("said");
  if (begin === -1 || kinds.slice(from, end).includes("signature")) return;
  const signature = signatureIn(lines, from + begin, end, known.from ?? null);
  if (!signature) return;
  kinds.fill("signature", signature.start, signature.end);
  // A phone puts its line between the answer and what it answers, often without any mark of a quote.
  if (signature.sentFrom && signature.end < end) kinds.fill("quote", signature.end, end);
}
