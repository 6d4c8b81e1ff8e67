import { stem } from "../../core/text/words.ts";

const WORD = /[\p{L}\p{N}]+/gu;

/** Finds where the words of a query stand in a passage. A word matches by its beginning, as stemming would have it. */
export function markerOf(query: string): (passage: string) => { start: number; end: number }[] {
  const stems = [...new Set([...query.toLowerCase().matchAll(WORD)].map(([word]) => stem(word)))].filter(
    (one) => one.length > 1,
  );
  if (stems.length === 0) return () => [];
  const isFound = (word: string): boolean =>
    stems.some((one) => word === one || (one.length > 2 && word.startsWith(one) && word.length - one.length <= 4));
  return (passage) =>
    [...passage.matchAll(WORD)]
      .filter(([word]) => isFound(word.toLowerCase()))
      .map(({ 0: word, index }) => ({ start: index, end: index + word.length }));
}
