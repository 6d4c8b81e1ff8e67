import { createHash } from "node:crypto";
import { createReadStream, readdirSync } from "node:fs";
import path from "node:path";
import { messagesIn } from "../../server/core/mail/archive/messages.ts";
import { type ParsedMail, parseMail } from "../../server/core/mail/parse.ts";
import { Calendar } from "../../server/features/demo/calendar.ts";
import { ada } from "../../server/features/demo/content/colleagues.ts";
import { RELATIONS } from "../../server/features/demo/content/index.ts";
import { lettersOf } from "../../server/features/demo/letters.ts";
import { figuresOf, wordsOf } from "./judge.ts";
import { hashOf, realMails } from "./mailboxes.ts";

/** A mail that is to be answered, and a fact that is to be told in the answer. */
export type DraftCase = { address: string; sentence: string; asked: string; value: string };
export type PlainMail = { from: string; to: string; at: string; subject: string; text: string; id: string };

const DEMO_CASES = 30;
const REAL_CASES = 30;
const MOST_SENT_CASES = 10;
const MOST_OF_ONE = 2;
const MAILS_AROUND = 5;
const NOW = new Date("2026-03-02T09:00:00.000Z");
export const OWN = ada.address;

/** Words that say nothing of what a sentence is about; the judge's own. */
const LITTLE = new Set(
  "the a an and or of to for in on at by with from is are was were be been it this that we you i our your my will would can could have has had not as if per about than them they their there here all any no so do does did who what which when where how just only also into over up out if but one us he she his her please thanks thank".split(
    " ",
  ),
);

/** The sentence with one figure in it that nothing else has, and what is asked to hear it told. */
function factIn(mail: PlainMail, all: readonly PlainMail[]): Omit<DraftCase, "address"> | null {
  const others = all.filter((one) => one !== mail).flatMap((one) => figuresOf(`${one.subject} ${saidIn(one)}`));
  const own = figuresOf(`${mail.subject} ${saidIn(mail)}`);
  for (const sentence of saidIn(mail)
    .replace(/\s+/g, " ")
    .split(/(?<=[.!?])\s+/)) {
    const figures = sentence.match(/\d[\d.,:/]*\d/g) ?? [];
    const isOnce = (figure = "") => !others.includes(figure) && own.filter((one) => one === figure).length === 1;
    const value = figures.find((one) => isOnce(figuresOf(one)[0]));
    if (!value || !/^[\p{L}\d].{25,200}\.$/u.test(sentence) || /https?:|@|=/.test(sentence)) continue;
    const words = (sentence.replace(value, " § ").match(/§|\p{L}+/gu) ?? []).filter(
      (word) => !LITTLE.has(word.toLowerCase()),
    );
    const at = words.indexOf("§");
    const near = words.slice(Math.max(0, at - 3), at + 4).filter((word) => word !== "§");
    if (near.length >= 3) return { sentence, asked: `Mention the ${near.join(" ")}`, value: figuresOf(value)[0]! };
  }
  return null;
}

/** What a mail says itself, roughly: the cases need no more. */
const saidIn = (mail: PlainMail): string =>
  mail.text.split(/\n(?:>|On .* wrote:|Am .* schrieb|Le .* écrit|-{2,}|From: |Von: |_{5,})/)[0] ?? "";

const byHash = <T>(from: readonly T[], key: (one: T) => string): T[] =>
  [...from].sort((a, b) => hashOf(key(a)).localeCompare(hashOf(key(b))));

const plain = (mail: ParsedMail): PlainMail => ({
  from: mail.from?.address ?? "",
  to: mail.to[0]?.address ?? "",
  at: mail.at ?? NOW.toISOString(),
  subject: mail.subject,
  text: mail.text,
  id: createHash("sha256").update(`${mail.at} ${mail.subject} ${mail.text}`).digest("hex").slice(0, 24),
});

export async function demoMails(): Promise<PlainMail[]> {
  const letters = lettersOf(RELATIONS, new Calendar(NOW, "Europe/Stockholm"));
  return Promise.all(letters.map(async ({ bytes }) => plain(await parseMail(bytes))));
}

