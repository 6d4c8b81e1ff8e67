import {
  BEGINNING,
  COMING,
  COUNTS,
  DAYS_AHEAD,
  DEADLINE,
  END_OF,
  MIDDLE,
  MONTH,
  MONTHS,
  NEXT,
  NEXT_BEHIND,
  POINT,
  THIS,
  WEEK,
  WEEK_NEXT,
  WEEKDAYS,
  WITHIN,
  YEAR,
} from "./calendar-words.ts";
import { dayIn } from "./dates.ts";

/** Where the writer's clock stands: the offset that the mail's date carries, or a zone. */
export type WriterZone = { offsetMinutes: number } | { timeZone: string };

/** By when something is to be done: a day of the writer's calendar, and the words that say so. */
export type Due = { on: string; words: string; start: number; end: number };

type Found = { day: number; index: number; length: number; strict: boolean };

const DAY_MS = 24 * 60 * 60 * 1000;
const FRIDAY = 4;
/** A date without a year is the coming one, unless it has just passed. */
const PASSED_DAYS = 31;

/** The day that a sentence of a mail names as its deadline; null when it names none, or one before the mail. */
export function dueIn(sentence: string, at: string, zone: WriterZone): Due | null {
  const text = sentence.replace(/[’ʼ]/g, "'");
  const today = writtenOn(at, zone);
  const american = "offsetMinutes" in zone && zone.offsetMinutes <= -180;
  const found = RULES.flatMap((rule) => matchesOf(rule, text, { today, american }))
    .filter((one) => one.day >= today)
    .sort((a, b) => Number(b.strict) - Number(a.strict) || a.index - b.index || b.length - a.length)[0];
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
/** Monday is 0. */
const weekdayOf = (day: number): number => (day + 3) % 7;

type Now = { today: number; american: boolean };
type Rule = { pattern: RegExp; day(words: string[], now: Now): number | null };

/** In one pattern: the announcing word (named groups), then what the rule knows. `\b` knows ASCII alone. */
const rule = (body: string, day: Rule["day"]): Rule => ({
  pattern: new RegExp(
    `(?<![\\p{L}\\p{N}])(?:(?<strict>${DEADLINE})\\s+)?(?:(?:${POINT})\\s+){0,2}(?:${body})(?![\\p{L}\\p{N}]|'s\\b(?! (?:run|batch|post|delivery|shipment|round)\\b))`,
    "giu",
  ),
  day,
});

/** What stands before says that it is over, or that it is where something begins. */
const NOT_AHEAD =
  /(\b(last|past|since|from|previous|yesterday,?|was|were|guten|por la|ce|le)|минулої|минулого|letzten|dernier)\s+$/iu;

function matchesOf({ pattern, day }: Rule, text: string, now: Now): Found[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    if (NOT_AHEAD.test(text.slice(0, match.index))) return [];
    const at = day(
      match.slice(2).map((word) => word?.toLowerCase() ?? ""),
      now,
    );
    const { strict } = match.groups ?? {};
    return at === null
      ? []
      : [{ day: at, index: match.index, length: match[0].replace(/\.$/, "").length, strict: strict !== undefined }];
  });
}

const oneOf = (words: readonly string[]): string => words.map((word) => word.replace(/[.*+?]/g, "\\$&")).join("|");
const byLength = (words: string[]): string[] => words.sort((a, b) => b.length - a.length);
const placeOf = (table: readonly string[][], word: string): number => table.findIndex((forms) => forms.includes(word));

const weekdays = oneOf(byLength(WEEKDAYS.flat()));
const months = oneOf(byLength(MONTHS.flat()));
const ahead = oneOf(byLength(Object.keys(DAYS_AHEAD)));
const counts = oneOf(byLength(Object.keys(COUNTS)));

/** The weekday that comes; with "next", that of the week after this one. */
function coming(weekday: number, next: boolean, today: number): number {
  const days = (weekday - weekdayOf(today) + 7) % 7 || 7;
  const isThisWeek = weekdayOf(today) + days < 7;
  return today + days + (next && isThisWeek ? 7 : 0);
}

/** The Friday that ends a week of work; on a weekend, that of the week that begins. */
const endOfWeek = (today: number, weeks: number): number => today + ((FRIDAY - weekdayOf(today) + 7) % 7) + weeks * 7;

const fridayNext = (today: number): number => endOfWeek(today, weekdayOf(today) > FRIDAY ? 0 : 1);

function endOfMonth(today: number, more: number): number {
  const date = new Date(today * DAY_MS);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1 + more, 0) / DAY_MS;
}

const endOfQuarter = (today: number): number => endOfMonth(today, 2 - (new Date(today * DAY_MS).getUTCMonth() % 3));

