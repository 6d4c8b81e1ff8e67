import type { Statement } from "@sidenote/contract/context";
import { asksIn } from "../../../core/mail/owed/asks.ts";
import { dayWords } from "../../../core/text/dates.ts";
import { type FactSource, type Facts, type Sentence, sentencesOf } from "../../context/index.ts";
import { cited } from "../letter.ts";
import { LONGEST_QUOTED_QUESTION } from "./asked.ts";
import type { Phrases } from "./phrases/phrases.ts";
import { isPressing } from "./questions.ts";
import { isAwaiting, subjectOf, theirPromise } from "./thread.ts";

/** What the member wrote last and what they asked there, or what the other side has promised since. */
export function reminder(facts: Facts, phrases: Phrases): Statement[] {
  const day = (at: string) => dayWords(at, facts, phrases.locale);
  const promise = theirPromise(facts);
  const promised = promise ? [cited(phrases.youWrote(day(promise.at), promise.source.quote), promise.source)] : [];
  const own = isAwaiting(facts) ? facts.thread.findLast((source) => source.by === "you") : undefined;
  if (!own?.at) {
    if (promise) return promised;
    const subject = subjectOf(facts);
    const first = facts.thread.flatMap(sentencesOf).at(-1);
    return subject && first ? [cited(phrases.followUpOn(subject), first)] : [];
  }
  const asks = asksIn(own.text, own.said);
  const question = asks.find((one) => /[?？]$/.test(one.text));
  const brought = question ? null : broughtBy(own, phrases);
  const ask = question ?? asks.find((one) => !isPressing(one.text));
  if (brought)
    return [cited(phrases.sentYou(day(own.at), brought.thing), brought.sentence), cited(phrases.hadALook), ...promised];
  const source = ask ? { id: own.id, quote: ask.text, start: ask.start, end: ask.end } : sentencesOf(own)[0];
  const statements = [cited(phrases.comeBackTo(day(own.at)), ...(source ? [source] : []))];
  if (ask && source && ask.text.length <= LONGEST_QUOTED_QUESTION)
    statements.push(cited(phrases.iAsked(ask.text), source));
  return [...statements, ...promised];
}

/** What the member's mail brought with it. */
export function broughtBy(own: FactSource, { brought }: Phrases): { thing: string; sentence: Sentence } | null {
  for (const sentence of sentencesOf(own)) {
    const thing = brought(sentence.quote);
    if (thing) return { thing, sentence };
  }
  return null;
}
