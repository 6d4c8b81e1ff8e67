import { createHash } from "node:crypto";
import type { ScreenMessage } from "@sidenote/contract/emails";
import { cleanAddress, displayName } from "../../core/mail/addresses.ts";
import type { ParsedAttachment, ParsedMail } from "../../core/mail/parse.ts";
import { clean } from "../../core/mail/parse.ts";
import { forwardedText, ownText, saidText, splitQuotes } from "../../core/mail/quotes.ts";

/** A message ready to be stored, wherever it came from. */
export type IncomingMail = Omit<ParsedMail, "from" | "at" | "messageId" | "gmailThreadId" | "attachments"> & {
  from: { name: string; address: string };
  at: string;
  /** What it is known by: `rfc:…`, `gmail:…`, or `content:…` when there is nothing else. */
  sourceIds: string[];
  /** What its thread is known by on a site. */
  threadSourceIds: string[];
  attachments: ParsedAttachment[];
};

/** A parsed message of a file. `fallbackAt` stands in when no header tells the time. */
export function incomingFromFile(mail: ParsedMail, fallbackAt: string): IncomingMail {
  const { messageId, gmailThreadId, from, at, ...rest } = mail;
  const sender = from ?? { name: "", address: "" };
  return {
    ...rest,
    from: sender,
    at: at ?? fallbackAt,
    sourceIds: [
      messageId
        ? `rfc:${messageId}`
        : `content:${digest([sender.address, at ?? "", mail.subject, mail.text, mail.html ?? ""].join("\0"))}`,
    ],
    threadSourceIds: gmailThreadId ? [`gmail:${gmailThreadId}`] : [],
  };
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
  return {
    references: [],
    subject,
    from,
    to: message.to.map(person),
    cc: (message.cc ?? []).map(person),
    bcc: [],
    at: message.at,
    text,
    spans: splitQuotes(text, { from, subject }),
    html: null,
    headers: "",
    attachments: [],
    automatic: false,
    sourceIds: [message.sourceId],
    threadSourceIds: message.threadSourceId ? [message.threadSourceId] : [],
  };
}

/** Letters and digits only, in lower case: what two renderings of the same words have in common. */
export const lettersOf = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/<[^<>\s]{1,500}>|https?:\/\/\S+/g, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");

const JOIN_LETTERS = 400;
const OPENING_LETTERS = 60;
/** Enough to find those letters in, also among links. */
const JOIN_TEXT = 10_000;

/**
 * Sender, minute and the mail's own words: equal for a panel's copy and a file's of the same mail. With the signature, for HTML
 * tells its beginning better than what is on screen; of a mail that only passes on, what it passes on.
 */
export function joinKey(mail: Pick<IncomingMail, "from" | "at" | "text" | "spans">): string {
  const letters = lettersIn(ownText(mail.text, mail.spans)) || lettersIn(mail.text);
  return digest([mail.from.address, mail.at.slice(0, 16), letters.slice(0, JOIN_LETTERS)].join("\0"));
}

const SNIPPET_LENGTH = 160;

/** The beginning of what was said; of a mail that only passes on, of what it passes on. */
export const snippetOf = (mail: Pick<IncomingMail, "text" | "spans">): string =>
  (saidText(mail.text, mail.spans) || forwardedText(mail.text, mail.spans))
    .slice(0, 4 * SNIPPET_LENGTH)
    .replace(/\s+/g, " ")
    .slice(0, SNIPPET_LENGTH);

export const opening = (mail: Pick<IncomingMail, "text" | "spans">): string =>
  lettersIn(saidText(mail.text, mail.spans)).slice(0, OPENING_LETTERS);

const lettersIn = (text: string): string => lettersOf(text.slice(0, JOIN_TEXT));

const REPLY_PREFIX =
  /^\s*((re|fwd?|aw|wg|sv|vs|antw|odp|pd|tr|rv|ref|res|enc|на|відп|ответ|пересл?|fs|ynt|ilt|r|i)(\[\d+\]|\(\d+\))?\s*[:：]\s*)+/i;

export const isReply = (subject: string): boolean => REPLY_PREFIX.test(subject);

/** What a subject is about, without Re: and Fwd: and the marks of lists. */
export const subjectKey = (subject: string): string =>
  subject
    .replace(REPLY_PREFIX, "")
    .replace(/^\s*\[[^\]]{1,40}\]\s*/, "")
    .replace(REPLY_PREFIX, "")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase()
    .slice(0, 300);

const digest = (text: string): string => createHash("sha256").update(text).digest("base64url");
