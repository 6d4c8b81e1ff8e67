/** To make one takes some hundred times as long as to use it; there are no more than time zones. */
const calendars = new Map<string, Intl.DateTimeFormat>();

/** YYYY-MM-DD of a point in time, as the calendar of that zone has it. */
export function dayIn(at: string, timeZone: string): string {
  const calendar = calendars.get(timeZone) ?? new Intl.DateTimeFormat("en-CA", { timeZone });
  calendars.set(timeZone, calendar);
  return calendar.format(new Date(at));
}

/** "18 November", with the year when it is another than today's; in the member's zone. */
export function dayWords(at: string, facts: { now: string; member: { timeZone: string } }, locale = "en-GB"): string {
  const { timeZone } = facts.member;
  const sameYear = dayIn(at, timeZone).slice(0, 4) === dayIn(facts.now, timeZone).slice(0, 4);
  const format = new Intl.DateTimeFormat(locale, {
    timeZone,
    day: "numeric",
    month: "long",
    ...(sameYear ? {} : { year: "numeric" }),
  });
  // "2025 р." at the end of a sentence would have two full stops.
  return format.format(new Date(at)).replace(/ р\.$/, " року");
}
