import type { Direction } from "@sidenote/contract/emails";
import type { EmailId, ImportId, ThreadId } from "@sidenote/contract/ids";
import type { IncomingMail } from "../../core/mail/incoming.ts";
import { isAmong, isRoleAddress } from "../../core/mail/people/addresses.ts";
import type { Sighting } from "../contacts/index.ts";

/** A mail that is to be stored, and everybody on it as they are. */
export type Fresh = {
  mail: IncomingMail;
  id: EmailId;
  direction: Direction;
  people: ReturnType<typeof participantRows>;
};

/** What a new mail is to a member with these own addresses: its direction, and the rows of everybody on it. */
export function freshMail(mail: IncomingMail, id: EmailId, own: ReadonlySet<string>): Fresh {
  const direction = directionOf(mail, own);
  return { mail, id, direction, people: participantRows(mail, id, direction, own) };
}

function directionOf(mail: Pick<IncomingMail, "from" | "to" | "cc" | "bcc">, own: ReadonlySet<string>): Direction {
  if (isAmong(own, mail.from.address)) return "out";
  return [...mail.to, ...mail.cc, ...mail.bcc].some((person) => isAmong(own, person.address)) ? "in" : "observed";
}

/** The row of a new mail. `beside` are those with a hand in it who are not on it. */
export function emailRow(
  { mail, id, direction, people }: Fresh,
  threadId: ThreadId,
  own: ReadonlySet<string>,
  importId: ImportId | null,
) {
  const onIt = new Set(people.map((one) => one.address));
  const beside = [...new Set(mail.beside)].filter((address) => !onIt.has(address));
  return {
    id,
    threadId,
    direction,
    subject: mail.subject,
    fromName: mail.from.name,
    fromAddress: mail.from.address,
    at: mail.at,
    text: mail.text,
    spans: mail.spans,
    html: mail.html,
    headers: mail.headers || null,
    beside: beside.length > 0 ? beside : null,
    automatic: mail.automatic,
    addressed: mail.to.some((person) => isAmong(own, person.address)),
    asks: mail.ask?.text ?? null,
    asksStart: mail.ask?.start ?? null,
    snippet: mail.snippet,
    opening: mail.opening,
    joinKey: mail.joinKey,
    importId,
  };
}

function participantRows(mail: IncomingMail, emailId: EmailId, direction: Direction, own: ReadonlySet<string>) {
  const everybody = [
    { role: "from" as const, ...mail.from },
    ...mail.to.map((person) => ({ role: "to" as const, ...person })),
    ...mail.cc.map((person) => ({ role: "cc" as const, ...person })),
    ...mail.bcc.map((person) => ({ role: "bcc" as const, ...person })),
  ];
  const once = new Map(everybody.map((one) => [`${one.role} ${one.address}`, one]));
  return [...once.values()].map((one, position) => ({
    ...one,
    emailId,
    position,
    at: mail.at,
    direction,
    own: isAmong(own, one.address),
  }));
}

/**
 * Everybody in these mails who may be a person: not the member, not a role, not the sender of what a robot sent. `countPeople`
 * counts them anew.
 */
export function sightingsOf(fresh: readonly Fresh[]): Sighting[] {
  const byAddress = new Map<string, Sighting>();
  for (const { mail, id, direction, people } of fresh) {
    const seenInMail = new Set<string>();
    for (const person of people) {
      const { address, name, role } = person;
      if (
        person.own ||
        address === "" ||
        isRoleAddress(address) ||
        (role === "from" && mail.automatic) ||
        seenInMail.has(address)
      )
        continue;
      seenInMail.add(address);
      const known = byAddress.get(address);
      const one = known ?? {
        address,
        name,
        emailId: id,
        seenAt: mail.at,
        firstAt: null,
        lastAt: null,
        in: 0,
        out: 0,
        observed: 0,
        writtenTo: false,
      };
      if (!known) byAddress.set(address, one);
      if (mail.at >= one.seenAt && (name.includes(" ") || !one.name.includes(" ")))
        Object.assign(one, { name, emailId: id, seenAt: mail.at });
      if (direction === "out") one.out++;
      else if (direction === "in" && role === "from") one.in++;
      else {
        one.observed++;
        continue;
      }
      if (one.firstAt === null || mail.at < one.firstAt) one.firstAt = mail.at;
      if (one.lastAt === null || mail.at > one.lastAt) one.lastAt = mail.at;
      if (direction === "out" && role === "to") one.writtenTo = true;
    }
  }
  return [...byAddress.values()];
}
