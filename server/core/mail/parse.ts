import type { Person, Span } from "@sidenote/contract/emails";
import PostalMime, { type Address, type Attachment, addressParser, type Email } from "postal-mime";
import { beginningOf, storable } from "../text/storable.ts";
import { htmlToMarkedText, type Mark, marksFound } from "./html/html.ts";
import { lettersOf } from "./identity.ts";
import { withFoundBoundary } from "./mime/boundary.ts";
import { calendarText } from "./mime/calendar.ts";
import { relabelled } from "./mime/charset.ts";
import { timeOf } from "./mime/date.ts";
import { readsFlowedText } from "./mime/flowed.ts";
import { withNewlines } from "./mime/line-ends.ts";
import { cleanAddress, displayName, exchangeNames, sendsNotices } from "./people/addresses.ts";
import { type HeaderValue, isAutomatic, isDraft, isSentByService, saysNobodyReads } from "./people/automatic.ts";
import { type Behind, deliveredTo, isColleaguesGroup, writerBehindForm, writerBehindList } from "./people/writer.ts";
import { isBulk } from "./said/boilerplate.ts";
import { ownText, saidText, splitQuotes } from "./said/quotes.ts";

export type ParsedAttachment = {
  name: string;
  mediaType: string;
  inline: boolean;
  contentId: string | null;
  content: Uint8Array;
};

/** A message as it is stored: everything plain, nothing trusted. */
export type ParsedMail = {
  /** Without angle brackets; null when it has none. */
  messageId: string | null;
  /** The messages that it answers, oldest first; of very many the last. */
  references: string[];
  subject: string;
  /** Null when no header names an address. */
  from: Person | null;
  /** Who a list or a form says wrote it: whoever sends can say so, so `asWritten` believes it of the member's own company alone. */
  behind: Behind | null;
  to: Person[];
  cc: Person[];
  bcc: Person[];
  /**
   * Addresses of whoever else has a hand in it: who sent it in another's name, who a list says wrote it, who
   * passed it on and to whom, and to whom answers go.
   */
  beside: string[];
  /** ISO 8601; null when no header tells. */
  at: string | null;
  text: string;
  spans: Span[];
  html: string | null;
  headers: string;
  attachments: ParsedAttachment[];
  /** Sent by a list, a robot or a role address. */
  automatic: boolean;
  /** Gmail's id of the conversation, as Takeout has it. */
  gmailThreadId: string | null;
};

/** The message cannot be read; the sentence says why and is shown to the member. */
export class UnreadableMail extends Error {}

/** Deeper nesting than any mail program makes; it would cost more than linear time. */
const DEEPEST_NESTING = 100;
/** More than any thread needs to hold together. */
const MOST_REFERENCES = 200;
const EARLIEST = Date.UTC(1970, 0, 2);
/** Beyond it ISO 8601 has six digits of a year, which no database reads. */
const LATEST = Date.UTC(9999, 11, 31);

readsFlowedText();

/** Reads one message (RFC 5322). Throws UnreadableMail for what is no message or cannot be one. */
export async function parseMail(bytes: Uint8Array): Promise<ParsedMail> {
  const mail = await readMail(withNewlines(bytes));
  if (mail.headers.length === 0) throw new UnreadableMail("it has no headers");
  const header: HeaderValue = (name) => mail.headers.find((one) => one.key === name)?.value;
  if (isDraft(header)) throw new UnreadableMail("it is a draft, which nobody has sent");
  const [from] = peopleOf(sendersOf(mail, header("from")), header("x-from"));
  const writer = from && writerOf(mail, from, header);
  const { text, marks } = textOf(mail);
  const subject = clean(mail.subject ?? "").trim();
  const spans = splitQuotes(text, { from: writer ?? from ?? null, subject, marks });
  const isRobots =
    isAutomatic(header) ||
    saysNobodyReads(saidText(text, spans)) ||
    (isBulk(ownText(text, spans)) && !isColleaguesGroup(header));
  return {
    messageId: bareId(mail.messageId),
    references: idsIn(`${mail.references ?? ""} ${mail.inReplyTo ?? ""}`).slice(-MOST_REFERENCES),
    subject,
    from: from ?? null,
    behind: writer ? { writer, automatic: isRobots } : null,
    to: peopleOf(mail.to, header("x-to")),
    cc: peopleOf(mail.cc, header("x-cc")),
    bcc: blindCopied(mail, header),
    beside: besideOf(mail, writer ?? null),
    at: sentAt(mail),
    text,
    spans,
    html: mail.html ? clean(mail.html) : null,
    headers: clean(mail.headerLines.map((line) => line.line).join("\n")),
    attachments: mail.attachments.map(attachmentOf),
    automatic:
      isRobots || (from !== undefined && (sendsNotices(from.address) || isSentByService(mail.from?.name ?? "", from))),
    gmailThreadId: gmailThread(header("x-gm-thrid")),
  };
}

