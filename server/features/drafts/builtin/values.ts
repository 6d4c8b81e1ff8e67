const MONTHS =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня";
const WEEKDAYS = "(?:mon|tues|wednes|thurs|fri|satur|sun)day";
const CLOCK =
  "(?:,? (?:at )?\\d{1,2}[:.]\\d{2}(?: ?[ap]m)?|,? \\d{1,2} ?[ap]m\\b|,? at \\d{1,2}(?: ?[ap]m\\b| o['’]clock)?|,? (?:after|before) \\d{1,2}(?: ?[ap]m\\b|(?![\\d%.:]| ?(?:days?|weeks?|months?|years?|hours?|minutes?|people|units|pieces|[ap]m)\\b)))";

const WEEKDAYS_UK = "(?<!\\p{L})(?:понеділок|вівторок|серед[ау]|четвер|п['’ʼ]ятниц[яю]|субот[ау]|неділ[яю])(?!\\p{L})";
const CLOCK_UK = "(?:,? (?:о|об) \\d{1,2}(?:[:.]\\d{2})?(?!\\d)(?: (?:годині|ранку|дня|вечора))?)";

/** A calendar day, with the weekday before and the time behind it where they stand there. */
export const DATE = new RegExp(
  `(?:${WEEKDAYS},? )?(?<![\\p{L}\\d.])(?:\\d{1,2}(?:st|nd|rd|th)?\\.? (?:of )?(?:${MONTHS})(?!\\p{L})(?:,? \\d{4})?|(?:${MONTHS}) \\d{1,2}(?:st|nd|rd|th)?(?!\\d)(?:,? \\d{4})?|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4})${CLOCK}?`,
  "giu",
);
/** A sum with its currency, or a percentage. */
export const MONEY =
  /(?<![\p{L}\d])(?:(?:[€$£¥]|EUR|USD|GBP|SEK|NOK|DKK|PLN|CHF|UAH) ?\d[\d.,]*\d?|\d[\d.,  ]*\d? ?(?:[€$£¥]|EUR|USD|GBP|SEK|NOK|DKK|PLN|CHF|UAH|euros?|dollars?|pounds?|kronor|грн|percent|%))(?![\p{L}\d])/giu;

/** A day and time that somebody proposes: "Thursday at 10", "12 March at 9:00". */
export const APPOINTMENT = new RegExp(
  `(?:${DATE.source}${CLOCK_UK}?|(?:(?:next|this) )?${WEEKDAYS}(?: (?:morning|afternoon|evening|noon))?${CLOCK}?|tomorrow${CLOCK}?|${WEEKDAYS_UK}(?:,? \\d{1,2} (?:${MONTHS}))?(?: (?:зранку|вранці|вдень|ввечері))?${CLOCK_UK}?|(?<!\\p{L})(?:після)?завтра${CLOCK_UK}?)`,
  "giu",
);

/** Words of a time that need not be a day: "the week after", "later this month", "early next week". */
export const TIME_OF =
  /\b(?:today|tonight|tomorrow|later|soon|(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day)|(?:the|this|next|in \p{L}+|end of the|beginning of) (?:\p{L}+ )?(?:day|week|month|quarter|year)s?)\b/iu;

/** A figure with what belongs to it, and no verb of its own. */
export const FIGURE =
  /^(?:about |around |roughly |approximately |between |from |up to |at least |at most |only |max(?:imum)? |min(?:imum)? |близько |приблизно |від |до |максимум |мінімум )?(?:[€$£]|EUR |USD |GBP )?\d(?:(?!\b(?:is|are|was|will|can|off|if)\b)[^?.;])*$/iu;