const endOfYear = (today: number): number => Date.UTC(new Date(today * DAY_MS).getUTCFullYear(), 11, 31) / DAY_MS;

function dateOf(day: number, month: number, year: number | null, today: number): number | null {
  // No month has a 31st of June.
  if (month < 1 || month > 12 || day < 1 || day > new Date(Date.UTC(2024, month, 0)).getUTCDate()) return null;
  const on = (y: number) => Date.UTC(y, month - 1, day) / DAY_MS;
  if (year !== null) return on(year < 100 ? 2000 + year : year);
  const thisYear = new Date(today * DAY_MS).getUTCFullYear();
  return on(thisYear) < today - PASSED_DAYS ? on(thisYear + 1) : on(thisYear);
}

const yearOf = (word: string | undefined): number | null => (word ? Number(word) : null);

function later(count: string, unit: string, today: number): number | null {
  const number = Number(count) || COUNTS[count];
  if (!number) return null;
  if (/^(hour|годин|stunde|heure|hora|ore|uur)/.test(unit)) return today + Math.ceil(number / 24);
  if (/^fortnight/.test(unit)) return today + number * 14;
  if (/^(week|тиж|woche|semaine|semana|settiman|weken|veckor|uker|uger|tygodni)/.test(unit)) return today + number * 7;
  if (/^(month|місяц|monat|mois|mes|maand)/.test(unit)) return endOfSpan(today, number);
  return today + number;
}

/** The same day of a later month, or its last where it has no such day. */
function endOfSpan(today: number, monthsMore: number): number {
  const date = new Date(today * DAY_MS);
  const at = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + monthsMore, date.getUTCDate()) / DAY_MS;
  return Math.min(at, endOfMonth(today, monthsMore));
}

/** "By the end of March": of this year's, or of the next one's where it is over. */
function endOfNamed(month: number, year: number | null, today: number): number {
  const end = (y: number) => Date.UTC(y, month + 1, 0) / DAY_MS;
  const thisYear = new Date(today * DAY_MS).getUTCFullYear();
  return end(year ?? (end(thisYear) < today - PASSED_DAYS ? thisYear + 1 : thisYear));
}

// "Friday 13 March": the date says more than the day.
const BEFORE_DATE = "\\.?,?\\s+(?:the\\s+|den\\s+|el\\s+|le\\s+)?";
const DAY_FIRST = `\\d{1,2}(?:st|nd|rd|th|\\.)?\\s+(?:of\\s+|de\\s+)?(?:${months})`;
const MONTH_FIRST = `(?:${months})\\.?\\s+\\d`;
const WEEKDAY_OF = `(?:(?:${weekdays})${BEFORE_DATE})?`;

