import type { Statement } from "@sidenote/contract/context";
import { type FactSource, sentencesOf } from "../../context/index.ts";
import { cited } from "../letter.ts";
import { theirAsks } from "./asked.ts";
import type { Desk } from "./desk.ts";
import { type Tenor, tenorOf, wasIll, wishesWeekend } from "./phrases/tenors.ts";
import { isAwaiting, saidIn, theirLast } from "./thread.ts";

/** What the mail that is answered is; null where it only asks, or where the last word is the member's. */
export function tenorIn({ facts, phrases }: Desk): Tenor | null {
  const answered = isAwaiting(facts) ? undefined : theirLast(facts);
  if (!answered) return null;
  const said = saidIn(answered).map((one) => one.quote);
  return tenorOf(said, phrases.language, theirAsks(answered).length > 0);
}

/** Of a mail that is shorter nobody says that they are thankful for it. */
const SHORTEST = 16;

/** As one begins an answer to a mail of that kind. */
export function takenUp(desk: Desk, answered: FactSource): Statement[] {
  const { meets, getWell, goodWeekend } = desk.phrases;
  const said = saidIn(answered);
  const [first] = said;
  if (!first || !answered.at) return [];
  const tenor = tenorIn(desk);
  const isShort = said.reduce((sum, one) => sum + one.quote.length, 0) < SHORTEST;
  const usual = isShort ? [] : [cited(desk.thanksForMail(answered.at), first)];
  const thing = tenor === "news" ? broughtWith(desk, answered) : null;
  // A wish at the end of a mail is read as a part of how it ends.
  const text = answered.said.map(({ start, end }) => answered.text.slice(start, end)).join(" ");
  return [
    ...(thing ? [thing] : tenor ? meets[tenor].map((one) => cited(one, first)) : usual),
    ...(wasIll(text) ? [cited(getWell)] : []),
    ...(wishesWeekend(text) ? [cited(goodWeekend)] : []),
  ];
}

/** Thanks for what their mail brought. */
export function broughtWith({ phrases }: Desk, answered: FactSource): Statement | null {
  for (const sentence of sentencesOf(answered)) {
    const thing = phrases.brought(sentence.quote);
    if (thing) return cited(phrases.thanksFor(thing), sentence);
  }
  return null;
}
