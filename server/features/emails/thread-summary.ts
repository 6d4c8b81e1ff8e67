import type { Person } from "@sidenote/contract/emails";
import type { EmailId, ThreadId } from "@sidenote/contract/ids";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { updateMany } from "../../core/db/bulk.ts";
import { chunks } from "../../core/db/chunks.ts";
import type { Tx } from "../../core/db/database.ts";
import { owedIn } from "./owed.ts";
import { emailTable, participantTable, threadTable } from "./table.ts";

const MOST_PEOPLE = 50;

type Row = Pick<
  typeof emailTable.$inferSelect,
  | "id"
  | "direction"
  | "at"
  | "subject"
  | "snippet"
  | "automatic"
  | "addressed"
  | "asks"
  | "asksStart"
  | "asksSettled"
  | "threadId"
> & { from: string; to: string[] };

/** A mail of the batch that is being stored, with everybody on it in their order. */
export type BatchMail = Omit<Row, "asksSettled" | "to"> & {
  people: readonly { role: string; name: string; address: string; own: boolean }[];
};

/** The summary of a thread all of whose mails are in the batch. */
export function summaryOfBatch(mails: readonly BatchMail[]) {
  if (mails.length === 0) return {};
  const inOrder = mails
    .map((mail) => ({ ...mail, to: mail.people.filter((one) => one.role === "to").map((one) => one.address) }))
    .sort((a, b) => compare(a.at, b.at) || compare(a.id, b.id));
  return { ...summaryOf(inOrder), people: firstPeople(inOrder.flatMap((mail) => mail.people)) };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function firstPeople(people: Iterable<{ name: string; address: string; own: boolean }>): Person[] {
  const first = new Map<string, Person>();
  for (const { name, address, own } of people) {
    if (first.size === MOST_PEOPLE) break;
    if (!own && !first.has(address)) first.set(address, { name, address });
  }
  return [...first.values()];
}

/**
 * Makes the summaries of these threads anew from their mails; a thread without any is gone. Who makes one at the same time takes
 * turns before the mails are read, in one order for everybody: what was read earlier would else be written later.
 */
export async function refreshThreads(tx: Tx, ids: readonly ThreadId[]): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .select({ id: threadTable.id })
    .from(threadTable)
    .where(inArray(threadTable.id, [...ids]))
    .orderBy(asc(threadTable.id))
    .for("no key update");
  const mails = await tx
    .select({
      id: emailTable.id,
      threadId: emailTable.threadId,
      direction: emailTable.direction,
      at: emailTable.at,
      subject: emailTable.subject,
      snippet: emailTable.snippet,
      automatic: emailTable.automatic,
      addressed: emailTable.addressed,
      asks: emailTable.asks,
      asksStart: emailTable.asksStart,
      asksSettled: emailTable.asksSettled,
      from: emailTable.fromAddress,
      to: sql<
        string[]
      >`array(select p.address from email_participants p where p.org_id = ${emailTable}.org_id and p.email_id = ${emailTable}.id and p.role = 'to')`,
    })
    .from(emailTable)
    .where(inArray(emailTable.threadId, [...ids]))
    .orderBy(asc(emailTable.at), asc(emailTable.id));
  const people = await peopleByThread(tx, ids);
  const byThread = Map.groupBy(mails, (mail) => mail.threadId);
  const gone = ids.filter((id) => !byThread.has(id));
  if (gone.length > 0) await tx.delete(threadTable).where(inArray(threadTable.id, gone));
  const summaries = [...byThread].map(([id, own]) => ({ id, ...summaryOf(own), people: people.get(id) ?? [] }));
  await updateMany(tx, threadTable, threadTable.id, summaries);
}

/** Keeps whether what these mails ask still waits, and what follows from it for their threads. */
export async function settleAsks(tx: Tx, ids: readonly EmailId[], settled: boolean): Promise<void> {
  const threads = new Set<ThreadId>();
  for (const part of chunks(ids)) {
    const mails = await tx
      .update(emailTable)
      .set({ asksSettled: settled })
      .where(inArray(emailTable.id, part))
      .returning({ threadId: emailTable.threadId });
    for (const { threadId } of mails) threads.add(threadId);
  }
  await refreshThreads(tx, [...threads]);
}

async function peopleByThread(tx: Tx, ids: readonly ThreadId[]): Promise<Map<ThreadId, Person[]>> {
  const found = await tx
    .select({
      threadId: emailTable.threadId,
      name: participantTable.name,
      address: participantTable.address,
      own: participantTable.own,
    })
    .from(participantTable)
    .innerJoin(
      emailTable,
      and(eq(emailTable.orgId, participantTable.orgId), eq(emailTable.id, participantTable.emailId)),
    )
    .where(inArray(emailTable.threadId, [...ids]))
    .orderBy(asc(participantTable.at), asc(participantTable.position));
  return new Map([...Map.groupBy(found, (one) => one.threadId)].map(([id, people]) => [id, firstPeople(people)]));
}

function summaryOf(mails: readonly (Omit<Row, "asksSettled"> & { asksSettled?: boolean })[]) {
  const first = mails[0]!;
  const last = mails.at(-1)!;
  const owed = owedIn(mails);
  return {
    subject: first.subject,
    count: mails.length,
    firstAt: first.at,
    lastAt: last.at,
    lastDirection: last.direction,
    snippet: last.snippet,
    owedBy: owed?.by ?? null,
    owedSince: owed?.since ?? null,
    owedEmailId: owed?.emailId ?? null,
    owedAsks: owed?.asks ?? null,
    owedStart: owed?.start ?? null,
  };
}
