import { MONTHS, WEEKDAYS } from "../../../core/text/calendar-words.ts";
import { LITTLE_WORDS, stem } from "../../../core/text/words.ts";
import { figureOf, isNumberWord, valueOfDigits } from "./figures.ts";

/** What a text says, word by word: what may be invented has a kind of its own. */
export type Token = {
  kind: "word" | "figure" | "when" | "link";
  text: string;
  /** What two texts are compared by: a stem, a value, a day, an address. */
  key: string;
  /** Written with a capital inside of a sentence. */
  isCapital: boolean;
  start: number;
  end: number;
  /** Which of the text's clauses it stands in. */
  clause: number;
};

const LINK =
  /(?:https?:\/\/|www\.)\S+|@\p{L}[\w.-]+|[^\s@<>"“]{1,64}@[^\s@<>"”,;]+|(?<![\p{L}\p{N}.])\p{L}[\p{L}\p{N}-]*(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}(?:\/\S*)?/u;
const DIGITS = /\d{1,3}(?:[  ]\d{3})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,:/'-]\d+)*(?:[km]\b)?/u;
const WORD = /\p{L}+(?:['’ʼ]\p{L}+)*(?:-\p{L}+)*/u;
const SIGN = /[€$£%]/u;
const TOKEN = new RegExp(
  `(?<link>${LINK.source})|(?<digits>${DIGITS.source})|(?<sign>${SIGN.source})|(?<word>${WORD.source})`,
  "gu",
);

/** Where another thing begins to be said. */
const CLAUSE =
  /[;:()–—!?]|,(?!\d|\s+(?:19|20)\d\d(?!\d))|(?<![\p{L}])(?:and|but|or|while|instead|whereas|і|й|та|або|але|und|oder|aber|et|ou|mais)(?![\p{L}])/giu;

/** Little words that change what is said where a figure, a day or a name is. */
const TELLING = new Set(
  "once before after under over only until more most less than off out other without since from ago later every each last next".split(
    " ",
  ),
);
/** What is said by them is told by who is meant, and how sure by the check. */
const SAYS_LITTLE = "i'm i'll i've i'd we're we'll we've we'd you're you'll you've per around approximately roughly";
const LITTLE = new Set([...LITTLE_WORDS, ...SAYS_LITTLE.split(" ")].filter((word) => !TELLING.has(word)));

const DAYS = new Set([...WEEKDAYS.flat(), ...MONTHS.flat()]);
/** Words that are days or months, and other things as well: then the capital tells. */
const ALSO_WORDS = new Set(["may", "march", "mar", "sat", "sun", "mon", "mars", "mai", "wed", "dec", "lunes"]);
const WHENS = new Set(
  "today tomorrow tonight yesterday noon midday midnight morning afternoon evening night week weeks weekly weekend month months monthly quarter quarterly year years yearly fortnight hour hours minute minutes day days daily pm am o'clock christmas easter завтра сьогодні вчора післязавтра тижня тиждень місяця місяць heute morgen gestern woche demain hier mañana hoy mañana".split(
    " ",
  ),
);
/** Different words for one thing. */
const SAME: Readonly<Record<string, string>> = {
  "€": "eur",
  euro: "eur",
  euros: "eur",
  $: "usd",
  dollar: "usd",
  dollars: "usd",
  "£": "gbp",
  pound: "gbp",
  pounds: "gbp",
  "%": "percent",
  cost: "price",
  costs: "price",
  prices: "price",
  monthly: "month",
  months: "month",
  weeks: "week",
  weekly: "week",
  years: "year",
  yearly: "year",
  annual: "year",
  annually: "year",
  days: "day",
  daily: "day",
  hours: "hour",
  minutes: "minute",
  deliver: "delivery",
  delivers: "delivery",
  delivered: "delivery",
  delivering: "delivery",
  deliveries: "delivery",
};

export const plainText = (text: string): string =>
  text.normalize("NFKC").replace(/[\p{Cf}\p{Cc}]/gu, (c) => (c === "\n" || c === "\t" ? " " : ""));

/** Where the clauses of a text end, each at the mark or word that begins the next. */
export const clauseEnds = (text: string): number[] => [...text.matchAll(CLAUSE)].map((match) => match.index);

/** Everything in a text that says something, in order. */
export function tokensOf(text: string): Token[] {
  const ends = clauseEnds(text);
  const tokens: Token[] = [];
  let clause = 0;
  for (const { 0: found, index, groups } of text.matchAll(TOKEN)) {
    while (clause < ends.length && ends[clause]! < index) clause++;
    const small = found.toLowerCase().replace(/[’ʼ]/g, "'");
    const at = {
      text: found,
      isCapital: /^\p{Lu}/u.test(found),
      start: index,
      end: index + found.length,
      clause,
    };
    const add = (kind: Token["kind"], key: string) => tokens.push({ kind, key, ...at });
    const same = SAME[small] ?? null;
    if (groups?.link) add("link", small.replace(/[.,;:!?)”"’]+$/, ""));
    else if (groups?.digits) add("figure", valueOfDigits(found));
    else if (isDay(found, small) || (WHENS.has(small) && same === null && !isVerb(small, text.slice(0, index))))
      add("when", small);
    else if (same !== null) add(WHENS.has(small) ? "when" : "word", same);
    else if (isNumberWord(small)) add("figure", figureOf(small));
    else if (!LITTLE.has(small)) add("word", stem(small));
  }
  return compounded(tokens);
}

/** "I am", not "10 am". */
const isVerb = (small: string, before: string): boolean => small === "am" && !/\d\s*$/.test(before);

const isDay = (found: string, small: string): boolean =>
  DAYS.has(small) && (!ALSO_WORDS.has(small) || /^\p{Lu}/u.test(found));

/** "Twelve thousand" and "four hundred and eleven" are one figure each. */
function compounded(tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (const token of tokens) {
    const last = joined.at(-1);
    const isOne =
      last?.kind === "figure" &&
      token.kind === "figure" &&
      /^\p{L}/u.test(token.text) &&
      token.start - last.end <= 5 &&
      (last.clause === token.clause || /hundred|thousand|million/i.test(last.text));
    if (isOne)
      joined[joined.length - 1] = {
        ...last,
        text: `${last.text} ${token.text}`,
        key: joinedValue(last.key, token.key),
        end: token.end,
      };
    else joined.push(token);
  }
  return joined;
}

function joinedValue(a: string, b: string): string {
  const [first, second] = [Number(a), Number(b)];
  if (Number.isNaN(first) || Number.isNaN(second)) return `${a} ${b}`;
  return String([100, 1000, 1e6, 1e9].includes(second) ? first * second : first + second);
}

/** The keys of all that these texts say. */
export function keysOf(texts: readonly string[]): Set<string> {
  return new Set(texts.flatMap((text) => tokensOf(plainText(text)).map((one) => one.key)));
}
