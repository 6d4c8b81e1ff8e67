import { createReadStream, readdirSync } from "node:fs";
import path from "node:path";
import { type Frame, frameIn } from "../../server/core/mail/frame.ts";
import { messagesIn } from "../../server/core/mail/messages.ts";
import { type ParsedMail, parseMail } from "../../server/core/mail/parse.ts";
import { learnVoice, type SentMail, sameForm } from "../../server/features/voice/learn.ts";
import { mean, type Row, share } from "./measure.ts";

/** So much of a writer's mail teaches; the rest, which is later, judges. */
const EARLIER = 0.6;
const AIM = 0.7;
const GROUP = 3;
/** Fewer later mails than these say nothing. */
const FEWEST = 5;

type Writer = { earlier: SentMail[]; later: SentMail[] };

/** Per writer: whether what was learnt begins and ends a later mail as they did. Mails that have neither are not judged. */
export async function run(data: string): Promise<Row[]> {
  const folder = path.join(data, "mail-sent");
  const files = readdirSync(folder).filter((file) => file.endsWith(".mbox"));
  const rows: Row[] = [];
  const writers: Writer[] = [];
  for (const file of files.sort()) {
    const mails = (await sentMails(path.join(folder, file))).sort((a, b) => a.at.localeCompare(b.at));
    const split = Math.floor(mails.length * EARLIER);
    writers.push({ earlier: mails.slice(0, split).reverse(), later: mails.slice(split) });
  }
  for (const [number, { earlier, later }] of writers.entries()) {
    const { frames } = learnVoice(earlier);
    const judged = later.map((mail) => judge(frames[mail.kind], frameIn(mail.text, mail.spans, mail.from, mail.to)));
    const name = `voice, writer ${number + 1}`;
    rows.push(
      tally(
        name,
        "greetings and closings of later mails",
        judged.flatMap((one) => one.forms),
        AIM,
      ),
      tally(
        name,
        "the name under them, as it is written there",
        judged.flatMap((one) => one.names),
        null,
      ),
      ...manner(
        name,
        writers[number]!,
        writers.filter((_, i) => i !== number),
      ),
    );
  }
  return rows;
}

/**
 * How near the learnt length of sentences and formality come to each later mail, 1 being the same; and how near what was learnt
 * of the two others comes, which is what one would get by learning nothing of this writer.
 */
function manner(name: string, { earlier, later }: Writer, others: readonly Writer[]): Row[] {
  const learnt = learnVoice(earlier);
  const elsewhere = others.map((one) => learnVoice(one.earlier));
  const average = (values: (number | null)[]) => {
    const known = values.filter((value) => value !== null);
    return known.length === 0 ? null : known.reduce((a, b) => a + b, 0) / known.length;
  };
  const lengths = later.flatMap((mail) => middleLength(mail) ?? []);
  const formal = later.flatMap((mail) => formalityOf(mail) ?? []);
  const rows = (
    measure: string,
    actual: number[],
    near: (learnt: number, it: number) => number,
    own: number | null,
    theirs: number | null,
  ) => [
    ...(own === null || actual.length < FEWEST
      ? []
      : [
          mean(
            name,
            measure,
            actual.map((it) => near(own, it)),
            null,
          ),
        ]),
    ...(theirs === null || actual.length < FEWEST
      ? []
      : [
          mean(
            name,
            `${measure}, by what the others taught`,
            actual.map((it) => near(theirs, it)),
            null,
          ),
        ]),
  ];
  return [
    ...rows(
      "length of sentences, how near",
      lengths,
      (a, b) => Math.min(a, b) / Math.max(a, b),
      learnt.sentenceWords,
      average(elsewhere.map((one) => one.sentenceWords)),
    ),
    ...rows(
      "formality, how near",
      formal,
      (a, b) => 1 - Math.abs(a - b),
      learnt.formality,
      average(elsewhere.map((one) => one.formality)),
    ),
  ];
}

const saidIn = ({ text, spans }: SentMail): string =>
  spans
    .filter((span) => span.kind === "said")
    .map((span) => text.slice(span.start, span.end))
    .join("\n\n");

/** Words of the sentence in the middle; its own way of counting. */
function middleLength(mail: SentMail): number | null {
  const lengths = saidIn(mail)
    .split(/(?<=[.!?])\s+|\n\s*\n/)
    .map((sentence) => sentence.split(/\s+/).filter((word) => /\p{L}|\d/u.test(word)).length)
    .filter((words) => words > 2)
    .sort((a, b) => a - b);
  return lengths[Math.floor(lengths.length / 2)] ?? null;
}

/** 1 for "Dear …" and "Sincerely", 0 for "Hi" and "Thanks", between where a mail has both; nothing where it has neither. */
function formalityOf(mail: SentMail): number | null {
  const lines = saidIn(mail)
    .trim()
    .split(/\s*\n\s*/);
  const ends = [lines[0] ?? "", ...lines.slice(-3)].map((line) => line.toLowerCase());
  const marks = ends.flatMap((line) =>
    /^(dear|gentlemen|to whom)|sincerely|regards|respectfully/.test(line)
      ? [1]
      : /^(hi|hey|hello|thanks|thx|cheers|best|love)\b/.test(line)
        ? [0]
        : [],
  );
  return marks.length === 0 ? null : marks.reduce<number>((a, b) => a + b, 0) / marks.length;
}

const tally = (name: string, measure: string, judged: boolean[], aim: number | null): Row =>
  share(name, measure, judged.filter(Boolean).length, judged.length, aim);

/** A name alone under a mail is a closing without words: then none must have been learnt. */
function judge(learnt: Frame, wrote: Frame): { forms: boolean[]; names: boolean[] } {
  const closes = wrote.closing !== null || wrote.signOff !== null;
  return {
    forms: [
      ...(wrote.greeting === null ? [] : [same(learnt.greeting, wrote.greeting)]),
      ...(closes ? [same(learnt.closing, wrote.closing)] : []),
    ],
    names: wrote.signOff === null ? [] : [same(learnt.signOff, wrote.signOff)],
  };
}

const same = (learnt: string | null, wrote: string | null): boolean => sameForm(learnt ?? "") === sameForm(wrote ?? "");

async function sentMails(file: string): Promise<SentMail[]> {
  // The same mail lies in the inboxes of several who got it.
  const mails = new Map<string, SentMail>();
  for await (const piece of messagesIn(createReadStream(file), path.basename(file), 30e6)) {
    if (piece.kind !== "message") continue;
    const mail = await parseMail(piece.bytes).catch(() => null);
    if (mail?.from) mails.set(`${mail.at} ${mail.text}`, asSent(mail, mail.from));
  }
  return [...mails.values()];
}

const asSent = (mail: ParsedMail, from: SentMail["from"]): SentMail => ({
  at: mail.at ?? "",
  kind: mail.to.length >= GROUP ? "group" : "internal",
  from,
  to: mail.to,
  text: mail.text,
  spans: mail.spans,
});
