/** Words that say little by themselves, in the languages that come most. */
export const LITTLE_WORDS: ReadonlySet<string> = new Set(
  (
    "a about after all also am an and any are as at be been before but by can could did do does down for from get go had has have he her here him his how i " +
    "if in into is it its just like me more most my no nor not now of off on once one only or other our out over own she should so some such than that the " +
    "their them then there these they this those through to too under until up very was we were what when where which while who whom why will with would you your " +
    "und der die das ist nicht mit für auf ein eine les des est une pour dans que qui і та що як на не у в з до за по це ми ви він вона"
  ).split(" "),
);

export const wordsIn = (text: string): string[] =>
  [
    ...text
      .normalize("NFKC")
      .toLowerCase()
      .matchAll(/[\p{L}\p{N}]+/gu),
  ].map(([word]) => word);

/** A word without its commonest endings: enough to tell that "deposits" and "deposit" are one, and "takes" and "take". */
export const stem = (word: string): string =>
  (word.length > 4
    ? word.replace(/(ations?|ingly|edly|ings?|ed|ies|es|s|ly|ий|ого|ому|ами|ах|ів|и|а|у|і)$/u, "")
    : word
  ).replace(/(?<=[a-z]{3})e$/, "");

/** What a text is about: its words without the little ones, stemmed. */
export const contentWords = (text: string): Set<string> =>
  new Set(
    wordsIn(text)
      .filter((word) => !LITTLE_WORDS.has(word))
      .map(stem),
  );

/** How much of `query` stands in `text`, 0 to 1, by content words. */
export function overlap(query: ReadonlySet<string>, text: ReadonlySet<string>): number {
  if (query.size === 0) return 0;
  let found = 0;
  for (const word of query) if (text.has(word)) found++;
  return found / query.size;
}
