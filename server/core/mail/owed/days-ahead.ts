/** How English names a day that is still to come, also in the short forms of a phone: what makes "the parts ship …" a promise. */

const MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)";
/** "Weds", "Thurs", "Fri am": of these some are words too ("sat", "sun"), so nothing but an end or a time stands behind them. */
const SHORT_DAY = String.raw`(?:mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun)\b(?=\.?\s*(?:$|[.,;:!?)/–—-]|\d|(?:[ap]\.?m|at|morning|afternoon|evening|night|latest|the latest|lunch|eod|cob|first thing)\b))`;
const TO_COME = `today|tomorrow|tmrw|tmw|tonight|this (?:afternoon|aft|pm|evening|morning|week)|eod|cob|eow|eop|close of (?:play|business)|end of (?:play|business|(?:the )?(?:day|week|month))|month[- ]end`;
export const WEEKDAY = `(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|${SHORT_DAY})`;
const BY = String.raw`(?:(?:the )?(?:\d|end|close|noon|lunch|weekend|next|this|${TO_COME}|${MONTH}|${WEEKDAY}))`;
/** By when. */
export const BY_DAY = `(?:by|before|no later than|not later than|until|till|latest) ${BY}`;
const WHOLE_DAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)day";

/** A day that is still to come, however loosely it is named. */
export const AHEAD = [
  String.raw`(?:\b(?:by|before|no later than|not later than) ${BY}`,
  String.raw`\bon (?:the )?(?:\d|${MONTH}|(?:next |this )?${WEEKDAY}(?!s))`,
  String.raw`\b(?:${TO_COME})\b`,
  String.raw`\b(?:later|early|first thing|next|in the) (?:today|tomorrow|week|morning|${WEEKDAY})`,
  String.raw`\bwithin (?:the|an?|\d+|two) \S+\b`,
  String.raw`(?<!\b(?:every|each|last|since|until|till|from|on|of) )\b(?:${WHOLE_DAY}\b(?!s|['’]s(?! (?:run|batch|post|delivery|shipment|round|load|truck)))|${SHORT_DAY}))`,
].join("|");

/** The same, or before long. */
export const SOON = String.raw`(?:${AHEAD}|\b(?:shortly|soon|momentarily|later|in a (?:sec|second|minute|min|moment|bit|jiffy|few|couple of \S+|little while)|in an hour|asap|separately|under separate cover|right up)\b)`;
