import { type Line, linesOf } from "./lines.ts";

/**
 * The lines of a mail, each as it stands to what is quoted: what other marks quote begins with ">", and what is no quote in spite of
 * its ">" does not. Only what is looked at changes; the places are those of the text.
 */
export function quotedLines(text: string): Line[] {
  const isSigned = text.includes(SIGNED);
  const lines = linesOf(text).flatMap((line) => parted(text, isSigned ? unescaped(line) : line));
  return lines.map((line, i) => {
    const even = evenMarks(lines, i);
    return even === line.text ? line : { ...line, text: even };
  });
}

const SIGNED = "-----BEGIN PGP SIGNED MESSAGE-----";
/** "- -- ": what signs a text puts a dash in front of each line that begins with one. */
const unescaped = (line: Line): Line => (line.text.startsWith("- -") ? { ...line, text: line.text.slice(2) } : line);

function evenMarks(lines: readonly Line[], at: number): string {
  const { text } = lines[at]!;
  if (text.startsWith(">")) return ORNAMENT.test(text) ? text.replace(/^[>\s]+/, "") : text;
  if (DASHED_HEADER.test(text)) return text.replace(/^-\s?/, "");
  if (isInitialled(lines, at)) return text.replace(INITIALS, ">");
  return isRestOfMarked(lines, at) ? `> ${text}` : text;
}

/** ">>> Visit us <<<". */
const ORNAMENT = /^>{2}[^<]{1,200}<{2,}$/;

/** "- On 2026-02-02 10:00, Ada Berg wrote:": a webmail makes a list of what it quotes. */
const DASHED_HEADER = /^-\s?(?=(?:On|Am|Le|El|Il|Op|Em|Den) [^:]{0,40}\d{1,2}:\d{2}.{2,100}:$)/;

/** "AB> ": who is quoted, as newsreaders and some mail programs of the east mark it; a second line has to say so too. */
const INITIALS = /^(\p{Lu}{1,3})>+(?=\s|$)/u;
const isInitialled = (lines: readonly Line[], at: number): boolean => {
  const own = lines[at]!.text.match(INITIALS)?.[1];
  return own !== undefined && [at - 1, at + 1].some((beside) => lines[beside]?.text.match(INITIALS)?.[1] === own);
};

/** Where a client broke a long marked line, its end stands unmarked between two that are. */
const LONG = 60;
const LONGEST_REST = 40;
const isRestOfMarked = (lines: readonly Line[], at: number): boolean => {
  const [before = "", { text }, after = ""] = [lines[at - 1]?.text, lines[at]!, lines[at + 1]?.text];
  if (text === "" || !before.startsWith(">") || !after.startsWith(">")) return false;
  if (/\(?https?:\/\/[^\s)]*$/.test(before.slice(-200)) && /^[^\s()]+\)?$/.test(text)) return true;
  if (/^\(?<?https?:\/\/\S+( >)?$/.test(text)) return true;
  return before.length >= LONG && text.length <= LONGEST_REST && /^\p{Ll}/u.test(text) && !/[.?!:;]$/.test(before);
};

/** "Fine with me. On Mon, 2 Feb 2026 at 10:00, Ada Berg <…> wrote:": a client left the answer and the header in one line. */
const HEADER_BEHIND =
  /(?:\s|-{2,}\s?)((?:On|Am|Le|El|Il|Op|Em|Den) (?=[^:]{0,40}\d{1,2}[:.]\d{2})(?=.{0,60}\b(?:19|20)\d{2}\b)(?=[^@]{0,200}@)[^!?]{10,200}(?:wrote|schrieb|écrit|escribió|scritto|schreef|escreveu|skrev)[^!?]{0,80}:)$/;
const parted = (text: string, line: Line): Line[] => {
  if (!line.text.endsWith(":") || line.text.startsWith(">")) return [line];
  const header = line.text.match(HEADER_BEHIND);
  const head = line.text.slice(0, header?.index ?? 0).replace(/[\s-]+$/, "");
  const at = header ? text.slice(line.start, line.end).lastIndexOf(header[0].trimStart()) : -1;
  if (!header || at <= 0 || !/\p{L}{2}/u.test(head)) return [line];
  return [
    { start: line.start, end: line.start + at, text: head },
    { start: line.start + at, end: line.end, text: header[1]! },
  ];
};
