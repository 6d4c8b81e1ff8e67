import type { SourceQuote } from "@sidenote/contract/context";
import { type Facts, sentencesOf } from "../../context/index.ts";
import { blank, cited } from "../letter.ts";
import { theirAsks } from "./asked.ts";
import { answerIn } from "./frame-letter.ts";
import type { Short } from "./phrases/phrases.ts";
import { framePhrasesIn } from "./phrases/phrases.ts";
import { type FrameShort, SHORT } from "./phrases/short-frames.ts";
import type { Reply } from "./short-replies.ts";

/** Three short ways to go on in a language that the builtin writer hardly knows. `greeting`: what they stand behind. */
export function frameReplies(facts: Facts, language: string, greeting: string): Reply[] {
  const last = facts.thread.findLast((source) => source.by !== "other");
  const short = SHORT[language];
  if (!last || !short) return [];
  const said = ([label, ...sentences]: Short, source?: SourceQuote): Reply => ({
    label,
    statements: sentences.map((text, i) =>
      i === 0 ? cited(begun(text, short, greeting), ...(source ? [source] : [])) : cited(text),
    ),
  });
  const first = sentencesOf(last)[0];
  if (last.by === "you") return [said(short.news, first), said(short.wait, first), said(short.talk, first)];
  const [ask] = theirAsks(last);
  if (!ask) return [said(short.good, first), said(short.agree, first), said(short.time, first)];
  const source = { id: last.id, quote: ask.text, start: ask.start, end: ask.end };
  if (!short.asksWhat.test(ask.text))
    return [said(short.yes, source), said(short.no, source), said(short.time, source)];
  const phrases = framePhrasesIn(language);
  const { statements } = answerIn(facts, phrases, ask, last);
  const [lead, ...rest] = statements ?? [cited(blank(ask.text), source)];
  const answer = [{ ...lead!, text: begun(lead!.text, short, greeting) }, ...rest];
  return [{ label: short.answer, statements: answer }, said(short.time, source), said(short.back, source)];
}

const begun = (text: string, { goesOnSmall }: FrameShort, greeting: string): string =>
  goesOnSmall && greeting.endsWith(",") ? text.charAt(0).toLowerCase() + text.slice(1) : text;
