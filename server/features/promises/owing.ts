import type { Person } from "@sidenote/contract/emails";
import type { Party, PromiseKind } from "@sidenote/contract/promises";
import { type Obligation, obligationsIn } from "../../core/mail/owed/obligations.ts";
import { type Due, dueIn } from "../../core/text/due.ts";
import { mentionsOf } from "./elsewhere.ts";
import { type Answer, settle } from "./settle.ts";
import type { Turn } from "./turn.ts";

/** What stands in a mail, who owes it to whom, and what settled it later. */
export type Owing<I extends string = string> = {
  mail: Turn<I>;
  kind: PromiseKind;
  text: string;
  start: number;
  end: number;
  owes: Party;
  owedTo: Party;
  person: Person;
  due: Due | null;
  answer: Answer<I> | null;
  /** When it was last spoken of, by the mail itself at first. */
  mentionedAt: string;
  /** The model that found it; null: the rules did. */
  foundBy: string | null;
};

/** A sentence of a mail in which a model found that somebody owes something. */
export type Proposal = Pick<Obligation, "kind" | "start" | "end"> & { foundBy: string };

/** What goes to more people than these is an announcement: nobody in particular owes anything by it. */
const MOST_RECIPIENTS = 12;

/** Everything that was asked and promised in these mails of one thread, oldest first, with what a model `proposed` beside it. */
export function owingsIn<I extends string>(
  mails: readonly Turn<I>[],
  member: { firstName: string },
  proposed: ReadonlyMap<I, readonly Proposal[]> = new Map(),
): Owing<I>[] {
  const inOrder = [...mails].sort((a, b) => a.at.localeCompare(b.at));
  return inOrder.flatMap((mail, i) => {
    if (mail.automatic || mail.direction === "observed" || mail.recipients > MOST_RECIPIENTS) return [];
    const read = obligationsIn(mail.text, mail.spans);
    const all = [
      ...read.map((one) => ({ ...one, foundBy: null })),
      ...besides(read, proposed.get(mail.id) ?? []).map((one) => asObligation(mail, one)),
    ];
    return all.flatMap((one) => {
      const parties = partiesOf(mail, one, member.firstName);
      if (!parties) return [];
      const owing = {
        mail,
        kind: one.kind,
        text: one.text,
        start: one.start,
        end: one.end,
        ...parties,
        due: dueIn(one.text, mail.at, mail.zone),
        foundBy: one.foundBy,
      };
      const later = inOrder.slice(i + 1);
      const people = [...mail.to, mail.from].map((one) => one.address);
      const mentions = mentionsOf({ text: owing.text, people });
      const last = later.findLast((one) => !one.automatic && mentions(one));
      const beside = read
        .filter((other) => other.kind === "ask" && other.start !== one.start)
        .map((other) => other.text);
      return [{ ...owing, answer: settle(owing, later, beside), mentionedAt: last?.at ?? mail.at }];
    });
  });
}

/** Where the rules have a word on a sentence, it is theirs. */
const besides = (read: readonly Obligation[], proposals: readonly Proposal[]): Proposal[] =>
  proposals.filter(({ start, end }) => !read.some((one) => one.start < end && start < one.end));

const asObligation = (mail: Turn, { kind, start, end, foundBy }: Proposal) => ({
  kind,
  by: kind === "ask" ? ("reader" as const) : ("writer" as const),
  text: mail.text.slice(start, end),
  start,
  end,
  foundBy,
});

function partiesOf(
  mail: Turn,
  { by, text }: Obligation,
  firstName: string,
): Pick<Owing, "owes" | "owedTo" | "person"> | null {
  const outgoing = mail.direction === "out";
  const named = calledUpon(text, mail.to);
  const person = outgoing ? (named ?? mail.to[0]) : mail.from;
  if (!person || person.address === "") return null;
  const writer: Party = outgoing ? "you" : "them";
  const reader: Party = outgoing ? "them" : "you";
  if (by === "writer") return { owes: writer, owedTo: reader, person };
  if (by === "third") return { owes: "other", owedTo: reader, person };
  // "Jonas, could you …" in a mail to several: it is Jonas who is asked.
  const isAsked = outgoing || (mail.addressed && (!named || firstNameOf(named) === firstName.toLowerCase()));
  return { owes: isAsked ? reader : "other", owedTo: writer, person };
}

const firstNameOf = ({ name }: Person): string => name.split(/\s+/)[0]?.toLowerCase() ?? "";

/** The recipient whose first name a sentence begins with: "Jonas, …", "Jonas - …". */
function calledUpon(sentence: string, people: readonly Person[]): Person | undefined {
  const [, name] = sentence.match(/^(\p{Lu}[\p{L}'’]+)\s*(?:[,:]|\s[–—-])/u) ?? [];
  return name === undefined ? undefined : people.find((person) => firstNameOf(person) === name.toLowerCase());
}
