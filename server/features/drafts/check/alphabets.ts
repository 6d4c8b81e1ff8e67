import { wordsIn } from "../../../core/text/words.ts";

const CYRILLIC = /\p{Script=Cyrillic}/u;
const QUOTED = /["“«][^"”»]*["”»]/g;

/**
 * The words of a sentence, in small letters, that are written in another alphabet, Latin or Cyrillic, than most of it: what a
 * person writes so is a name, and a model that falls from one language into another means nothing. What is quoted does not count.
 */
export function strayWords(sentence: string): string[] {
  const words = wordsIn(sentence.replace(QUOTED, " ")).filter((word) => /\p{L}/u.test(word));
  const [cyrillic, others] = [
    words.filter((word) => CYRILLIC.test(word)),
    words.filter((word) => !CYRILLIC.test(word)),
  ];
  return cyrillic.length < others.length ? cyrillic : others;
}
