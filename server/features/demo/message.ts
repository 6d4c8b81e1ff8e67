import type { Part } from "./attachments.ts";
import { offsetMs } from "./calendar.ts";

export type Mailbox = { name: string; address: string };

export type Message = {
  /** Without angle brackets. */
  id: string;
  from: Mailbox;
  to: readonly Mailbox[];
  cc: readonly Mailbox[];
  subject: string;
  at: Date;
  /** The zone of the sender's clock. */
  zone: string;
  /** Oldest first. */
  references: readonly string[];
  /** Further headers, as they are. */
  headers: Readonly<Record<string, string>>;
  text: string | null;
  html: string | null;
  encoding: "8bit" | "base64" | "quoted-printable";
  charset: "utf-8" | "iso-8859-1";
  attachments: readonly Part[];
};

/** A message as it goes over the wire (RFC 5322, MIME). */
export function writeMessage(message: Message): Buffer {
  const { id, from, to, cc, subject, at, zone, references } = message;
  const headers: [string, string][] = [
    ["Date", dateHeader(at, zone)],
    ["From", mailbox(from)],
    ["To", to.map(mailbox).join(",\r\n ")],
    ...(cc.length > 0 ? [["Cc", cc.map(mailbox).join(",\r\n ")] as [string, string]] : []),
    ["Subject", encodedWords(subject)],
    ["Message-ID", `<${id}>`],
    ...(references.length > 0
      ? ([
          ["In-Reply-To", `<${references.at(-1)}>`],
          ["References", references.map((one) => `<${one}>`).join("\r\n ")],
        ] as [string, string][])
      : []),
    ...Object.entries(message.headers),
    ["MIME-Version", "1.0"],
  ];
  const top = headers.map(([name, value]) => `${name}: ${value}\r\n`).join("");
  return Buffer.concat([Buffer.from(top), content(message)]);
}

function content({ id, text, html, encoding, charset, attachments }: Message): Buffer {
  const texts = [
    ...(text === null ? [] : [textPart("plain", text, encoding, charset)]),
    ...(html === null ? [] : [textPart("html", html, encoding, "utf-8")]),
  ];
  const said = texts.length === 1 ? texts[0]! : multipart("alternative", `alt-${id}`, texts);
  return attachments.length === 0 ? said : multipart("mixed", `mix-${id}`, [said, ...attachments.map(attached)]);
}

function textPart(kind: "plain" | "html", text: string, encoding: Message["encoding"], charset: string): Buffer {
  const lines = text.replaceAll("\n", "\r\n");
  // What the older set has no letter for is sent as UTF-8, as mail programs do.
  const narrow = charset === "iso-8859-1" && [...text].every((letter) => letter.codePointAt(0)! < 256);
  const bytes = Buffer.from(`${lines}\r\n`, narrow ? "latin1" : "utf8");
  const head = `Content-Type: text/${kind}; charset=${narrow ? "iso-8859-1" : "utf-8"}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), encoded(bytes, encoding)]);
}

function attached({ name, mediaType, parameters, content }: Part): Buffer {
  const head = [
    `Content-Type: ${mediaType}${parameters}`,
    "Content-Transfer-Encoding: base64",
    `Content-Disposition: attachment; filename*=utf-8''${encodeURIComponent(name)}`,
  ].join("\r\n");
  return Buffer.concat([Buffer.from(`${head}\r\n\r\n`), encoded(content, "base64")]);
}

function multipart(kind: "alternative" | "mixed", name: string, parts: readonly Buffer[]): Buffer {
  const boundary = `=_${name.replace(/[^\w-]/g, "").slice(0, 50)}`;
  return Buffer.concat([
    Buffer.from(`Content-Type: multipart/${kind}; boundary="${boundary}"\r\n\r\n`),
    ...parts.flatMap((part) => [Buffer.from(`--${boundary}\r\n`), part, Buffer.from("\r\n")]),
    Buffer.from(`--${boundary}--\r\n`),
  ]);
}

function encoded(bytes: Buffer, encoding: Message["encoding"]): Buffer {
  if (encoding === "8bit") return bytes;
  if (encoding === "quoted-printable") return Buffer.from(quotedPrintable(bytes));
  return Buffer.from(bytes.toString("base64").replace(/.{76}/g, "$&\r\n"));
}

const LONGEST_LINE = 76;

function quotedPrintable(bytes: Buffer): string {
  const hex = (letter: string) => `=${letter.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
  const lines = bytes.toString("latin1").split("\r\n");
  return lines
    .map((line) => {
      const safe = line.replace(/[^\t\x20-\x3c\x3e-\x7e]/g, hex).replace(/[\t ]$/, hex);
      let width = 0;
      // Cut between letters, never within an escape.
      return safe.replace(/=..|./g, (letter) => {
        const cut = width + letter.length >= LONGEST_LINE;
        width = cut ? letter.length : width + letter.length;
        return cut ? `=\r\n${letter}` : letter;
      });
    })
    .join("\r\n");
}

const mailbox = ({ name, address }: Mailbox): string => {
  if (name === "") return address;
  if (!isAscii(name)) return `${encodedWords(name)} <${address}>`;
  return /^[\w '-]+$/.test(name) ? `${name} <${address}>` : `"${name}" <${address}>`;
};

const isAscii = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);

/** At most 75 characters each (RFC 2047), and none cut in the middle of a letter. */
function encodedWords(text: string): string {
  if (isAscii(text)) return text;
  const words: string[] = [""];
  for (const letter of text) {
    if (Buffer.byteLength(words.at(-1)! + letter) > MOST_WORD_BYTES) words.push("");
    words[words.length - 1] += letter;
  }
  return words.map((word) => `=?UTF-8?B?${Buffer.from(word).toString("base64")}?=`).join("\r\n ");
}

const MOST_WORD_BYTES = 42;

/** Tue, 18 Nov 2025 16:20:07 +0100 */
function dateHeader(at: Date, zone: string): string {
  const offset = offsetMs(at.getTime(), zone) / 60_000;
  const local = new Date(at.getTime() + offset * 60_000).toUTCString().replace(" GMT", "");
  const hours = String(Math.floor(Math.abs(offset) / 60)).padStart(2, "0");
  const minutes = String(Math.abs(offset) % 60).padStart(2, "0");
  return `${local} ${offset < 0 ? "-" : "+"}${hours}${minutes}`;
}
