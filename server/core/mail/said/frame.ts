import type { Person, Span } from "@sidenote/contract/emails";
import { soundOf } from "../../text/latin.ts";
import { isGivenName } from "../people/given-names.ts";
import { CLOSES, GREETS, KEPT } from "./frame-words.ts";

/**
 * How a mail begins and ends. Names are taken out, so that a form fits others: "Hi {first}," for "Hi Marta,". `signOff` is the
 * name under it, as the writer writes it there.
 */
export type Frame = { greeting: string | null; closing: string | null; signOff: string | null };

const LONGEST_GREETING = 60;
const LONGEST_CLOSING = 45;
/** A closing stands near the end. */
const LAST_LINES = 12;

/** "Tim:", "Dave and Christi,", "All:". A word in small letters is no name where nothing tells whose it could be. */
const NAMES_ONLY =
  /^(all|team|folks|everyone|everybody|colleagues|guys|gang|ladies|gentlemen|всім|колеги|\p{Lu}[\p{L}'’.-]+)(( (and|und|&|та|et|y|\/) |, ?| )(all|others|\p{Lu}[\p{L}'’.-]+)){0,3} ?[,:!–-]{1,2}$/u;
const NAMES_IN_ANY_LETTERS = new RegExp(NAMES_ONLY.source, "iu");

/** Whether a line only greets or only closes: it says nothing that could be cited. */
export const isFrameLine = (line: string): boolean =>
  line.length <= LONGEST_GREETING && (GREETS.test(line) || CLOSES.test(line) || NAMES_ONLY.test(line));

/** Whether a sentence only greets or only closes; "Hi Ada, Thursday at 3 is perfect." greets and says something. */
export const isOnlyFrame = (sentence: string): boolean =>
  CLOSES.test(sentence) ||
  (isFrameLine(sentence) && wordsAsWritten(sentence).every((word) => KEPT.test(word) || /^\p{Lu}/u.test(word)));

const wordsAsWritten = (text: string): string[] => text.match(/[\p{L}'’-]+/gu) ?? [];

/** How a mail that `from` wrote `to` these people begins and ends. */
export function frameIn(text: string, spans: readonly Span[], from: Person, to: readonly Person[]): Frame {
  const own = spans.findIndex((span) => span.kind === "quote" || span.kind === "forward");
  const until = own === -1 ? text.length : spans[own]!.start;
  const lines = text
    .slice(0, until)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const said = spans
    .filter((span) => span.kind === "said" && span.start < until)
    .map((span) => text.slice(span.start, span.end))
    .join("\n")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const first = said[0] ?? "";
  const greets = first.length <= LONGEST_GREETING && said.length > 1 && (GREETS.test(first) || isNames(first, to));
  return { greeting: greets ? greetingForm(first, to) : null, ...endOf(lines, said, from) };
}

/** A line of names alone greets when it is "All:" or the like, or names somebody whom the mail goes to. */
function isNames(line: string, to: readonly Person[]): boolean {
  if (!NAMES_IN_ANY_LETTERS.test(line)) return false;
  if (/^(all|team|folks|everyone|everybody|colleagues|guys|gang|ladies|gentlemen|всім|колеги)(?!\p{L})/iu.test(line))
    return true;
  // "Perfect, thanks!" and "Great," are no names.
  const own = to.flatMap((person) => wordsOf(person.name));
  return wordsOf(line).some((word) => own.some((name) => name.slice(0, 3) === word.slice(0, 3)) || isGivenName(word));
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}'’-]+/gu) ?? [];

/** What is no word of a greeting is a name: the whole name, the family name, or one that the person goes by. */
function greetingForm(line: string, to: readonly Person[]): string {
  const [person] = to;
  const parts = wordsOf(person?.name ?? "");
  const form = line.replace(/\p{L}[\p{L}'’-]*\.?/gu, (word) => {
    const bare = word.replace(/\.$/, "");
    if (KEPT.test(bare)) return word;
    const isFamily = parts.length > 1 && bare.toLowerCase() === parts.at(-1);
    return isFamily ? "{last}" : "{first}";
  });
  return form
    .replace("{first} {last}", "{name}")
    .replace(/\{first\}(,? (and|und|&|та|et|y) |, )\{first\}/, "{first}")
    .replace(/(\{first\} ?)+/, (names) => (names.endsWith(" ") ? "{first} " : "{first}"))
    .replace(/\s+/g, " ")
    .trim();
}

/** The closing and the name under it; a name without a closing counts when it is the writer's. */
function endOf(lines: readonly string[], said: readonly string[], from: Person): Pick<Frame, "closing" | "signOff"> {
  const tail = lines.slice(-LAST_LINES - 8);
  for (let i = tail.length - 1; i >= 0; i--) {
    const line = tail[i]!;
    if (line.length > LONGEST_CLOSING || !CLOSES.test(line)) continue;
    const next = tail[i + 1];
    return { closing: line, signOff: next !== undefined && isOwnName(next, from) ? bareName(next) : null };
  }
  const name = [...said.slice(-1), ...tail.slice(1)].find((line) => isOwnName(line, from));
  const last = said.at(-1) ?? "";
  // "Cheers, Alan" on one line.
  const [, closing, signed] = last.match(/^(.{2,30}?)[,!]? [–-]? ?(\p{Lu}[\p{L}.]*( \p{Lu}[\p{L}.]*)?)$/u) ?? [];
  if (closing && signed && CLOSES.test(`${closing},`) && isOwnName(signed, from))
    return { closing: `${closing},`, signOff: signed };
  return { closing: null, signOff: name === undefined ? null : bareName(name) };
}

const bareName = (line: string): string => line.replace(/^[-–—/\s]+|[,.\s]+$/g, "");

/** The writer's first name, full name or initials, alone on a line. */
function isOwnName(line: string, from: Person): boolean {
  const words = wordsOf(bareName(line));
  if (words.length === 0 || words.length > 4 || /[\d@:]/.test(line)) return false;
  const own = wordsOf(from.name);
  const initials = own.map((word) => word[0]).join("");
  const isInitials =
    words.length === 1 && words[0]!.length >= 2 && words[0]!.length <= 3 && /^\p{Lu}+$/u.test(bareName(line));
  if (isInitials) return initials.length > 1 && words[0]!.at(-1) === initials.at(-1);
  if (words.every((word) => own.includes(word) || word.length === 1) && words.some((word) => own.includes(word)))
    return true;
  // "Ада Берг" of Ada Berg: in the other letters it is written in full, or the given name alone.
  const sounds = own.map(soundOf);
  return /\p{Script=Cyrillic}/u.test(words.join("")) !== /\p{Script=Cyrillic}/u.test(own.join(""))
    ? words.every((word) => word.length > 1 && sounds.includes(soundOf(word)))
    : false;
}
