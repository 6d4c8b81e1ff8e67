/** How German, French, Spanish and Polish name days beside their plain names: weeks by number, weekends, parts of a day, spans. */
import { MONTHS, WEEKDAYS } from "./calendar-words.ts";
import { coming, DAY_MS, dateOf, endOfMonth, endOfNamed, endOfWeek, fridayNext, later, yearOf } from "./due-days.ts";
import type { DayRule } from "./ukrainian-days.ts";

const byLength = (words: readonly string[]): string => [...words].sort((a, b) => b.length - a.length).join("|");
const WEEKDAY = `(${byLength(WEEKDAYS.flat().filter((word) => word.length > 3))})`;
const weekday = (word = ""): number => WEEKDAYS.findIndex((forms) => forms.includes(word));
const MONTH = `(${byLength(MONTHS.flat().filter((word) => word.length > 3))})`;
const month = (word = ""): number => MONTHS.findIndex((forms) => forms.includes(word));
const SHORT = ["mo", "di", "mi", "do", "fr", "sa"];
const oneOf = (words: readonly string[]): string => words.find((word) => word !== "") ?? "";

const COUNTS: Readonly<Record<string, number>> = {
  "ein|eine|einem|einer|eines|un|une|una|uno|jeden|jednego|jedną": 1,
  "zwei|zweier|deux|dos|dwa|dwie|dwóch": 2,
  "drei|trois|tres|trzy|trzech": 3,
  "vier|quatre|cuatro|cztery|czterech": 4,
  "fünf|cinq|cinco|pięć|pięciu": 5,
  "sechs|seis|sześć|sześciu": 6,
  "sieben|sept|siete|siedem|siedmiu": 7,
  "acht|huit|ocho|osiem|ośmiu": 8,
  "zehn|dix|diez|dziesięć|dziesięciu": 10,
  "vierzehn|quatorze|catorce|czternaście|czternastu": 14,
  "fünfzehn|quinze|quince|piętnaście|piętnastu": 15,
};
const COUNT = String.raw`(\d{1,3}|${Object.keys(COUNTS).join("|")})`;
const countOf = (word: string): string =>
  String(Number(word) || Object.entries(COUNTS).find(([words]) => words.split("|").includes(word))?.[1] || "");
/** A unit as `later` knows it, by how it begins. */
const UNITS: readonly (readonly [begins: RegExp, unit: string])[] = [
  [/^(?:werktag|arbeitstag|jours? ouvr|días? (?:háb|lab)|dni robocz|dzień robocz)/, "working"],
  [/^(?:stund|heur|hora|godzin)/, "hour"],
  [/^(?:woche|semain|semana|tyg|tydz)/, "week"],
  [/^(?:monat|mois|mes|miesi)/, "month"],
  [/^/, "day"],
];
const unitOf = (word: string): string => UNITS.find(([begins]) => begins.test(word))![1];
const UNIT =
  "((?:werktag|arbeitstag)(?:e|en)?|jours? ouvr(?:é|able)s?|días? (?:hábil|laborable)(?:es|s)?|dni robocz(?:ych|e)|stunden?|heures?|horas?|godzin[ya]?|wochen?|semaines?|semanas?|tygodni[ae]?|tydzień|monate?n?|mois|mes(?:es)?|miesi(?:ąc|ące|ęcy)|tage?n?|jours?|días?|dni|dzień)";
const WITHIN = String.raw`(?<=(?<!\p{L})(?:innerhalb(?: von)?|binnen|in|dans un délai de|dans|sous|en un plazo de|en el plazo de|dentro de|en|w ciągu|w terminie|za)\s(?:(?:der|den|les|los|las|najbliższych)\s)?(?:(?:nächsten|kommenden|prochain[e]?s|próxim[oa]s|najbliższych)\s)?)`;

/** The Friday of a week by its number, of the coming year where it is long over. */
function fridayOf(week: number, today: number): number | null {
  if (week < 1 || week > 53) return null;
  const inYear = (year: number) => {
    const fourth = Date.UTC(year, 0, 4) / DAY_MS;
    return endOfWeek(fourth - ((fourth + 3) % 7), 0) + (week - 1) * 7;
  };
  const year = new Date(today * DAY_MS).getUTCFullYear();
  return inYear(year) < today - 31 ? inYear(year + 1) : inYear(year);
}

