import type { Direction, Person } from "@sidenote/contract/emails";
import type { EmailId, PromiseId, ThreadId } from "@sidenote/contract/ids";
import { and, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { memberTable } from "../../core/auth/organization.table.ts";
import type { Ctx } from "../../core/context.ts";
import { insertMany, updateMany } from "../../core/db/bulk.ts";
import { chunks } from "../../core/db/chunks.ts";
import type { Tx } from "../../core/db/database.ts";
import { derive } from "../../core/db/transaction.ts";
import { appendEvents } from "../../core/events/outbox.ts";
import { fileTable } from "../../core/files/index.ts";
import { newId } from "../../core/ids.ts";
import { offsetOf } from "../../core/text/due.ts";
import { attachmentTable, emailTable, participantTable } from "../emails/index.ts";
import { heardIn, laterMailsWith, openElsewhere, soughtOf } from "./across.ts";
import { closeAsks, reopenAsks } from "./asks.ts";
import { canBeHeard } from "./elsewhere.ts";
import { type Owing, owingsIn, type Turn } from "./owing.ts";
import type { Answer } from "./settle.ts";
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
      const member = await memberOf(tx, ctx);
      const mails = await turnsOf(tx, member, newestOf(tx, ctx, portion, emailIds));
      const owings = [...Map.groupBy(mails, (mail) => mail.threadId).values()].flatMap((thread) =>
        owingsIn(thread, member),
      );
      const told = await hearElsewhere(tx, member, owings);
      const changed = await keep(
        tx,
        mails.map((mail) => mail.id),
        told,
      );
      const others = await settleOthers(tx, mails);
      await closeAsks(tx, [...answeredElsewhere(owings, told), ...others.asked]);
      const threads = [...new Set([...(changed ? portion : []), ...others.threads])];
      if (threads.length > 0)
        await appendEvents(tx, ctx, [{ type: "promises.changed", payload: { threadIds: threads } }]);
    });
    ctx.signal.throwIfAborted();
  }
}

/** After mail was forgotten: its threads are read anew, and what it had answered elsewhere waits again. */
export async function readLeftPromises(ctx: Ctx, input: { threadIds: readonly ThreadId[] }): Promise<void> {
  await readPromises(ctx, input);
  await derive(ctx, reopenAsks);
}

async function memberOf(tx: Tx, ctx: Ctx): Promise<{ firstName: string; timeZone: string }> {
  const [member] = await tx
    .select({ name: memberTable.name, timeZone: memberTable.timeZone })
    .from(memberTable)
    .where(eq(memberTable.id, ctx.actor.memberId));
  return { firstName: member?.name.split(/\s+/)[0] ?? "", timeZone: member?.timeZone ?? "UTC" };
}

type StoredTurn = Turn<EmailId> & { threadId: ThreadId };
type Member = Awaited<ReturnType<typeof memberOf>>;

