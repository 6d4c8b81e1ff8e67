import { MONTHS, WEEKDAYS } from "../../../core/text/calendar-words.ts";
import { dayIn, dayWords } from "../../../core/text/dates.ts";
import { DAY_MS } from "../../../core/text/due-days.ts";
import type { FactSource, Facts } from "../../context/index.ts";
import { keysOf, type Token, tokensOf } from "./tokens.ts";

/** "Tomorrow" in a mail of last month is long past, and what was attached to it is not attached to this one. */

const OF_ITS_DAY =
  /\b(today|tomorrow|tonight|yesterday|right now|this (morning|afternoon|evening|week|month)|(next|last) (week|month|year)|heute|morgen|gestern|demain|hier)\b|(?<!\p{L})(сьогодні|завтра|вчора|післязавтра|(цього|наступного|минулого) (тижня|місяця|року))(?!\p{L})/iu;
const OF_ITS_MAIL =
  /\b(attached|enclosed|herewith|anbei|ci-joint|adjunto|attachment)\b|(?<!\p{L})(додаю|додаємо|у вкладенні|в додатку|у додатку)(?!\p{L})/iu;
const DAYS = new Set(WEEKDAYS.flat());
const OF_YEAR = new Set(MONTHS.flat());
/** A weekday alone is the next one. */
const WEEKDAY_HOLDS = 6;

/** Whether a sentence of a mail says the same when it is said today, in another mail. */
export function holdsToday(sentence: string, said: readonly Token[], { kind, at }: FactSource, facts: Facts): boolean {
  if (kind !== "mail") return true;
  if (OF_ITS_MAIL.test(sentence)) return false;
  if (at === null) return true;
  const { timeZone } = facts.member;
  if (OF_ITS_DAY.test(sentence)) return dayIn(at, timeZone) === dayIn(facts.now, timeZone);
  const isAlone = (one: Token, i: number) =>
    one.kind === "when" &&
    DAYS.has(one.key) &&
    !said.slice(Math.max(0, i - 2), i + 3).some((it) => it.kind === "when" && OF_YEAR.has(it.key));
  return !said.some(isAlone) || Date.parse(facts.now) - Date.parse(at) <= WEEKDAY_HOLDS * DAY_MS;
}

/** These make a weekday one of another week. */
const OF_ANOTHER_WEEK =
  /(?<!\p{L})(next|last|following|previous|every|each|nächst\w*|letzt\w*|наступн\p{L}*|минул\p{L}*)\s*$/iu;

/** How many words may stand between a weekday and its date. */
const NEAR = 3;

/**
 * What of a sentence is the date of its weekday, as the mail's own date bears it out: "Friday" in a mail of Monday, 2 February, is
 * Friday, 6 February, at any time.
 */
export function datesOfWeekdays(
  said: readonly Token[],
  quote: { tokens: readonly Token[]; text: string },
  at: string | null,
  facts: Facts,
): ReadonlySet<Token> {
  const borne = new Set<Token>();
  if (at === null) return borne;
  for (const [i, one] of said.entries()) {
    const weekday = one.kind === "when" ? WEEKDAYS.findIndex((names) => names.includes(one.key)) : -1;
    const there = quote.tokens.filter((it) => it.key === one.key);
    if (weekday === -1 || there.length === 0) continue;
    if (there.some((it) => OF_ANOTHER_WEEK.test(quote.text.slice(0, it.start)))) continue;
    const day = dayAfter(at, weekday, facts.member.timeZone);
    if (day === null) continue;
    const keys = new Set(
      ["en-GB", "uk-UA"].flatMap((locale) => tokensOf(dayWords(day, facts, locale)).map((it) => it.key)),
    );
    const date = said.slice(Math.max(0, i - NEAR), i + NEAR + 1).filter((it) => it !== one && keys.has(it.key));
    const isWhole = date.some((it) => it.kind === "figure") && date.some((it) => OF_YEAR.has(it.key));
    if (isWhole) for (const it of date) borne.add(it);
  }
  return borne;
}

/** Noon of the first such weekday after that day; null on the weekday itself, which may mean either. */
function dayAfter(at: string, weekday: number, timeZone: string): string | null {
  const noon = Date.parse(`${dayIn(at, timeZone)}T12:00:00.000Z`);
  const ahead = (weekday - ((new Date(noon).getUTCDay() + 6) % 7) + 7) % 7;
  return ahead === 0 ? null : new Date(noon + ahead * DAY_MS).toISOString();
}

/** Whether a date that is named is that of a source. */
export function isOfDay(date: string, { at }: FactSource, facts: Facts): boolean {
  if (at === null) return false;
  const days = keysOf([dayWords(at, facts), dayIn(at, facts.member.timeZone).slice(0, 4)]);
  return tokensOf(date.replace(/(\d)(st|nd|rd|th)\b/i, "$1")).every((one) => days.has(one.key));
}
