import type { Direction, Person } from "@sidenote/contract/emails";
import type { EmailId, PromiseId, ThreadId } from "@sidenote/contract/ids";
import { and, eq, inArray, sql } from "drizzle-orm";
import { memberTable } from "../../core/auth/organization.table.ts";
import type { Ctx } from "../../core/context.ts";
import { insertMany, updateMany } from "../../core/db/bulk.ts";
import { chunks } from "../../core/db/chunks.ts";
import type { Tx } from "../../core/db/database.ts";
import { derive } from "../../core/db/transaction.ts";
import { appendEvents } from "../../core/events/outbox.ts";
import { newId } from "../../core/ids.ts";
import { offsetOf } from "../../core/text/due.ts";
import { attachmentTable, emailTable, participantTable } from "../emails/index.ts";
import { type Owing, owingsIn, type Turn } from "./owing.ts";
import { promiseAnswerTable, promiseTable } from "./table.ts";

const THREADS_AT_ONCE = 50;
/** Of a longer thread only its newest mails are read again; what older ones hold stays as it was read. */
const MOST_MAILS = 60;

/** Reads these threads of the member's mailbox anew, and keeps what is owed in them. Twice is once. */
export async function readPromises(
  ctx: Ctx,
  { threadIds, emailIds = [] }: { threadIds: readonly ThreadId[]; emailIds?: readonly EmailId[] },
): Promise<void> {
  for (const portion of chunks(threadIds, THREADS_AT_ONCE)) {
    await derive(ctx, async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`promises ${ctx.actor.memberUuid}`}, 0))`);
      const mails = await turnsOf(tx, ctx, portion, emailIds);
      const member = await memberOf(tx, ctx);
      const owings = [...Map.groupBy(mails, (mail) => mail.threadId).values()].flatMap((thread) =>
        owingsIn(
          thread.map((mail) => ({ ...mail, zone: mail.zone ?? { timeZone: member.timeZone } })),
          member,
        ),
      );
      const changed = await keep(
        tx,
        mails.map((mail) => mail.id),
        owings,
      );
      if (changed) await appendEvents(tx, ctx, [{ type: "promises.changed", payload: { threadIds: [...portion] } }]);
    });
    ctx.signal.throwIfAborted();
  }
}

async function memberOf(tx: Tx, ctx: Ctx): Promise<{ firstName: string; timeZone: string }> {
  const [member] = await tx
    .select({ name: memberTable.name, timeZone: memberTable.timeZone })
    .from(memberTable)
    .where(eq(memberTable.id, ctx.actor.memberId));
  return { firstName: member?.name.split(/\s+/)[0] ?? "", timeZone: member?.timeZone ?? "UTC" };
}

type StoredTurn = Omit<Turn<EmailId>, "zone"> & { threadId: ThreadId; zone: Turn["zone"] | null };

async function turnsOf(
  tx: Tx,
  ctx: Ctx,
  threadIds: readonly ThreadId[],
  emailIds: readonly EmailId[],
): Promise<StoredTurn[]> {
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
  const newest = tx.select({ id: placed.id }).from(placed).where(sql`${placed.place} <= ${MOST_MAILS}`);
  const found = await tx
    .select({
      id: emailTable.id,
      threadId: emailTable.threadId,
      at: emailTable.at,
      direction: sql<Direction>`${emailTable.direction}`,
      automatic: emailTable.automatic,
      addressed: emailTable.addressed,
      from: { name: emailTable.fromName, address: emailTable.fromAddress },
      text: emailTable.text,
      spans: emailTable.spans,
      dated: sql<string | null>`substring(${emailTable.headers} from '(?in)^date:[^\n]*')`,
      hasAttachments: sql<boolean>`exists (select 1 from ${attachmentTable} a where a.org_id = ${emailTable.orgId} and a.email_id = ${emailTable.id} and a.content_id is null)`,
    })
    .from(emailTable)
    .where(
      and(
        mine,
        emailIds.length > 0
          ? sql`(${inArray(emailTable.id, newest)} or ${inArray(emailTable.id, [...emailIds])})`
          : inArray(emailTable.id, newest),
      ),
    );
  const people = await recipientsOf(
    tx,
    found.map((mail) => mail.id),
  );
  return found.map(({ dated, ...mail }) => {
    const offsetMinutes = offsetOf(dated);
    return {
      ...mail,
      to: people.get(mail.id)?.to ?? [],
      recipients: people.get(mail.id)?.count ?? 0,
      zone: offsetMinutes === null ? null : { offsetMinutes },
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

type Row = typeof promiseTable.$inferSelect;

/** Makes the rows of these mails what was read in them. A person's decision, and the row that carries it, stay. */
async function keep(tx: Tx, emailIds: EmailId[], owings: readonly Owing<EmailId>[]): Promise<boolean> {
  if (emailIds.length === 0) return false;
  const before = await tx.select().from(promiseTable).where(inArray(promiseTable.emailId, emailIds));
  const known = new Map(before.map((row) => [keyOf(row.emailId, row.start), row]));
  const read = owings.map((owing) => {
    const row = known.get(keyOf(owing.mail.id, owing.start));
    return { owing, row, id: row?.id ?? newId("prm") };
  });
  const kept = new Set(read.map(({ id }) => id));
  const gone = before.filter((row) => !kept.has(row.id) && row.decision === null).map((row) => row.id);
  if (gone.length > 0) await tx.delete(promiseTable).where(inArray(promiseTable.id, gone));
  const fresh = read.filter(({ row }) => !row);
  const differing = read.filter(({ owing, row }) => row && differs(row, owing));
  await insertMany(
    tx,
    promiseTable,
    fresh.map(({ owing, id }) => ({ id, ...columnsOf(owing) })),
  );
  await updateMany(
    tx,
    promiseTable,
    promiseTable.id,
    differing.map(({ owing, id }) => ({ id, ...columnsOf(owing) })),
  );
  const answered = await keepAnswers(
    tx,
    read.map(({ owing, id }) => ({ id, owing })),
  );
  return answered || gone.length + fresh.length + differing.length > 0;
}

const keyOf = (emailId: EmailId, start: number): string => `${emailId} ${start}`;

const columnsOf = ({ mail, kind, text, start, end, owes, owedTo, person, due }: Owing<EmailId>) => ({
  emailId: mail.id,
  start,
  end,
  quote: text,
  kind,
  owes,
  owedTo,
  personName: person.name,
  personAddress: person.address,
  at: mail.at,
  dueOn: due?.on ?? null,
  dueWords: due?.words ?? null,
});

const differs = (row: Row, owing: Owing<EmailId>): boolean =>
  Object.entries(columnsOf(owing)).some(([name, value]) => row[name as keyof Row] !== value);

async function keepAnswers(tx: Tx, read: readonly { id: PromiseId; owing: Owing<EmailId> }[]): Promise<boolean> {
  if (read.length === 0) return false;
  const before = await tx
    .select()
    .from(promiseAnswerTable)
    .where(
      inArray(
        promiseAnswerTable.promiseId,
        read.map(({ id }) => id),
      ),
    );
  const known = new Map(before.map((row) => [row.promiseId, row]));
  const changed = read.filter(({ id, owing: { answer } }) => {
    const row = known.get(id);
    return row?.emailId !== answer?.emailId || row?.start !== answer?.start || row?.quote !== answer?.text;
  });
  if (changed.length === 0) return false;
  await tx.delete(promiseAnswerTable).where(
    inArray(
      promiseAnswerTable.promiseId,
      changed.map(({ id }) => id),
    ),
  );
  await insertMany(
    tx,
    promiseAnswerTable,
    changed.flatMap(({ id, owing: { answer } }) =>
      answer
        ? [
            {
              promiseId: id,
              emailId: answer.emailId,
              start: answer.start,
              end: answer.end,
              quote: answer.text,
              at: answer.at,
            },
          ]
        : [],
    ),
  );
  return true;
}
