import { bestSentences, type Facts, type Sentence } from "../../context/index.ts";
import { asksToBeTold } from "./questions.ts";
import { type Told, tellable } from "./tell.ts";
import type { Wanted } from "./wanted.ts";

export type Found = {
  /** What may be told, and how. */
  known: { told: Told; sentence: Sentence } | null;
  /** What the member's own sources say and the letter does not: the best of it first. */
  inside: Sentence[];
};

type Options = { accept: (sentence: Sentence) => boolean; least?: number; exact?: boolean };

const LOOKED_AT = 6;
const MOST_INSIDE = 2;

/** Looks up what the sources say to something that is asked for. A question is no answer to itself. */
export class Lookup {
  readonly #facts: Facts;
  constructor(facts: Facts) {
    this.#facts = facts;
  }

  find(query: string, wanted: Wanted, { accept, least = 0, exact = true }: Options): Found {
    // Of what they ask nothing is told, with a question mark or without.
    const isStatement = ({ quote, source }: Sentence) =>
      !/\?["”’)]*$/.test(quote) && !(source.by === "them" && asksToBeTold(quote));
    const found = bestSentences(this.#facts, query, {
      least,
      limit: LOOKED_AT,
      accept: (sentence) => isStatement(sentence) && accept(sentence),
      exact,
    });
    const judged = found.map((sentence) => ({ sentence, told: tellable(sentence, wanted) }));
    const place = judged.findIndex(({ told }) => told !== null);
    const before = judged.slice(0, place === -1 ? judged.length : place).map(({ sentence }) => sentence);
    const usable = judged[place];
    // What was noted since, and fits as well, may say that it is no longer so.
    const newer = before.filter((one) => (one.source.at ?? "") > (usable?.sentence.source.at ?? ""));
    if (!usable?.told || newer.length > 0)
      return { known: null, inside: (usable ? newer : before).slice(0, MOST_INSIDE) };
    return { known: { told: usable.told, sentence: usable.sentence }, inside: [] };
  }
}
