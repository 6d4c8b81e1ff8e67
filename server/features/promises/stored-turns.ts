import type { Direction, Person } from "@sidenote/contract/emails";
import type { EmailId, ThreadId } from "@sidenote/contract/ids";
import { and, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Ctx } from "../../core/context.ts";
import type { Tx } from "../../core/db/database.ts";
import { fileTable } from "../../core/files/index.ts";
import { offsetOf } from "../../core/text/due.ts";
import { attachmentTable, emailTable, participantTable } from "../emails/index.ts";
import type { Turn } from "./turn.ts";

/** Of a longer thread only its newest mails are read again; what older ones hold stays as it was read. */
const MOST_MAILS = 60;

export type StoredTurn = Turn<EmailId> & { threadId: ThreadId };

/** The newest mails of these threads, and the named ones even where they are older. */
export function newestOf(
  tx: Tx,
  ctx: Ctx,
  threadIds: readonly ThreadId[],
  emailIds: readonly EmailId[],
): SQL | undefined {
  const mine = and(inArray(emailTable.threadId, [...threadIds]), eq(emailTable.ownerId, ctx.actor.memberId));
  const placed = tx
    .select({
      id: emailTable.id,
      place: sql<number>`row_number() over (partition by ${emailTable.threadId} order by ${emailTable.at} desc)`.as(
        "place",
      ),
    })
    .from(emailTable)
    .where(mine)
    .as("placed");
  const newest = inArray(
    emailTable.id,
    tx.select({ id: placed.id }).from(placed).where(sql`${placed.place} <= ${MOST_MAILS}`),
  );
  return and(mine, emailIds.length > 0 ? or(newest, inArray(emailTable.id, [...emailIds])) : newest);
}

/** These mails as promises are read in them; a date without a zone is in the member's. */
export async function turnsOf(tx: Tx, member: { timeZone: string }, which: SQL | undefined): Promise<StoredTurn[]> {
  const found = await tx
    .select({
      id: emailTable.id,
      threadId: emailTable.threadId,
      at: emailTable.at,
      direction: sql<Direction>`${emailTable.direction}`,
      automatic: emailTable.automatic,
      addressed: emailTable.addressed,
      from: { name: emailTable.fromName, address: emailTable.fromAddress },
      subject: emailTable.subject,
      text: emailTable.text,
      spans: emailTable.spans,
      dated: sql<string | null>`substring(${emailTable.headers} from '(?in)^date:[^\n]*')`,
    })
    .from(emailTable)
    .where(which);
  const ids = found.map((mail) => mail.id);
  const people = await recipientsOf(tx, ids);
  const files = await filesOf(tx, ids);
  return found.map(({ dated, ...mail }) => {
    const offsetMinutes = offsetOf(dated);
    const attachments = files.get(mail.id) ?? [];
    return {
      ...mail,
      to: people.get(mail.id)?.to ?? [],
      recipients: people.get(mail.id)?.count ?? 0,
      zone: offsetMinutes === null ? { timeZone: member.timeZone } : { offsetMinutes },
      hasAttachments: attachments.length > 0,
      attachments,
    };
  });
}

async function recipientsOf(tx: Tx, ids: EmailId[]): Promise<Map<EmailId, { to: Person[]; count: number }>> {
  const byMail = new Map<EmailId, { to: Person[]; count: number }>();
  if (ids.length === 0) return byMail;
  const found = await tx
    .select({
      emailId: participantTable.emailId,
      role: participantTable.role,
      name: participantTable.name,
      address: participantTable.address,
      own: participantTable.own,
    })
    .from(participantTable)
    .where(inArray(participantTable.emailId, ids))
    .orderBy(participantTable.position);
  for (const { emailId, role, name, address, own } of found) {
    const people = byMail.get(emailId) ?? { to: [], count: 0 };
    byMail.set(emailId, people);
    if (role === "from") continue;
    people.count++;
    if (role === "to" && !own) people.to.push({ name, address });
  }
  return byMail;
}

/** The names of what is attached; pictures inside the HTML are none. */
async function filesOf(tx: Tx, ids: EmailId[]): Promise<Map<EmailId, string[]>> {
  if (ids.length === 0) return new Map();
  const found = await tx
    .select({ emailId: attachmentTable.emailId, name: fileTable.name })
    .from(attachmentTable)
    .innerJoin(fileTable, and(eq(fileTable.orgId, attachmentTable.orgId), eq(fileTable.id, attachmentTable.fileId)))
    .where(and(inArray(attachmentTable.emailId, ids), isNull(attachmentTable.contentId)))
    .orderBy(attachmentTable.position);
  const byMail = Map.groupBy(found, (row) => row.emailId);
  return new Map([...byMail].map(([id, rows]) => [id, rows.map((row) => row.name)]));
}