async function sentMails(data: string): Promise<PlainMail[]> {
  const mails: PlainMail[] = [];
  const folder = path.join(data, "mail-sent");
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith(".mbox"))
    .sort())
    for await (const piece of messagesIn(createReadStream(path.join(folder, file)), file, 30e6)) {
      const mail = piece.kind === "message" ? await parseMail(piece.bytes).catch(() => null) : null;
      if (mail?.from && mail.to.length === 1) mails.push({ ...plain(mail), from: OWN });
    }
  return mails;
}

export type Corpus = { cases: DraftCase[]; mails: PlainMail[] };

/** Cases over people of the demo, one a person and more where there are too few, in the order of hashes. */
export async function demoCorpus(): Promise<Corpus> {
  const mails = await demoMails();
  const cases: DraftCase[] = [];
  for (const mail of byHash(mails, (one) => one.id)) {
    const address = mail.from === OWN ? mail.to : mail.from;
    const fact = factIn(
      mail,
      mails.filter((one) => one.from === address || one.to === address),
    );
    if (!fact || cases.length >= DEMO_CASES || cases.filter((one) => one.address === address).length >= MOST_OF_ONE)
      continue;
    cases.push({ ...fact, address });
  }
  return { cases, mails };
}

/** Cases over real people, one each: what they wrote, and what the member wrote to them; with other mails between the two. */
export async function realCorpus(data: string): Promise<Corpus> {
  const received: PlainMail[] = [];
  for await (const mail of realMails(data))
    if (mail.from && mail.text.length < 6000) received.push({ ...plain(mail), to: OWN });
  const sent = await sentMails(data);
  const corpus: Corpus = { cases: [], mails: [] };
  const take = (from: readonly PlainMail[], other: "from" | "to", count: number) => {
    let taken = 0;
    for (const mail of byHash(from, (one) => one.id)) {
      const address = mail[other];
      if (taken >= count || !address || corpus.cases.filter((one) => one.address === address).length >= MOST_OF_ONE)
        continue;
      const around = from.filter((one) => one[other] === address && one.id !== mail.id).slice(0, MAILS_AROUND);
      const fact = factIn(mail, [mail, ...around]);
      if (!fact) continue;
      taken++;
      corpus.cases.push({ ...fact, address });
      corpus.mails.push(mail, ...around);
    }
  };
  take(sent, "to", MOST_SENT_CASES);
  take(received, "from", REAL_CASES - corpus.cases.length);
  return corpus;
}

/** The same mails without the sentences of the cases, quoted copies too. */
export function withheld({ cases, mails }: Corpus): PlainMail[] {
  const gaps = cases.map(
    ({ sentence }) =>
      new RegExp(
        sentence
          .split(" ")
          .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&"))
          .join("[\\s>]+"),
        "g",
      ),
  );
  return mails.map((mail) => ({ ...mail, text: gaps.reduce((text, gap) => text.replace(gap, ""), mail.text) }));
}

export const asMbox = (mails: readonly PlainMail[]): string =>
  [...new Map(mails.map((mail) => [mail.id, mail])).values()]
    .map(
      (mail) =>
        `From MAILER Mon Feb  2 10:00:00 2026\nFrom: ${mail.from}\nTo: ${mail.to}\nDate: ${new Date(mail.at).toUTCString().replace("GMT", "+0000")}\n` +
        `Subject: ${mail.subject.replace(/\s+/g, " ")}\nMessage-ID: <${mail.id}@cases>\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n${mail.text.replace(/^(>*From )/gm, ">$1")}\n\n`,
    )
    .join("");

/** Words that real mail writes small at least so often, and more often than with a capital. */
export async function plainWords(data: string): Promise<Set<string>> {
  const small = new Map<string, number>();
  const capital = new Map<string, number>();
  for await (const mail of realMails(data))
    for (const [word] of mail.text.matchAll(/\p{L}+(?:['’]\p{L}+)?/gu)) {
      const counts = /^\p{Lu}/u.test(word) ? capital : small;
      counts.set(word.toLowerCase(), (counts.get(word.toLowerCase()) ?? 0) + 1);
    }
  const plain = [...small].filter(([word, count]) => count >= 3 && count > (capital.get(word) ?? 0) / 20);
  return new Set([
    ...plain.map(([word]) => word),
    ...wordsOf("dear hi hello best kind regards sincerely cheers i'm i'd i'll i've"),
  ]);
}
