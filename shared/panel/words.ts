/** `Dr.`, `Prof.`, `Dipl.-Ing.`: nobody is called by it. */
const TITLE = /^\p{L}{2,5}\.(-\p{L}{2,5}\.)?$/u;

/** What somebody is called in a sentence: the first name, or what stands before the @. */
export function firstName(name: string): string {
  if (name.includes("@")) return name.split("@")[0]!;
  const words = name.trim().split(/\s+/);
  return words.find((word, i) => i === words.length - 1 || !TITLE.test(word)) || name;
}

/** `1 mail`, `3 mails`. */
export const count = (n: number, one: string, many: string = `${one}s`): string => `${n} ${n === 1 ? one : many}`;
