/** `Dr.`, `Prof.`, `Dipl.-Ing.`: nobody is called by it. */
const TITLE = /^\p{L}{2,5}\.(-\p{L}{2,5}\.)?$/u;

const LETTER = /\p{L}/u;

/** What somebody is called in a sentence: the first name, or what stands before the @. A flower before it is not the name. */
export function firstName(name: string): string {
  if (name.includes("@")) return name.split("@")[0]!;
  const all = name.trim().split(/\s+/);
  const words = all.some((word) => LETTER.test(word)) ? all.filter((word) => LETTER.test(word)) : all;
  return words.find((word, i) => i === words.length - 1 || !TITLE.test(word)) || name;
}

/** What stands before the @ where nobody in particular is behind it. */
const OF_NOBODY =
  /^(billing|contact|digest|hello|help|info|mail|marketing|news|newsletter|no-?reply|notifications?|office|orders?|sales|service|support|team|updates?)(?![a-z])/;
/** "Acme, Inc." is one name, "Beck, Sally" is Sally. */
const BEHIND_COMMA = /^(ab|ag|co|corp|dr|gmbh|inc|jr|llc|llp|ltd|m\.?d|oy|ph\.?d|plc|s\.?a|sr)\b/i;

export type Named = { name: string; address: string };

/** The same of somebody with an address: a newsletter or an office has no first name, and is called by the whole. */
export function calledBy({ name, address }: Named): string {
  if (!name) return firstName(address);
  const [family = name, given = "", ...more] = name.split(",").map((part) => part.trim());
  const isReversed = given !== "" && more.length === 0 && !BEHIND_COMMA.test(given) && family.split(/\s+/).length <= 3;
  const local = address.toLowerCase();
  if (isReversed) return firstName(given);
  return OF_NOBODY.test(local) || isOtherName(name, local) ? name : firstName(name);
}

/** No word of the name begins as the address does: "Cold Chain Weekly" from letters@. Another script tells nothing. */
const isOtherName = (name: string, local: string): boolean => {
  const initials = name
    .normalize("NFD")
    .toLowerCase()
    .split(/[\s\p{P}]+/u)
    .map((word) => word.charAt(0))
    .filter((letter) => LETTER.test(letter));
  return (
    local !== "" &&
    initials.length > 2 &&
    initials.every((letter) => /[a-z]/.test(letter)) &&
    !initials.includes(local.charAt(0))
  );
};

/** Whom it is about, as the server names them where it has said so, else as the page does. */
export const namedIn = (context: { person: Named } | undefined, onScreen: Named): Named =>
  context?.person.name ? context.person : onScreen;

/** `2,505`: without asking the browser for a format, which takes it longer than a card. */
export const grouped = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ",");

/** `1 mail`, `3 mails`, `2,505 mails`. */
export const count = (n: number, one: string, many: string = `${one}s`): string =>
  `${grouped(n)} ${n === 1 ? one : many}`;

/** At the beginning of a sentence: `Mail`, `3 mails`. */
export const countMails = (n: number): string => (n === 1 ? "Mail" : count(n, "mail"));
