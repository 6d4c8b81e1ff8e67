import type { ContextOwed, Screen } from "@sidenote/contract/context";
import type { ContextPromise } from "@sidenote/contract/promises";
import { owingsIn } from "../promises/index.ts";
import type { ScreenMail } from "./screen.ts";

const SHOWN = 8;

/** What is due comes first, the soonest before the others; then the newest. What `owed` says already is not said twice. */
export function shownPromises(found: readonly ContextPromise[], owed: readonly ContextOwed[]): ContextPromise[] {
  const said = new Set(owed.map((one) => one.sourceId));
  return found
    .filter((one) => one.kind === "promise" || !said.has(one.source.id))
    .sort((a, b) => (a.due?.on ?? "9").localeCompare(b.due?.on ?? "9") || b.at.localeCompare(a.at))
    .slice(0, SHOWN);
}

/** What is promised in the mails on screen, and not kept there. Nothing of it is kept here. */
export function promisesOnScreen(
  screen: Screen,
  mails: readonly ScreenMail[],
  member: { name: string; timeZone: string },
): ContextPromise[] {
  const other = { name: screen.name ?? "", address: screen.address.toLowerCase() };
  const turns = mails.map((mail) => ({
    ...mail,
    automatic: false,
    addressed: true,
    to: mail.direction === "out" ? [other] : [],
    recipients: 1,
    zone: { timeZone: member.timeZone },
    hasAttachments: false,
  }));
  return owingsIn(turns, { firstName: member.name.split(/\s+/)[0] ?? "" })
    .filter((one) => one.answer === null)
    .map(({ mail, kind, owes, owedTo, person, text, start, end, due }) => ({
      id: null,
      kind,
      owes,
      owedTo,
      person,
      source: { id: mail.id, quote: text, start, end },
      at: mail.at,
      threadId: null,
      subject: screen.subject ?? "",
      due: due && { on: due.on, words: due.words },
      version: 1,
    }));
}
