import type { Client } from "./content/story.ts";
import type { Mailbox } from "./message.ts";

/** A mail that another one quotes. */
export type Quoted = { from: Mailbox; to: readonly Mailbox[]; subject: string; at: Date; body: string };

type Habits = {
  replyPrefix: string;
  encoding: "8bit" | "base64" | "quoted-printable";
  charset: "utf-8" | "iso-8859-1";
  /** It sends an HTML copy of the text along. */
  html: boolean;
  mailer: string | null;
  messageId(hash: string, domain: string): string;
  quote(mail: Quoted, zone: string): string;
};

const clock = (locale: string, options: Intl.DateTimeFormatOptions) => (at: Date, zone: string) =>
  new Intl.DateTimeFormat(locale, { ...options, timeZone: zone }).format(at).replace(/\u202f/g, " ");

const marked = (text: string): string =>
  text
    .split("\n")
    .map((line) => (line === "" || line.startsWith(">") ? `>${line}` : `> ${line}`))
    .join("\n");

const gmailTime = clock("en-GB", {
  weekday: "short",
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
});
const outlookTime = clock("en-GB", { dateStyle: "full", timeStyle: "short" });
const germanTime = clock("de-DE", { dateStyle: "full", timeStyle: "short" });
const ukrainianTime = clock("uk-UA", { weekday: "short", day: "numeric", month: "short", year: "numeric" });
const phoneDay = clock("en-GB", { day: "numeric", month: "short", year: "numeric" });
const shortDay = clock("en-GB", { dateStyle: "short" });
const minute = clock("en-GB", { hour: "2-digit", minute: "2-digit" });

const named = ({ name, address }: Mailbox): string => `${name} <${address}>`;

/** What the programs of the demo's people do to a mail. */
export const CLIENTS: Record<Client, Habits> = {
  gmail: {
    replyPrefix: "Re: ",
    encoding: "quoted-printable",
    charset: "utf-8",
    html: true,
    mailer: null,
    messageId: (hash, domain) => `CA+${hash.slice(0, 30)}@mail.${domain}`,
    quote: ({ from, at, body }, zone) =>
      `On ${gmailTime(at, zone)
        .replace(/,? at /, " at ")
        .replace(/, (?=\d\d:\d\d$)/, " at ")}, ${wrapped(named(from))} wrote:\n\n${marked(body)}`,
  },
  "gmail-uk": {
    replyPrefix: "Re: ",
    encoding: "base64",
    charset: "utf-8",
    html: false,
    mailer: null,
    messageId: (hash, domain) => `CA+${hash.slice(0, 30)}@mail.${domain}`,
    quote: ({ from, at, body }, zone) =>
      `${ukrainianTime(at, zone)} о ${minute(at, zone)} ${named(from)} пише:\n\n${marked(body)}`,
  },
  outlook: {
    replyPrefix: "RE: ",
    encoding: "quoted-printable",
    charset: "utf-8",
    html: false,
    mailer: "Microsoft Outlook 16.0",
    messageId: (hash, domain) => `${hash.slice(0, 12).toUpperCase()}.${hash.slice(12, 20)}@${domain}`,
    quote: ({ from, to, subject, at, body }, zone) =>
      `________________________________\nFrom: ${named(from)}\nSent: ${outlookTime(at, zone).replace(" at ", " ")}\nTo: ${to.map(named).join("; ")}\nSubject: ${subject}\n\n${body}`,
  },
  "outlook-de": {
    replyPrefix: "AW: ",
    encoding: "quoted-printable",
    charset: "iso-8859-1",
    html: false,
    mailer: "Microsoft Outlook 16.0",
    messageId: (hash, domain) => `${hash.slice(0, 12).toUpperCase()}.${hash.slice(12, 20)}@${domain}`,
    quote: ({ from, to, subject, at, body }, zone) =>
      `Von: ${named(from)}\nGesendet: ${germanTime(at, zone).replace(" um ", " ")}\nAn: ${to.map(named).join("; ")}\nBetreff: ${subject}\n\n${body}`,
  },
  exchange: {
    replyPrefix: "RE: ",
    encoding: "8bit",
    charset: "utf-8",
    html: false,
    mailer: null,
    messageId: (hash, domain) => `${hash.slice(0, 32)}@exch01.${domain}`,
    quote: ({ from, to, subject, at, body }, zone) =>
      `-----Original Message-----\nFrom: ${from.name} [mailto:${from.address}]\nSent: ${outlookTime(at, zone).replace(" at ", " ")}\nTo: ${to.map((one) => one.name).join("; ")}\nSubject: ${subject}\n\n${body}`,
  },
  thunderbird: {
    replyPrefix: "Re: ",
    encoding: "8bit",
    charset: "utf-8",
    html: false,
    mailer: "Mozilla Thunderbird",
    messageId: (hash, domain) =>
      `${hash.slice(0, 8)}-${hash.slice(8, 12)}-${hash.slice(12, 16)}-${hash.slice(16, 28)}@${domain}`,
    quote: ({ from, at, body }, zone) =>
      `On ${shortDay(at, zone)} ${minute(at, zone)}, ${from.name} wrote:\n${marked(body)}`,
  },
  iphone: {
    replyPrefix: "Re: ",
    encoding: "quoted-printable",
    charset: "utf-8",
    html: false,
    mailer: "iPhone Mail (22B91)",
    messageId: (hash, domain) =>
      `${hash.slice(0, 8)}-${hash.slice(8, 12)}-${hash.slice(12, 16)}-${hash.slice(16, 20)}@${domain}`.toUpperCase(),
    quote: ({ from, at, body }, zone) =>
      `On ${phoneDay(at, zone)}, at ${minute(at, zone)}, ${named(from)} wrote:\n\n${marked(body)}`,
  },
};

/** Gmail breaks its line about the quoted mail before a long address. */
const wrapped = (who: string): string => (who.length > 40 ? who.replace(" <", " <\n") : who);
