const DAYS: Readonly<Record<string, string>> = {
  mon: "Monday",
  tue: "Tuesday",
  tues: "Tuesday",
  wed: "Wednesday",
  thu: "Thursday",
  thur: "Thursday",
  thurs: "Thursday",
  fri: "Friday",
  sat: "Saturday",
  sun: "Sunday",
};
const MONTHS: Readonly<Record<string, string>> = {
  jan: "January",
  feb: "February",
  mar: "March",
  apr: "April",
  jun: "June",
  jul: "July",
  aug: "August",
  sep: "September",
  sept: "September",
  oct: "October",
  nov: "November",
  dec: "December",
};
const SHORT_DAY = Object.keys(DAYS).join("|");
const SHORT_MONTH = Object.keys(MONTHS).join("|");

const WHOLE_DAY = /\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b/giu;
const WHOLE_MONTH =
  /\b(?:january|february|april|june|july|august|september|october|november|december)\b|(?<=\b(?:in|by|until|till|from|since|of|early|late|mid|end|next|\d|st|nd|rd|th)[ -])(?:march|may)\b(?! (?:be|not|have|need|take)\b)|\bmarch(?= \d)/giu;
/** "Sun" and "wed" are days beside another day, a time of day or what leads to a day. */
const DAY_OR_DAY = new RegExp(`\\b(${SHORT_DAY})\\b\\.?( (?:or|and|to) | ?[/–-] ?)(${SHORT_DAY})\\b\\.?`, "giu");
const DAY_AMONG = new RegExp(
  `(?<=\\b(?:on|by|until|till|next|every) )(?:${SHORT_DAY})\\b\\.?|\\b(?:${SHORT_DAY})\\b\\.?(?= (?:morning|afternoon|evening|noon|at \\d|\\d{1,2} ?[ap]m\\b|\\d{1,2}(?: (?:or|and|to)\\b|,|$)|\\d{1,2}[:.]\\d{2}))`,
  "giu",
);
const MONTH_AMONG = new RegExp(
  `(?<=\\d(?:st|nd|rd|th)? (?:of )?)(?:${SHORT_MONTH})\\b\\.?|(?<=\\b(?:in|by|until|till|from|since|of|early|late|mid|end|next)[ -])(?:${SHORT_MONTH})\\b\\.?|\\b(?:${SHORT_MONTH})\\b\\.?(?= \\d{1,2}\\b)`,
  "giu",
);

/** What is written in capitals whoever types it. */
const LETTERS =
  /(?<![\p{L}\p{N}.@/])(?:vat|nda|cv|pdf|ceo|cto|cfo|faq|api|sla|iban|eur|gbp|usd|uah|uk|eu)(?![\p{L}\p{N}@/]|\.\p{L})/giu;

/** As one types in a hurry. */
const SHORTHAND: readonly [RegExp, string][] = [
  [/(?<=\d ?)yrs?\b\.?/giu, "years"],
  [/(?<=\d ?)wks?\b\.?/giu, "weeks"],
  [/(?<=\d ?)hrs?\b\.?/giu, "hours"],
  [/(?<=\d ?)mins\b\.?/giu, "minutes"],
  [/\bapprox\b\.?(?= \S)/giu, "about"],
  [/(?<=\b(?:come|start|deliver|visit|ship|be there|begin|install) )week of\b/giu, "in the week of"],
  [/\basap\b/giu, "as soon as possible"],
  [/\b(?:pls|plz)\b/giu, "please"],
  [/\b(?:tmrw|tmr|tomorow)\b/giu, "tomorrow"],
  [/\b(can|won|don|doesn|didn|isn|couldn|wouldn)t\b/giu, "$1’t"],
  [/\bi['’]?m\b/gu, "I’m"],
  [/(?<![\p{L}\p{N}.'’])i(?![\p{L}\p{N}.])/gu, "I"],
];

/** "tue or wed, 11 jan" → "Tuesday or Wednesday, 11 January"; "need 2 wks" → "need 2 weeks". */
export const spelledOut = (text: string): string =>
  SHORTHAND.reduce((words, [short, whole]) => words.replace(short, whole), text)
    .replace(LETTERS, (word) => word.toUpperCase())
    .replace(WHOLE_DAY, capital)
    .replace(WHOLE_MONTH, capital)
    .replace(
      DAY_OR_DAY,
      (_, one: string, joint: string, other: string) => `${DAYS[short(one)]}${joint}${DAYS[short(other)]}`,
    )
    .replace(DAY_AMONG, (day) => DAYS[short(day)] ?? day)
    .replace(MONTH_AMONG, (month) => MONTHS[short(month)] ?? month);

const short = (word: string): string => word.toLowerCase().replace(".", "");
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
