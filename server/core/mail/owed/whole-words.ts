/** What stands in a sentence in whole words, whatever their letters: `\b` knows ASCII alone. */
export const wholeWords = (words: string): RegExp => new RegExp(String.raw`(?<!\p{L})(?:${words})(?!\p{L})`, "iu");

/** Both persons of verbs that end alike: "e en" of "schick" are "schicke" and "schicken". */
export const persons = (endings: string, stems: string): string =>
  `(?:${stems.replaceAll(" ", "|")})(?:${endings.replaceAll(" ", "|")})`;