export const WESTERN_DAYS: readonly DayRule[] = [
  {
    body: String.raw`(?:kw|kalenderwoche)\.?\s?(\d{1,2})(?![./]?\d)|(\d{1,2})\.\s?(?:kw|kalenderwoche)|(?:la )?(?:semaine|semana)\s(\d{1,2})(?![.,]?\d|\s(?:de|del|du)(?!\p{L}))|(?<=(?<!\p{L})(?:w|na|do|od)\s)(\d{1,2})\.?\s(?:tydzień|tygodniu|tygodnia)`,
    day: (weeks, today) => fridayOf(Number(oneOf(weeks)), today),
  },
  // Weekends: until one, on one, after one.
  {
    body: String.raw`(?<=(?:bis|bis zum|vor dem|avant le|d'ici le|d'ici ce|antes del|do|przed)\s)(?:wochenende|week-end|weekend|fin de semana|weekendu|weekendem)`,
    day: (_, today) => endOfWeek(today, 0),
  },
  {
    body: `(?:am|übers|über das|dieses|kommendes|nächstes) wochenende|(?:ce|le|pendant le) (?:week-end|weekend)|(?:el|este|durante el) fin de semana|(?:w|na) (?:ten |najbliższy )?weekend`,
    day: (_, today) => endOfWeek(today, 0) + 2,
  },
  {
    body: `nach dem wochenende|après le (?:week-end|weekend)|después del fin de semana|po weekendzie`,
    day: (_, today) => endOfWeek(today, 0) + 3,
  },
  {
    body: `im laufe des (?:tages|vormittags|nachmittags|abends)|dans la (?:journée|matinée|soirée)|(?:en )?fin de (?:journée|matinée|soirée)|dans l'après-midi|en cours de journée|esta misma (?:mañana|tarde|noche)|a lo largo (?:del día|de hoy|de la (?:mañana|tarde))|(?:do końca|w ciągu) dnia|(?:po|do|przed) południ(?:u|a|em)`,
    day: (_, today) => today,
    weak: true,
  },
  {
    body: `(montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)s?(?:vormittag|nachmittag|mittag|abend|morgen|früh)`,
    day: ([word], today) => coming(weekday(word), false, today),
  },
  {
    body: String.raw`(?<=(?<!\p{L})(?:am|bis)\s)(${SHORT.join("|")})`,
    day: ([word], today) => coming(SHORT.indexOf(word!), false, today),
  },
  // A day of the week that comes, whichever of the two is named first.
  {
    body: `(?:nächste|kommende)r? woche(?: am)? ${WEEKDAY}|(?:la )?semaine prochaine,? (?:le )?${WEEKDAY}|${WEEKDAY} de (?:la )?(?:semaine prochaine|semana que viene|próxima semana)|${WEEKDAY} (?:w )?przyszł(?:ym|ego) tygodni[ua]|w przyszłym tygodniu,? (?:we? )?${WEEKDAY}`,
    day: (words, today) => fridayNext(today) - 4 + weekday(oneOf(words)),
  },
  {
    body: `(?:przyszł|następn)(?:y|ą|ego|ej) ${WEEKDAY}`,
    day: ([word], today) => coming(weekday(word), true, today),
  },
  {
    body: `${WEEKDAY} en (huit|quinze)`,
    day: ([word, more], today) => coming(weekday(word), false, today) + (more === "huit" ? 7 : 14),
  },
  // The end of a week, and some time in it.
  {
    body: `(?:(?:la )?fin de (?:la )?|courant (?:de la )?|dans le courant de la )semaine prochaine|im laufe der (?:nächsten|kommenden) woche|(?:końca|pod koniec|w ciągu) przyszłego tygodnia|a lo largo de la (?:próxima semana|semana que viene)`,
    day: (_, today) => fridayNext(today),
  },
  {
    body: `im laufe (?:der|dieser) woche|dans (?:le courant de )?la semaine|en cours de semaine|a lo largo de (?:la|esta) semana|antes de que (?:acabe|termine) la semana|(?:końca|pod koniec)(?: tego| bieżącego)? tygodnia`,
    day: (_, today) => endOfWeek(today, 0),
  },
  { body: "pod koniec(?: tego)? miesiąca", day: (_, today) => endOfMonth(today, 0) },
  { body: "le mois prochain|el mes que viene|el próximo mes", day: (_, today) => endOfMonth(today, 1) },
  {
    body: `(?:courant|im laufe des|pod koniec) ${MONTH}`,
    day: ([name], today) => endOfNamed(month(name), null, today),
  },
  // Spans.
  { body: "sous (huitaine|quinzaine)", day: ([span], today) => today + (span === "huitaine" ? 8 : 15) },
  {
    body: String.raw`${WITHIN}${COUNT}\s?${UNIT}`,
    day: ([count, unit], today) => later(countOf(count!), unitOf(unit!), today),
  },
  {
    body: String.raw`(?<=(?<!\p{L})(?:w ciągu|za)\s)(tydzień|tygodnia|miesiąc|miesiąca|godzinę|godziny)`,
    day: ([unit], today) => later("1", unitOf(unit!), today),
  },
  { body: "(?<=w ciągu )doby", day: (_, today) => today + 1 },
  // "Do 15.12", "bis 15.12": behind a word, as no price or version is.
  {
    body: String.raw`(?<=(?<!\p{L})(?:do|dnia|bis|bis zum|am|zum)\s)(\d{1,2})\.(0?[1-9]|1[0-2])(?:\.(\d{4}|\d{2}))?(?!\.?\d|\s*(?:[%€$]|zł|euro?|uhr|kg|km|h(?!\p{L})))`,
    day: ([day, at, year], today) => dateOf(Number(day), Number(at), yearOf(year), today),
  },
];
