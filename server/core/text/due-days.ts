import { COUNTS } from "./calendar-words.ts";

export const DAY_MS = 24 * 60 * 60 * 1000;
const FRIDAY = 4;
/** A date without a year is the coming one, unless it has just passed. */
const PASSED_DAYS = 31;

/** Monday is 0. */
const weekdayOf = (day: number): number => (day + 3) % 7;

/** The weekday that comes; with "next", that of the week after this one. */
export function coming(weekday: number, next: boolean, today: number): number {
  const days = (weekday - weekdayOf(today) + 7) % 7 || 7;
  const isThisWeek = weekdayOf(today) + days < 7;
  return today + days + (next && isThisWeek ? 7 : 0);
}

/** The Friday that ends a week of work; on a weekend, that of the week that begins. */
export const endOfWeek = (today: number, weeks: number): number =>
  today + ((FRIDAY - weekdayOf(today) + 7) % 7) + weeks * 7;

export const fridayNext = (today: number): number => endOfWeek(today, weekdayOf(today) > FRIDAY ? 0 : 1);

export function endOfMonth(today: number, more: number): number {
  const date = new Date(today * DAY_MS);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1 + more, 0) / DAY_MS;
}

export const endOfQuarter = (today: number): number =>
  endOfMonth(today, 2 - (new Date(today * DAY_MS).getUTCMonth() % 3));

export const endOfYear = (today: number): number =>
  Date.UTC(new Date(today * DAY_MS).getUTCFullYear(), 11, 31) / DAY_MS;

export function dateOf(day: number, month: number, year: number | null, today: number): number | null {
  // No month has a 31st of June.
  if (month < 1 || month > 12 || day < 1 || day > new Date(Date.UTC(2024, month, 0)).getUTCDate()) return null;
  const on = (y: number) => Date.UTC(y, month - 1, day) / DAY_MS;
  if (year !== null) return on(year < 100 ? 2000 + year : year);
  const thisYear = new Date(today * DAY_MS).getUTCFullYear();
  return on(thisYear) < today - PASSED_DAYS ? on(thisYear + 1) : on(thisYear);
}

/** The next such day that a month has: "the 15th". */
export function dayOfMonth(day: number, today: number): number | null {
  const date = new Date(today * DAY_MS);
  const inMonth = (more: number) => Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + more, day) / DAY_MS;
  return [0, 1, 2].map(inMonth).find((at) => at >= today && new Date(at * DAY_MS).getUTCDate() === day) ?? null;
}

export const yearOf = (word: string | undefined): number | null => (word ? Number(word) : null);

/** Saturdays and Sundays are not counted. */
function workingDays(today: number, count: number): number {
  let day = today;
  for (let left = Math.min(count, MOST_WORKING_DAYS); left > 0; ) if (weekdayOf(++day) <= FRIDAY) left--;
  return day;
}
const MOST_WORKING_DAYS = 500;

export function later(count: string, unit: string, today: number): number | null {
  const number = Number(count) || COUNTS[count];
  if (!number) return null;
  if (/^(h$|hrs?$|hour|годин|stunde|heure|hora|ore|uur)/.test(unit)) return today + Math.round(number / 24);
  if (/^fortnight/.test(unit)) return today + number * 14;
  if (/^(business|working|робоч|банк)/.test(unit)) return workingDays(today, number);
  if (/^(wks?$|week|тиж|woche|semaine|semana|settiman|weken|veckor|uker|uger|tygodni)/.test(unit))
    return today + number * 7;
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
export function endOfNamed(month: number, year: number | null, today: number): number {
  const end = (y: number) => Date.UTC(y, month + 1, 0) / DAY_MS;
  const thisYear = new Date(today * DAY_MS).getUTCFullYear();
  return end(year ?? (end(thisYear) < today - PASSED_DAYS ? thisYear + 1 : thisYear));
}

// "Friday 13 March": the date says more than the day.
