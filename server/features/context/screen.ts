import type { ContextOwed, Screen } from "@sidenote/contract/context";
import type { Direction, Person, Span } from "@sidenote/contract/emails";
import { firstAskIn } from "../../core/mail/owed/asks.ts";
import { cleanAddress, displayName, isAmong } from "../../core/mail/people/addresses.ts";
import { splitQuotes } from "../../core/mail/said/quotes.ts";
import { remembered } from "../../core/remembered.ts";
import { owedIn } from "../emails/index.ts";

export type ScreenMail = { id: string; from: Person; at: string; direction: Direction; text: string; spans: Span[] };

/** `Marta Lindqvist <marta@nordfrakt.example>`, or an address alone. */
function personOf(from: string): Person {
  const address = cleanAddress(from.match(/<([^<>]+)>\s*$/)?.[1] ?? from) ?? "";
  return { name: displayName(from.replace(/<[^<>]*>\s*$/, ""), address), address };
}

const spansIn = remembered((text): Span[] => splitQuotes(text));

/** The messages on screen as mails: their ids in answers are `screen:n`, by their place. */
export const screenMails = (screen: Screen, own: ReadonlySet<string>): ScreenMail[] =>
  screen.messages.map(({ from, at, text }, n) => {
    const person = personOf(from);
    const direction = isAmong(own, person.address) ? "out" : "in";
    return { id: `screen:${n}`, from: person, at, text, spans: spansIn(text), direction };
  });

/** Everybody who wrote one of them, but the member. */
export const peopleOnScreen = (mails: readonly ScreenMail[], own: ReadonlySet<string>): Person[] => {
  const people = new Map(mails.map(({ from }) => [from.address, from]));
  return [...people.values()].filter((person) => person.address !== "" && !isAmong(own, person.address));
};

/** Who owes an answer at the end of what is on screen. */
export function owedOnScreen(screen: Screen, mails: readonly ScreenMail[]): ContextOwed | null {
  const read = mails.map((mail) => {
    const ask = firstAskIn(mail.text, mail.spans);
    return {
      ...mail,
      from: mail.from.address,
      to: [],
      automatic: false,
      addressed: true,
      asks: ask?.text ?? null,
      asksStart: ask?.start ?? null,
    };
  });
  const owed = owedIn(read.sort((a, b) => a.at.localeCompare(b.at)));
  if (!owed) return null;
  const { by, since, emailId, asks, start } = owed;
  return {
    by,
    since,
    sourceId: emailId,
    asks,
    start,
    end: start + asks.length,
    threadId: null,
    subject: screen.subject ?? "",
  };
}
