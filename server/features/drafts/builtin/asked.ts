import { type Ask, asksIn, isAsk } from "../../../core/mail/asks.ts";
import { contentWords, overlap } from "../../../core/text/words.ts";
import { type FactSource, type Sentence, sentencesOf } from "../../context/index.ts";
import { isAbout, questionsIn, wantsSomethingExact } from "./questions.ts";
import { APPOINTMENT } from "./values.ts";

const MOST_QUESTIONS = 3;
const SUGGESTS = /\b(let['’]?s|let us|shall we|how about|what about|i (propose|suggest)|we could)\b|пропону/i;
/** One word in common with a yes or no question is chance. */
const FEWEST_SHARED = 2;
/** "By Friday" is no time to meet; "would Friday suit you" is. */
const PROPOSES =
  /\b(suits?|meet(ing)?|visit|call|talk|see you|are you free|available|works? for|come (by|over)|how about|what about)\b|зустрі|зателефон|зідзвон|дзвінок|зручно|підход|підійде|побачи/i;
export const LONGEST_QUOTED_QUESTION = 280;

/** Whether a sentence of the member's is about what is asked: of a yes or no question more than one word must stand in it. */
export function answersTo(question: string, answered: FactSource): (sentence: Sentence) => boolean {
  const isThing = isAbout(question);
  const asked = contentWords(question);
  const least = wantsSomethingExact(question) ? 0 : Math.min(FEWEST_SHARED, asked.size) / Math.max(asked.size, 1);
  return ({ source, quote }) =>
    source.id !== answered.id && source.by === "you" && isThing(quote) && overlap(asked, contentWords(quote)) >= least;
}

/** What the last mail of theirs asks, one thing each. */
export const theirAsks = (answered: FactSource | undefined): Ask[] =>
  (answered ? asksIn(answered.text, answered.said).map(withoutBullet).flatMap(questionsIn) : [])
    .filter((ask) => ask.text.length <= LONGEST_QUOTED_QUESTION)
    .slice(0, MOST_QUESTIONS);

/** A day and time that they propose, and the sentence that does. */
export function proposedTime(mail: FactSource): { time: string; sentence: Sentence } | null {
  const isProposal = (quote: string) => PROPOSES.test(quote) && (isAsk(quote) || SUGGESTS.test(quote));
  const sentence = sentencesOf(mail).find(({ quote }) => isProposal(quote) && quote.match(APPOINTMENT));
  const time = sentence?.quote.match(APPOINTMENT)?.[0].trim();
  return sentence && time ? { time, sentence } : null;
}

/** "- What is the warranty?", "2) Can you deliver?": the mark of a list is not what is asked. */
function withoutBullet({ text, start, end }: Ask): Ask {
  const [mark = ""] = /^\s*([-*•–]|\(?\d{1,2}[.)])\s+/.exec(text) ?? [];
  return { text: text.slice(mark.length), start: start + mark.length, end };
}

const ANOTHER =
  /\s+(?:and|і|й|та)\s+(?=(?:ask|thank|propose|suggest|offer|mention|tell|say|confirm|apologi[sz]e|remind|invite|send|attach|include|request|подякуй|попроси|запитай|спитай|запропонуй|скажи|напиши|нагадай|повідом|підтвердь|подякувати|попросити|запитати|запропонувати|сказати|написати|нагадати|повідомити|підтвердити)(?!\p{L}))/giu;

/** "Thank her for the tour and ask for the address": two wishes in one line. */
export const wishesIn = (wish: string): string[] => wish.split(ANOTHER);
