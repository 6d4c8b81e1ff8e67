import type { Voice } from "@sidenote/contract/voice";
import { sentencesIn } from "../../core/mail/said/sentences.ts";
import { bodyOf } from "./body.ts";
import type { SentMail } from "./learn.ts";

/** Fewer mails tell of no habit. */
const FEWEST_MAILS = 5;

/** How long the sentences and the mails are: the middle of them, which one long report does not change. */
export function lengthOf(mails: readonly SentMail[]): NonNullable<Voice["learnt"]["length"]> | null {
  const counts = mails.map((mail) => {
    const body = bodyOf(mail);
    // An initial under the mail is no sentence.
    return sentencesIn(body, 0, body.length).map(({ text }) => (/\p{L}{2}/u.test(text) ? wordsIn(text) : 0));
  });
  const written = counts.map((one) => one.filter((words) => words > 0)).filter((one) => one.length > 0);
  if (written.length < FEWEST_MAILS) return null;
  return { words: middleOf(written.flat()), sentences: middleOf(written.map((one) => one.length)) };
}

const wordsIn = (sentence: string): number => sentence.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0;

function middleOf(counts: number[]): number {
  const inOrder = [...counts].sort((a, b) => a - b);
  return inOrder[Math.floor(inOrder.length / 2)]!;
}
