/**
 * Whether a draft says a figure, a date or a name that is nowhere in the sources. Independent of the product's own check on
 * purpose: it reads neither its patterns nor its word lists, and knows words from a corpus of mail.
 */
export type Known = {
  /** Words of the sources, in lower case. */
  words: ReadonlySet<string>;
  /** Values of the figures in the sources, as they are compared. */
  figures: ReadonlySet<string>;
  /** Links and addresses in the sources. */
  links: string;
};

const SMALL =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS: Record<string, number> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const SCALES: Record<string, number> = { hundred: 100, thousand: 1e3, million: 1e6, billion: 1e9 };
/** Words that count or date without being a plain figure: they must stand in the sources as they are. */
const COUNTS =
  "dozen dozens half halve halves double doubled twice thrice triple quarter fortnight noon midday midnight tomorrow tonight yesterday monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december понеділок вівторок середа середу четвер пятницю суботу неділю завтра сьогодні січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня montag dienstag mittwoch donnerstag freitag samstag sonntag morgen januar februar märz mai juni juli oktober dezember".split(
    " ",
  );
const COUNTING = new Set(COUNTS);

export const wordsOf = (text: string): string[] => text.toLowerCase().match(/\p{L}+(?:['’]\p{L}+)?/gu) ?? [];

/** Figures in digits and in words, as values: "12,000", "12.000", "twelve thousand" and "12k" are one. */
export function figuresOf(text: string): string[] {
  const plain = text.normalize("NFKC").toLowerCase();
  const digits = [...plain.matchAll(/\d+(?:[.,:/]\d+)*(?:k\b)?/g)].map(([found]) => asValue(found));
  const found: string[] = [];
  let value: number | null = null;
  const flush = () => {
    // "One" counts nothing in "one of them", "no one" and "this one".
    if (value !== null && value !== 1) found.push(String(value));
    value = null;
  };
  for (const word of plain.match(/\p{L}+|[.,;:!?]/gu) ?? []) {
    const small = SMALL.indexOf(word);
    const scale = SCALES[word];
    if (small >= 0) value = (value ?? 0) + small;
    else if (TENS[word]) value = (value ?? 0) + TENS[word];
    else if (scale) value = Math.max(value ?? 1, 1) * scale;
    else if (word !== "and" || value === null) flush();
  }
  flush();
  return [...digits, ...found];
}

function asValue(digits: string): string {
  if (digits.endsWith("k")) return String(Number(digits.slice(0, -1).replace(",", "")) * 1000);
  return digits.replace(/[.,](?=\d{3}(?!\d))/g, "").replace(/^0+(?=\d)/, "");
}

const LINK =
  /(?:https?:\/\/|www\.)\S+|\S+@\S+|\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|net|org|io|example|xyz|de|se|ua|eu|test)\b\S*/gi;

export const known = (texts: readonly string[]): Known => ({
  words: new Set(texts.flatMap(wordsOf)),
  figures: new Set(texts.flatMap(figuresOf)),
  links: texts.join("\n").toLowerCase(),
});

/** What is invented in a draft. `plain`: words of the language that are nobody's name. */
export function inventedIn(draft: string, sources: Known, plain: ReadonlySet<string>): string[] {
  // What is marked as a blank says nothing, unless it holds a figure.
  const shown = draft.replace(/\[[^\]\d]*\?\]/g, "…");
  const links = [...shown.matchAll(LINK)].map(([link]) => link.replace(/[.,;!?)”"]+$/, "").toLowerCase());
  const invented = links.filter((link) => !sources.links.includes(link));
  const rest = shown.replace(LINK, " ");
  for (const figure of figuresOf(rest)) if (!sources.figures.has(figure)) invented.push(figure);
  for (const { 0: word, index } of rest.matchAll(/\p{L}+(?:['’]\p{L}+)?/gu)) {
    const small = word.toLowerCase();
    if (sources.words.has(small)) continue;
    if (COUNTING.has(small)) invented.push(word);
    else if (isName(word, rest.slice(0, index), plain)) invented.push(word);
  }
  return invented;
}

function isName(word: string, before: string, plain: ReadonlySet<string>): boolean {
  const begins = /(^|[.!?:…“"«\n]\s*)$/.test(before);
  if (/^\p{Lu}/u.test(word) && !begins && word.length > 1) return !/^I['’]/.test(word);
  // Of languages that the corpus does not speak only the capitals tell a name.
  return /^[a-z'’]{3,}$/i.test(word) && !plain.has(word.toLowerCase());
}
