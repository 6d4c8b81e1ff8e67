/** Figures as values, so that "12,000", "12.000", "12 000" and "twelve thousand" are the same, and "12" is another. */
const SMALL =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = " ten twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const SCALES: Readonly<Record<string, number>> = { hundred: 100, thousand: 1000, million: 1e6, billion: 1e9 };
/** Ordinals, as in "the nineteenth of August", and amounts without a figure, which must stand in the source as they are. */
const ORDINALS =
  "third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth".split(
    " ",
  );
const AMOUNTS = new Set(
  "dozen dozens half halves quarter quarters third thirds fifths hundreds thousands millions twice thrice double doubled triple tripled couple several zero nil nothing".split(
    " ",
  ),
);

export function isNumberWord(word: string): boolean {
  // "One" counts nothing in "one of them".
  if (word === "one" || word === "nothing") return false;
  return figureOf(word) !== word || AMOUNTS.has(word);
}

/** The value of a number word; a word that is none stays as it is. */
export function figureOf(word: string): string {
  if (AMOUNTS.has(word)) return `amount:${word}`;
  const ordinal = ORDINALS.indexOf(word);
  if (ordinal >= 0) return String(ordinal === 18 ? 30 : ordinal + 3);
  const parts = word.split("-");
  const values = parts.map((part) => {
    const small = SMALL.indexOf(part);
    if (small >= 0) return small;
    const tens = TENS.indexOf(part);
    if (tens > 0) return tens * 10;
    return SCALES[part] ?? (ORDINALS.includes(part) ? ORDINALS.indexOf(part) + 3 : part === "first" ? 1 : Number.NaN);
  });
  if (values.some(Number.isNaN) || (parts.length === 1 && word === "first")) return word;
  return String(
    values.reduce((sum, value) => ([100, 1000, 1e6, 1e9].includes(value) && sum > 0 ? sum * value : sum + value), 0),
  );
}

/** "28 856,00" → 28856; a time, a date or a range stays as it is written. */
export function valueOfDigits(text: string): string {
  const plain = text.toLowerCase().replace(/[  ']/g, "");
  const [, digits, scale] = /^([\d.,]+)([km])?$/.exec(plain) ?? [];
  if (digits === undefined) return plain;
  const grouped = /^\d{1,3}([.,]\d{3})+$/.test(digits) ? digits.replace(/[.,]/g, "") : digits;
  const parts = grouped.split(/[.,]/);
  const decimals = parts.length > 1 ? parts.pop()! : "";
  const value = Number(`${parts.join("")}${decimals ? `.${decimals}` : ""}`);
  // More than one point and no groups: a version, a date.
  if (!/^\d{1,3}([.,]\d{3})*([.,]\d+)?$|^\d+([.,]\d+)?$/.test(digits)) return digits;
  return String(value * (scale === "k" ? 1000 : scale === "m" ? 1e6 : 1));
}
