import { DAY_MS } from "../../core/text/due-days.ts";
/** "12d 14:05": twelve working days ago, at that time where the member is. "73h": so many hours ago. */
export type Ago = `${number}d ${number}:${number}` | `${number}h`;

const HOUR_MS = 60 * 60 * 1000;

/** What the demo's "days ago" and "in five days" are, seen from today. Counts in working days: mail is written on those. */
export class Calendar {
  readonly #now: Date;
  readonly #zone: string;
  /** Today where the member is, as midnight UTC; on a weekend the Friday before. */
  readonly #today: number;

  constructor(now: Date, zone: string) {
    this.#now = now;
    this.#zone = zone;
    const local = now.getTime() + offsetMs(now.getTime(), zone);
    let today = local - (local % DAY_MS);
    while (isWeekend(today)) today -= DAY_MS;
    this.#today = today;
  }

  /** Working days from today as a date: midnight UTC of it. */
  day(offset: number): Date {
    let day = this.#today;
    for (let left = Math.abs(offset); left > 0; ) {
      day += Math.sign(offset) * DAY_MS;
      if (!isWeekend(day)) left--;
    }
    return new Date(day);
  }

  /** A time of such a day, where the member is. */
  at(offset: number, time: string): Date {
    const [hours = 0, minutes = 0] = time.split(":").map(Number);
    const local = this.day(offset).getTime() + hours * HOUR_MS + minutes * 60_000;
    return new Date(local - offsetMs(local - offsetMs(local, this.#zone), this.#zone));
  }

  ago(when: Ago): Date {
    if (when.endsWith("h")) return new Date(this.#now.getTime() - Number(when.slice(0, -1)) * HOUR_MS);
    const [days = "", time = ""] = when.split("d ");
    return this.at(-Number(days), time);
  }

  /** Writes dates in: `{+4}` is "27 November", `{-12 weekday}` "Monday"; the other words are those of FORMATS. */
  fill(text: string): string {
    return text.replace(/\{([+-]\d+)(?: ([\w-]+))?\}/g, (token, offset: string, format = "date") => {
      const write = FORMATS[format as keyof typeof FORMATS];
      if (!write) throw new Error(`${token}: there is no such way to write a date`);
      return write(this.day(Number(offset)));
    });
  }
}

const isWeekend = (day: number): boolean => [0, 6].includes(new Date(day).getUTCDay());

const intl = (locale: string, options: Intl.DateTimeFormatOptions) => {
  const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" });
  return (day: Date) => format.format(day);
};

/** A Ukrainian sentence says "у середу": the weekday in its fourth case. */
const UK_WEEKDAYS = ["неділю", "понеділок", "вівторок", "середу", "четвер", "п’ятницю", "суботу"];

const FORMATS = {
  date: intl("en-GB", { day: "numeric", month: "long" }),
  full: intl("en-GB", { day: "numeric", month: "long", year: "numeric" }),
  long: intl("en-GB", { weekday: "long", day: "numeric", month: "long" }),
  short: intl("en-GB", { day: "numeric", month: "short" }),
  weekday: intl("en-GB", { weekday: "long" }),
  month: intl("en-GB", { month: "long" }),
  year: intl("en-GB", { year: "numeric" }),
  slashed: intl("en-GB", { day: "2-digit", month: "2-digit", year: "numeric" }),
  nth: (day: Date) => ordinal(day.getUTCDate()),
  week: (day: Date) => String(isoWeek(day)),
  iso: (day: Date) => day.toISOString().slice(0, 10),
  de: intl("de-DE", { day: "numeric", month: "long" }),
  "de-dotted": intl("de-DE", { day: "2-digit", month: "2-digit", year: "numeric" }),
  "de-weekday": intl("de-DE", { weekday: "long" }),
  uk: intl("uk-UA", { day: "numeric", month: "long" }),
  "uk-dotted": intl("uk-UA", { day: "2-digit", month: "2-digit", year: "numeric" }),
  "uk-weekday": (day: Date) => UK_WEEKDAYS[day.getUTCDay()]!,
} as const;

function ordinal(day: number): string {
  if (day >= 11 && day <= 13) return `${day}th`;
  return `${day}${["th", "st", "nd", "rd"][day % 10] ?? "th"}`;
}

/** The week of a date by ISO 8601: the one that its Thursday is in. */
function isoWeek(day: Date): number {
  const thursday = day.getTime() + (4 - (day.getUTCDay() || 7)) * DAY_MS;
  return Math.floor((thursday - Date.UTC(new Date(thursday).getUTCFullYear(), 0, 1)) / (7 * DAY_MS)) + 1;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** How far a time zone's clocks are ahead of UTC at that moment. */
export function offsetMs(at: number, zone: string): number {
  let clock = clocks.get(zone);
  if (!clock) {
    const parts = { year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric" } as const;
    clock = new Intl.DateTimeFormat("en-US", { ...parts, hourCycle: "h23", timeZone: zone });
    clocks.set(zone, clock);
  }
  const read = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const local = Date.UTC(read.year!, read.month! - 1, read.day!, read.hour!, read.minute!);
  return local - (at - (at % 60_000));
}
