import type { ForYourEyes, Statement } from "@sidenote/contract/context";
import { type Ask, asksIn } from "../../../core/mail/owed/asks.ts";
import { dayWords } from "../../../core/text/dates.ts";
import { type FactSource, type Facts, type Sentence, sentencesOf } from "../../context/index.ts";
import type { Wish } from "../frame.ts";
import { blank, cited, MOST_BLANKS } from "../letter.ts";
import { answersTo } from "./asked.ts";
import { type Kind, kindOf } from "./kinds.ts";
import { Lookup } from "./lookup.ts";
import { type FramePhrases, framePhrasesIn, wishedIn } from "./phrases/phrases.ts";
import { questionsIn } from "./questions.ts";
import { isRecent } from "./thread.ts";
import { wanted } from "./wanted.ts";

const LEAST_FIT = 0.5;

/**
 * The middle of a mail in a language that the builtin writer hardly knows: thanks, what they asked and what they were told
 * about it in the words that were used, and what the member typed, as typed. The rest is blank.
 */
export function frameLetter(
  facts: Facts,
  wish: Wish,
  language: string,
): { paragraphs: Statement[][]; eyes: ForYourEyes[] } {
  const phrases = framePhrasesIn(language);
  const day = (at: string) => dayWords(at, facts, phrases.locale);
  const { kind, more } = kindOf(wish.purpose, facts.thread.length > 0);
  const theirs = facts.thread.filter((source) => source.by === "them").at(-1);
  const first = theirs && sentencesOf(theirs)[0];
  const paragraphs: Statement[][] = [];
  const eyes: ForYourEyes[] = [];
  let blanks = 0;
  const open = (what: string): string | null => (blanks++ < MOST_BLANKS ? blank(what) : null);
  const thanks =
    theirs?.at && kind !== "new" ? phrases.thanksForMail(isRecent(theirs.at, facts) ? null : day(theirs.at)) : null;
  if (thanks !== null && first) paragraphs.push([cited(thanks, first)]);
  const asks = theirs && kind === "answer" ? asksIn(theirs.text, theirs.said).flatMap(questionsIn).slice(0, 3) : [];
  for (const ask of asks) {
    const { statements, inside } = answerIn(facts, phrases, ask, theirs!);
    if (statements) {
      paragraphs.push(statements);
      continue;
    }
    const source = { id: theirs!.id, quote: ask.text, start: ask.start, end: ask.end };
    const gap = open(ask.text);
    for (const { id, quote, start, end } of inside)
      eyes.push({ blank: gap?.slice(1, -1) ?? null, source: { id, quote, start, end } });
    if (gap) paragraphs.push([cited(gap, source)]);
  }
  const said = [more, ...wish.keyPoints]
    .filter((one) => one.trim() !== "")
    .flatMap((one) => wishedIn(phrases, one) ?? asTyped(one) ?? open(one) ?? []);
  const usual = said.length === 0 && USUAL[kind];
  if (usual) said.push(phrases.says[usual]);
  // Nobody thanks twice.
  const isThanked = thanks !== null && first !== undefined;
  const own = said.filter((text) => !isThanked || text !== phrases.says.thanksAlone);
  if (own.length > 0) paragraphs.push(own.map((text) => cited(text)));
  if (paragraphs.length === 0 || (kind !== "answer" && said.length === 0)) {
    const gap = open("…");
    if (gap) paragraphs.push([cited(gap)]);
  }
  return { paragraphs, eyes };
}

/** What they ask with what they have been told about it, null where that is nothing; and what is the member's to decide on. */
export function answerIn(
  facts: Facts,
  phrases: FramePhrases,
  ask: Ask,
  theirs: FactSource,
): { statements: Statement[] | null; inside: readonly Sentence[] } {
  const { known, inside } = new Lookup(facts).find(ask.text, wanted("", false), {
    accept: answersTo(ask.text, theirs),
    least: LEAST_FIT,
  });
  if (!known) return { statements: null, inside };
  const { sentence } = known;
  const day = dayWords(sentence.source.at ?? facts.now, facts, phrases.locale);
  const asked = cited(phrases.youAsked(ask.text), { id: theirs.id, quote: ask.text, start: ask.start, end: ask.end });
  return { statements: [asked, cited(phrases.iWrote(day, sentence.quote), sentence)], inside };
}

/** What a mail of that kind says where nothing else was wished. */
const USUAL: Partial<Record<Kind, keyof FramePhrases["says"]>> = {
  thank: "thanksAlone",
  decline: "declined",
  schedule: "whenSuits",
};

const FEWEST_WORDS = 4;

/** What reads as a sentence is one; a word or two are a note of what to write. */
function asTyped(point: string): string | null {
  const words = point.trim();
  if (!/[.!?]$/.test(words) && words.split(/\s+/).length < FEWEST_WORDS) return null;
  return words.charAt(0).toUpperCase() + words.slice(1).replace(/([^.!?])$/, "$1.");
}
