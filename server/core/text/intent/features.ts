/** What a sentence's words, in lower case, stand for: addresses and figures are all alike, so no weight can hold one. */
export const intentWords = (sentence: string): string[] =>
  [
    ...sentence
      .normalize("NFKC")
      .replace(/https?:\S+|www\.\S+|\$LINK/g, " xlink ")
      .replace(/\S*@\S+/g, " xmail ")
      .matchAll(/\p{L}+(?:['’]\p{L}+)?|\d+|[?!:]/gu),
  ].map(([word]) => (/^\d/.test(word) ? "0" : word.toLowerCase().replace("’", "'")));

/** What asks, offers or advertises in a way that no two words show. */
const PATTERNS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ["ends-with-question", /\?["”’)]*$/],
  ["question", /\?/],
  ["exclamation", /!/],
  ["ends-with-colon", /:\s*$/],
  ["please", /\b(please|pls|plz)\b/i],
  ["starts-with-please", /^\W*please\b/i],
  ["could-you", /\b(could|can|would|will) (you|u)\b/i],
  ["if-you", /\bif you\b/i],
  ["starts-with-if", /^\W*if\b/i],
  ["starts-with-to", /^\W*to\b/i],
  ["let-know", /\blet (me|us|him|her|them) know\b/i],
  ["we-need", /\b(i|we)( \w+)? (need|want|would like|'d like|hope|wonder)/i],
  ["you-need", /\byou (need|have|should|must|will|can|may|might)\b/i],
  [
    "starts-as-question",
    /^\W*(what|when|where|who|why|how|which|is|are|do|does|did|can|could|would|will|should|shall|have|has|may)\b/i,
  ],
  ["lets", /\blet'?s\b/i],
  ["we-will", /\b(i|we)('ll| will| shall| can| could| would| may| might)\b/i],
  ["link", /https?:|www\.|\$LINK/i],
  ["bulk", /\bclick|subscribe|address book|inbox\b/i],
  ["shouts", /\b[A-Z]{4,}\b/],
  ["money", /\$\d/],
  ["thanks", /\bthank/i],
  ["past", /\b(was|were|had|did|asked|said|told)\b/i],
  ["soon", /\b(today|tomorrow|tonight|monday|tuesday|wednesday|thursday|friday|week|asap)\b/i],
  ["give-me", /\b(call|give|send|tell|get) me\b/i],
  ["addressed", /^\p{Lu}\p{L}+,/u],
];
const LENGTH_STEP = 5;
const LONGEST_STEP = 6;

/** The marks of a sentence: words, pairs, the first, second and last word, patterns (`m:`) and length. */
export function intentFeatures(sentence: string): string[] {
  const words = intentWords(sentence);
  const framed = ["^", ...words, "$"];
  const pairs = framed.slice(1).map((word, i) => `${framed[i]}_${word}`);
  const places = words.length > 0 ? [`1:${words[0]}`, `2:${words[1] ?? ""}`, `z:${words.at(-1)}`] : [];
  const patterns = PATTERNS.filter(([, pattern]) => pattern.test(sentence)).map(([name]) => `m:${name}`);
  const length = `l:${Math.min(LONGEST_STEP, Math.floor(words.length / LENGTH_STEP))}`;
  return [...new Set([...words, ...pairs, ...places, ...patterns, length])];
}
