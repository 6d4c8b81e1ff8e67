import type { Context } from "@sidenote/contract/context";
import type { Situation } from "./subject.ts";

/** All sentences but the last; a point within a figure or an address ends none. */
const SENTENCES_BEFORE = /^[\s\S]*[.!](?=\s)/;

/** Nothing longer is taken for a question, here or by the server. */
const LONGEST_ASK = 600;

/**
 * What the mails on screen most likely ask, of which the kept card says nothing: by their question marks. It is told to nobody;
 * what the server says that they ask comes into the place that these words would take, and moves nothing.
 */
export function likelyAsks({ person, messages }: Situation, kept: Context): string[] {
  const turn = messages.slice(messages.findLastIndex((one) => one.from.address !== person.address) + 1);
  // Of a stored thread the card knows whatever had come when it was kept; of another thread nothing is kept.
  const unknown = kept.thread === null ? turn : turn.filter((one) => one.at > kept.asOf);
  const [first = [], ...later] = unknown.map((one) => questionsIn(one.text)).filter((one) => one.length > 0);
  // Of the mail that waits the first question stands for all, of those that came after it each.
  return [...first.slice(0, 1), ...later.flat()];
}

function questionsIn(text: string): string[] {
  const [said = ""] = text.split(/^>/m);
  return said
    .split(/\n\s*\n/)
    .flatMap((part) => part.split(/(?<=[?？])/))
    .filter((part) => /[?？]$/.test(part))
    .map((part) => part.replace(SENTENCES_BEFORE, "").trim())
    .filter((asks) => asks.length <= LONGEST_ASK);
}
