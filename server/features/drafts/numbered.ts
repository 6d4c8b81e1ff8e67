import { dayWords } from "../../core/text/dates.ts";
import { contentWords, overlap } from "../../core/text/words.ts";
import { type FactSource, type Facts, sentencesOf } from "../context/index.ts";
import type { Wish } from "./frame.ts";
import type { BuiltinLetter } from "./letter.ts";
import type { DraftFacts } from "./prompt.ts";

/** The sources as a model sees them, and by their numbers. */
type Numbered = {
  byNumber: Map<number, FactSource>;
  thread: DraftFacts["thread"];
  others: DraftFacts["others"];
};

const MOST_OTHERS = 8;
/** A model's window is small, and what matters in a mail stands in what was said. */
const LONGEST_FACT = 1500;
/** So much of a wish must stand in a sentence to be what it is about. */
const LEAST_FIT = 0.6;
/** That it is to be told says nothing of what. */
const ASKS =
  /^\W*(please\s+)?(mention|tell|state|include|give|explain|answer|say|write|quote|add|note|describe|вкажи|вказати|назви|назвати|скажи|сказати|напиши|написати)(?!\p{L})/iu;

/** `wished`: what is to be told, and so must not fall out where there is too much. */
export function numberFacts(facts: Facts, wished: readonly string[] = []): Numbered {
  const wants = wished.map((one) => contentWords(one.replace(ASKS, ""))).filter((one) => one.size > 0);
  const fits = (text: string) => wants.some((one) => overlap(one, contentWords(text)) >= LEAST_FIT);
  const isWished = (source: FactSource) => wants.length > 0 && sentencesOf(source).some(({ quote }) => fits(quote));
  const byNumber = new Map<number, FactSource>();
  const number = (source: FactSource) => {
    byNumber.set(byNumber.size + 1, source);
    const who = source.by === "you" ? facts.member.name : source.author || facts.person.name;
    const said = source.said
      .map((span) => source.text.slice(span.start, span.end))
      .join("\n")
      .trim();
    const heading = source.kind === "mail" ? `Mail from ${who}` : source.kind === "activity" ? "Note" : "Record";
    return {
      number: byNumber.size,
      heading: source.at ? `${heading}, ${dayWords(source.at, facts)}` : heading,
      text: shortened(source, said, fits),
    };
  };
  // Names and addresses of a card are for greeting and recipient, which are not the model's.
  const isCard = ({ kind }: FactSource) => kind !== "mail" && kind !== "activity";
  const first = [...facts.others.filter(isWished), ...facts.others.filter((one) => !isWished(one) && !isCard(one))];
  const kept = new Set(first.slice(0, MOST_OTHERS));
  const others = facts.others.filter((one) => kept.has(one));
  return { byNumber, thread: facts.thread.map(number), others: others.map(number) };
}

/** The beginning of what was said, and from behind it what is to be told. */
function shortened(source: FactSource, said: string, fits: (text: string) => boolean): string {
  if (said.length <= LONGEST_FACT) return said;
  const start = said.slice(0, LONGEST_FACT);
  const behind = sentencesOf(source).filter(({ quote }) => !start.includes(quote) && fits(quote));
  return [start, ...behind.map(({ quote }) => quote)].join("\n").slice(0, LONGEST_FACT * 2);
}

export const promptFacts = (
  facts: Facts,
  wish: Wish,
  { byNumber, thread, others }: Numbered,
  told: BuiltinLetter["told"] = [],
): DraftFacts => ({
  person: facts.person.name,
  member: facts.member.name,
  today: dayWords(facts.now, facts),
  thread,
  others,
  purpose: wish.purpose || "Answer the last mail",
  keyPoints: wish.keyPoints,
  tone: wish.tone,
  told: told.flatMap(({ text, sources }) => {
    const numbers = [...byNumber]
      .filter(([, { id }]) => sources.some((one) => one.id === id))
      .map(([number]) => number);
    return numbers.length > 0 ? [{ text: text.replace(/\s+/g, " "), numbers }] : [];
  }),
});
