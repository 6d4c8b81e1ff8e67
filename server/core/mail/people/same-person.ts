import { domainOf, isRoleAddress } from "./addresses.ts";
import { companyDomain } from "./domains.ts";

/** Somebody as far as it takes to tell whether somebody else is the same. */
export type Known = { name: string; addresses: readonly string[]; phones: readonly string[] };
/** The company that is known to have mail at an address, if any. */
export type CompanyOf = (address: string) => { key: string; name: string } | null;

/** "Beck, Sally" and "Sally W. Beck" alike: given and family name without initials, titles and accents; null when it is no full name. */
export function nameKey(name: string): string | null {
  if (/[\d_]/.test(name)) return null;
  const reversed = name.match(/^([^,]+),\s*([^,]+)$/);
  const words = (reversed ? `${reversed[2]} ${reversed[1]}` : name)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[.'’"`]/g, "")
    .split(/[^\p{L}-]+/u)
    .filter((word) => word.length > 1 && !/^(jr|sr|ii|iii|dr|mr|mrs|ms|prof|phd|mba|cpa)$/.test(word));
  return words.length >= 2 && words.every((word) => /^\p{L}[\p{L}-]+$/u.test(word)) ? words.join(" ") : null;
}

/** "Sally W. Beck" → "w": two that differ in it are two. */
export const initialsIn = (name: string): string =>
  (name.match(/(?<![\p{L}'’])\p{L}(?=[.\s]|$)/gu) ?? []).join("").toLowerCase();

/** "Tom Hill Jr." → "jr": nobody is called after himself. */
const generationIn = (name: string): string => name.toLowerCase().match(/[\s,](jr|sr|ii|iii)\.?$/)?.[1] ?? "";

/** A company that has given "anna.berg@" away calls the second of that name "anna.berg2@". */
const areNumbered = (a: Known, b: Known): boolean =>
  a.addresses.some((one) =>
    b.addresses.some(
      (other) =>
        one !== other &&
        companyDomain(one) !== null &&
        !isRoleAddress(one) &&
        (one.replace(NUMBER, "") === other || other.replace(NUMBER, "") === one),
    ),
  );
const NUMBER = /(?<=\p{L})\d{1,2}(?=@)/u;

const localOf = (address: string): string =>
  address.slice(0, address.lastIndexOf("@")).replace(/\+.*$/, "").replace(/[._-]/g, "");
const digitsOf = (phone: string): string => phone.replace(/\D/g, "").slice(-9);
const shared = (a: readonly string[], b: readonly string[]): string | undefined => a.find((one) => b.includes(one));

/**
 * Why two contacts may be one person, in words for a person; null when nothing says so strongly. A wrong merge is worse than
 * none: a name alone is no reason, and neither is a company.
 */
export function whySame(a: Known, b: Known, companyOf: CompanyOf): string[] | null {
  const key = nameKey(a.name);
  if (!key || key !== nameKey(b.name)) return null;
  const [one, other] = [initialsIn(a.name), initialsIn(b.name)];
  if (one !== "" && other !== "" && one !== other) return null;
  if (generationIn(a.name) !== generationIn(b.name) || areNumbered(a, b)) return null;
  const company = companyOfBoth(a, b, companyOf);
  const phone = a.phones.find(
    (one) => digitsOf(one).length >= 7 && b.phones.some((other) => digitsOf(other) === digitsOf(one)),
  );
  const local = shared(
    a.addresses.map(localOf).filter((one) => one.length >= 6),
    b.addresses.map(localOf),
  );
  const reasons = [
    ...(company ? [`both write from ${company}`] : []),
    ...(phone ? [`both sign with ${phone}`] : []),
    ...(local && isPersonalOfOne(a, b) ? [`${local}@ at work and at home`] : []),
  ];
  return reasons.length > 0
    ? [`the same name, ${key.replace(/(^|[\s-])\p{L}/gu, (letter) => letter.toUpperCase())}`, ...reasons]
    : null;
}

const NO_PLUS = /\+.*(?=@)/;

/** The mailbox behind an address with a plus: "marta+offers@…" is read by whoever reads "marta@…". Null where no one person does. */
export const mailboxOf = (address: string): string | null =>
  isRoleAddress(address) ? null : address.replace(NO_PLUS, "");

/** Why two who are called differently may be one: an address of one is the other's with a plus in it, and they share a name. */
export function whySameMailbox(a: Known, b: Known): string[] | null {
  const words = (name: string) => name.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
  if (!shared(words(a.name), words(b.name))) return null;
  const other = b.addresses.find((address) => a.addresses.some((own) => isSameMailbox(own, address)));
  return other ? [`one mailbox, ${other.replace(NO_PLUS, "")}`] : null;
}

const isSameMailbox = (a: string, b: string): boolean =>
  a !== b && mailboxOf(a) !== null && mailboxOf(a) === mailboxOf(b);

/** The domain that both write from, else the company of both, whatever domains it has. */
function companyOfBoth(a: Known, b: Known, companyOf: CompanyOf): string | undefined {
  const domain = shared(domainsOf(a), domainsOf(b));
  if (domain) return domain;
  const [ofA, ofB] = [a, b].map(({ addresses }) => addresses.flatMap((address) => companyOf(address) ?? []));
  return ofA!.find(({ key }) => ofB!.some((other) => other.key === key))?.name;
}

const domainsOf = ({ addresses }: Known): string[] => addresses.flatMap((address) => companyDomain(address) ?? []);

/** One of the two has an address that no company stands behind. */
const isPersonalOfOne = (a: Known, b: Known): boolean =>
  (domainsOf(a).length === 0) !== (domainsOf(b).length === 0) &&
  [...a.addresses, ...b.addresses].every((address) => domainOf(address) !== "");
