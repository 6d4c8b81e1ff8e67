import type { ScreenMessage } from "@sidenote/contract/emails";
import { digest, joinKey, openingOf, snippetOf } from "./identity.ts";
import { type Ask, firstAskIn } from "./owed/asks.ts";
import { clean, type ParsedAttachment, type ParsedMail } from "./parse.ts";
import { cleanAddress, displayName } from "./people/addresses.ts";
import { splitQuotes } from "./said/quotes.ts";

type Identified = Omit<ParsedMail, "from" | "at" | "messageId" | "gmailThreadId" | "attachments"> & {
  from: { name: string; address: string };
  at: string;
  /** What it is known by: `rfc:…`, `gmail:…`, or `content:…` when there is nothing else. */
  sourceIds: string[];
  /** What its thread is known by on a site. */
  threadSourceIds: string[];
  attachments: ParsedAttachment[];
};

/** A message ready to be stored, wherever it came from, and what is read out of its words. */
export type IncomingMail = Identified & {
  /** Equal for a panel's copy and a file's of the same mail. */
  joinKey: string;
  snippet: string;
  opening: string;
  /** The first sentence that asks its reader for something. */
  ask: Ask | null;
};

const read = (mail: Identified): IncomingMail => ({
  ...mail,
  joinKey: joinKey(mail),
  snippet: snippetOf(mail),
  opening: openingOf(mail),
  ask: firstAskIn(mail.text, mail.spans) ?? null,
});

/** A parsed message of a file. `fallbackAt` stands in when no header tells the time. */
export function incomingFromFile(mail: ParsedMail, fallbackAt: string): IncomingMail {
  const { messageId, gmailThreadId, from, at, ...rest } = mail;
  const sender = from ?? { name: "", address: "" };
  return read({
    ...rest,
    from: sender,
    at: at ?? fallbackAt,
    sourceIds: [messageId ? `rfc:${messageId}` : `content:${contentOf(mail)}`],
    threadSourceIds: gmailThreadId ? [`gmail:${gmailThreadId}`] : [],
  });
}

/** What a mail without a Message-ID is told apart by; one without a sender too, by all of its headers. */
function contentOf({ from, at, subject, text, html, headers, attachments }: ParsedMail): string {
  const files = attachments.map((one) => digest(one.content));
  return digest([from?.address ?? headers, at ?? "", subject, text, html ?? "", ...files].join("\0"));
}

/** A mail as a panel sees it. The page shows no Message-ID, and times to the minute. */
export function incomingFromScreen(message: ScreenMessage): IncomingMail {
  const text = clean(message.text);
  const person = ({ name, address }: { name: string; address: string }) => ({
    name: displayName(clean(name), address),
    address: cleanAddress(address) ?? address.toLowerCase(),
  });
  const subject = clean(message.subject).trim();
  const from = person(message.from);
  return read({
    references: [],
    subject,
    from,
    behind: null,
    to: message.to.map(person),
    cc: (message.cc ?? []).map(person),
    bcc: [],
    beside: [],
    at: message.at,
    text,
    spans: splitQuotes(text, { from, subject }),
    html: null,
    headers: "",
    attachments: [],
    automatic: false,
    sourceIds: [message.sourceId],
    threadSourceIds: message.threadSourceId ? [message.threadSourceId] : [],
  });
}
