import { soundOf } from "../../text/latin.ts";
import { CLOSES } from "./frame-words.ts";
import { isHead, type Line, nextFilled } from "./lines.ts";
import { isSentFrom, isSentFromDevice } from "./sent-from.ts";
import { isContactLine, isRoleLine, isTable, isTerse } from "./signature-lines.ts";

export type Sender = { name: string; address: string };

const DELIMITER = /^(-{2,3}|[—–]{1,2})$/;
export const isDelimiter = (line: string): boolean => DELIMITER.test(line);
/** Ornaments that people put above their names; they stand elsewhere too. */
const ORNAMENT = /^([-—–_=*~#+.•─━═＝☆◇■]\s?){2,}$/;
const POSTSCRIPT = /^(p\.?\s?s\b|пс\b|з\.?и\.?\s|ps[:.])/iu;
const ATTACHMENT = /^(- .{1,120}\.\w{2,4}|<<.{1,120}>>|\(see attached file:.*\)|\[cid:[^\]]*\]|\[image: ?[^\]]*\])$/i;

/** "*7086", "3-1587", "x 4410" right below a name: how colleagues call within a house. */
const EXTENSION_ALONE = /^([*#]\s?\d{4,6}|x\s?\d{3,6}|\d-\d{4})\.?$/i;

const MOST_LINES = 25;
const MOST_ORNAMENTED_LINES = 12;
const MOST_FILLED = 16;
const MOST_BLANKS = 4;
const MOST_MOTTO_LINES = 2;
const LONGEST_SIGN_OFF = 30;

/** Where the signature of a stretch (from, to) of somebody's own words begins, and where it ends; null when there is none. */
export function signatureIn(
  lines: readonly Line[],
  from: number,
  to: number,
  sender: Sender | null,
): { start: number; end: number; sentFrom: boolean } | null {
  const first = nextFilled(lines, from);
  if (first === -1 || first >= to) return null;
  // A mail may consist of a name and a number, and then they are what was said.
  const above = delimited(lines, isHead(lines, first) ? first + 1 : first, to, sender);
  if (above) return above;
  const byDevice = sentFrom(lines, first, to);
  if (!byDevice) return scored(lines, first, to, sender);
  // What a phone or a mail program says of itself stands below the person's own lines.
  const own = scored(lines, first, byDevice.start, sender);
  return own && nextFilled(lines, own.end) === byDevice.start ? { ...byDevice, start: own.start } : byDevice;
}

function delimited(lines: readonly Line[], first: number, to: number, sender: Sender | null) {
  const last = lastFilled(lines, first, to);
  for (let i = Math.max(first, last - MOST_LINES); i <= last; i++) {
    const { text } = lines[i]!;
    if (DELIMITER.test(text) && !isSignedBelow(lines, i, last, sender)) return { start: i, end: to, sentFrom: false };
    if (i === last || !ORNAMENT.test(text) || last - i > MOST_ORNAMENTED_LINES) continue;
    const name = nextFilled(lines, i + 1);
    if (
      (isNameOf(lines[name]!.text, sender) && evidence(lines, name, to) !== null) ||
      (i > first && isContactBlock(lines, name, to))
    )
      return { start: i, end: to, sentFrom: false };
  }
  return null;
}

/** Dashes around something that is said: further down the sender closes, and right below the dashes nobody's signature begins. */
function isSignedBelow(lines: readonly Line[], at: number, last: number, sender: Sender | null): boolean {
  const next = nextFilled(lines, at + 1);
  if (next === -1 || next >= last || CLOSES.test(lines[next]!.text)) return false;
  for (let i = next; i < next + 2 && lines[i]!.text !== ""; i++) {
    const { text } = lines[i]!;
    if (isNameOf(text, sender) || isContactLine(text) || isRoleLine(text)) return false;
  }
  for (let i = next + 1; i <= last; i++) {
    const { text } = lines[i]!;
    const above = lines[i - 1]!.text;
    if (text.length <= LONGEST_SIGN_OFF && (above === "" || CLOSES.test(above)) && isNameOf(text, sender)) return true;
  }
  return false;
}

function sentFrom(lines: readonly Line[], first: number, to: number) {
  for (let i = first + 1; i < to; i++)
    if ((i + 1 >= to || lines[i + 1]!.text === "") && isApart(lines, i))
      return { start: i - 1 > first && ORNAMENT.test(lines[i - 1]!.text) ? i - 1 : i, end: i + 1, sentFrom: true };
  return null;
}

const isApart = (lines: readonly Line[], at: number): boolean =>
  lines[at - 1]!.text === "" ? isSentFrom(lines[at]!.text) : isSentFromDevice(lines[at]!.text);

/** Without a line of dashes: from the name on, when all that stands below it is what stands in signatures. */
function scored(lines: readonly Line[], first: number, to: number, sender: Sender | null) {
  const end = behindLastOwn(lines, first, to);
  let filled = 0;
  let earliest = end;
  for (let blanks = 0; earliest > first && filled < MOST_FILLED && blanks <= MOST_BLANKS; earliest--) {
    if (lines[earliest - 1]!.text === "") blanks++;
    else {
      filled++;
      blanks = 0;
    }
  }
  for (let i = Math.max(earliest, first); i < end; i++) {
    const { text } = lines[i]!;
    if (text === "" || CLOSES.test(text)) continue;
    const above = lastFilled(lines, first, i);
    const closes = above >= first && above < i && CLOSES.test(lines[above]!.text);
    const named = isSignedWith(text, sender) || (closes && looksLikeName(text));
    // "Ask our builder:" says whose number stands below it.
    if (!named && above >= first && above < i && /[:：]$/.test(lines[above]!.text)) continue;
    const blockBegins = i === first || lines[i - 1]!.text === "" || closes;
    if (!named && !(blockBegins && isContactBlock(lines, i, end))) continue;
    const found = evidence(lines, i, end);
    if (found && (i > first || !isHead(lines, first) || (named && found.telling >= 2)))
      return { start: i, end: found.end === end ? to : found.end, sentFrom: false };
  }
  return null;
}

/** The sender's name, also behind a closing in the same line, or the address that they wrote from. */
function isSignedWith(line: string, sender: Sender | null): boolean {
  if (isNameOf(line, sender) || (sender !== null && line.toLowerCase() === sender.address)) return true;
  const [, closing = "", behind = ""] = line.match(/^([^,]{2,30}),\s+(\S.{1,60})$/) ?? [];
  return CLOSES.test(closing) && isNameOf(behind, sender);
}

/**
 * Whether what stands from a name on is a signature: at least one line says how to reach somebody or what they are, and
 * hardly any is a sentence. Answers where it ends: a postscript is said again.
 */
function evidence(lines: readonly Line[], name: number, end: number): { telling: number; end: number } | null {
  const own = lines[name]!.text;
  let telling = isRoleLine(own.replace(/^[^,|–•(/-]+/, "")) || isContactLine(own) ? 1 : 0;
  let lastTelling = name;
  let filled = 0;
  let prose = 0;
  let behind = 0;
  let proseBehind = 0;
  for (let i = name + 1; i < end; i++) {
    const { text } = lines[i]!;
    if (text === "" || ORNAMENT.test(text)) continue;
    if (POSTSCRIPT.test(text)) {
      end = i;
      break;
    }
    filled++;
    behind++;
    const isExtension = i === name + 1 && EXTENSION_ALONE.test(text);
    if (isExtension || partsOf(text).some((part) => isContactLine(part) || isRoleLine(part))) {
      telling++;
      lastTelling = i;
      behind = 0;
      prose += proseBehind;
      proseBehind = 0;
    } else if (!partsOf(text).every(isTerse)) proseBehind++;
  }
  if (telling === 0 || prose > filled / 5) return null;
  // A motto belongs to it; a list of attachments or another paragraph does not.
  if (behind > MOST_MOTTO_LINES) end = paragraphEnd(lines, lastTelling, end);
  return { telling, end };
}

/** "Nordfrakt AB | Storgatan 12 | 411 38 Göteborg": several lines of a signature in one. Figures between bars are a table. */
const partsOf = (line: string): string[] => (isTable(line) ? [line] : line.split(/\s+[|·•]\s+/));

function paragraphEnd(lines: readonly Line[], from: number, end: number): number {
  let at = from;
  while (at < end && lines[at]!.text !== "") at++;
  return at;
}

/** Without anybody's name: at least two ways to reach somebody, one below the other, and little else. */
function isContactBlock(lines: readonly Line[], from: number, end: number): boolean {
  let filled = 0;
  let contact = 0;
  let role = 0;
  for (let i = from; i < end; i++) {
    const { text } = lines[i]!;
    if (text === "" || ORNAMENT.test(text)) continue;
    filled++;
    if (partsOf(text).some(isContactLine)) contact++;
    else if (isRoleLine(text)) role++;
  }
  return contact >= 2 && role >= 1 && contact + role >= filled - 1 && isTerse(lines[from]!.text);
}

/** Beyond attachments that a client lists below the text. */
function behindLastOwn(lines: readonly Line[], first: number, to: number): number {
  let end = to;
  while (end > first && (lines[end - 1]!.text === "" || ATTACHMENT.test(lines[end - 1]!.text))) end--;
  return end;
}

function lastFilled(lines: readonly Line[], first: number, to: number): number {
  let last = to - 1;
  while (last > first && lines[last]!.text === "") last--;
  return last;
}

/** Without accents; with `spelledOut` "ö" is "oe", as whoever has no key for it writes it. */
function lettersOf(text: string, spelledOut = false): string[] {
  const small = text.normalize("NFC").toLowerCase().replaceAll("ß", "ss");
  const spelled = spelledOut ? small.replace(/[äöüåæø]/g, (letter) => SPELLED[letter]!) : small;
  return (
    spelled
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .match(/\p{L}+/gu) ?? []
  );
}

const SPELLED: Readonly<Record<string, string>> = { ä: "ae", ö: "oe", ü: "ue", å: "aa", æ: "ae", ø: "oe" };

const HAS_SPELLINGS = /[äöüåæø]/i;

/** "i. A. Jörg Müller", "Dr. Hanna Weiß": what stands before a name and is no part of it. */
const BEFORE_NAME =
  /^((i\.\s?a|i\.\s?v|ppa|p\.\s?p|dr|prof|mag|ing|mgr|dipl\.?-?\s?ing|rer|nat|med|jur|h\.\s?c|mr|mrs|ms|mx|herr|frau|bsc|msc|ir|drs)(\.\s*|\s+))+(?=\p{L}{2})/iu;

/** Whether a line begins with the sender's name, as the mail's header or the address has it. */
export const isNameOf = (line: string, sender: Sender | null): boolean =>
  sender !== null &&
  (isNameIn(line, sender, false) ||
    (HAS_SPELLINGS.test(line + sender.name) && isNameIn(line, sender, true)) ||
    (CYRILLIC.test(line) !== CYRILLIC.test(sender.name) && soundsLikeName(line, sender)));

const CYRILLIC = /\p{Script=Cyrillic}/u;
const LONGEST_NAME = 60;

/** "Ігор Бондар" of Ihor Bondar: in the other letters the given and the family name are both there. */
function soundsLikeName(line: string, sender: Sender): boolean {
  const head = line.split(/[|,•(–—<:*\t]/, 1)[0]!.trim();
  if (head.length > LONGEST_NAME || sender.name.length > LONGEST_NAME || /\d/.test(head)) return false;
  const words = head.match(/\p{L}{2,}/gu) ?? [];
  const own = (sender.name.match(/\p{L}{2,}/gu) ?? []).map(soundOf);
  return (words.length === 2 || words.length === 3) && words.filter((word) => own.includes(soundOf(word))).length >= 2;
}

function isNameIn(line: string, sender: Sender, spelledOut: boolean): boolean {
  // "Sally Beck, Managing Director": what follows the name is not it.
  const head = line
    .replace(/^[-–—~*_/\s]+/, "")
    .replace(BEFORE_NAME, "")
    .split(/[|,•(/–—<:*]|\s-\s|\t| {3,}|\s(?=x?[-#]?\d)/i)[0]!
    .trim();
  const words = lettersOf(head, spelledOut);
  if (words.length === 0 || words.length > 5 || head.length > 60) return false;
  // "Moss & Sons" of Greg Moss is his firm.
  if (/[@\d&]/.test(head)) return false;
  const own = lettersOf(sender.name.includes("@") ? "" : sender.name, spelledOut).filter((word) => word.length > 1);
  const isOwn = words.map((word) => word.length > 1 && own.includes(word));
  const others = isOwn.filter((one) => !one).length;
  // "Bob Hall" of Robert Hall, "Sally W. Beck" of Sally Beck; not "Assistant to Sally Beck".
  if (others < words.length && others <= 1 && words.length <= 4 && isOwn.indexOf(true) <= 1) return true;
  const local = lettersOf(sender.address.split("@")[0]!, spelledOut).join("");
  const [given, family] = [words[0]!, words.at(-1)!];
  if (words.length === 1)
    return given.length >= 3 && (local === given || (local.startsWith(given) && given.length >= 4));
  return (
    family.length >= 3 &&
    (local === given[0]! + family ||
      local === given + family ||
      local === family + given ||
      local === given + family[0]! ||
      local === family + given[0]!)
  );
}

const looksLikeName = (line: string): boolean =>
  line.length <= 50 &&
  /^[\p{Lo}\p{M}]{2,20}( [\p{Lo}\p{M}]{2,20}){1,3}$|^(\p{Lu}[\p{L}'’.-]*)(\s+(\p{Lu}[\p{L}'’.-]*|van|von|de|der|den|af|av|di|da|la)){0,4}(\s?[,|(–-].*)?$/u.test(
    line,
  );
