import { stem } from "../../core/text/words.ts";

/** Where the words of a query stand in a passage. A word matches by its beginning, as stemming would have it. */
export function marksIn(passage: string, query: string): { start: number; end: number }[] {
  const stems = [...new Set([...query.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)].map(([word]) => stem(word)))].filter(
    (one) => one.length > 1,
  );
  const marks: { start: number; end: number }[] = [];
  for (const match of passage.matchAll(/[\p{L}\p{N}]+/gu)) {
    const word = match[0].toLowerCase();
    if (
      stems.some((one) => word === one || (one.length > 2 && word.startsWith(one) && word.length - one.length <= 4))
    ) {
      marks.push({ start: match.index, end: match.index + match[0].length });
    }
  }
  return marks;
}
