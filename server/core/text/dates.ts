/** To make one takes some hundred times as long as to use it; there are no more than time zones, and a few ways to write a day. */
const calendars = new Map<string, Intl.DateTimeFormat>();

function calendarOf(locale: string, options: Intl.DateTimeFormatOptions & { timeZone: string }): Intl.DateTimeFormat {
  const key = `${locale} ${options.timeZone} ${options.month ?? ""} ${options.year ?? ""}`;
  const calendar = calendars.get(key) ?? new Intl.DateTimeFormat(locale, options);
  calendars.set(key, calendar);
  return calendar;
}

/** YYYY-MM-DD of a point in time, as the calendar of that zone has it. */
export const dayIn = (at: string, timeZone: string): string => calendarOf("en-CA", { timeZone }).format(new Date(at));

/** "18 November", with the year when it is another than today's; in the member's zone. */
export function dayWords(at: string, facts: { now: string; member: { timeZone: string } }, locale = "en-GB"): string {
  const { timeZone } = facts.member;
  const sameYear = dayIn(at, timeZone).slice(0, 4) === dayIn(facts.now, timeZone).slice(0, 4);
  const format = calendarOf(locale, {
    timeZone,
    day: "numeric",
    month: "long",
    ...(sameYear ? {} : { year: "numeric" }),
  });
  // "2025 р." at the end of a sentence would have two full stops.
  return format.format(new Date(at)).replace(/ р\.$/, " року");
}
