import { dayWords } from "../../core/text/dates.ts";
import type { FactSource, Facts } from "../context/index.ts";
import type { Wish } from "./frame.ts";
import type { DraftFacts } from "./prompt.ts";

/** The sources as a model sees them, and by their numbers. */
export type Numbered = {
  byNumber: Map<number, FactSource>;
  thread: DraftFacts["thread"];
  others: DraftFacts["others"];
};

const MOST_OTHERS = 12;
/** A model's window is small, and what matters in a mail stands in what was said. */
const LONGEST_FACT = 1500;

export function numberFacts(facts: Facts): Numbered {
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
      text: said.slice(0, LONGEST_FACT),
    };
  };
  return { byNumber, thread: facts.thread.map(number), others: facts.others.slice(0, MOST_OTHERS).map(number) };
}

export const promptFacts = (facts: Facts, wish: Wish, { thread, others }: Numbered): DraftFacts => ({
  person: facts.person.name,
  member: facts.member.name,
  today: dayWords(facts.now, facts),
  thread,
  others,
  purpose: wish.purpose || "Answer the last mail",
  keyPoints: wish.keyPoints,
  tone: wish.tone,
});
