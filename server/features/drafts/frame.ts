import type { Tone } from "@sidenote/contract/context";
import type { VoiceFrame } from "@sidenote/contract/voice";
import { isGivenName } from "../../core/mail/people/given-names.ts";
import { inLatin } from "../../core/text/latin.ts";
import { spokenName } from "../../core/text/names.ts";
import type { Facts } from "../context/index.ts";
import { kindOf } from "./builtin/kinds.ts";
import { FRAMED, frameIn, hasFrame, isWhole, languageFor } from "./builtin/phrases/phrases.ts";
import { phrasesFor } from "./builtin/thread.ts";
import type { Letter } from "./letter.ts";
import { machine, type Pieces } from "./pieces.ts";
import { inVoice } from "./voice.ts";

/** What the member wants to have written. */
export type Wish = {
  purpose: string;
  keyPoints: string[];
  tone: Tone | null;
  language?: string | null;
  voice?: VoiceFrame;
  /** Courtesies that the member takes out of drafts. */
  dropped?: readonly string[];
};

/** Greeting and closing in the language of the letter; a model's own are replaced by these. */
export function frameOf(facts: Facts, wish: Wish): Pick<Letter, "greeting" | "closing"> {
  const language = letterLanguage(facts, wish);
  const phrases = language === "uk" ? phrasesFor(facts, language) : frameIn(language);
  const tone = wish.tone ?? toneOf(facts);
  // A tone that was asked for comes before habit.
  const habit = wish.tone === null ? wish.voice : undefined;
  const signed = phrases.language === "uk" || !isCyrillic(wish.voice?.signOff) ? wish.voice?.signOff : null;
  // In the letters of the exchange a name stays as the member writes it there, whatever the tone.
  const kept = habit ? signed : isCyrillic(signed) ? signed : null;
  const signOff = kept ?? (tone === "formal" ? facts.member.name : firstName(facts.member.name));
  const own = inVoice(habit, phrases.language, facts.person.name);
  const name = nameFor(facts, tone);
  return {
    greeting: own.greeting ?? phrases.greeting(tone, name && phrases.language !== "uk" ? inLatin(name) : name),
    closing: own.closing ? `${own.closing}\n${signOff}` : phrases.closing(tone, signOff),
  };
}

const isCyrillic = (text: string | null | undefined): boolean => /\p{Script=Cyrillic}/u.test(text ?? "");

export function letterLanguage(facts: Facts, wish: Wish): string {
  if (wish.language) return hasFrame(wish.language) ? wish.language : "en";
  const { more } = kindOf(wish.purpose, facts.thread.length > 0);
  const theirs = facts.thread.filter((one) => one.by === "them").at(-1) ?? facts.thread.at(-1);
  const said = theirs?.said.map((span) => theirs.text.slice(span.start, span.end)).join("\n") ?? "";
  return languageFor([more, ...wish.keyPoints].join(" "), said.slice(0, 2000));
}

/** Greeting and closing of that tone and language, where the member did not write them. */
export function newFrame(facts: Facts, wish: Wish, { greeting, closing }: Pieces): Omit<Pieces, "paragraphs"> {
  const frame = frameOf(facts, wish);
  return {
    greeting: greeting && (greeting.typed ? greeting : machine(frame.greeting)),
    closing: closing && (closing.typed ? closing : machine(frame.closing)),
  };
}

const TONES = ["friendly", "formal", "casual"] as const;

/** In which language and tone a draft begins and ends; as wished, where it has another beginning and end. */
export function frameFound(facts: Facts, wish: Wish, { greeting, closing }: Pieces): Pick<Wish, "tone" | "language"> {
  const usual = letterLanguage(facts, wish);
  const all = [usual, ...FRAMED].flatMap((language) =>
    [wish.tone, ...TONES].map((tone) => {
      const frame = frameOf(facts, { ...wish, language, tone });
      return { language, tone, fits: +(frame.greeting === greeting?.text) + +(frame.closing === closing?.text) };
    }),
  );
  const { language, tone } = all.reduce((best, one) => (one.fits > best.fits ? one : best));
  return { language, tone };
}

/** What cannot be done in this language, in a sentence for a person. */
export function limitOf(wish: Wish, language: string): string | null {
  const name = (code: string) => new Intl.DisplayNames(["en"], { type: "language" }).of(code) ?? code;
  if (wish.language && !hasFrame(wish.language))
    return `The built-in writer does not know ${name(wish.language)}. A connected model may.`;
  if (isWhole(language)) return null;
  return `In ${name(language)} the built-in writer knows how a mail begins and ends, and how a question is taken up. The rest is yours, or a connected model’s.`;
}

const firstName = (name: string): string => spokenName(name)?.first ?? name.split(/\s+/)[0] ?? name;

/** One word alone may be a company's: only a given name is greeted by it. */
function nameFor(facts: Facts, tone: Tone): string | null {
  const name = spokenName(facts.person.name);
  if (!name || (name.whole === name.first && !isGivenName(name.whole))) return null;
  return tone === "formal" && !isByFirstName(facts) ? name.whole : (name.first ?? name.whole);
}

/** "Dear Paul": who calls the member so is called so. */
function isByFirstName({ thread, member }: Facts): boolean {
  const theirs = thread.findLast((source) => source.by === "them")?.text.trimStart() ?? "";
  return theirs.toLowerCase().startsWith(`dear ${firstName(member.name).toLowerCase()},`);
}

/** As the two write to each other. */
function toneOf(facts: Facts): Tone {
  const starts = facts.thread
    .filter((source) => source.by !== "other")
    .map((source) => source.text.trimStart().slice(0, 20));
  return starts.some((start) => /^(dear|шановн|sehr geehrte|madame|monsieur|estimad|gentile)/i.test(start))
    ? "formal"
    : "friendly";
}
