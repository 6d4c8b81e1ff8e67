import type { ToneTrend } from "@sidenote/contract/relationship";
import { languageOf } from "../../core/text/language.ts";
import { hasTone, toneOf } from "../../core/text/tone.ts";
import type { Said } from "./said.ts";

/** Fewer mails make no trend, nor do mails of which hardly one says anything warm or tense. */
const LEAST_MAILS = 8;
const LEAST_TELLING = 4;
const NEWEST_PART = 1 / 3;
/** What is less than this, or than the scatter of the mails, is no change. */
const LEAST_CHANGE = 0.15;
const TIMES_SCATTER = 1.5;
const MONTHS = 12;
const EXAMPLES = 2;
const TELLS = 0.3;

type Judged = { at: string; value: number; sentences: { value: number; said: Said }[] };

/** How somebody's mails sound over time, by what people say when they are pleased, or are not. */
export function toneTrend(mails: readonly { at: string; said: readonly Said[] }[]): ToneTrend {
  const inOrder = [...mails].sort((a, b) => a.at.localeCompare(b.at));
  let unjudged = 0;
  const judged = inOrder.flatMap(({ at, said }): Judged[] => {
    const language = languageOf(said.map((one) => one.text).join(" "));
    if (!hasTone(language)) {
      unjudged++;
      return [];
    }
    const sentences = said.flatMap((one) => {
      const value = toneOf(one.text, language);
      return value === null ? [] : [{ value, said: one }];
    });
    return [{ at, value: sentences.length > 0 ? mean(sentences.map((one) => one.value)) : 0, sentences }];
  });
  const counts = { mails: judged.length, needed: LEAST_MAILS, unjudged };
  const telling = judged.filter((one) => one.sentences.some(tells)).length;
  if (judged.length < LEAST_MAILS || telling < LEAST_TELLING)
    return { ...counts, trend: "unknown", months: [], examples: [] };
  const cut = Math.ceil(judged.length * (1 - NEWEST_PART));
  return {
    ...counts,
    trend: trendOf(judged.slice(0, cut), judged.slice(cut)),
    months: monthly(judged),
    examples: examplesOf(judged.slice(cut)),
  };
}

function trendOf(before: readonly Judged[], now: readonly Judged[]): ToneTrend["trend"] {
  const change = mean(now.map((one) => one.value)) - mean(before.map((one) => one.value));
  const scatter = Math.sqrt(variance(now) / now.length + variance(before) / before.length);
  if (Math.abs(change) < Math.max(LEAST_CHANGE, TIMES_SCATTER * scatter)) return "steady";
  return change > 0 ? "warmer" : "cooler";
}

const monthly = (judged: readonly Judged[]): ToneTrend["months"] =>
  [...Map.groupBy(judged, (one) => one.at.slice(0, 7))]
    .map(([month, mails]) => ({
      month,
      value: round(mean(mails.map((one) => one.value))),
      mails: mails.length,
    }))
    .slice(-MONTHS);

/** Of the newest mails the sentences that tell most, either way, the newest first among equals. */
const examplesOf = (newest: readonly Judged[]): ToneTrend["examples"] =>
  newest
    .toReversed()
    .flatMap((one) => one.sentences)
    .filter(tells)
    .sort((a, b) => Math.abs(b.value) - Math.abs(a.value))
    .slice(0, EXAMPLES)
    .map(({ value, said: { emailId, text, start, end } }) => ({ id: emailId, quote: text, start, end, value }));

const tells = ({ value }: { value: number }): boolean => Math.abs(value) >= TELLS;
const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;
const round = (value: number): number => Math.round(value * 100) / 100;

function variance(mails: readonly Judged[]): number {
  const middle = mean(mails.map((one) => one.value));
  return mean(mails.map((one) => (one.value - middle) ** 2));
}
