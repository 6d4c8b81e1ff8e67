/** `Dr.`, `Prof.`, `Dipl.-Ing.`: nobody is called by it. */
const TITLE = /^\p{L}{2,5}\.(-\p{L}{2,5}\.)?$/u;

const LETTER = /\p{L}/u;

/** What somebody is called in a sentence: the first name, or what stands before the @. A flower before it is not the name. */
export function firstName(name: string): string {
  if (name.includes("@")) return name.split("@")[0]!;
  const all = name.trim().split(/\s+/);
  const words = all.some((word) => LETTER.test(word)) ? all.filter((word) => LETTER.test(word)) : all;
  return words.find((word, i) => i === words.length - 1 || !TITLE.test(word)) || name;
}

/** `2,505`: without asking the browser for a format, which takes it longer than a card. */
export const grouped = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ",");

/** `1 mail`, `3 mails`, `2,505 mails`. */
export const count = (n: number, one: string, many: string = `${one}s`): string =>
  `${grouped(n)} ${n === 1 ? one : many}`;

/** At the beginning of a sentence: `Mail`, `3 mails`. */
export const countMails = (n: number): string => (n === 1 ? "Mail" : count(n, "mail"));
