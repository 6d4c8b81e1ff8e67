import type { ForYourEyes, Statement } from "@sidenote/contract/context";
import { dayWords } from "../../../core/text/dates.ts";
import type { FactSource, Facts, Sentence } from "../../context/index.ts";
import type { Wish } from "../frame.ts";
import { blank, countBlanks, MOST_BLANKS } from "../letter.ts";
import { Lookup } from "./lookup.ts";
import type { Phrases, Said } from "./phrases/phrases.ts";
import type { Told } from "./tell.ts";
import { isRecent } from "./thread.ts";

/** What a letter is written from and with, and what of it has come so far that does not stand in it. */
export class Desk {
  readonly facts: Facts;
  readonly wish: Wish;
  readonly phrases: Phrases;
  readonly lookup: Lookup;
  readonly eyes: ForYourEyes[] = [];
  /** What was wished to be told and is known. */
  readonly told: Statement[] = [];
  /** What was asked or wished for, is not known, and would have been one blank too many. */
  readonly open: string[] = [];
  #blanks = 0;

  constructor(facts: Facts, wish: Wish, phrases: Phrases) {
    this.facts = facts;
    this.wish = wish;
    this.phrases = phrases;
    this.lookup = new Lookup(facts);
  }

  /** An open place, with what the member's own sources say to it laid beside; `asked`: what stays open where it is one too many. */
  blank(what: string, inside: readonly Sentence[], asked?: string): string | null {
    const isOpen = this.#blanks + countBlanks(this.wish.keyPoints.join(" ")) < MOST_BLANKS;
    const gap = isOpen ? blank(what) : null;
    if (gap) this.#blanks++;
    else if (asked) this.open.push(asked);
    for (const { id, quote, start, end } of inside)
      this.eyes.push({ blank: gap?.slice(1, -1) ?? null, source: { id, quote, start, end } });
    return gap;
  }

  /** A wish with its own open places, or what is said in its place where those are too many. */
  withOpen({ text, closed }: Said): string {
    if (closed === undefined) return text;
    const open = countBlanks(text);
    if (this.#blanks + open + countBlanks(this.wish.keyPoints.join(" ")) > MOST_BLANKS) return closed;
    this.#blanks += open;
    return text;
  }

  say(told: Told, { source }: Sentence, topic: string): string {
    const phrases = this.phrases;
    const day = source.at ? this.day(source.at) : null;
    switch (told.as) {
      case "value":
        return phrases.factIs(topic, told.text);
      case "told":
        return phrases.asITold(day, this.#asClause(told.text));
      case "plain":
        return told.text.charAt(0).toUpperCase() + told.text.slice(1);
      case "again":
        return phrases.asIWrote(day ?? "", this.#asClause(told.text));
      case "quote":
        if (source.by === "other") return phrases.otherWrote(day ?? "", source.author, told.text);
        return source.by === "you" ? phrases.iWrote(day ?? "", told.text) : phrases.youWrote(day ?? "", told.text);
    }
  }

  /** A sentence that goes on behind a lead-in: its first word small where the exchange writes it so, for then it is no name. */
  #asClause(text: string): string {
    const [word = ""] = /^\p{Lu}\p{Ll}+/u.exec(text) ?? [];
    const small = word.toLowerCase();
    const isSmall = (source: FactSource) => new RegExp(`(?<!\\p{L})${small}(?!\\p{L})`, "u").test(source.text);
    return word !== "" && this.facts.thread.some(isSmall) ? small + text.slice(word.length) : text;
  }

  /** Thanks for a mail; its day only where it was some time ago. */
  thanksForMail = (at: string): string => this.phrases.thanksForMail(isRecent(at, this.facts) ? null : this.day(at));

  day = (at: string): string => dayWords(at, this.facts, this.phrases.locale);
}

/** With a capital and an end. */
export const asSentence = (text: string): string => {
  const words = text.trim();
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
};
