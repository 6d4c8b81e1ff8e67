import { GREETS } from "./frame-words.ts";

/** A sentence and where it stands in its text. */
export type Sentence = { text: string; start: number; end: number };

/** The sentences of a stretch of text with their offsets; a paragraph's end ends a sentence, a line's end does not. */
export function sentencesIn(text: string, start: number, end: number): Sentence[] {
  const sentences: Sentence[] = [];
  const push = (from: number, to: number) => {
    const raw = text.slice(from, to);
    const lead = raw.length - raw.trimStart().length;
    const trimmed = raw.trim();
    if (trimmed) sentences.push({ text: trimmed, start: from + lead, end: from + lead + trimmed.length });
  };
  const mayEnd = /[\n.!?؟。！？)]/g;
  mayEnd.lastIndex = start;
  let from = start;
  for (let at = mayEnd.exec(text)?.index; at !== undefined && at < end; at = mayEnd.exec(text)?.index) {
    const stops = isStop(text, from, at, end);
    if (!stops && !isBreak(text, from, at, end)) continue;
    let to = at + 1;
    while (stops && to < end && /["”’)]/.test(text[to]!)) to++;
    push(from, to);
    from = to;
    mayEnd.lastIndex = to;
  }
  push(from, end);
  return sentences;
}

/** Whether the mark ends a sentence by itself. */
function isStop(text: string, from: number, at: number, end: number): boolean {
  const mark = text[at]!;
  if (mark === "\n") return false;
  if ("。！？".includes(mark)) return true;
  if (mark === ")") return isSmile(text, from, at, end);
  return /^["”’)]*(\s|\p{Cf}|$)/u.test(text.slice(at + 1, at + 5)) && !isAbbreviation(text, from, at);
}

/** Whether a line's end ends a sentence. */
const isBreak = (text: string, from: number, at: number, end: number): boolean =>
  text[at] === "\n" &&
  (startsNewBlock(text, at + 1, end) ||
    endsAlone(text, from, at) ||
    endsOnPurpose(text, from, at, end) ||
    endsEarly(text, at, end));

/** An empty line, a list item or a fence around code begins something new. */
const startsNewBlock = (text: string, at: number, end: number): boolean =>
  /^[ \t]*(\n|```|[-*•–]\s|\d{1,2}[.)]\s)/.test(text.slice(at, Math.min(end, at + 12)));

/** How far before a smile a parenthesis may have been opened. */
const FARTHEST_OPENING = 600;

/** "Скинь адресу) Чекаю": a smile, unless it closes what was opened. */
const isSmile = (text: string, from: number, at: number, end: number): boolean =>
  /^\s+[А-ЯІЇЄҐ]/u.test(text.slice(at + 1, Math.min(end, at + 4))) &&
  /(?:[:;]-?|[а-яіїєґ]{2} ?|[.!?)])\)$/iu.test(text.slice(Math.max(from, at - 4), at + 1)) &&
  !text.slice(Math.max(from, at - FARTHEST_OPENING), at).includes("(");

/** No mail program wraps lines so narrow. */
const NARROWEST_WRAP = 60;

/**
 * A line on which the next word would have found its place was ended by its writer: people write so on their phones. Only where the
 * letters are Cyrillic: the rest of what is read was wrapped by old programs, at any width.
 */
const endsEarly = (text: string, at: number, end: number): boolean => {
  const line = text.slice(Math.max(text.lastIndexOf("\n", at - 1) + 1, at - NARROWEST_WRAP), at).trim();
  const [next = ""] = text
    .slice(at + 1, Math.min(end, at + 1 + NARROWEST_WRAP))
    .trim()
    .split(/\s/, 1);
  return line.length + next.length + 1 < NARROWEST_WRAP && /[а-яіїєґ]{2}/iu.test(line) && /^\p{L}/u.test(next);
};
/** A short line that ends with a comma stands alone: a closing, or a greeting, which needs none. What a colon announces, in a line of its own, too. */
const endsAlone = (text: string, from: number, at: number): boolean => {
  const line = text.slice(Math.max(from, text.lastIndexOf("\n", at - 1) + 1), at).trim();
  if (line.length >= 50) return line.endsWith(":");
  return /[:,;–—-]$/.test(line) || (line.length < 25 && GREETS.test(line));
};

const GOES_ON =
  /(?:[,(&/]|(?<!\p{L})(?:the|an?|of|and|or|but|to|for|with|by|from|in|on|at|as|than|my|your|our|their|its|this|is|are|was|were|be|been|have|has|had|will|would|can|could|should|not|that|which|who|if|because|so|please|know|i|we|you|they|he|she|it|mr|mrs|ms|dr|der|die|das|den|dem|des|eine?[mnrs]?|und|oder|mit|für|von|zu[mr]?|im|am|auf|bis))\.?$/iu;
/** "Owner: Marta", above "Due: Friday": a form is one thing. */
const FIELD = /^\p{Lu}[^:?!\n]{1,30}:[ \t]+\S/u;
const NAME_ALONE = /^\p{Lu}\p{L}+$/u;
/**
 * Where the next word had room, nobody wrapped the line: it was ended, as on a phone without a stop. But what a long line left over was
 * wrapped all the same. So the next line has to begin with a capital, or the writer uses none, or only names here whom he speaks to.
 */
const endsOnPurpose = (text: string, from: number, at: number, end: number): boolean => {
  const begins = text.lastIndexOf("\n", at - 1) + 1;
  const above = begins === 0 ? "" : text.slice(text.lastIndexOf("\n", begins - 2) + 1, begins - 1).trim();
  if (begins > from && above.length > NARROWEST_WRAP) return false;
  const line = text.slice(Math.max(from, begins), at).trim();
  const next = /^[ \t]*\S{1,60}/.exec(text.slice(at + 1, Math.min(end, at + 80)))?.[0].trim() ?? "";
  if (line.length + next.length >= NARROWEST_WRAP || GOES_ON.test(line)) return false;
  if (FIELD.test(line) && FIELD.test(text.slice(at + 1, Math.min(end, at + NARROWEST_WRAP)))) return false;
  if (/^\p{Lu}/u.test(next)) return true;
  const beginsHere = begins - from < 4 && text.slice(from, begins).trim() === "";
  return beginsHere && (/^\p{Ll}/u.test(line) || (above === "" && NAME_ALONE.test(line)));
};

const ABBREVIATION =
  /(^|\s)(mr|mrs|ms|dr|prof|st|no|nr|vs|etc|e\.g|i\.e|approx|inc|ltd|co|corp|jr|sr|[a-z]|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|a\.m|p\.m|inkl|zzgl|ggf|bzw|evtl|sog|tel|réf|ej|aprox|núm|np|ul|tzn|tj|godz|год|хв|ст|вул|м|р|ім|грн|напр|тел|просп|буд)\.$/i;
/** "26. Februar": the stop of a number in front of a month ends no sentence. */
export const MONTH_NEXT =
  /^\s+(januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|januari|februari|mars|maj|augusti|oktober|stycznia|lutego|marca|kwietnia)(?!\p{L})/iu;
/** "By 20 Feb. I'd like …", "at 5 p.m. Could you …", "à 17 h. Il …": where something else goes on with a small letter or a figure. */
const ENDS_BEFORE_CAPITAL =
  /\d\.? ?(jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|a\.m|p\.m|h|godz|год|хв|р)\.$|(^|\s)etc\.$/i;
const isAbbreviation = (text: string, from: number, at: number): boolean => {
  if (text[at] !== ".") return false;
  const next = text.slice(at + 1, at + 3).trim();
  if (
    ENDS_BEFORE_CAPITAL.test(text.slice(Math.max(from, at - 8), at + 1)) &&
    /^ +\p{Lu}/u.test(text.slice(at + 1, at + 5))
  )
    return false;
  // "bis zum 15.03. zusenden": no sentence begins with a small letter.
  if (/\d\.$/.test(text.slice(at - 1, at + 1)) && /^ +\p{Ll}/u.test(text.slice(at + 1, at + 6))) return true;
  if (/\d/.test(text[at - 1] ?? "") && MONTH_NEXT.test(text.slice(at + 1, at + 15))) return true;
  return (
    ABBREVIATION.test(text.slice(Math.max(from, at - 8), at + 1)) && !/^\n/.test(text.slice(at + 1)) && next !== ""
  );
};