const RULES: readonly Rule[] = [
  rule(`(${ahead})`, ([word], { today }) => today + DAYS_AHEAD[word!]!),
  rule(
    `(?:(${NEXT})\\s+)?(${weekdays})\\.?(?!${BEFORE_DATE}(?:${DAY_FIRST}|${MONTH_FIRST}))(?:\\s+(${NEXT_BEHIND}))?`,
    ([next, word, behind], { today }) =>
      coming(placeOf(WEEKDAYS, word!), /^(next|наст|nächst)/.test(next!) || behind !== "", today),
  ),
  // "A week from Friday", "two weeks on Monday", "a fortnight tomorrow"; in Britain "Friday week".
  rule(
    `(${counts}) (week|fortnight)s?(?: from| on| after)? (?:(this|next) )?(${weekdays}|today|tomorrow)`,
    (words, { today }) => {
      const [count, unit, next, word] = words;
      const from = DAYS_AHEAD[word!] ?? coming(placeOf(WEEKDAYS, word!), next === "next", today) - today;
      return later(count!, unit!, today + from);
    },
  ),
  rule(
    `(${weekdays}) week(?=\\s*(?:[.,;:!?)]|$|at\\b|if\\b|and\\b))`,
    ([word], { today }) => coming(placeOf(WEEKDAYS, word!), false, today) + 7,
  ),
  rule(
    `(?:(?:late|sometime|ende)\\s+)?(?:${NEXT}|la|кінця наступного)\\s+(${WEEK})(?:\\s+(?:prossima|que viene))?`,
    (_, { today }) => fridayNext(today),
  ),
  rule(`(?:${MIDDLE})[\\s-]+(?:(?:${NEXT})\\s+(?:${WEEK})|(?:${WEEK_NEXT}))`, (_, { today }) => fridayNext(today) - 2),
  rule(`(?:${BEGINNING})\\s+(?:(?:${NEXT})\\s+(?:${WEEK})|(?:${WEEK_NEXT}))`, (_, { today }) => fridayNext(today) - 3),
  rule(`(?:${MIDDLE})[\\s-]*(?:of\\s+|de\\s+)?(${months})`, ([month], { today }) =>
    dateOf(15, placeOf(MONTHS, month!) + 1, null, today),
  ),
  rule(`(?:${THIS})\\s+(${WEEK})`, (_, { today }) => endOfWeek(today, 0)),
  rule(`(?:${END_OF})\\s+(${WEEK})|(eow)`, (_, { today }) => endOfWeek(today, 0)),
  rule(`(?:(?:${END_OF})\\s?(${MONTH}))|(eom|month[- ]end|monatsende)`, (_, { today }) => endOfMonth(today, 0)),
  rule(`(?:${END_OF})\\s?(${YEAR})|(jahresende)`, (_, { today }) => endOfYear(today)),
  rule(`(?:${END_OF})\\s+(?:of\\s+|de\\s+)?(${months})(?:\\s+(\\d{4}))?`, ([month, year], { today }) =>
    endOfNamed(placeOf(MONTHS, month!), yearOf(year), today),
  ),
  rule(`(?:${NEXT})\\s+(month|місяця|monat|mois|mes|mese|mês|maand|månad|měsíc|miesiącu|måned)`, (_, { today }) =>
    endOfMonth(today, 1),
  ),
  rule(
    `(?:(?:${COMING})\\s+)?(?<=(?<!\\p{L})(?:${WITHIN})\\s+(?:(?:the|den|der|les|los|las|de|os|as)\\s+)?(?:(?:${COMING})\\s+)?)(\\d{1,3}|${counts})\\s+(?:business |working |робочих )?(hours?|days?|weeks?|fortnights?|months?|годин|дні|днів|день|тиждень|тижні|тижнів|місяць|місяці|stunden|tagen?|wochen?|monate?n?|heures?|jours?|semaines?|mois|horas|días?|dias?|semanas?|mes(?:es)?|ore|giorni|settimane|mesi|uur|dagen|weken|maanden|dagar|veckor|dager|uker|dage|uger|dni|tygodni)`,
    ([count, unit], { today }) => later(count!, unit!, today),
  ),
  rule(`(?<=(?<!\\p{L})(?:через|протягом|за)\\s+)(тиждень|тижня|місяць|місяця)`, ([unit], { today }) =>
    later("1", unit!, today),
  ),
  rule(`(?:${END_OF})\\s+(?:the\\s+)?q([1-4])`, ([quarter], { today }) =>
    endOfNamed(Number(quarter) * 3 - 1, null, today),
  ),
  rule(
    `(?:${END_OF})\\s+(?:the\\s+)?(quarter|кварталу|quartals|trimestre)|(quarter[- ]end|quartalsende)`,
    (_, { today }) => endOfQuarter(today),
  ),
  rule(
    `${WEEKDAY_OF}(${months})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(\\d{4}))?`,
    ([month, day, year], { today }) => dateOf(Number(day), placeOf(MONTHS, month!) + 1, yearOf(year), today),
  ),
  rule(
    `${WEEKDAY_OF}(\\d{1,2})(?:st|nd|rd|th|\\.)?\\s+(?:of\\s+|de\\s+)?(${months})\\.?(?:,?\\s+(?:de\\s+)?(\\d{4}))?`,
    ([day, month, year], { today }) => dateOf(Number(day), placeOf(MONTHS, month!) + 1, yearOf(year), today),
  ),
  rule("(\\d{4})-(\\d{2})-(\\d{2})", ([year, month, day], { today }) =>
    dateOf(Number(day), Number(month), Number(year), today),
  ),
  rule("(\\d{1,2})/(\\d{1,2})(?:/(\\d{4}|\\d{2}))?(?![/-])", ([a, b, year], { today, american }) => {
    const [day, month] = american ? [b, a] : [a, b];
    return Number(month) > 12
      ? dateOf(Number(month), Number(day), yearOf(year), today)
      : dateOf(Number(day), Number(month), yearOf(year), today);
  }),
  rule("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4}|\\d{2})?", ([day, month, year], { today }) =>
    dateOf(Number(day), Number(month), yearOf(year), today),
  ),
  rule("(?<=the\\s+)(\\d{1,2})(?:st|nd|rd|th)", ([day], { today }) => {
    const date = new Date(today * DAY_MS);
    const inMonth = (more: number) => Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + more, Number(day)) / DAY_MS;
    const found = [0, 1, 2]
      .map(inMonth)
      .find((at) => at >= today && new Date(at * DAY_MS).getUTCDate() === Number(day));
    return found ?? null;
  }),
];

/** The offset of a mail's `Date:` header in minutes; null where the header names none. */
export function offsetOf(headers: string | null): number | null {
  const [, sign, hours, minutes] = headers?.match(/^Date:.*?\s([+-])(\d{2})(\d{2})\b/im) ?? [];
  if (!sign) return null;
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
