import { isGivenName } from "../../../core/mail/people/given-names.ts";
import { COMMON_STARTS } from "./common-starts.ts";
import type { Token } from "./tokens.ts";

/** Who and what a sentence speaks of: a name, a beginning or a figure's neighbour in another place says something else. */

const GREETS = "thank you|thanks|hi|hello|hey|dear|дякую|вітаю|привіт|danke|hallo|merci|bonjour";

/** Where somebody is spoken to by one of these names: set off by commas or thanked, with nothing said of them. */
export function addressesIn(sentence: string, names: ReadonlySet<string>): { start: number; end: number }[] {
  if (names.size === 0) return [];
  const name = [...names].map((one) => one.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
  const pattern = new RegExp(
    `(?<=^\\s*|[,;:–—]\\s*|(?<!\\p{L})(?:${GREETS})\\s+)(?:(?:${name})\\s+)*(?:${name})(?=\\s*(?:[,.!?;:]|$))`,
    "giu",
  );
  return [...sentence.matchAll(pattern)].map(({ 0: found, index }) => ({ start: index, end: index + found.length }));
}

/** Words that only lead to what is said. */
const LEADS = new Set(
  "hear know see understand believe think want say tell inform remind glad happy aware confirm".split(" "),
);
/** Words that common starts have and that a sentence can be about. */
const THINGS = new Set(["meeting", "price", "second", "right"]);

const DOES = /^\s+(is|are|was|were|will|has|have|had|can|may|must|should|would|could)\b/i;

type Known = { isHere: (token: Token) => boolean; isGiven: (token: Token) => boolean };

/** What a sentence begins with is what it speaks of, unless the word only introduces: then it does nothing itself. */
export function opensKnown(sentence: string, said: readonly Token[], { isHere, isGiven }: Known): boolean {
  const first = said.findIndex(isHere);
  return said.slice(0, Math.max(0, first)).every((one) => {
    if (one.kind !== "word" || DOES.test(sentence.slice(one.end))) return isGiven(one) && one.kind !== "word";
    const small = one.text.toLowerCase();
    const isAdverb = /ly$/.test(small) && /^\s*,/.test(sentence.slice(one.end));
    return isGiven(one) || isAdverb || LEADS.has(small) || (COMMON_STARTS.has(small) && !THINGS.has(small));
  });
}

/** How many words may be left out between a name and what is said of it. */
const MOST_BETWEEN = 6;

/**
 * A name and the next word are as near each other in the source, in one clause of it; and what stands side by side is not brought
 * together by leaving out a name or a figure between the two.
 */
export function keepsTogether(sentence: string, said: readonly Token[], there: readonly Token[]): boolean {
  return said.every((one, i) => {
    const next = said[i + 1];
    if (!next || next.clause !== one.clause) return true;
    const isName = one.kind === "word" && one.isCapital;
    const isBeside =
      one.kind !== "word" || isName ? /^[^\p{L}\p{N}]*$/u.test(sentence.slice(one.end, next.start)) : false;
    if (!isName && !isBeside) return true;
    const [from, to] = [placesOf(one.key, there), placesOf(next.key, there)];
    if (from.length === 0 || to.length === 0) return true;
    return from.some((a) =>
      to.some((b) => (!isName || CURRENCY.test(one.text) || a < b) && isSame(a, b, there, { isName, isBeside })),
    );
  });
}

/** It may stand on either side of its figure. */
const CURRENCY = /^(EUR|USD|GBP|SEK|NOK|DKK|PLN|CHF|UAH|JPY)$/;

const placesOf = (key: string, tokens: readonly Token[]): number[] =>
  tokens.flatMap((one, i) => (one.key === key ? [i] : []));

function isSame(a: number, b: number, there: readonly Token[], { isName = false, isBeside = false }): boolean {
  const between = there.slice(Math.min(a, b) + 1, Math.max(a, b));
  if (isName && (there[a]!.clause !== there[b]!.clause || between.length > MOST_BETWEEN)) return false;
  return !isBeside || between.every((one) => one.kind === "word" && !one.isCapital);
}

/**
 * A name stands for what it names: where the source goes on with what the thing is ("the PEP help desk"), the name alone is
 * another thing. A person may be called by the first name.
 */
export function namesTheWhole(said: readonly Token[], there: readonly Token[]): boolean {
  if (!said.some((one) => one.kind !== "word")) return true;
  return said.every((one, i) => {
    if (one.kind !== "word" || !one.isCapital || isGivenName(one.text)) return true;
    const next = said[i + 1];
    const places = placesOf(one.key, there);
    const isWhole = (at: number) =>
      !isNext(there[at]!, there[at + 1]) || (isNext(one, next) && next!.key === there[at + 1]!.key);
    return places.length === 0 || places.some((at) => isWhole(at) || isGivenName(there[at - 1]?.text ?? ""));
  });
}

/** One word right behind the other, with nothing but a blank or a hyphen between them. */
const isNext = (one: Token, next: Token | undefined): boolean =>
  next !== undefined && next.kind === "word" && next.start - one.end === 1 && next.clause === one.clause;
