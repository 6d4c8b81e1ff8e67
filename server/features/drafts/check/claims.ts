import { wordsIn } from "../../../core/text/words.ts";
import { COMMON_STARTS } from "./common-starts.ts";

/** A figure, date or name in a sentence that may have been invented. */
type Claim = { text: string; start: number; end: number; kind: "number" | "date" | "name" };

/** Whether every word of a claim stands in a text, as whole words. */
export function stands(claim: string, text: string): boolean {
  const there = new Set(wordsIn(text));
  const words = wordsIn(claim);
  return words.length > 0 && words.every((word) => there.has(word));
}

const MONTHS =
  "jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sep(t|tember)?|oct(ober)?|nov(ember)?|dec(ember)?|січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня";
const DATE = new RegExp(
  `\\b(\\d{1,2}(st|nd|rd|th)?\\.?\\s+(of\\s+)?(${MONTHS})(\\s+\\d{4})?|(${MONTHS})\\s+\\d{1,2}(st|nd|rd|th)?(,?\\s+\\d{4})?|(mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|tonight|yesterday|понеділок|вівторок|середу|четвер|п.ятницю|суботу|неділю|завтра)`,
  "giu",
);
const NUMBER =
  /[€$£]?\d[\d.,:/-]*\d%?|[€$£]?\d%?|\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred|thousand|million)\b/giu;
/** Capitalised words in a row; "I" and the like are no names. */
const NAME = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]+)*/gu;
const NO_NAME = new Set([
  "I",
  "I'm",
  "I’m",
  "I'd",
  "I’d",
  "I'll",
  "I’ll",
  "I've",
  "I’ve",
  "OK",
  "PS",
  "FYI",
  "Mr",
  "Mrs",
  "Ms",
  "Dr",
]);

export function claimsIn(sentence: string): Claim[] {
  const bare = sentence.replace(/\[[^\]]*\]/g, (text) => " ".repeat(text.length));
  const claims: Claim[] = [];
  const add = (kind: Claim["kind"], text: string, start: number) => {
    const end = start + text.length;
    if (!claims.some((one) => start < one.end && one.start < end)) claims.push({ kind, text, start, end });
  };
  for (const match of bare.matchAll(DATE)) add("date", match[0], match.index);
  for (const match of bare.matchAll(NUMBER)) add("number", match[0], match.index);
  for (const match of bare.matchAll(NAME)) {
    const starts = /(^|[.!?:“"«]\s*)$/.test(bare.slice(0, match.index));
    const words = match[0].split(/\s+/);
    const first = words[0]!;
    const common = NO_NAME.has(first) || (starts && COMMON_STARTS.has(first.toLowerCase()));
    const name = common ? words.slice(1).join(" ") : match[0];
    if (name !== "" && !NO_NAME.has(name)) add("name", name, match.index + match[0].length - name.length);
  }
  return claims.sort((a, b) => a.start - b.start);
}
