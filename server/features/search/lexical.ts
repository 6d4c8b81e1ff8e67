import { LITTLE_WORDS } from "../../core/text/words.ts";

/**
 * The `lexical` vector of a text: its words and their three-letter pieces, hashed into 1,024 places, unit length. Needs no
 * model and no corpus; good for "similar to this", not for meaning. Sparse: compared exactly, by cosine.
 */
export const LEXICAL_MODEL = "lexical-1";
export const LEXICAL_SIZE = 1024;

/** Pieces of a word count less than the word itself: they catch endings and typos. */
const PIECE_WEIGHT = 0.35;

/** Place → value, for every place that is not zero. Empty for a text without words. */
export function lexicalVector(text: string): Map<number, number> {
  const counts = new Map<number, number>();
  const add = (feature: string, weight: number) => {
    const place = hash(feature) % LEXICAL_SIZE;
    counts.set(place, (counts.get(place) ?? 0) + weight);
  };
  for (const [word, times] of wordsOf(text)) {
    const weight = (1 + Math.log(times)) * rarity(word);
    add(word, weight);
    const padded = `^${word}$`;
    for (let at = 0; at + 3 <= padded.length; at++)
      add(`#${padded.slice(at, at + 3)}`, (weight * PIECE_WEIGHT) / Math.sqrt(word.length));
  }
  const length = Math.sqrt([...counts.values()].reduce((sum, value) => sum + value * value, 0));
  return new Map([...counts].map(([place, value]) => [place, value / length]));
}

function wordsOf(text: string): Map<string, number> {
  const words = new Map<string, number>();
  for (const [word] of text
    .normalize("NFKC")
    .toLowerCase()
    .matchAll(/[\p{L}\p{N}]{2,40}/gu))
    words.set(word, (words.get(word) ?? 0) + 1);
  return words;
}

/** A stand-in for inverse document frequency: little words say little, long ones more. */
const rarity = (word: string): number => (LITTLE_WORDS.has(word) ? 0.15 : Math.min(1, 0.5 + word.length / 14));

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}
