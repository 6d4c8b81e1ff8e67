/** A line of a mail with its place in the text; `text` is trimmed and cut: nothing that is looked for is longer. */
export type Line = { start: number; end: number; text: string };

const LONGEST_LINE = 500;
/** Marks of direction that clients put around names in right-to-left mails. */
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** Every line of a text, in order, with digits of any script as 0 to 9. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start < text.length) {
    const newline = text.indexOf("\n", start);
    const end = newline === -1 ? text.length : newline + 1;
    const cut = text.slice(start, Math.min(end, start + 4 * LONGEST_LINE));
    lines.push({ start, end, text: withPlainDigits(cut.replace(INVISIBLE, "").trim().slice(0, LONGEST_LINE)) });
    start = end;
  }
  return lines;
}

/** The next line with something on it; -1 when there is none. */
export const nextFilled = (lines: readonly Line[], from: number): number => {
  for (let i = from; i < lines.length; i++) if (lines[i]!.text !== "") return i;
  return -1;
};

/** Whether nothing stands above a line. Looked for from below: to begin at the top for each of many would take too long. */
export function isHead(lines: readonly Line[], at: number): boolean {
  let above = at - 1;
  while (above >= 0 && lines[above]!.text === "") above--;
  return above < 0;
}

/** Whether the next line with something on it is marked as quoted. */
export function isMarked(lines: readonly Line[], from: number): boolean {
  const next = nextFilled(lines, from);
  return next !== -1 && lines[next]!.text.startsWith(">");
}

/** "٣ مارس ٢٠٢٦": figures of other scripts as they are in this one; what is looked for has dates and times. */
const withPlainDigits = (text: string): string =>
  OTHER_DIGITS.test(text) ? text.replace(new RegExp(OTHER_DIGITS, "g"), plainDigit) : text;
const OTHER_DIGITS = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59\uff10-\uff19]/;
/** Each script has its ten in a row, the zero at a multiple of sixteen or six behind it. */
const plainDigit = (digit: string): string => {
  const low = digit.charCodeAt(0) & 0xf;
  return String(low > 9 || (digit >= "\u0966" && digit <= "\u09ef") ? low - 6 : low);
};
