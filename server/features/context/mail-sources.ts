import type { Span } from "@sidenote/contract/emails";
import type { EmailId, ThreadId } from "@sidenote/contract/ids";
import { and, desc, eq, inArray, or, type SQL } from "drizzle-orm";
import type { Tx } from "../../core/db/database.ts";
import { emailTable, participantTable } from "../emails/index.ts";
import type { FactSource } from "./facts.ts";

const THREAD_MAILS = 12;
const OTHER_MAILS = 40;

/** Mail between the two: to them, or from them. */
const between = or(
  eq(participantTable.direction, "out"),
  and(eq(participantTable.direction, "in"), eq(participantTable.role, "from")),
);

/** Where the two wrote to each other last. */
export async function lastThread(tx: Tx, addresses: string[]): Promise<ThreadId | null> {
  const [found] = await tx
    .select({ id: emailTable.threadId })
    .from(participantTable)
    .innerJoin(
      emailTable,
      and(eq(emailTable.orgId, participantTable.orgId), eq(emailTable.id, participantTable.emailId)),
    )
    .where(and(inArray(participantTable.address, addresses), between))
    .orderBy(desc(participantTable.at))
    .limit(1);
  return found?.id ?? null;
}

type Mail = {
  id: string;
  at: string;
  subject: string;
  text: string;
  spans: Span[];
  from: { name: string; address: string };
};

export async function mailsIn(tx: Tx, where: SQL | undefined, limit: number): Promise<Mail[]> {
  if (limit === 0) return [];
  return tx
    .select({
      id: emailTable.id,
      at: emailTable.at,
      subject: emailTable.subject,
      text: emailTable.text,
      spans: emailTable.spans,
      from: { name: emailTable.fromName, address: emailTable.fromAddress },
    })
    .from(emailTable)
    .where(where)
    .orderBy(desc(emailTable.at))
    .limit(limit);
}

/** The newest between the two. */
export async function mailsWith(tx: Tx, addresses: string[]): Promise<Mail[]> {
  const found = await tx
    .select({ id: participantTable.emailId })
    .from(participantTable)
    .where(and(inArray(participantTable.address, addresses), between))
    .orderBy(desc(participantTable.at))
    .limit(OTHER_MAILS);
  return found.length > 0
    ? mailsIn(
        tx,
        inArray(
          emailTable.id,
          found.map((one) => one.id),
        ),
        OTHER_MAILS,
      )
    : [];
}

/** The mails of a thread, oldest first; what was passed on to a colleague in it is not what this person has read. */
export async function threadSources(
  tx: Tx,
  threadId: ThreadId | null,
  addresses: string[],
  mine: (from: string) => FactSource["by"],
): Promise<FactSource[]> {
  if (threadId === null) return [];
  const mails = (await mailsIn(tx, eq(emailTable.threadId, threadId), THREAD_MAILS)).reverse();
  const ids = mails.map((mail) => mail.id as EmailId);
  const read = await tx
    .select({ id: participantTable.emailId })
    .from(participantTable)
    .where(and(inArray(participantTable.emailId, ids), inArray(participantTable.address, addresses)));
  const seen = new Set<string>(read.map((one) => one.id));
  return mails.map((mail) => mailSource(mail, mine(mail.from.address), seen.has(mail.id)));
}

export const mailSource = (mail: Mail, by: FactSource["by"], seen: boolean): FactSource => ({
  id: mail.id,
  kind: "mail",
  at: mail.at,
  by,
  seen,
  author: mail.from.name,
  subject: mail.subject,
  text: mail.text,
  said: mail.spans.filter((span) => span.kind === "said"),
  spans: mail.spans,
});
