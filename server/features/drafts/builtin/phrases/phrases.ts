import type { Tone } from "@sidenote/contract/context";
import { languageOf } from "../../../../core/text/language.ts";
import type { EitherWay } from "./either-way.ts";
import { en } from "./en.ts";
import { FRAMES } from "./frames.ts";
import { SHORT } from "./short-frames.ts";
import type { Tenor } from "./tenors.ts";
import { uk } from "./uk.ts";

/** Of languages that the builtin writer does not write: how a mail begins and ends there, and what every answer has. */
type Frame = {
  language: string;
  locale: string;
  greeting(tone: Tone, name: string | null): string;
  closing(tone: Tone, name: string): string;
  /** `day`: null where it is some days ago, and nobody would name it. */
  thanksForMail(day: string | null): string;
  iWrote(day: string, quote: string): string;
  youWrote(day: string, quote: string): string;
};

export type FramePhrases = Frame & {
  /** Before what they asked, in their words. */
  youAsked(quote: string): string;
  /** The little that is said in all languages, whatever it was wished in. */
  says: Readonly<Record<Alike, string>>;
};

/** How one language says what a business mail says. What is quoted gets its marks here. */
export type Phrases = Frame & {
  /** A question that a yes or no answers, or one of two things, as the sentence that answers it; null where no rule knows how. */
  eitherWay(question: string): EitherWay | null;
  /** A question for a day, a place, a figure or somebody as the sentence that answers it; null where no rule knows how. */
  openQuestion(question: string): EitherWay | null;
  /** A sentence of the member's own again: "As I wrote on 2 February, the price is …". */
  asIWrote(day: string, sentence: string): string;
  asITold(day: string | null, sentence: string): string;
  otherWrote(day: string, author: string, quote: string): string;
  /** "The delivery date is 14 April." */
  factIs(topic: string, value: string): string;
  thanksAlone: string;
  /** How an answer to a mail of that kind begins, in place of thanks for it. */
  meets: Readonly<Record<Tenor, readonly string[]>>;
  /** Thanks for what their mail brought: "here is the signed contract" → "Thank you for the signed contract." */
  thanksFor(thing: string): string;
  getWell: string;
  goodWeekend: string;
  /** What is open in the answer to a complaint, and in the one to a price that is too high. */
  whatIsDone: string;
  whatIsOffered: string;
  comeBackTo(day: string): string;
  iAsked(question: string): string;
  lookingForward: string;
  isThereNews: string;
  declined: string;
  /** "too expensive" as the reason of a refusal; null where it makes no sentence. */
  because(why: string): string | null;
  /** A mail that is known to be about something: "I would like to come back to “Site visit”." */
  followUpOn(subject: string): string;
  meet: string;
  whenSuits: string;
  doesThatSuit: string;
  lookForwardToIt: string;
  /** The times that they named, one or some to choose from, and what is open about them. */
  suits(times: readonly string[]): EitherWay;
  attached(thing: string, asked: boolean): string;
  whichDocument: string;
  introduceTo(whom: string): string;
  whom: string;
  myNameIs(name: string): string;
  /** "The delivery date is [delivery date?]." */
  isOpen(topic: string, gap: string): string;
  /** The time that the member names, said of one of theirs or proposed. */
  itSuits(time: string): string;
  or: string;
  howAbout(time: string): string;
  /** No, to what they ask, in its own words: "Unfortunately we cannot lower the price."; null where it makes no sentence. */
  refusal(asked: EitherWay): string | null;
  /** Yes or no to it. */
  shortly(asked: EitherWay): { yes: string; no: string } | null;
  /** What a mail brought with it: "here is our offer" → "our offer"; null where it brought nothing. */
  brought(sentence: string): string | null;
  sentYou(day: string, thing: string): string;
  hadALook: string;
  sorry: string;
  writingAbout: string;
  whatAbout: string;
  short: ShortReplies & {
    /** `isOne`: of some to choose from. */
    fits(time: string, isOne: boolean): Short;
    fitsNot(times: readonly string[]): Short;
    attach: string;
    /** Yes to something that they want done. */
    willDo: Short;
    /** Yes or no to whether something is so. */
    itIs: Short;
    itIsNot: Short;
    /** Whether anything else is needed. */
    nothing: Short;
    /** They have promised something. */
    forward: Short;
    /** They have not answered. */
    notNow: Short;
  };
  /** Whether they ask for leave, or for consent. */
  asksConsent(ask: string): boolean;
  asksForAnything(ask: string): boolean;
  /** Says no, or that something cannot be. */
  isRefusal: RegExp;
  isApology: RegExp;
  /** What is said before all else. */
  isBadNews: RegExp;
  /** Whether they want something done, rather than know whether it is so. */
  wantsDone(ask: string): boolean;
  warm: string;
  warmEnd: string;
  /** What they want sent: "could you send me your price list" → "our price list". */
  wantedDocument(ask: string): string | null;
  /** A wish in the imperative ("propose next steps") as a sentence; null when there is nothing to say of it. */
  sentence(wish: string): Said | Sought | null;
};

