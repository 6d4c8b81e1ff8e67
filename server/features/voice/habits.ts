import { sentencesIn } from "../../core/mail/said/sentences.ts";
import { LITTLE_WORDS } from "../../core/text/words.ts";
import type { SentMail } from "./learn.ts";

const SHORTEST = 3;
const LONGEST = 5;
const FEWEST_MAILS = 4;
const FEWEST_PEOPLE = 2;
const MOST_HABITS = 12;

/**
 * Turns of phrase that come in several mails to several people. Words with a capital or a figure inside a sentence are left
 * out, so that no name becomes a habit.
 */
export function habitsIn(mails: readonly SentMail[]): string[] {
  const uses = new Map<string, { mails: number; people: Set<string> }>();
  for (const mail of mails) {
    for (const turn of turnsOf(mail)) {
      const use = uses.get(turn) ?? { mails: 0, people: new Set<string>() };
      uses.set(turn, use);
      use.mails++;
      for (const person of mail.to) use.people.add(person.address);
    }
  }
  const common = [...uses]
    .filter(([, use]) => use.mails >= FEWEST_MAILS && use.people.size >= FEWEST_PEOPLE)
    .map(([turn, use]) => ({ turn, weight: use.mails * turn.split(" ").length }))
    .sort((a, b) => b.weight - a.weight || a.turn.localeCompare(b.turn));
  const kept: string[] = [];
  for (const { turn } of common) {
    if (kept.length === MOST_HABITS) break;
    if (!kept.some((other) => other.includes(turn) || turn.includes(other))) kept.push(turn);
  }
  return kept;
}

function turnsOf({ text, spans }: SentMail): Set<string> {
  const turns = new Set<string>();
  const sentences = spans
    .filter((span) => span.kind === "said")
    .flatMap((span) => sentencesIn(text, span.start, span.end));
  for (const sentence of sentences) {
    const words = sentence.text.match(/[\p{L}\p{N}'’]+/gu) ?? [];
    for (let at = 0; at < words.length; at++) {
      for (let length = SHORTEST; length <= LONGEST && at + length <= words.length; length++) {
        const turn = words.slice(at, at + length);
        if (turn.some((word, i) => /\d/.test(word) || (/^\p{Lu}/u.test(word) && word !== "I" && at + i > 0))) break;
        const bare = turn.map((word) => word.toLowerCase());
        if (bare.every((word) => LITTLE_WORDS.has(word))) continue;
        turns.add(bare.join(" "));
      }
    }
  }
  return turns;
}
