import type { DraftChange } from "@sidenote/contract/drafts";
import { dayWords } from "../../../core/text/dates.ts";
import { bestSentences, type Facts } from "../../context/index.ts";
import { isCourtesy, isMereCourtesy } from "../check/deals.ts";
import { letterLanguage, newFrame, type Wish } from "../frame.ts";
import { machine, type Piece, type Pieces } from "../pieces.ts";
import { wishesIn } from "./asked.ts";
import { inLanguage } from "./language.ts";
import { withoutLead } from "./lead-ins.ts";
import { noted } from "./noted.ts";
import { isApology, isBadNews, isWhole, wished } from "./phrases/phrases.ts";
import { tellable } from "./tell.ts";
import { phrasesFor } from "./thread.ts";
import { wanted } from "./wanted.ts";

/** A draft as rules can change it, and what they cannot do, in a sentence for a person. */
export type Changed = { pieces: Pieces; limit: string | null };

/** `written`: the wish that the draft was written for. */
type Change = { facts: Facts; written: Wish; wish: Wish; pieces: Pieces; isSelected: (piece: Piece) => boolean };

export function changeBuiltin(how: DraftChange, change: Change): Changed {
  switch (how) {
    case "shorter":
      return shorter(change);
    case "longer":
      return longer(change);
    case "warmer":
      return warmer(change);
    case "more_formal":
      return moreFormal(change);
    case "language":
      return inLanguage(change);
    case "rewrite":
      return {
        pieces: change.pieces,
        limit: "The built-in writer does not put sentences in other words. Edit it yourself, or connect a model.",
      };
  }
}

const SHORTEST = "It is as short as it can be without leaving out what it says.";
const YOURS = "What you typed stays in your words.";

/** Courtesies and lead-ins go; what is said and what is asked stays, and what the member noted, however courteous. */
function shorter({ facts, written, pieces, isSelected }: Change): Changed {
  const noted = new Set(notesOf(facts, written));
  const isSaid = ({ text, sources }: Piece) =>
    sources.length > 1 || noted.has(text) || text.endsWith("?") || !isMereCourtesy(text);
  const isKept = (one: Piece) => one.typed || !isSelected(one) || isSaid(one);
  const kept = pieces.paragraphs
    .map((paragraph) => paragraph.filter(isKept))
    .map((paragraph) =>
      paragraph.map((one) => (one.typed || !isSelected(one) ? one : { ...one, text: withoutLead(one.text) })),
    )
    .filter((paragraph) => paragraph.length > 0);
  const isShorter = kept.length > 0 && lengthOf(kept) < lengthOf(pieces.paragraphs);
  return isShorter
    ? { pieces: { ...pieces, paragraphs: kept }, limit: null }
    : { pieces, limit: pieces.paragraphs.flat().every((one) => one.typed) ? YOURS : SHORTEST };
}

/** The sentences that the member's notes became. */
function notesOf(facts: Facts, written: Wish): string[] {
  const phrases = phrasesFor(facts, letterLanguage(facts, written));
  return noted(written, phrases)
    .keyPoints.flatMap(wishesIn)
    .flatMap((wish) => {
      const said = wished(wish, phrases);
      const text = said && ("text" in said ? said.text : said.typed);
      return text ?? [];
    });
}

const lengthOf = (paragraphs: readonly Piece[][]): number =>
  paragraphs.flat().reduce((sum, one) => sum + one.text.length, 0);

const MOST_MORE = 2;
const LEAST_FIT = 0.2;

