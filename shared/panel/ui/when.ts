const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const formats = new Map<string, Intl.DateTimeFormat>();

/** To make one takes a browser longer than to draw a card; another time zone asks for new ones. */
export function format(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${new Date().getTimezoneOffset()} ${JSON.stringify(options)}`;
  const made = formats.get(key) ?? new Intl.DateTimeFormat("en-GB", options);
  formats.set(key, made);
  return made;
}

/** A time as people say it: `09:42` today, `18 Nov` this year, `18 Nov 2025` before. */
export function shortDate(iso: string, now: Date = new Date()): string {
  const at = new Date(iso);
  return isToday(at, now) ? format({ hour: "2-digit", minute: "2-digit" }).format(at) : day(at, now);
}

/** What has a day and no time: `due today`, `due 18 Nov`, `was due 18 Nov`. `on` is a day, or a time of which only the day counts. */
export function dueDate(on: string, now: Date = new Date()): string {
  // A day alone would be read as midnight in Greenwich, which is another day elsewhere.
  const at = new Date(/^\d+-\d+-\d+$/.test(on) ? `${on}T12:00` : on);
  if (isToday(at, now)) return "due today";
  return `${at < now ? "was due" : "due"} ${day(at, now)}`;
}

const isToday = (at: Date, now: Date): boolean => at.toDateString() === now.toDateString();

function day(at: Date, now: Date): string {
  const sameYear = at.getFullYear() === now.getFullYear();
  return format({ day: "numeric", month: "short", ...(sameYear ? {} : { year: "numeric" }) }).format(at);
}

/** The exact time, for the hover. */
export const exactTime = (iso: string): string =>
  format({ dateStyle: "full", timeStyle: "short" }).format(new Date(iso));

/** How long something has waited: `5 min`, `3 h`, `1 day`, `3 weeks`. */
export function howLong(since: string, now: Date = new Date()): string {
  const ms = Math.max(0, now.getTime() - new Date(since).getTime());
  if (ms < HOUR) return `${Math.max(1, Math.round(ms / MINUTE))} min`;
  if (ms < DAY) return `${Math.round(ms / HOUR)} h`;
  const days = Math.round(ms / DAY);
  if (days < 21) return days === 1 ? "1 day" : `${days} days`;
  if (days < 90) return `${Math.round(days / 7)} weeks`;
  return days < 700 ? `${Math.round(days / 30)} months` : `${Math.round(days / 365)} years`;
}

/** Hours as people say them: `5 h`, `1½ days`. */
export function roughHours(hours: number): string {
  if (hours < 1) return `${Math.max(1, Math.round(hours * 60))} min`;
  if (hours < 20) return `${Math.round(hours)} h`;
  const halves = Math.round(hours / 12);
  const whole = Math.floor(halves / 2);
  const text = `${whole || ""}${halves % 2 ? "½" : ""}`;
  return `${text} ${halves <= 2 ? "day" : "days"}`;
}

/** Bytes as people say them. */
export function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const units = ["kB", "MB", "GB", "TB"];
  const power = Math.min(units.length, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** power;
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${units[power - 1]}`;
}
