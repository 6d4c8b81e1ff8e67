/**
 * When a message was sent, from the title that Gmail gives its time: local time to the minute, in the words and order of the
 * page's language ("Nov 18, 2025, 9:12 AM", "18 лист. 2025 р., 09:12", "28 Nov 2025, 09.51"). Null when it cannot be read.
 */
export function parseTitle(title: string, language: string): Date | null {
  const text = latinDigits(title).toLowerCase();
  const clock = clockIn(text, language);
  if (!clock) return null;
  const day = dayIn(text.replace(clock.said, " "), language);
  if (!day) return null;
  const date = new Date(day.year, day.month, day.day, clock.hour, clock.minute);
  return date.getMonth() === day.month && date.getDate() === day.day ? date : null;
}

/** Gmail's ids begin with the millisecond at which it got the message. */
export function timeOfId(legacyMessageId: string): Date | null {
  if (!/^[0-9a-f]{15,16}$/.test(legacyMessageId)) return null;
  const date = new Date(Number.parseInt(legacyMessageId.slice(0, -5), 16));
  return date.getFullYear() >= 2004 && date.getFullYear() < 2100 ? date : null;
}

function clockIn(text: string, language: string): { said: string; hour: number; minute: number } | null {
  // The last one: in "18.11.2025 09.51" the date reads like a time as well.
  const found = [...text.matchAll(/(?<![\d.])(\d{1,2})\s?[:.h時시]\s?(\d{2})(?![\d.])/g)].at(-1);
  if (!found) return null;
  let hour = Number(found[1]);
  const minute = Number(found[2]);
  const names = dayPeriods(language);
  const around = text.slice(0, found.index) + text.slice(found.index + found[0].length);
  const says = (name: string | undefined) => name !== undefined && name !== "" && around.includes(name);
  if (/(^|[^\p{L}])p\.?\s?m\b/u.test(around) || says(names.pm)) hour = (hour % 12) + 12;
  else if (/(^|[^\p{L}])a\.?\s?m\b/u.test(around) || says(names.am)) hour = hour % 12;
  return hour < 24 && minute < 60 ? { said: found[0], hour, minute } : null;
}

function dayIn(text: string, language: string): { year: number; month: number; day: number } | null {
  const numbers = [...text.matchAll(/\d+/g)].map(([digits]) => Number(digits));
  const year = numbers.find((n) => n >= 1990 && n < 2700);
  if (year === undefined) return null;
  const gregorian = year > 2400 ? year - 543 : year;
  const others = numbers.filter((n) => n !== year && n >= 1 && n <= 31);
  const named = monthIn(text, language);
  if (named !== null) return others[0] === undefined ? null : { year: gregorian, month: named, day: others[0] };
  const [first, second] = others;
  if (first === undefined || second === undefined) return null;
  const monthFirst = numbers.indexOf(year) === 0 || first > 12 ? first <= 12 : monthComesFirst(language) || second > 12;
  const [month, day] = monthFirst ? [first, second] : [second, first];
  return month <= 12 ? { year: gregorian, month: month - 1, day } : null;
}

function monthIn(text: string, language: string): number | null {
  const words = text.match(/\p{L}+/gu) ?? [];
  for (const locale of [language, "en"]) {
    for (const [month, names] of monthNames(locale).entries()) {
      for (const name of names) {
        if (words.some((word) => word === name || (name.length >= 3 && word.startsWith(name)))) return month;
      }
    }
  }
  return null;
}

/** A page has one language, and to ask the browser for its words takes longer than to read the whole page. */
function remembered<K, V>(find: (key: K) => V): (key: K) => V {
  const found = new Map<K, V>();
  return (key) => {
    if (!found.has(key)) found.set(key, find(key));
    return found.get(key)!;
  };
}

const monthNames = remembered((locale: string): string[][] =>
  Array.from({ length: 12 }, (_, month) => namesOfMonth(locale, month)),
);

const namesOfMonth = (locale: string, month: number): string[] => {
  const date = new Date(2025, month, 15);
  const say = (options: Intl.DateTimeFormatOptions) =>
    parts(locale, options, date)
      .find((part) => part.type === "month")
      ?.value.toLowerCase()
      .replaceAll(".", "");
  const names = [
    { month: "long", day: "numeric" },
    { month: "long" },
    { month: "short", day: "numeric" },
    { month: "short" },
  ] as const;
  return [...new Set(names.map(say).filter((name): name is string => name !== undefined && !/\d/.test(name)))];
};

const dayPeriods = remembered((locale: string): { am?: string; pm?: string } => {
  const at = (hour: number) =>
    parts(locale, { hour: "numeric", hour12: true }, new Date(2025, 0, 1, hour))
      .find((part) => part.type === "dayPeriod")
      ?.value.toLowerCase();
  const [am, pm] = [at(9), at(15)];
  return am === pm ? {} : { ...(am ? { am } : {}), ...(pm ? { pm } : {}) };
});

const monthComesFirst = remembered((locale: string): boolean => {
  const order = parts(locale, { year: "numeric", month: "numeric", day: "numeric" }, new Date(2025, 0, 15)).map(
    (p) => p.type,
  );
  return order.indexOf("month") < order.indexOf("day");
});

function parts(locale: string, options: Intl.DateTimeFormatOptions, date: Date): Intl.DateTimeFormatPart[] {
  try {
    return new Intl.DateTimeFormat(locale || "en", options).formatToParts(date);
  } catch {
    // The page names a language that the browser does not know.
    return new Intl.DateTimeFormat("en", options).formatToParts(date);
  }
}

/** Arabic, Persian, Devanagari and Bengali digits count like ours. */
const latinDigits = (text: string): string =>
  text.replaceAll(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef]/g, (digit) =>
    String(
      (digit.charCodeAt(0) - [0x0660, 0x06f0, 0x0966, 0x09e6].findLast((zero) => digit.charCodeAt(0) >= zero)!) % 10,
    ),
  );