/** What else they were told about the same, if there is any. */
function longer({ facts, wish, pieces }: Change): Changed {
  const language = letterLanguage(facts, wish);
  const phrases = phrasesFor(facts, language);
  const said = pieces.paragraphs.flat();
  // Of what was told before it is no longer known what still holds.
  if (said.some(({ text }) => isBadNews(text) || isApology(text)))
    return { pieces, limit: "The sources say nothing more about it." };
  const cited = new Set(said.flatMap((one) => one.sources.map((source) => `${source.id} ${source.start}`)));
  const theirs = facts.thread.findLast((source) => source.by === "them")?.text.slice(0, 600) ?? "";
  const more = bestSentences(facts, `${said.map((one) => one.text).join(" ")} ${theirs}`.slice(0, 1500), {
    least: 0,
    limit: 12,
    accept: ({ id, start, source, quote }) =>
      source.by === "you" &&
      source.seen &&
      !cited.has(`${id} ${start}`) &&
      !/\?/.test(quote) &&
      !isCourtesy(quote) &&
      isAboutIt(quote, said),
  })
    .flatMap((sentence) => {
      const told = tellable(sentence, wanted("", false));
      const { id, quote, start, end, source } = sentence;
      return told?.as === "again" && source.at
        ? [
            machine(phrases.asIWrote(dayWords(source.at, facts, phrases.locale), told.text), [
              { id, quote, start, end },
            ]),
          ]
        : [];
    })
    .slice(0, MOST_MORE);
  return more.length > 0 && isWhole(language)
    ? { pieces: { ...pieces, paragraphs: [...pieces.paragraphs, more] }, limit: null }
    : { pieces, limit: "The sources say nothing more about it." };
}

const words = (text: string): string[] => text.toLowerCase().match(/\p{L}{5,}/gu) ?? [];
const isAboutIt = (quote: string, said: readonly Piece[]): boolean => {
  const there = new Set(said.flatMap((one) => words(one.text)));
  const own = words(quote);
  return own.length > 0 && own.filter((one) => there.has(one)).length / own.length >= LEAST_FIT;
};

const framed = ({ facts, wish, pieces }: Change): Pieces => ({ ...pieces, ...newFrame(facts, wish, pieces) });

function warmer(change: Change): Changed {
  const language = letterLanguage(change.facts, change.wish);
  const { warm, warmEnd } = phrasesFor(change.facts, language);
  const pieces = framed(change);
  const said = pieces.paragraphs.flat().map((one) => one.text);
  if (said.includes(warm) || said.includes(warmEnd) || !isWhole(language))
    return { pieces, limit: "It is as warm as the built-in writer can be." };
  const [first = [], ...rest] = pieces.paragraphs;
  // Who has to hear of something that went wrong is not asked how they are.
  const hopes = said.some((text) => isApology(text)) ? [] : [machine(warm)];
  return {
    pieces: { ...pieces, paragraphs: [[...hopes, ...first], ...rest, [machine(warmEnd)]] },
    limit: null,
  };
}

const SHORT_FORMS: readonly [RegExp, string][] = [
  [/\b(can)['’]t\b/gi, "cannot"],
  [/\bwon['’]t\b/gi, "will not"],
  [/\b(do|does|did|is|are|was|were|has|have|had|would|could|should)n['’]t\b/gi, "$1 not"],
  [/\bI['’]m\b/g, "I am"],
  [/\b(we|you|they)['’]re\b/gi, "$1 are"],
  [/\b(I|we|you|they)['’]ve\b/gi, "$1 have"],
  [/\b(I|we|you|they|he|she|it)['’]ll\b/gi, "$1 will"],
  [/\b(I|we|you|they)['’]d like\b/gi, "$1 would like"],
];

function moreFormal(change: Change): Changed {
  const { warm, warmEnd } = phrasesFor(change.facts, letterLanguage(change.facts, change.wish));
  const pieces = framed(change);
  const paragraphs = pieces.paragraphs
    .map((paragraph) =>
      paragraph
        .filter((one) => one.typed || (one.text !== warm && one.text !== warmEnd))
        .map((one) =>
          one.typed || one.sources.some(({ quote }) => one.text.includes(quote))
            ? one
            : { ...one, text: SHORT_FORMS.reduce((text, [form, long]) => text.replace(form, long), one.text) },
        ),
    )
    .filter((paragraph) => paragraph.length > 0);
  return { pieces: { ...pieces, paragraphs }, limit: null };
}