/** Where a mail names nobody, or a group of colleagues, it went to whom the server that received it delivered it. */
function blindCopied(mail: Email, header: HeaderValue): Person[] {
  const named = peopleOf(mail.bcc, header("x-bcc"));
  const shown = peopleOf([...(mail.to ?? []), ...(mail.cc ?? [])], undefined);
  if (named.length > 0 || (shown.length > 0 && !isColleaguesGroup(header))) return named;
  const delivered = deliveredTo(header);
  const receiver = delivered === undefined ? [] : peopleOf(addressParser(delivered), undefined).slice(0, 1);
  return receiver.filter(({ address }) => !shown.some((one) => one.address === address));
}

/** Who passed a mail on as it was, to whom, and in whose name (RFC 5322, 3.6.6); one that went on twice has several of each. */
const RESENT = /^resent-(from|sender|to|cc|bcc|reply-to)$/;

function besideOf({ sender, replyTo = [], headers }: Email, writer: Person | null): string[] {
  const resent = headers.flatMap(({ key, value }) => (RESENT.test(key) ? addressParser(value) : []));
  const others = peopleOf([...(sender ? [sender] : []), ...replyTo, ...resent], undefined);
  return [...others, ...(writer ? [writer] : [])].map((one) => one.address);
}

/** What a mail says of its parts and of its character set may be wrong: then it is read again as what it looks like. */
async function readMail(bytes: Uint8Array): Promise<Email> {
  const mail = await readAs(bytes);
  const type = mail.headers.find((one) => one.key === "content-type")?.value;
  const isEmpty = !mail.text?.trim() && !mail.html?.trim() && mail.attachments.length === 0;
  const inParts = isEmpty && type && /^\s*multipart\//i.test(type) ? withFoundBoundary(bytes) : null;
  if (!inParts) return readInItsLetters(bytes, mail, type);
  const { headers, headerLines } = mail;
  return { ...(await readInItsLetters(inParts, await readAs(inParts), "")), headers, headerLines };
}

async function readInItsLetters(bytes: Uint8Array, mail: Email, type: string | undefined): Promise<Email> {
  const again = relabelled(bytes, [mail.text ?? "", mail.html ?? "", mail.subject ?? "", mail.from?.name ?? ""], type);
  if (!again) return mail;
  const { attachments } = mail;
  return { ...(await readAs(again)), attachments };
}

async function readAs(bytes: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, {
      maxNestingDepth: DEEPEST_NESTING,
      forceRfc822Attachments: true,
      attachmentEncoding: "arraybuffer",
    });
  } catch (cause) {
    const tooDeep = (cause as Error).message.includes("nesting");
    throw new UnreadableMail(
      tooDeep ? `its parts are nested deeper than ${DEEPEST_NESTING} levels` : (cause as Error).message,
      { cause },
    );
  }
}

export const clean = (text: string): string => storable(text).replaceAll("\r\n", "\n");

function textOf(mail: Email): { text: string; marks: Mark[] } {
  const html = mail.html ? clean(mail.html) : "";
  if (!mail.text?.trim() && html.trim() === "") return { text: clean(calendarText(calendarOf(mail))), marks: [] };
  const text = clean(mail.text ?? "");
  if (html.trim() === "") return { text, marks: [] };
  if (text.trim() === "") return htmlToMarkedText(html);
  if (standsIn(text)) {
    const shown = htmlToMarkedText(html);
    const [written, own] = [lettersOf(shown.text), lettersOf(text)];
    if (!written.includes(own) || written.length > 2 * own.length) return shown;
  }
  return { text, marks: marksFound(text, html) };
}

const LONGEST_STAND_IN = 400;

