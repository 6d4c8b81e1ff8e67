/** Names of days, months and spans of time as mail has them: English and Ukrainian in full, German, French and Spanish plainly. */

const list = (words: string): string[] => words.split(" ");

/** Monday is 0. Each form once; longer forms come first where one begins another. */
export const WEEKDAYS: readonly string[][] = [
  list("monday mon понеділок понеділка понеділку montag lundi lunes"),
  list("tuesday tues tue вівторок вівторка вівторку dienstag mardi martes"),
  list("wednesday weds wed середа середу середи mittwoch mercredi miércoles miercoles"),
  list("thursday thurs thur thu четвер четверга четвергу donnerstag jeudi jueves"),
  list("friday fri п'ятниця п'ятницю п'ятниці freitag vendredi viernes"),
  list("saturday sat субота суботу суботи samstag sonnabend samedi sábado sabado"),
  list("sunday sun неділя неділю неділі sonntag dimanche domingo"),
];

export const MONTHS: readonly string[][] = [
  list("january jan січня januar janvier enero"),
  list("february feb лютого februar février fevrier febrero"),
  list("march mar березня märz mars marzo"),
  list("april apr квітня avril abril"),
  list("may травня mai mayo"),
  list("june jun червня juni juin junio"),
  list("july jul липня juli juillet julio"),
  list("august aug серпня août aout agosto"),
  list("september sept sep вересня septembre septiembre"),
  list("october oct жовтня oktober octobre octubre"),
  list("november nov листопада novembre noviembre"),
  list("december dec грудня dezember décembre decembre diciembre"),
];

/** How many days ahead. */
export const DAYS_AHEAD: Readonly<Record<string, number>> = {
  "day after tomorrow": 2,
  післязавтра: 2,
  übermorgen: 2,
  "après-demain": 2,
  "pasado mañana": 2,
  tomorrow: 1,
  завтра: 1,
  morgen: 1,
  demain: 1,
  mañana: 1,
  today: 0,
  tonight: 0,
  "this morning": 0,
  "this afternoon": 0,
  "this evening": 0,
  "end of the day": 0,
  "end of business": 0,
  "end of day": 0,
  "close of business": 0,
  eod: 0,
  cob: 0,
  сьогодні: 0,
  "кінця дня": 0,
  heute: 0,
  "aujourd'hui": 0,
  hoy: 0,
};

export const COUNTS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  ten: 10,
  один: 1,
  одну: 1,
  два: 2,
  дві: 2,
  три: 3,
  чотири: 4,
  "п'ять": 5,
  einem: 1,
  einer: 1,
  zwei: 2,
  drei: 3,
  un: 1,
  une: 1,
  deux: 2,
  trois: 3,
  una: 1,
  dos: 2,
  tres: 3,
};

/** What a deadline is announced by: of several dates in a sentence, the one behind such a word counts. */
export const DEADLINE =
  "no later than|not later than|by the|by|before the|before|until|till|due on|due|latest on|не пізніше|до|bis zum|bis spätestens|bis|spätestens|avant le|avant|d'ici à|d'ici|au plus tard|antes del|antes de|para el|a más tardar";
/** What only says when. */
export const POINT =
  "on the|on|at the|at|in|within|for|this|the|over the|у|в|на|через|протягом|за|am|im|innerhalb von|kommenden|diesen|dans|sous|le|ce|dentro de|en|el|este";
export const NEXT =
  "next|coming|наступного|наступної|наступний|наступну|nächsten|nächste|nächster|prochaine|próxima|próximo|la semana que viene";
