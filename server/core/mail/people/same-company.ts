import { isGivenName } from "./given-names.ts";

/** A company as far as it takes to tell whether another is the same. */
type KnownCompany = { name: string; domains: readonly string[] };

/** What the mail says of two companies. Names are those of people, for the reasons. */
export type Evidence = {
  /** Who has an address at each of the two, both of them used in the same time: who changed from one to the other is none. */
  atBoth: readonly { name: string; sameLocal: boolean }[];
  /** Who writes from the one and signs with the other's site, and never with their own. */
  signedWith: readonly { name: string; site: string }[];
};

/** Shorter names are had by many: delta, apex, nord. */
const TELLING_LETTERS = 6;
const LEGAL_FORM =
  /\b(a\/?s|ab|ag|as|bv|co|corp|gmbh|inc|kft|limited|llc|llp|ltd|nv|oy|oyj|plc|sa|sarl|sp z o ?o|spa|srl|тов)\b\.?/giu;

const labelOf = (domain: string): string => domain.split(".")[0]!;
/** Under these there are departments and towns, not companies. */
const isPublicBody = (domain: string): boolean =>
  /\.(gov|mil|edu|int|ac|k12)(\.[a-z]{2})?$|\.[a-z]{2}\.us$/.test(domain);

/**
 * Why two companies may be one, in words for a person; null when nothing says so strongly. Precision first: one person at both may
 * have two jobs, and a short name many owners.
 */
export function whySameCompany(a: KnownCompany, b: KnownCompany, { atBoth, signedWith }: Evidence): string[] | null {
  const reasons: string[] = [];
  const pair = sameLabel(a.domains, b.domains);
  if (pair)
    reasons.push(
      pair[0] === pair[1] ? `both have ${pair[0]}` : `the same name before the ending, ${pair[0]} and ${pair[1]}`,
    );
  const name = a.domains.length === 0 || b.domains.length === 0 ? sameName(a.name, b.name) : null;
  if (name) reasons.push(`the same name, ${name}`);
  const people = [...new Set(atBoth.map((one) => one.name))];
  if (people.length > 0)
    reasons.push(
      people.length === 1
        ? `${people[0]} writes from both`
        : `${people[0]} and ${people.length - 1} more write from both`,
    );
  const [signed] = signedWith;
  if (signed) reasons.push(`${signed.name} signs with ${signed.site}`);
  const isTelling =
    name !== null ||
    (pair !== null && labelOf(pair[0]).length >= TELLING_LETTERS && !isGivenName(labelOf(pair[0]))) ||
    people.length >= 2 ||
    atBoth.some((one) => one.sameLocal) ||
    signed !== undefined ||
    (pair !== null && people.length > 0);
  return isTelling ? reasons : null;
}

function sameLabel(a: readonly string[], b: readonly string[]): [string, string] | null {
  for (const one of a)
    for (const other of b)
      if (labelOf(one) === labelOf(other) && labelOf(one).length >= 3 && !isPublicBody(one) && !isPublicBody(other))
        return [one, other];
  return null;
}

function sameName(a: string, b: string): string | null {
  const [one, other] = [a, b].map((name) =>
    name
      .toLowerCase()
      .replace(LEGAL_FORM, " ")
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim(),
  );
  return one && one.length >= 3 && one === other ? a : null;
}