/** "Your program does not show HTML": what robots write where the words of the HTML belong; or nothing that anybody reads. */
const standsIn = (text: string): boolean =>
  text.length <= LONGEST_STAND_IN &&
  (lettersOf(text) === "" ||
    (/\bhtml\b/i.test(text) &&
      /\b(view|display|support|enabled?|capable|compatible|read|show|format|version)/i.test(text)) ||
    /^\W*view (this|the) (e-?mail|message|mail) (online|in (your|a|the) (web )?browser)/i.test(text));

/** An entry of a calendar that comes with the mail, in its own words. */
function calendarOf(mail: Email): string {
  const entry = mail.attachments.find((one) => /^text\/calendar$/i.test(one.mimeType));
  if (!entry) return "";
  return typeof entry.content === "string" ? entry.content : new TextDecoder().decode(entry.content);
}

function peopleOf(addresses: readonly Address[] | undefined, exchange: string | undefined): Person[] {
  const flat = (addresses ?? []).flatMap((one) => (one.group ? one.group : [one]));
  const valid = flat.flatMap((one, i) => {
    const address = cleanAddress(one.address);
    if (!address) return [];
    // `Beck, Sally <sally@…>` without quotes: the comma parts what is one name.
    const before = flat[i - 1];
    const family = before && !before.address && isFamilyName(before.name) && one.name ? `${before.name}, ` : "";
    return [{ name: clean(`${family}${one.name}`), address }];
  });
  const names = exchangeNames(exchange);
  const inOrder = names.length === valid.length ? names : [];
  // `"Nord News" <news@…>`, where the header itself has the address alone.
  const beside = exchange?.includes("@") ? peopleOf(addressParser(exchange), undefined) : [];
  const namedBeside = new Map(beside.map((one) => [one.address, one.name]));
  return valid.map((person, i) => ({
    address: person.address,
    name: displayName(person.name || (inOrder[i] ?? namedBeside.get(person.address) ?? ""), person.address),
  }));
}

function writerOf(mail: Email, shown: Person, header: HeaderValue): Person | null {
  const answersTo = peopleOf(mail.replyTo, undefined);
  const copied = peopleOf(mail.cc, undefined);
  const writer = writerBehindList(shown, { answersTo, copied }, header) ?? writerBehindForm(shown, answersTo, header);
  if (!writer) return null;
  // "'Eva Nord' via Sales" names her where nothing else does.
  const [, named = ""] = (mail.from?.name ?? "").match(/^(.*?)\svia\s/i) ?? [];
  const name = clean(writer.name) || named;
  return { address: writer.address, name: displayName(name, writer.address) };
}

/** Of `From: Beck, Sally <…>` only the first part is handed over, which has no address. */
function sendersOf(mail: Email, header: string | undefined): Address[] {
  if (mail.from && !mail.from.group && !mail.from.address && header) return addressParser(header);
  return mail.from ? [mail.from] : mail.sender ? [mail.sender] : [];
}

const isFamilyName = (name: string): boolean => /^\p{Lu}[\p{L}'’-]*( \p{L}[\p{L}'’-]*){0,2}$/u.test(name);

function sentAt(mail: Email): string | null {
  const received = mail.headers
    .find((one) => one.key === "received")
    ?.value.split(";")
    .at(-1);
  for (const candidate of [mail.date, received]) {
    const time = candidate === undefined ? Number.NaN : timeOf(candidate);
    if (time > EARLIEST && time < LATEST) return new Date(time).toISOString();
  }
  return null;
}

const bareId = (id: string | undefined): string | null => idsIn(id ?? "")[0] ?? null;
const idsIn = (value: string): string[] => [
  ...new Set([...clean(value).matchAll(/<([^<>\s]{1,500})>/g)].map(([, id]) => id!)),
];

function attachmentOf(attachment: Attachment, index: number): ParsedAttachment {
  const content = attachment.content;
  return {
    name: beginningOf(clean(attachment.filename ?? "").replace(/[/\\]/g, "_"), 255) || `attachment-${index + 1}`,
    mediaType: /^[\w.+-]+\/[\w.+-]+$/.test(attachment.mimeType) ? attachment.mimeType : "application/octet-stream",
    inline: attachment.related === true,
    contentId: attachment.contentId?.replace(/^<|>$/g, "") ?? null,
    content: typeof content === "string" ? Buffer.from(content, "utf8") : new Uint8Array(content),
  };
}

/** Takeout writes it in decimal, the page shows it in hexadecimal. */
function gmailThread(value: string | undefined): string | null {
  return value && /^\d{1,20}$/.test(value.trim()) ? BigInt(value.trim()).toString(16) : null;
}