/** A sentence of what was wished. `closed`: what is said where its own open places would be too many. */
export type Said = { text: string; closed?: string };

/** What is looked up. `typed`: how the member's own words stand in the letter where nothing is found; without it that stays open. */
export type Sought = { fact: string; typed?: string };

/** A gist in a word or two, and the sentences. */
export type Short = [label: string, ...sentences: string[]];

/** What a person may want to say in short, in any language. */
export type ShortReplies = {
  yes: Short;
  no: Short;
  time: Short;
  back: Short;
  good: Short;
  agree: Short;
  news: Short;
  talk: Short;
  /** The gist of an answer in the sources' words. */
  answer: string;
};

const WHOLE: Readonly<Record<string, Phrases>> = { en, uk };

/** The phrases of a language; English where it is not known. */
export const phrasesIn = (language: string): Phrases => WHOLE[language] ?? en;
export const frameIn = (language: string): Frame => WHOLE[language] ?? FRAMES[language] ?? en;
export const framePhrasesIn = (language: string): FramePhrases => FRAMES[language] ?? FRAMES.de!;
export const shortIn = (language: string): ShortReplies => WHOLE[language]?.short ?? SHORT[language] ?? en.short;
/** All languages in which a mail can begin and end. */
export const FRAMED: readonly string[] = [...Object.keys(WHOLE), ...Object.keys(FRAMES)];
/** Whether the builtin writer writes whole mails in it. */
export const isWhole = (language: string): boolean => language in WHOLE;
export const hasFrame = (language: string): boolean => language in WHOLE || language in FRAMES;

/** What the member wished, read in the language that it was written in, whatever the letter's is. */
export function wished(wish: string, letter: Phrases): ReturnType<Phrases["sentence"]> {
  const other = phrasesOf(wish, letter);
  if (other === letter) return letter.sentence(wish);
  const said = other.sentence(wish);
  const known = said && "text" in said ? ALIKE.find((one) => other[one] === said.text) : undefined;
  return known ? { text: letter[known] } : said;
}

/** What the writer says in both languages, whatever it was wished in. */
const ALIKE = ["sorry", "thanksAlone", "declined", "whenSuits"] as const satisfies readonly (keyof Phrases)[];
type Alike = (typeof ALIKE)[number];

/** What the member wished in either of the two languages, as a letter in a third says it; null where that is more than it knows. */
export function wishedIn({ says }: FramePhrases, wish: string): string | null {
  const own = phrasesOf(wish, en);
  const said = own.sentence(wish);
  const known = said && "text" in said ? ALIKE.find((one) => own[one] === said.text) : undefined;
  return known ? says[known] : null;
}

/** In whose words the member wrote it. */
export const phrasesOf = (wish: string, letter: Phrases): Phrases =>
  isForeign(wish, letter.language) ? (letter.language === "uk" ? en : uk) : letter;

/** Whether words are in the other of the two languages that are written whole: by their letters, of which a name or two tell nothing. */
export const isForeign = (words: string, language: string): boolean =>
  isWhole(language) &&
  (language === "uk"
    ? !/\p{Script=Cyrillic}/u.test(words) && ENGLISH.test(words)
    : /\p{Script=Cyrillic}{2,}/u.test(words));
const ENGLISH = /(?<![\p{L}-])\p{Ll}{3,}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day/u;

const saysIn = (which: "isRefusal" | "isApology" | "isBadNews") => (text: string) =>
  [en, uk].some((one) => one[which].test(text));
/** In whichever of the two languages it is noted. */
export const isRefusal = saysIn("isRefusal");
export const isApology = saysIn("isApology");
export const isBadNews = saysIn("isBadNews");

/** The language of the member's own words, else of the exchange. */
export function languageFor(own: string, exchange: string): string {
  const words = own.trim();
  const found = words === "" ? languageOf(exchange) : languageOf(words);
  // "Instalments also possible" has one French word: a handful of words leads nobody out of an English exchange.
  const isChance = words.split(/\s+/).length <= A_HANDFUL && !isWhole(found) && isWhole(languageOf(exchange));
  if (hasFrame(found) && !isChance) return found;
  // A word or two tell nothing: "Ціна?" does by its letters, "price" is what everybody writes.
  return /\p{Script=Cyrillic}/u.test(words || exchange) ? "uk" : "en";
}
const A_HANDFUL = 6;
