/** How Ukrainian names days beside their full names: shortened, by a part of the day, by spans and dates of its own. */
import { COUNTS } from "./calendar-words.ts";
import { coming, dateOf, dayOfMonth, endOfWeek, endOfYear, later, yearOf } from "./due-days.ts";

/** `weak`: it names the day only where nothing else does. */
export type DayRule = {
  body: string;
  day: (words: string[], today: number) => number | null;
  weak?: true;
};

const WEEKDAYS = ["пн", "вт", "ср", "чт", "пт", "сб", "нд"];
const MONTHS = ["січ", "лют", "бер", "квіт", "трав", "черв", "лип", "серп", "вер", "жовт", "лист", "груд"];
const MONTH = String.raw`(${MONTHS.join("|")})\p{L}*`;
const month = (word = ""): number => MONTHS.indexOf(word) + 1;
const ORDINALS: Readonly<Record<string, number>> = {
  першого: 1,
  другого: 2,
  третього: 3,
  четвертого: 4,
  "п'ятого": 5,
  шостого: 6,
  сьомого: 7,
  восьмого: 8,
  "дев'ятого": 9,
  десятого: 10,
  "п'ятнадцятого": 15,
  двадцятого: 20,
  тридцятого: 30,
};
const WITHIN = "(?<=(?<!\\p{L})(?:протягом|впродовж|упродовж|через|за)\\s+)";
const counts = Object.keys(COUNTS)
  .filter((word) => /[а-яіїє]/.test(word))
  .join("|");

export const UKRAINIAN_DAYS: readonly DayRule[] = [
  // "До пт", "у вт": without a word in front these letters may be anything.
  {
    body: String.raw`(?<=(?:^|(?<!\p{L})(?:до|у|в|на|з|після|аж|вже|ц[юе]|цей)\s|[,(-]\s?))(${WEEKDAYS.join("|")})(?![-–/])`,
    day: ([word], today) => coming(WEEKDAYS.indexOf(word!), false, today),
  },
  {
    body: String.raw`(?<=(?<!\p{L})(?:до|після|[ву])\s)обід(?:у)?|(?<=(?<!\p{L})по\s)обіді|(?<=до\s)вечора|[ву]?вечері|надвечір`,
    day: (_, today) => today,
    weak: true,
  },
  { body: "зранку|вранці", day: (_, today) => today + 1, weak: true },
  {
    body: String.raw`${WITHIN}(?:(?:пару|кілька|дві|двох|три|трьох|пів)\s?|\d{1,3}\s?(?=хв))?(?:годин\p{L}*|хвилин\p{L}*|хв|півгодини)|хвилин\p{L}* за \d+`,
    day: (_, today) => today,
  },
  { body: String.raw`(?<=(?:протягом|впродовж|упродовж)\s)дня`, day: (_, today) => today },
  { body: `${WITHIN}доб[уи]`, day: (_, today) => today + 1 },
  { body: `${WITHIN}(?:день-два|пару днів|день-другий)`, day: (_, today) => today + 2 },
  // "За 2-3 дні": until the last of them. "Протягом 5 робочих днів".
  {
    body: String.raw`${WITHIN}(?:\d{1,2}[-–])?(\d{1,3}|${counts})\s(робочих|робочі|банківських|)\s?(днів|дні|день|тижнів|тижні|тиждень)`,
    day: ([count, working, unit], today) => later(count!, working || unit!, today),
  },
  { body: String.raw`(?<=(?:впродовж|упродовж)\s)(тижня|місяця)`, day: ([unit], today) => later("1", unit!, today) },
  { body: String.raw`(?<=(?:до|перед)\s)вихідн(?:их|ими)`, day: (_, today) => endOfWeek(today, 0) },
  { body: String.raw`(?<=(?:на|за|протягом|у|в)\s)вихідн(?:их|і)`, day: (_, today) => endOfWeek(today, 0) + 2 },
  { body: String.raw`після\sвихідних`, day: (_, today) => endOfWeek(today, 0) + 3 },
  { body: String.raw`(?<=(?:до|перед)\s)нов(?:ого|им)\sрок(?:у|ом)`, day: (_, today) => endOfYear(today) },
  // "Відвантажимо 30.11": behind a word, and no price, version or paragraph.
  {
    body: String.raw`(?<=[а-яіїєґ],?\s)(?<!(?:по|цін\p{L}*|сум\p{L}*|курс\p{L}*|верс\p{L}*|пункт\p{L}*|розділ\p{L}*|№)\s)(\d{1,2})\.(0[1-9]|1[0-2])(?:\.(\d{4}|\d{2}))?(?!\.?\d|\s*(?:[%$€₴]|грн|кг|тис|млн|год|[мтл](?!\p{L})))`,
    day: ([day, month, year], today) => dateOf(Number(day), Number(month), yearOf(year), today),
  },
  {
    body: String.raw`(\d{1,2})(?:-?(?:го|те|е))?\s${MONTH}`,
    day: ([day, name], today) => dateOf(Number(day), month(name), null, today),
  },
  {
    body: String.raw`(${Object.keys(ORDINALS).join("|")})\s${MONTH}`,
    day: ([day, name], today) => dateOf(ORDINALS[day!]!, month(name), null, today),
  },
  {
    body: String.raw`(\d{1,2})(?:-?(?:го|те))?\sчисла|(?<=до\s)(\d{1,2})-го`,
    day: ([first, second], today) => dayOfMonth(Number(first || second), today),
  },
];
