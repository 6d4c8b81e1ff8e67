import type { Person } from "@sidenote/contract/emails";
import { type Address, addressParser } from "postal-mime";
import { cleanAddress, domainOf, isRoleAddress } from "./addresses.ts";
import type { HeaderValue } from "./automatic.ts";
import { companyDomain } from "./domains.ts";

/** Who is said to have written a mail, and whether it is a robot's all the same. */
export type Behind = { writer: Person; automatic: boolean };

/**
 * A mail as from whom a group or a form of the member's own company says wrote it. The headers that say so are written by whoever
 * sends: believed of anybody, a stranger's list could speak as the member's customers.
 */
export function asWritten<T extends { from: Person; automatic: boolean; behind: Behind | null }>(
  mail: T,
  own: ReadonlySet<string>,
): T {
  const { from, behind } = mail;
  if (!behind || companyDomain(from.address) === null) return mail;
  const isOurs = [...own].some((address) => domainOf(address) === domainOf(from.address));
  return isOurs ? { ...mail, from: behind.writer, automatic: behind.automatic } : mail;
}

/** The address that a mail came through, by what a list or a group writes into the header (RFC 2369); null where it says none. */
function listAddress(header: HeaderValue): string | null {
  const post = /mailto:([^>?\s]+)/i.exec(header("list-post") ?? "")?.[1];
  return cleanAddress(post ?? header("x-beenthere"));
}

/**
 * A group of colleagues, such as sales@: its mail is delivered at the domain that the group is at. Customers write to it as to
 * anybody, while a list of strangers, or one that nobody answers, is a list.
 */
export function isColleaguesGroup(header: HeaderValue): boolean {
  const list = listAddress(header);
  return list !== null && isOfReceiver(list, header);
}

/** At the company that the mail was delivered to. */
function isOfReceiver(address: string, header: HeaderValue): boolean {
  const delivered = cleanAddress(deliveredTo(header));
  return delivered !== null && domainOf(address) === domainOf(delivered) && companyDomain(address) !== null;
}

/** To whom the server that received a mail delivered it. */
export const deliveredTo = (header: HeaderValue): string | undefined =>
  header("delivered-to") ?? header("x-original-to") ?? header("envelope-to");

/** What web servers call themselves where nobody told them a name. */
const WEB_SERVER = /^(wordpress|www(-data)?|web(site|form|server)?|(contact-?|kontakt)?form(s|ular)?|apache|nobody)@/;

/**
 * Who filled in a form of the receiver's own website: it comes from a robot of theirs, and answers go to one person elsewhere. Null
 * for any other mail.
 */
export function writerBehindForm(from: Person, answersTo: readonly Person[], header: HeaderValue): Person | null {
  const isRobot = isRoleAddress(from.address) || WEB_SERVER.test(from.address);
  const [writer] = answersTo;
  if (!isRobot || !writer || answersTo.length > 1 || !isOfReceiver(from.address, header)) return null;
  return isRoleAddress(writer.address) || isOfReceiver(writer.address, header) ? null : writer;
}

/**
 * Who wrote, where a list put itself in their place so that the mail passes DMARC: `'Eva Nord' via Sales <sales@…>`. The list says
 * who it was, answers go to one person alone, or who is called so gets a copy. Null where the sender is no list.
 */
export function writerBehindList(
  from: Person,
  { answersTo, copied }: { answersTo: readonly Person[]; copied: readonly Person[] },
  header: HeaderValue,
): Person | null {
  if (from.address !== listAddress(header)) return null;
  const named = personsIn(header("x-original-from")) ?? personsIn(header("x-original-sender"));
  const others = answersTo.filter((one) => one.address !== from.address);
  const called = copied.filter((one) => one.name === from.name);
  return named ?? (others.length === 1 ? others[0]! : called.length === 1 ? called[0]! : null);
}

function personsIn(written: string | undefined): Person | null {
  const [first]: Address[] = addressParser(written ?? "");
  const address = cleanAddress(first?.address);
  return first && address ? { name: first.name, address } : null;
}
