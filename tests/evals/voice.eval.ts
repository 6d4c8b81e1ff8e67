import { createReadStream, readdirSync } from "node:fs";
import path from "node:path";
import { messagesIn } from "../../server/core/mail/archive/messages.ts";
import { type ParsedMail, parseMail } from "../../server/core/mail/parse.ts";
import { type Frame, frameIn } from "../../server/core/mail/said/frame.ts";
import { learnVoice, type SentMail, sameForm } from "../../server/features/voice/learn.ts";
import { type Row, share } from "./measure.ts";

/** So much of a writer's mail teaches; the rest, which is later, judges. */
const EARLIER = 0.6;
const AIM = 0.7;
const GROUP = 3;

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
    );
  }
  return rows;
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
