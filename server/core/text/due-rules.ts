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

import {
  coming,
  dateOf,
  dayOfMonth,
  endOfMonth,
  endOfNamed,
  endOfQuarter,
  endOfWeek,
  endOfYear,
  fridayNext,
  later,
  yearOf,
} from "./due-days.ts";
import { UKRAINIAN_DAYS } from "./ukrainian-days.ts";
import { WESTERN_DAYS } from "./western-days.ts";

export type Now = { today: number; american: boolean };
export type Rule = {
  /** In what this does not find anything, `pattern`, which takes some twenty times as long, does not either. */
  core: RegExp;
  pattern: RegExp;
  day(words: string[], now: Now): number | null;
  /** It names the day only where nothing else does: "в обід". */
  weak: boolean;
};

/** In one pattern: the announcing word (named groups), then what the rule knows. `\b` knows ASCII alone. */
const rule = (body: string, day: Rule["day"], weak = false): Rule => ({
  core: new RegExp(body, "iu"),
  pattern: new RegExp(
    `(?<![\\p{L}\\p{N}])(?:(?<strict>${DEADLINE})\\s+)?(?:(?:${POINT})\\s+){0,2}(?:${body})(?![\\p{L}\\p{N}]|'s\\b(?! (?:run|batch|post|delivery|shipment|round)\\b))`,
    "giu",
  ),
  day,
  weak,
});

const oneOf = (words: readonly string[]): string => words.map((word) => word.replace(/[.*+?]/g, "\\$&")).join("|");
const byLength = (words: string[]): string[] => words.sort((a, b) => b.length - a.length);
const placeOf = (table: readonly string[][], word: string): number => table.findIndex((forms) => forms.includes(word));

const weekdays = oneOf(byLength(WEEKDAYS.flat()));
const months = oneOf(byLength(MONTHS.flat()));
const ahead = oneOf(byLength(Object.keys(DAYS_AHEAD)));
const counts = oneOf(byLength(Object.keys(COUNTS)));

const BEFORE_DATE = "\\.?,?\\s+(?:the\\s+|den\\s+|el\\s+|le\\s+)?";
const DAY_FIRST = `\\d{1,2}(?:st|nd|rd|th|\\.)?\\s+(?:of\\s+|de\\s+)?(?:${months})`;
const ORDINAL = "\\d{1,2}(?:st|nd|rd|th)";
const MONTH_FIRST = `(?:${months})\\.?\\s+\\d`;
const WEEKDAY_OF = `(?:(?:${weekdays})${BEFORE_DATE})?`;

export const RULES: readonly Rule[] = [
  // Before the others: of two that are as long and begin alike the first is taken.
  ...WESTERN_DAYS.map(({ body, day, weak }) => rule(body, (words, { today }) => day(words, today), weak)),
  rule(`(${ahead})`, ([word], { today }) => today + DAYS_AHEAD[word!]!),
  rule(
    `(?:(${NEXT})\\s+)?(${weekdays})\\.?(?!${BEFORE_DATE}(?:${DAY_FIRST}|${MONTH_FIRST}|${ORDINAL}))(?:\\s+(${NEXT_BEHIND}))?`,
    ([next, word, behind], { today }) =>
      coming(placeOf(WEEKDAYS, word!), /^(next|наст|nächst)/.test(next!) || behind !== "", today),
  ),
  rule("(?:within|in|inside) the hour|(?:in|over|within) the next (?:hour|few hours)", (_, { today }) => today),
  rule("(?:first thing )?in the morning", (_, { today }) => today + 1),
  rule("(?:in |over |within )?(?:the next |a )day or (?:two|so)", (_, { today }) => today + 2),
  rule(
    "(before|ahead of|by|over|during|at|on|this) (?:the )?weekend",
    ([word], { today }) => endOfWeek(today, 0) + (/^(before|ahead|by)/.test(word!) ? 0 : 2),
  ),
  // "By early April": a third of the month is early. "In Q2": a quarter that is to come.
  rule(`(?:${BEGINNING})\\s+(?:of\\s+)?(${months})`, ([month], { today }) =>
    dateOf(10, placeOf(MONTHS, month!) + 1, null, today),
  ),
  rule("(?<=(?:in|during|by)\\s+)q([1-4])(?:\\s+(\\d{4}))?", ([quarter, year], { today }) => {
    const end = endOfNamed(Number(quarter) * 3 - 1, yearOf(year), today);
    return end > endOfQuarter(today) ? end : null;
  }),
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
    `(?:(?:${COMING})\\s+)?(?<=(?<!\\p{L})(?:${WITHIN})\\s+(?:(?:the|den|der|les|los|las|de|os|as)\\s+)?(?:(?:${COMING})\\s+)?(?:(?:about|around|roughly|approximately|ca\\.|at most|some) )?)(?:(?:about|around|roughly|approximately|some) )?(\\d{1,3}|${counts})\\s?((?:business|working) days?|h|hrs?|wks?|hours?|days?|weeks?|fortnights?|months?|годин|дні|днів|день|тиждень|тижні|тижнів|місяць|місяці|stunden|tagen?|wochen?|monate?n?|heures?|jours?|semaines?|mois|horas|días?|dias?|semanas?|mes(?:es)?|ore|giorni|settimane|mesi|uur|dagen|weken|maanden|dagar|veckor|dager|uker|dage|uger|dni|tygodni)`,
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
  // "13-Mar-2026", as tables and forms have it.
  rule(`(\\d{1,2})-(${months})(?:-(\\d{4}|\\d{2}))?`, ([day, month, year], { today }) =>
    dateOf(Number(day), placeOf(MONTHS, month!) + 1, yearOf(year), today),
  ),
  rule(
    `${WEEKDAY_OF}(\\d{1,2})(?:st|nd|rd|th|er|\\.)?\\s+(?:of\\s+|de\\s+)?(${months})\\.?(?:,?\\s+(?:de\\s+)?(\\d{4}))?`,
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
  rule(`(?<=(?:the|${weekdays})\\s+)(\\d{1,2})(?:st|nd|rd|th)`, ([day], { today }) => dayOfMonth(Number(day), today)),
  ...UKRAINIAN_DAYS.map(({ body, day, weak }) => rule(body, (words, { today }) => day(words, today), weak)),
];