/** The newest mails of these threads, and the named ones even where they are older. */
function newestOf(tx: Tx, ctx: Ctx, threadIds: readonly ThreadId[], emailIds: readonly EmailId[]): SQL | undefined {
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

async function turnsOf(tx: Tx, member: Member, which: SQL | undefined): Promise<StoredTurn[]> {
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

/** What nothing in its own thread settles may be settled in another one, by mail that is stored already. */
async function hearElsewhere(tx: Tx, member: Member, owings: readonly Owing<EmailId>[]): Promise<Owing<EmailId>[]> {
  const open = owings
    .filter((one) => one.answer === null)
    .map((one) => ({ sought: soughtOf(one), threadId: (one.mail as StoredTurn).threadId, owing: one }))
    .filter((one) => canBeHeard(one.sought));
  const ids = await laterMailsWith(tx, open);
  if (ids.length === 0) return [...owings];
  const mails = await turnsOf(tx, member, inArray(emailTable.id, ids));
  const heard = new Map(open.map(({ sought, threadId, owing }) => [owing, heardIn(sought, threadId, mails)]));
  return owings.map((owing) => {
    const { answer = null, mentionedAt = null } = heard.get(owing) ?? {};
    return { ...owing, answer: owing.answer ?? answer, mentionedAt: latest(owing.mentionedAt, mentionedAt) };
  });
}

/** The mails of which another thread answers a question that their own does not. */
const answeredElsewhere = (before: readonly Owing<EmailId>[], told: readonly Owing<EmailId>[]): EmailId[] =>
  told.flatMap((one, i) => (one.kind === "ask" && one.answer && !before[i]?.answer ? [one.mail.id] : []));

const latest = (a: string, b: string | null): string => (b !== null && b > a ? b : a);

/** And these mails may settle, or speak of, what is open in other threads; those threads, and the mails there that were answered. */
async function settleOthers(tx: Tx, mails: readonly StoredTurn[]): Promise<{ threads: ThreadId[]; asked: EmailId[] }> {
  const open = await openElsewhere(tx, mails);
  const heard = open.map((one) => ({ ...one, ...heardIn(one.sought, one.threadId, mails) }));
  const answered = heard.flatMap(({ id, answer }) => (answer ? [answerColumns(id, answer)] : []));
  await insertMany(tx, promiseAnswerTable, answered);
  const mentioned = heard.flatMap(({ id, was, mentionedAt }) =>
    mentionedAt !== null && mentionedAt > was ? [{ id, mentionedAt }] : [],
  );
  await updateMany(tx, promiseTable, promiseTable.id, mentioned);
  const changed = new Set([...answered.map((one) => one.promiseId), ...mentioned.map((one) => one.id)]);
  return {
    threads: heard.filter((one) => changed.has(one.id)).map((one) => one.threadId),
    asked: heard.filter((one) => one.answer && one.sought.kind === "ask").map((one) => one.emailId),
  };
}

type Row = typeof promiseTable.$inferSelect;

/** Makes the rows of these mails what was read in them. A person's decision, and the row that carries it, stay. */
async function keep(tx: Tx, emailIds: EmailId[], owings: readonly Owing<EmailId>[]): Promise<boolean> {
  if (emailIds.length === 0) return false;
  const before = await tx.select().from(promiseTable).where(inArray(promiseTable.emailId, emailIds));
  const known = new Map(before.map((row) => [keyOf(row.emailId, row.start), row]));
  const read = owings.map((one) => {
    const row = known.get(keyOf(one.mail.id, one.start));
    // What other threads said of it is not read again with this one.
    const owing = { ...one, mentionedAt: latest(one.mentionedAt, row?.mentionedAt ?? null) };
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
  const answered = await keepAnswers(tx, new Set(emailIds), read);
  return answered || gone.length + fresh.length + differing.length > 0;
}

const keyOf = (emailId: EmailId, start: number): string => `${emailId} ${start}`;

const columnsOf = ({ mail, kind, text, start, end, owes, owedTo, person, due, mentionedAt }: Owing<EmailId>) => ({
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
  mentionedAt,
});

const differs = (row: Row, owing: Owing<EmailId>): boolean =>
  Object.entries(columnsOf(owing)).some(([name, value]) => row[name as keyof Row] !== value);

async function keepAnswers(
  tx: Tx,
  emailIds: ReadonlySet<EmailId>,
  read: readonly { id: PromiseId; owing: Owing<EmailId> }[],
): Promise<boolean> {
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
    if (row && !answer && !emailIds.has(row.emailId)) return false;
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
    changed.flatMap(({ id, owing: { answer } }) => (answer ? [answerColumns(id, answer)] : [])),
  );
  return true;
}

const answerColumns = (promiseId: PromiseId, { emailId, start, end, text, at }: Answer<EmailId>) => ({
  promiseId,
  emailId,
  start,
  end,
  quote: text,
  at,
});
