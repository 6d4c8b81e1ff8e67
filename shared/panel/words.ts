/** `Dr.`, `Prof.`, `Dipl.-Ing.`: nobody is called by it. */
const TITLE = /^\p{L}{2,5}\.(-\p{L}{2,5}\.)?$/u;

/** What somebody is called in a sentence: the first name, or what stands before the @. */
export function firstName(name: string): string {
  if (name.includes("@")) return name.split("@")[0]!;
  const words = name.trim().split(/\s+/);
  return words.find((word, i) => i === words.length - 1 || !TITLE.test(word)) || name;
}

/** `2,505`: without asking the browser for a format, which takes it longer than a card. */
export const grouped = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ",");

/** `1 mail`, `3 mails`, `2,505 mails`. */
export const count = (n: number, one: string, many: string = `${one}s`): string =>
  `${grouped(n)} ${n === 1 ? one : many}`;
