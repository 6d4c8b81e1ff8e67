import type { Relationship, Rhythm } from "@sidenote/contract/relationship";
import { dayIn } from "../../core/text/dates.ts";
import { DAY_MS } from "../../core/text/due-days.ts";

/** Fewer pauses make no rhythm, fewer answers no habit. */
const LEAST_PAUSES = 8;
const LEAST_ANSWERS = 3;
/** A silence is long when it is so many usual pauses, longer than nine in ten of them, and a working week. */
const TIMES_USUAL = 3;
const NINE_IN_TEN = 0.9;
const LEAST_SILENCE = 7;
const YEARS_BACK_DAYS = 730;
const HOUR_MS = 60 * 60 * 1000;

/** How often two people write, from the days on which there was mail: several mails of a day are one. */
export function rhythmOf(times: readonly string[], { now, timeZone }: { now: Date; timeZone: string }): Rhythm {
  const days = [...new Set(times.map((at) => dayNumber(at, timeZone)))].sort((a, b) => a - b);
  const last = days.at(-1);
  const recent = days.filter((day) => last !== undefined && day > last - YEARS_BACK_DAYS);
  const pauses = recent.slice(1).map((day, i) => day - recent[i]!);
  const counts = { pauses: pauses.length, needed: LEAST_PAUSES };
  const silence = last === undefined ? null : dayNumber(now.toISOString(), timeZone) - last;
  if (silence === null || pauses.length < LEAST_PAUSES)
    return { ...counts, state: "unknown", usual: null, long: null, silence };
  const usual = quantile(pauses, 0.5);
  const long = Math.round(quantile(pauses, NINE_IN_TEN));
  const isQuiet = silence > TIMES_USUAL * usual && silence > long && silence >= LEAST_SILENCE;
  return { ...counts, state: isQuiet ? "quiet" : "usual", usual, long, silence };
}

const dayNumber = (at: string, timeZone: string): number =>
  Math.round(Date.parse(`${dayIn(at, timeZone)}T00:00:00Z`) / DAY_MS);

export type Turned = { threadId: string; at: string; by: "you" | "them" };

/** How long each waits with an answer: from the first mail of the one side to the next of the other in the same thread. */
export function answersOf(mails: readonly Turned[]): Relationship["answers"] {
  const hours = { they: [] as number[], you: [] as number[] };
  const open = new Map<string, Turned>();
  for (const mail of [...mails].sort((a, b) => a.at.localeCompare(b.at))) {
    const before = open.get(mail.threadId);
    if (before && before.by !== mail.by)
      hours[mail.by === "you" ? "you" : "they"].push((Date.parse(mail.at) - Date.parse(before.at)) / HOUR_MS);
    if (before?.by !== mail.by) open.set(mail.threadId, mail);
  }
  return { they: spread(hours.they), you: spread(hours.you) };
}

function spread(hours: readonly number[]): Relationship["answers"]["they"] {
  if (hours.length < LEAST_ANSWERS) return null;
  const at = (part: number) => Math.round(quantile(hours, part) * 10) / 10;
  return { median: at(0.5), from: at(0.25), to: at(0.75), answers: hours.length };
}

/** Between two values, what lies between them. */
function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * part;
  const [low, high] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
  return low + (high - low) * (place - Math.floor(place));
}
