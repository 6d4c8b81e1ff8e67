import { withAsciiDomain } from "@sidenote/contract/ascii-domain";
import type { Person } from "@sidenote/contract/emails";
import { findOptional } from "../selector.ts";
import { account } from "./selectors.ts";

const ADDRESS = /[^\s@<>(),;:"]{1,64}@[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}.-]*[\p{L}\p{M}\p{N}])/iu;

/** Who is signed in, by the account button, else by the page's title ("Inbox (3) - ada@fjordkyl.example - Mail"). */
export function ownAddress(doc: Document): string | null {
  const label = findOptional(doc, account)?.getAttribute("aria-label");
  // Before it stands what the sender of a mail may have written: its subject.
  const titled = doc.title.match(new RegExp(ADDRESS, "giu"))?.at(-1);
  const found = label?.match(ADDRESS)?.[0] ?? titled;
  return found === undefined ? null : withAsciiDomain(found.toLowerCase());
}

/** A person as the page writes one: `email` or the hovercard's id, and a name. */
export function personOf(element: Element): Person | null {
  const written = element.getAttribute("value") ?? "";
  const address = element.getAttribute("email") ?? element.getAttribute("data-hovercard-id") ?? written;
  const shown = address.match(ADDRESS)?.[0].toLowerCase();
  if (!shown) return null;
  const said =
    element.getAttribute("name") && !written ? element.getAttribute("name") : element.getAttribute("data-name");
  const name = (said ?? written.match(/^\s*"?([^"<]*?)"?\s*</)?.[1] ?? "").trim();
  return { name: name.toLowerCase() === shown ? "" : name, address: withAsciiDomain(shown) };
}

/** Each address once, in the order that they come, without the member. */
export function others(people: readonly (Person | null)[], own: string | null): Person[] {
  const seen = new Map<string, Person>();
  for (const person of people) {
    if (!person || person.address === own) continue;
    const before = seen.get(person.address);
    if (!before) seen.set(person.address, { ...person });
    else if (before.name === "") before.name = person.name;
  }
  return [...seen.values()];
}
