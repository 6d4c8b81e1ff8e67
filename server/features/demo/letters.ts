import { createHash } from "node:crypto";
import { partOf } from "./attachments.ts";
import type { Calendar } from "./calendar.ts";
import { CLIENTS, type Quoted } from "./clients.ts";
import { ada } from "./content/colleagues.ts";
import type { Mail, Person, Relation, Thread } from "./content/story.ts";
import { type Message, writeMessage } from "./message.ts";

/** How many older mails a reply carries along before somebody cuts them off. */
const DEEPEST_QUOTE = 3;
const HOME = "Europe/Stockholm";

export type Letter = { at: Date; bytes: Buffer };

/** Every mail of the demo as a message, oldest first. The same again at any time, but for the dates. */
export const lettersOf = (relations: readonly Relation[], calendar: Calendar): Letter[] =>
  relations
    .flatMap((relation) => relation.threads.flatMap((thread) => threadLetters(thread, calendar)))
    .sort((a, b) => a.at.getTime() - b.at.getTime());

function threadLetters(thread: Thread, calendar: Calendar): Letter[] {
  const written: Message[] = [];
  const met = new Set<Person>();
  return thread.mails.map((mail, i) => {
    const message = messageOf(thread, i, written, !met.has(mail.from), calendar);
    met.add(mail.from);
    written.push(message);
    return { at: message.at, bytes: writeMessage(message) };
  });
}

function messageOf(
  thread: Thread,
  index: number,
  before: readonly Message[],
  isFirstOfPerson: boolean,
  calendar: Calendar,
): Message {
  const mail = thread.mails[index]!;
  const { from } = mail;
  const habits = CLIENTS[from.client];
  const zone = from.zone ?? HOME;
  const at = calendar.ago(mail.when);
  const hash = createHash("sha256").update(`${thread.mails[0]!.when} ${thread.subject} ${index}`).digest("hex");
  const first = calendar.fill(thread.subject);
  const answered = before.at(-1);
  const subject = mail.subject
    ? calendar.fill(mail.subject)
    : answered
      ? `${habits.replyPrefix}${first.replace(/^(re|aw|fwd?): /i, "")}`
      : first;
  const text = mail.html ? null : bodyOf(mail, isFirstOfPerson, calendar);
  const quote = text !== null && answered && mail.quote !== false ? habits.quote(quotedFrom(answered), zone) : null;
  const body = text === null ? null : [text, ...(quote === null ? [] : [quote])].join("\n\n");
  return {
    id: habits.messageId(hash, from.address.split("@")[1]!),
    from,
    ...recipients(thread, index),
    subject,
    // Two mails of one minute would otherwise look as if a machine had written them.
    at: new Date(Math.floor(at.getTime() / 60_000) * 60_000 + (Number.parseInt(hash.slice(0, 4), 16) % 60) * 1000),
    zone,
    references: mail.loose ? [] : before.map((one) => one.id),
    headers: { ...(habits.mailer ? { "X-Mailer": habits.mailer } : {}), ...mail.headers },
    text: body,
    html: mail.html ? calendar.fill(mail.html) : habits.html && body !== null ? asHtml(body) : null,
    encoding: habits.encoding,
    charset: habits.charset,
    attachments: (mail.attach ?? []).map((one) => partOf(one, calendar)),
  };
}

function bodyOf(mail: Mail, isFirstOfPerson: boolean, calendar: Calendar): string {
  const { signature, client } = mail.from;
  const signs = signature !== undefined && (mail.sign ?? (client === "iphone" || isFirstOfPerson));
  const said = calendar.fill(mail.text);
  if (!signs) return said;
  return client === "iphone" ? `${said}\n\n${signature}` : `${said}\n\n-- \n${signature}`;
}

/** A reply goes to whoever wrote last, and to all others of the thread in copy. */
function recipients({ with: people, mails }: Thread, index: number): Pick<Message, "to" | "cc"> {
  const mail = mails[index]!;
  const others = [ada, ...people].filter((person) => person !== mail.from);
  const last = mails
    .slice(0, index)
    .map((one) => one.from)
    .findLast((person) => others.includes(person));
  const to = mail.to ?? [last ?? (mail.from === ada ? people[0]! : ada)];
  return { to, cc: mail.cc ?? others.filter((person) => !to.includes(person)) };
}

const quotedFrom = ({ from, to, subject, at, text }: Message): Quoted => ({
  from,
  to,
  subject,
  at,
  body: shortened(text ?? ""),
});

/** Leaves out what would be quoted deeper than anybody keeps. */
function shortened(text: string): string {
  const deep = new RegExp(`^(>\\s?){${DEEPEST_QUOTE - 1},}`);
  const lines = text.split("\n").filter((line) => !deep.test(line));
  const older = lines.flatMap((line, i) => (/^(_{32}|-----Original Message-----|Von: )/.test(line) ? [i] : []));
  return lines
    .slice(0, older[DEEPEST_QUOTE - 1] ?? lines.length)
    .join("\n")
    .trimEnd();
}

/** The copy of a text that a program sends for those who like it laid out. */
function asHtml(text: string): string {
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const [said = "", ...quoted] = escaped.split(/\n(?=&gt;|>)/);
  const lines = (part: string) => part.replaceAll("\n", "<br>\n");
  const quote = quoted.map((line) => line.replace(/^>\s?/, "")).join("\n");
  return `<div dir="ltr">${lines(said)}</div>${quote === "" ? "" : `\n<blockquote class="gmail_quote" style="margin:0 0 0 .8ex;border-left:1px solid #ccc;padding-left:1ex">${lines(quote)}</blockquote>`}\n`;
}
