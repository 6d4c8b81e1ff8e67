import type { SourceQuote, Statement } from "@sidenote/contract/context";
import type { Facts } from "../../context/index.ts";
import { letterLanguage, limitOf, newFrame, type Wish } from "../frame.ts";
import { machine, type Piece, type Pieces, standing } from "../pieces.ts";
import { writeBuiltin } from "./builtin.ts";
import { hasFrame, isForeign, isWhole, type Phrases, type ShortReplies, shortIn } from "./phrases/phrases.ts";
import { phrasesFor } from "./thread.ts";

/** What the built-in writer says in one language, and in its place in the other. */
type Pair = { said: readonly string[]; anew: readonly { text: string; sources?: SourceQuote[] }[] };

type Change = { facts: Facts; written: Wish; wish: Wish; pieces: Pieces; isSelected: (piece: Piece) => boolean };

/** The built-in writer's own sentences as it says them in that language. It translates nothing: all else stands as it is. */
export function inLanguage({ facts, written, wish, pieces, isSelected }: Change): {
  pieces: Pieces;
  limit: string | null;
} {
  const language = letterLanguage(facts, wish);
  const limit = limitOf(wish, language);
  if (wish.language && !hasFrame(wish.language)) return { pieces, limit };
  const before = letterLanguage(facts, written);
  const [wrote, writes] = [writeBuiltin(facts, written).paragraphs, writeBuiltin(facts, wish).paragraphs];
  const framed = newFrame(facts, wish, pieces);
  // A letter as it was written is written anew: the two need not say things in the same places.
  if (standsAs(wrote, pieces) && pieces.paragraphs.flat().every(isSelected))
    return {
      pieces: { ...framed, paragraphs: writes.map((one) => one.map(asMachine)) },
      limit: limit ?? untranslated(writes, wish, language),
    };
  const pairs = [...ofLetters(wrote, writes), ...ofPhrases(facts, before, language)];
  const paragraphs = pieces.paragraphs.map((one) => anew(one, pairs, isSelected));
  const left = paragraphs.flat().filter((one) => one.start >= 0 && isSelected(one));
  const machines = left.filter((one) => !one.typed).length;
  const said = [
    limit,
    left.length > machines && "What you typed stays in your words.",
    standing(machines, "the built-in writer does not translate"),
  ];
  return { pieces: { ...framed, paragraphs }, limit: said.filter(Boolean).join(" ") || null };
}

/** What stands in the letter in another language than its own. */
function untranslated(letter: readonly Statement[][], wish: Wish, language: string): string | null {
  const notes = [wish.purpose, ...wish.keyPoints].filter((one) => isForeign(one, language));
  const isThere = letter.flat().some(({ text }) => isForeign(text, language));
  if (notes.length > 0 && isThere)
    return "What you noted stays in its language: the built-in writer does not translate.";
  const quotes = letter.flat().some(({ text }) => /“[^”]*\p{Script=Cyrillic}{2}|«[^»]*(?<!\p{L})[a-z]{3}/u.test(text));
  return quotes ? "What is quoted stays in its language: the built-in writer does not translate." : null;
}

const asMachine = ({ text, sources }: Statement): Piece => machine(text, sources);

const standsAs = (letter: readonly Statement[][], { paragraphs }: Pieces): boolean => {
  const [said, stands] = [letter.flat(), paragraphs.flat()];
  return said.length === stands.length && stands.every((one, i) => !one.typed && one.text === said[i]!.text);
};

/** Paragraph by paragraph, where both letters have the same ones and rest on the same. */
function ofLetters(before: readonly Statement[][], now: readonly Statement[][]): Pair[] {
  if (before.length !== now.length) return [];
  return before
    .flatMap((said, i) => {
      const there = now[i]!;
      return said.length === there.length ? said.map((one, j) => [[one], [there[j]!]]) : [[said, there]];
    })
    .filter(([said, there]) => restOn(said!) === restOn(there!))
    .map(([said, there]) => ({ said: said!.map((one) => one.text), anew: there! }));
}

const restOn = (statements: readonly Statement[]): string =>
  [...new Set(statements.flatMap((one) => one.sources.map(({ id, start }) => `${id} ${start}`)))].sort().join();

const SHORT = ["yes", "no", "time", "back", "good", "agree", "news", "talk"] as const satisfies (keyof ShortReplies)[];
const FIXED = [
  "thanksAlone",
  "getWell",
  "goodWeekend",
  "declined",
  "meet",
  "whenSuits",
  "warm",
  "warmEnd",
] as const satisfies (keyof Phrases)[];

/** What is said in the same words in every mail, short replies above all. */
function ofPhrases(facts: Facts, before: string, now: string): Pair[] {
  const [old, there] = [shortIn(before), shortIn(now)];
  const short = SHORT.flatMap((kind) => {
    const [[, ...said], [, ...anew]] = [old[kind], there[kind]];
    return said.length === anew.length ? said.map((text, i) => [text, anew[i]!] as const) : [];
  });
  const fixed =
    isWhole(before) && isWhole(now)
      ? FIXED.map((one) => [phrasesFor(facts, before)[one], phrasesFor(facts, now)[one]] as const)
      : [];
  return [...short, ...fixed].map(([said, text]) => ({ said: [said], anew: [{ text }] }));
}

function anew(paragraph: readonly Piece[], pairs: readonly Pair[], isSelected: (piece: Piece) => boolean): Piece[] {
  const made: Piece[] = [];
  for (let at = 0; at < paragraph.length; ) {
    const isSaid = ({ said }: Pair) =>
      said.every((text, i) => {
        const piece = paragraph[at + i];
        return piece && !piece.typed && isSelected(piece) && piece.text.toLowerCase() === text.toLowerCase();
      });
    const pair = pairs.find(isSaid);
    const sources = paragraph[at]!.sources;
    if (pair) made.push(...pair.anew.map((one) => machine(one.text, one.sources ?? sources)));
    else made.push(paragraph[at]!);
    at += pair?.said.length ?? 1;
  }
  return made;
}
