import { DATE, MONEY } from "./values.ts";

/** What a source is asked for: whose wish it is, and the figure or date that would answer it. */
export type Wanted = {
  /** The member asked for it to be said; else the other side asks. */
  byMember: boolean;
  /** The one value of that kind in a sentence; null where there is none, or more than one. */
  value(quote: string): string | null;
};

const WORDS_OF_MONEY =
  /\b(price|cost|amount|sum|fee|rate|budget|value|total|deposit|rent|how much)s?\b|ціна|вартість|сума|скільки кошту|завдат/iu;
const WORDS_OF_TIME = /\b(date|day|time|deadline|when|delivery|term)s?\b|дата|дати|коли|термін|день/iu;

export function wanted(topic: string, byMember: boolean): Wanted {
  const isTime = WORDS_OF_TIME.test(topic);
  const isMoney = WORDS_OF_MONEY.test(topic) && !isTime;
  const kind = isTime ? DATE : isMoney ? MONEY : null;
  return {
    byMember,
    value(quote) {
      const found = kind ? [...quote.matchAll(kind)] : [];
      return found.length === 1 ? found[0]![0].trim() : null;
    },
  };
}
