import { TONE_WORDS } from "./tone-words.ts";

/** Courtesies weigh little: everybody says thanks. */
const WEIGHTS = { courtesy: 0.3, warm: 1, glad: 2, cool: -1, cross: -2.5 } as const;
const NEGATED = -0.7;
const LOUDER = 1.5;
/** So many words before a word may turn it or make it louder. */
const REACH = 3;
/** Above this one sum says as much as any larger one. */
const FULL = 4;

type Lexicon = {
  weights: ReadonlyMap<string, number>;
  stems: readonly (readonly [string, number])[];
  negations: Matcher;
  louder: Matcher;
};
type Matcher = (word: string) => boolean;

const lexicons = new Map<string, Lexicon>();

/** Whether tone can be judged in this language at all. */
export const hasTone = (language: string): boolean => language in TONE_WORDS;

/** How a sentence sounds by its words: below zero cool, above it warm; null where no word tells. */
export function toneOf(sentence: string, language: string): number | null {
  const lexicon = lexiconOf(language);
  if (!lexicon) return null;
  let sum = 0;
  let told = false;
  // What one clause denies, the next one says all the same.
  for (const clause of sentence
    .toLowerCase()
    .replace(/[’ʼ]/g, "'")
    .split(/[^\p{L}\p{N}\s'-]+/u)) {
    const words = clause.match(/[\p{L}']+/gu) ?? [];
    words.forEach((word, i) => {
      const weight = lexicon.weights.get(`${word}_${words[i + 1]}`) ?? weightOf(lexicon, word);
      if (weight === null) return;
      told = true;
      const before = words.slice(Math.max(0, i - REACH), i);
      sum += weight * (before.some(lexicon.negations) ? NEGATED : 1) * (before.some(lexicon.louder) ? LOUDER : 1);
    });
  }
  return told ? Math.round((sum / Math.sqrt(sum * sum + FULL)) * 100) / 100 : null;
}

function weightOf({ weights, stems }: Lexicon, word: string): number | null {
  const whole = weights.get(word);
  if (whole !== undefined) return whole;
  return stems.find(([stem]) => word.startsWith(stem))?.[1] ?? null;
}

function lexiconOf(language: string): Lexicon | null {
  const words = TONE_WORDS[language];
  if (!words) return null;
  let lexicon = lexicons.get(language);
  if (!lexicon) {
    const entries = Object.entries(WEIGHTS).flatMap(([kind, weight]) =>
      words[kind as keyof typeof WEIGHTS].split(" ").map((word) => [word, weight] as const),
    );
    lexicon = {
      weights: new Map(entries.filter(([word]) => !word.endsWith("*"))),
      stems: entries
        .filter(([word]) => word.endsWith("*"))
        .map(([word, weight]) => [word.slice(0, -1), weight] as const),
      negations: matcher(words.negations),
      louder: matcher(words.louder),
    };
    lexicons.set(language, lexicon);
  }
  return lexicon;
}

function matcher(list: string): Matcher {
  const words = list.split(" ");
  const whole = new Set(words);
  const stems = words.filter((word) => word.endsWith("*")).map((word) => word.slice(0, -1));
  return (word) => whole.has(word) || stems.some((stem) => word.startsWith(stem));
}
