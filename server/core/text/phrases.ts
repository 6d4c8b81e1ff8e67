import { BREAKS } from "./phrase-words.ts";
import { stem } from "./words.ts";

/** A phrase where it stands: `key` is what its forms have in common; `isThing`: what stands before it, or its writing, says so. */
export type Phrase = { key: string; text: string; words: number; isThing: boolean };

const MOST_WORDS = 3;
const FEWEST_LETTERS = 3;

/**
 * What a sentence may be about: runs of up to three words between the little ones, punctuation and names. A number belongs to
 * the name before it ("Polhem 120"), and is nothing by itself.
 */
export function phrasesIn(sentence: string, isName: (word: string) => boolean): Phrase[] {
  const parts = sentence.split(/[^\p{L}\p{N}\s'’-]+|\s[-–—]\s|\n/u).filter((part) => part.trim() !== "");
  return parts.flatMap((part, i) => {
    // "Ada, …" and "…, Ada" call somebody.
    if ((i === 0 || i === parts.length - 1) && /^\s*\p{Lu}[\p{L}'’-]*\s*$/u.test(part)) return [];
    let afterTitle = false;
    const runs: Run[] = [{ words: [], named: false, isFirst: true }];
    for (const word of part.split(/\s+/).map(bare)) {
      const { words } = runs.at(-1)!;
      const lower = word.toLowerCase().replace(/[’']/g, "");
      if (isNumber(word) && isProper(words.at(-1))) words.push(word);
      else if (word === "" || afterTitle || isNumber(word) || lower.length < 2 || BREAKS.has(lower) || isName(lower))
        runs.push({ words: [], named: NAMING.has(lower), isFirst: false });
      else words.push(word);
      afterTitle = TITLES.has(lower);
    }
    return runs.flatMap(phrasesOf);
  });
}

type Run = { words: string[]; named: boolean; isFirst: boolean };

/** After these comes a thing. Languages without articles do without. */
const NAMING = new Set(
  "a an the this that these those our your my his her their its per each every some any no of both which der die das den dem des ein eine einen einem einer unser unsere ihr ihre le la les un une des du el los las una".split(
    " ",
  ),
);
/** After these comes somebody's name. */
const TITLES = new Set("mr mrs ms dr prof herr herrn frau пан пані пана mme m".split(" "));
const WITHOUT_ARTICLES = /\p{Script=Cyrillic}/u;

function phrasesOf({ words: run, named, isFirst }: Run): Phrase[] {
  const found: Phrase[] = [];
  for (let from = 0; from < run.length; from++)
    for (let size = 1; size <= MOST_WORDS && from + size <= run.length; size++) {
      const words = run.slice(from, from + size);
      if (isNumber(words[0]!) || letters(words) < FEWEST_LETTERS) continue;
      const isThing =
        (from === 0 && named) || WITHOUT_ARTICLES.test(words[0]!) || (isProper(words[0]) && !(isFirst && from === 0));
      const key = words.map((word) => stem(word.toLowerCase())).join(" ");
      found.push({ key, text: words.join(" "), words: size, isThing });
    }
  return found;
}

const bare = (word: string): string => word.replace(/^['’-]+|['’-]+$|['’]s$/gu, "");
const isNumber = (word: string): boolean => /^\p{N}[\p{N}-]*$/u.test(word);
const isProper = (word: string | undefined): boolean => word !== undefined && /^\p{Lu}/u.test(word);
const letters = (words: readonly string[]): number => words.join("").replace(/[^\p{L}]/gu, "").length;
