import type { Contact } from "@sidenote/contract/contacts";
import type { Span } from "@sidenote/contract/emails";
import type { ContactId } from "@sidenote/contract/ids";
import type { Relationship } from "@sidenote/contract/relationship";
import { sql } from "drizzle-orm";
import type { Ctx } from "../../core/context.ts";
import { rows, type Tx } from "../../core/db/database.ts";
import { iso } from "../../core/db/raw.ts";
import { read } from "../../core/db/transaction.ts";
import { fromUuid } from "../../core/ids.ts";
import { contactIn } from "../contacts/index.ts";
import { memberIn } from "../organizations/index.ts";
import { exchangedFiles, mailsWith, peopleInCommon, turnsWith, waysOf } from "./look.ts";
import { answersOf, rhythmOf } from "./rhythm.ts";
import { LONGEST, saidIn } from "./said.ts";
import { toneTrend } from "./tone.ts";
import { topicsOf } from "./topics.ts";

/** Mails that are read: what older ones were about is no longer what the two write about. */
const MAILS_READ = 200;

/** How the member and somebody write to each other. Of the member's own mail alone, whoever else shares the contact. */
export const getRelationship = (ctx: Ctx, { id }: { id: ContactId }): Promise<Relationship> =>
  read(ctx, async (tx) => {
    const contact = await contactIn(tx, id);
    const addresses = contact.addresses.map((one) => one.address);
    const member = await memberIn(tx, ctx);
    const turns = await turnsWith(tx, addresses);
    const mails = await readMails(tx, addresses);
    const inCommon = await peopleInCommon(tx, addresses);
    return {
      ...(await waysOf(tx, addresses)),
      rhythm: rhythmOf(
        turns.map((one) => one.at),
        { now: ctx.now(), timeZone: member.timeZone },
      ),
      answers: answersOf(turns),
      topics: topicsOf(mails, [
        ...namesOf(contact),
        member.name,
        member.organization,
        ...inCommon.map((one) => one.name),
      ]),
      tone: toneTrend(mails.filter((one) => one.direction === "in")),
      inCommon,
      files: await exchangedFiles(tx, addresses),
    };
  });

/** What people and houses are called is no topic between them. */
const namesOf = ({ name, company, addresses }: Contact): string[] => [
  name,
  company?.name ?? "",
  ...addresses.map((one) => one.address.replace(/\.\p{L}+$/u, "")),
];

/** The newest mails of either to the other, with what was newly said in them; what robots wrote is left out. */
async function readMails(tx: Tx, addresses: readonly string[]) {
  const found = await rows<{
    id: string;
    thread_id: string;
    at: string | Date;
    direction: "in" | "out";
    subject: string;
    text: string;
    spans: Span[];
  }>(
    tx,
    sql`select e.id::text, e.thread_id::text, e.at, e.direction, e.subject, left(e.text, ${LONGEST}) as text, e.spans
        from emails e where not e.automatic and (e.org_id, e.id) in (
          select p.org_id, p.email_id ${mailsWith(addresses)} order by p.at desc limit ${MAILS_READ})
        order by e.at`,
  );
  return found.map(({ thread_id, direction, subject, text, spans, ...row }) => ({
    threadId: thread_id,
    at: iso(row.at),
    direction,
    subject,
    said: saidIn({ id: fromUuid(row.id, "eml"), text, spans }),
  }));
}
