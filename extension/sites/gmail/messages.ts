import type { Person, ScreenMessage } from "@sidenote/contract/emails";
import { findAll, findOptional } from "../selector.ts";
import { parseTitle, timeOfId } from "./date.ts";
import { personOf } from "./participants.ts";
import { foldedSender, message, messageBody, messageRecipient, messageTime, openThread, sender } from "./selectors.ts";
import { textOf, tidy } from "./text.ts";

type ShownThread = {
  key: string | null;
  subject: string;
  messages: ScreenMessage[];
  /** Everybody that the page names, senders of the newest first. */
  people: Person[];
};

export const isOpen = (doc: Document): boolean => findOptional(doc, openThread) !== null;

/** The open thread with the messages that are shown in full, oldest first; null when no thread is open. */
export function readThread(doc: Document, own: string | null): ShownThread | null {
  const title = findOptional(doc, openThread);
  if (!title) return null;
  const id = title.getAttribute("data-legacy-thread-id");
  const key = id ? `gmail:${id}` : null;
  const subject = (title.textContent ?? "").trim();
  const shown = findAll(doc, message);
  const messages = shown.flatMap((element) => readMessage(element, { doc, key, subject, own }) ?? []);
  const senders = shown.map((element) =>
    personOf(findOptional(element, findOptional(element, messageBody) ? sender : foldedSender) ?? element),
  );
  const recipients = messages.flatMap(({ to }) => to);
  const people = [...senders.reverse(), ...recipients].filter((person) => person !== null);
  return { key, subject, messages, people };
}

type Around = { doc: Document; key: string | null; subject: string; own: string | null };

function readMessage(element: Element, { doc, key, subject, own }: Around): ScreenMessage | null {
  const body = findOptional(element, messageBody);
  const from = personOf(findOptional(element, sender) ?? element);
  const id = element.getAttribute("data-legacy-message-id");
  if (!body || !from || !id) return null;
  const title = findOptional(element, messageTime)?.getAttribute("title") ?? "";
  const at = parseTitle(title, doc.documentElement.lang) ?? timeOfId(id);
  if (!at) return null;
  const to = findAll(element, messageRecipient).flatMap((span) => personOf(span) ?? []);
  return {
    sourceId: `gmail:${id}`,
    ...(key ? { threadSourceId: key } : {}),
    subject,
    from: { ...from, name: from.address === own ? "" : from.name },
    // Gmail calls the member "me" here, in the page's language.
    to: to.map((person) => (person.address === own ? { ...person, name: "" } : person)),
    at: at.toISOString(),
    text: tidy(textOf(body, { quoteMark: "> " }).text),
  };
}
