import { remembered } from "../remembered.ts";
import { dayIn } from "./dates.ts";
import { DAY_MS, endOfWeek } from "./due-days.ts";
import { type Now, RULES, type Rule } from "./due-rules.ts";

/** Where the writer's clock stands: the offset that the mail's date carries, or a zone. */
export type WriterZone = { offsetMinutes: number } | { timeZone: string };

/** By when something is to be done: a day of the writer's calendar, and the words that say so. */
export type Due = { on: string; words: string; start: number; end: number };

type Found = { day: number; index: number; length: number; strict: boolean; weak: boolean };

/** A longer sentence is one that was pasted, or stretched with blanks: to read it takes time that grows with its square. */
const LONGEST_SENTENCE = 1000;

const rulesFor = remembered((text): readonly Rule[] => RULES.filter(({ core }) => core.test(text)));

/** The day that a sentence of a mail names as its deadline; null when it names none, or one before the mail. */
export function dueIn(sentence: string, at: string, zone: WriterZone): Due | null {
  if (sentence.length > LONGEST_SENTENCE) return null;
  const text = sentence.replace(/[’ʼ]/g, "'");
  const rules = rulesFor(text);
  if (rules.length === 0) return null;
  const today = writtenOn(at, zone);
  const american = "offsetMinutes" in zone && zone.offsetMinutes <= -180;
  const found = rules
    .flatMap((rule) => matchesOf(rule, text, { today, american }))
    .filter((one) => one.day >= today)
    .sort(
      (a, b) =>
        Number(a.weak) - Number(b.weak) ||
        Number(b.strict) - Number(a.strict) ||
        a.index - b.index ||
        b.length - a.length,
    )[0];
  if (!found) return null;
  const { index, length } = found;
  return { on: dayWord(found.day), words: sentence.slice(index, index + length), start: index, end: index + length };
}

/** Days since 1970 of the writer's date. */
function writtenOn(at: string, zone: WriterZone): number {
  if ("timeZone" in zone) return Math.floor(Date.parse(`${dayIn(at, zone.timeZone)}T00:00:00Z`) / DAY_MS);
  return Math.floor((Date.parse(at) + zone.offsetMinutes * 60_000) / DAY_MS);
}

const dayWord = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);
/** What stands before says that it is over, or that it is where something begins. */
const NOT_AHEAD =
  /(\b(last|past|every|each|since|from|previous|yesterday,?|was|were|guten|por la|ce|le)|минулої|минулого|минулий|минулу|кожного|кожної|кожен|кожну|вчора|учора|letzten|dernier)\s+$/iu;

/** "In the week of 23 March", "w/c 23 March": until its Friday. */
const WEEK_OF = /(\bweek (of|commencing|beginning|starting)|\bw\/c)( the| monday| mon)?\s+$/i;

/** "They sat down", "sun protection": of the short names of days, those that are words too need an end or a time behind them. */
const IS_WORD_TOO = /^(we )?(sun|sat|wed|mon)$/i;
const ENDS_DAY = /^\s*([.,;:!?)/]|$|([ap]\.?m|at|morning|afternoon|evening|night|or|and|the|if)\b|\d)/i;
const saysNoDay = (words: string, behind: string): boolean => IS_WORD_TOO.test(words) && !ENDS_DAY.test(behind);

function matchesOf({ pattern, day, weak }: Rule, text: string, now: Now): Found[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    if (NOT_AHEAD.test(text.slice(0, match.index))) return [];
    const at = day(
      match.slice(2).map((word) => word?.toLowerCase() ?? ""),
      now,
    );
    const { strict } = match.groups ?? {};
    if (at === null || saysNoDay(match[0], text.slice(match.index + match[0].length))) return [];
    const on = WEEK_OF.test(text.slice(0, match.index)) ? endOfWeek(at, 0) : at;
    return [
      { day: on, index: match.index, length: match[0].replace(/\.$/, "").length, strict: strict !== undefined, weak },
    ];
  });
}

/** The offset of a mail's `Date:` header in minutes; null where the header names none. */
export function offsetOf(headers: string | null): number | null {
  const [, sign, hours, minutes] = headers?.match(/^Date:.*?\s([+-])(\d{2})(\d{2})\b/im) ?? [];
  if (!sign) return null;
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
