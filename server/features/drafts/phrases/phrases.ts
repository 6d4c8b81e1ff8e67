import type { Tone } from "@sidenote/contract/context";
import { en } from "./en.ts";
import { uk } from "./uk.ts";

/** How one language says what a business mail says. Quotes are given with their marks by the phrase itself. */
export type Phrases = {
  locale: string;
  greeting(tone: Tone, name: string | null): string;
  closing(tone: Tone, name: string): string;
  thanksForMail(day: string): string;
  /** What they ask, as a question or as a request. */
  onTheirAsk(quote: string): string;
  iWrote(day: string, quote: string): string;
  youWrote(day: string, quote: string): string;
  noted(day: string | null, quote: string): string;
  comeBackTo(day: string): string;
  askedThere(quote: string): string;
  lookingForward: string;
  declined: string;
  about(topic: string): string;
  answer: string;
  writingAbout: string;
  whatAbout: string;
  /** A wish in the imperative ("propose next steps") as a sentence; null when the language's rules do not know it. */
  sentence(wish: string): { text: string } | { fact: string } | null;
};

export const phrasesFor = (text: string): Phrases => (/[іїєґ]/i.test(text) ? uk : en);
