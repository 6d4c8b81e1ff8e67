import type { SourceQuote, Statement } from "@sidenote/contract/context";
import { dayWords } from "../../../core/text/dates.ts";
import { type Facts, sentencesOf } from "../../context/index.ts";
import type { Wish } from "../frame.ts";
import { cited } from "../letter.ts";
import { Answers } from "./answers.ts";
import { proposedTimes, theirAsks } from "./asked.ts";
import { Desk } from "./desk.ts";
import type { Phrases, Short } from "./phrases/phrases.ts";
import { isNeed, wantsSomethingExact } from "./questions.ts";
import { isPromisedLast } from "./thread.ts";

const MOST = 3;

export type Reply = { label: string; statements: Statement[] };

/** Three short ways to go on, for a person to choose from: by what the last mail asks, or that it asks nothing. */
export function shortReplies(facts: Facts, wish: Wish, phrases: Phrases): Reply[] {
  const last = facts.thread.findLast((source) => source.by !== "other");
  const { short } = phrases;
  if (!last) return [];
  const first = sentencesOf(last)[0];
  if (last.by === "you") {
    const mine = cited(
      phrases.comeBackTo(last.at ? dayWords(last.at, facts, phrases.locale) : ""),
      ...(first ? [first] : []),
    );
    return [{ label: short.news[0], statements: [mine, cited(short.news[1]!)] }, said(short.notNow), said(short.talk)];
  }
  const proposed = proposedTimes(last);
  if (proposed) {
    const { times, sentence } = proposed;
    const fits = times.slice(0, 2).map((time) => said(short.fits(time, times.length > 1), sentence));
    return [...fits, said(short.fitsNot(times), sentence), said(short.time, sentence)].slice(0, MOST);
  }
  const [ask] = theirAsks(last);
  if (!ask)
    return [
      said(short.good, first),
      said(isPromisedLast(facts) ? short.forward : short.agree, first),
      said(short.time, first),
    ];
  const source = { id: last.id, quote: ask.text, start: ask.start, end: ask.end };
  const wanted = phrases.wantedDocument(ask.text);
  if (wanted)
    return [
      { label: short.attach, statements: [cited(phrases.attached(wanted, true), source)] },
      said(short.time, source),
      { label: short.no[0], statements: [cited(phrases.declined, source)] },
    ];
  const answer = new Answers(new Desk(facts, wish, phrases)).answer(ask, last);
  if (phrases.asksForAnything(ask.text) && answer)
    return [{ label: short.answer, statements: [answer] }, said(short.nothing, source), said(short.time, source)];
  if (wantsSomethingExact(ask.text) && answer)
    return [{ label: short.answer, statements: [answer] }, said(short.time, source), said(short.back, source)];
  return [...yesOrNo(ask.text, phrases).map((one) => said(one, source)), said(short.time, source)];
}

/** Yes and no in words that fit what is asked: something to be done, leave for something, or whether it is so. */
function yesOrNo(ask: string, { short, wantsDone, asksConsent, eitherWay, shortly }: Phrases): Short[] {
  if (wantsDone(ask) || isNeed(ask)) return [short.willDo, short.no];
  const asked = eitherWay(ask);
  const said = asked && shortly(asked);
  if (said)
    return [
      [short.yes[0], said.yes],
      [short.no[0], said.no],
    ];
  return asksConsent(ask) || !/[?？]/.test(ask) ? [short.yes, short.no] : [short.itIs, short.itIsNot];
}

function said([label, ...sentences]: Short, source?: SourceQuote): Reply {
  return { label, statements: sentences.map((text, i) => cited(text, ...(source && i === 0 ? [source] : []))) };
}
