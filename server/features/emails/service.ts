import type { Email, emails, Owed, Thread, ThreadSummary } from "@sidenote/contract/emails";
import { type InputOf, Instant } from "@sidenote/contract/endpoint";
import { type EmailId, type FileId, ThreadId } from "@sidenote/contract/ids";
import { and, asc, desc, eq, inArray, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Ctx } from "../../core/context.ts";
import type { Tx } from "../../core/db/database.ts";
import { read } from "../../core/db/transaction.ts";
import { notFound } from "../../core/errors.ts";
import { type Download, fileContent, fileIn, fileParts, fileTable } from "../../core/files/index.ts";
import { DEFAULT_LIMIT, decodeCursor, pageOf } from "../../core/http/page.ts";
import { toUuid } from "../../core/ids.ts";
import { framedHtml } from "../../core/mail/html/html.ts";
import { contactIn, contactSummaries, contactsByAddress } from "../contacts/index.ts";
import { oldBefore } from "./old.ts";
import {
  attachmentTable,
  emailSourceTable,
  emailTable,
  participantTable,
  threadSourceTable,
  threadTable,
} from "./table.ts";

export const getEmail = (ctx: Ctx, id: EmailId): Promise<Email> =>
  read(ctx, async (tx) => {
    const [email] = await emailsIn(tx, eq(emailTable.id, id));
    if (!email) throw notFound("mail", id);
    return email;
  });

/** Mails as they are shown, oldest first. */
export async function emailsIn(tx: Tx, where: SQL | undefined): Promise<Email[]> {
  const found = await tx
    .select({
      id: emailTable.id,
      threadId: emailTable.threadId,
      direction: emailTable.direction,
      subject: emailTable.subject,
      from: { name: emailTable.fromName, address: emailTable.fromAddress },
      at: emailTable.at,
      text: emailTable.text,
      spans: emailTable.spans,
      hasHtml: sql<boolean>`${emailTable.html} is not null`,
      shared: emailTable.shared,
    })
    .from(emailTable)
    .where(where)
    .orderBy(asc(emailTable.at), asc(emailTable.id));
  if (found.length === 0) return [];
  const ids = found.map((email) => email.id);
  const people = await tx
    .select()
    .from(participantTable)
    .where(inArray(participantTable.emailId, ids))
    .orderBy(asc(participantTable.position));
  const attachments = await tx
    .select({
      emailId: attachmentTable.emailId,
      fileId: fileTable.id,
      name: fileTable.name,
      mediaType: fileTable.mediaType,
      sizeBytes: fileTable.sizeBytes,
    })
    .from(attachmentTable)
    .innerJoin(fileTable, eq(fileTable.id, attachmentTable.fileId))
    .where(and(inArray(attachmentTable.emailId, ids), isNull(attachmentTable.contentId)))
    .orderBy(asc(attachmentTable.position));
  // A thread may have thousands of mails, each with everybody on it.
  const peopleOf = Map.groupBy(people, (person) => person.emailId);
  const attachmentsOf = Map.groupBy(attachments, (attachment) => attachment.emailId);
  const inRole = (id: EmailId, role: string) =>
    (peopleOf.get(id) ?? []).flatMap(({ name, address, ...person }) =>
      person.role === role ? [{ name, address }] : [],
    );
  return found.map((email) => ({
    ...email,
    to: inRole(email.id, "to"),
    cc: inRole(email.id, "cc"),
    attachments: attachmentsOf.get(email.id) ?? [],
  }));
}

/** The HTML of a mail with its inline pictures in it, made safe to be shown in a frame. `not_found` where it came as text alone. */
export const getEmailHtml = (ctx: Ctx, { id }: { id: EmailId }): Promise<{ html: string }> =>
  read(ctx, async (tx) => {
    const [email] = await tx.select({ html: emailTable.html }).from(emailTable).where(eq(emailTable.id, id));
    if (!email?.html) throw notFound("HTML of mail", id);
    const pictures = await tx
      .select({ contentId: attachmentTable.contentId, mediaType: fileTable.mediaType, hash: fileTable.hash })
      .from(attachmentTable)
      .innerJoin(fileTable, eq(fileTable.id, attachmentTable.fileId))
      .where(and(eq(attachmentTable.emailId, id), isNotNull(attachmentTable.contentId)));
    const inline = [];
    for (const { contentId, mediaType, hash } of pictures)
      inline.push({ contentId: contentId!, mediaType, content: await fileContent(tx, ctx, hash) });
    return { html: framedHtml(email.html, inline) };
  });

/** The member's threads, the newest first, and how many wait for the member, for others, or no longer. */
export async function listThreads(ctx: Ctx, input: InputOf<typeof emails.threads>) {
  const limit = input.limit ?? DEFAULT_LIMIT;
  const after = decodeCursor(input.cursor, z.tuple([Instant, ThreadId]));
  const mine = eq(threadTable.ownerId, ctx.actor.memberId);
  return read(ctx, async (tx) => {
    const conditions: (SQL | undefined)[] = [mine];
    const cut = oldBefore(ctx.now());
    if (input.owed) conditions.push(eq(threadTable.owedBy, input.owed));
    if (input.owed ?? input.old) conditions.push(isNotNull(threadTable.owedBy), isOld(cut, input.old ?? false));
    if (input.contactId) {
      const contact = await contactIn(tx, input.contactId);
      conditions.push(
        inArray(
          threadTable.id,
          threadsWith(
            tx,
            contact.addresses.map((one) => one.address),
          ),
        ),
      );
    }
    if (after)
      conditions.push(
        sql`(${threadTable.lastAt}, ${threadTable.id}) < (${after[0]}::timestamptz, ${toUuid(after[1], "thr")}::uuid)`,
      );
    const found = await tx
      .select()
      .from(threadTable)
      .where(and(...conditions))
      .orderBy(desc(threadTable.lastAt), desc(threadTable.id))
      .limit(limit + 1);
    const [count] = await tx
      .select({
        waitingForYou: sql<number>`count(*) filter (where ${threadTable.owedBy} = 'you' and ${isOld(cut, false)})::int`,
        awaitingTheirs: sql<number>`count(*) filter (where ${threadTable.owedBy} = 'them' and ${isOld(cut, false)})::int`,
        old: sql<number>`count(*) filter (where ${isOld(cut, true)})::int`,
      })
      .from(threadTable)
      .where(and(mine, isNotNull(threadTable.owedBy)));
    const page = pageOf(found, limit, (row) => [row.lastAt, row.id]);
    return {
      items: page.items.map((row) => summaryOf(row, ctx.now())),
      nextCursor: page.nextCursor,
      ...(count ?? { waitingForYou: 0, awaitingTheirs: 0, old: 0 }),
    };
  });
}

/** Nobody has written in it since. */
const isOld = (cut: string, old: boolean): SQL =>
  old ? sql`${threadTable.lastAt} < ${cut}::timestamptz` : sql`${threadTable.lastAt} >= ${cut}::timestamptz`;

const threadsWith = (tx: Tx, addresses: string[]) =>
  tx
    .select({ id: emailTable.threadId })
    .from(participantTable)
    .innerJoin(
      emailTable,
      and(eq(emailTable.orgId, participantTable.orgId), eq(emailTable.id, participantTable.emailId)),
    )
    .where(inArray(participantTable.address, addresses.length > 0 ? addresses : [""]));

const SHOWN_PEOPLE = 10;

const summaryOf = (row: typeof threadTable.$inferSelect, now: Date): ThreadSummary => ({
  ...row,
  people: row.people.slice(0, SHOWN_PEOPLE),
  peopleCount: row.people.length,
  owed: owedOf(row, now),
});

function owedOf(row: typeof threadTable.$inferSelect, now: Date): Owed | null {
  const { owedBy: by, owedSince: since, owedEmailId: emailId, owedAsks: asks } = row;
  if (!by || !since || !emailId || asks === null) return null;
  return { by, since, emailId, asks, old: row.lastAt < oldBefore(now) };
}

/** A thread with all of its mails, and who of its people is known. */
export const getThread = (ctx: Ctx, { id }: { id: ThreadId }): Promise<Thread> =>
  read(ctx, async (tx) => {
    const [row] = await tx.select().from(threadTable).where(eq(threadTable.id, id));
    if (!row) throw notFound("thread", id);
    const known = await contactsByAddress(
      tx,
      row.people.map((person) => person.address),
    );
    return {
      ...summaryOf(row, ctx.now()),
      people: row.people,
      emails: await emailsIn(tx, eq(emailTable.threadId, id)),
      contacts: await contactSummaries(tx, [...known.values()]),
    };
  });

/** The thread that a site's id or one of ours names, if it is stored. */
export async function threadNamed(tx: Tx, ctx: Ctx, key: string): Promise<typeof threadTable.$inferSelect | null> {
  const named = tx
    .select({ id: threadSourceTable.threadId })
    .from(threadSourceTable)
    .where(and(eq(threadSourceTable.ownerId, ctx.actor.memberId), eq(threadSourceTable.sourceId, key)));
  const [row] = await tx
    .select()
    .from(threadTable)
    .where(key.startsWith("thr_") ? eq(threadTable.id, key as ThreadId) : inArray(threadTable.id, named));
  return row ?? null;
}

/** An attachment, or a message set aside; read part by part. */
export async function downloadFile(ctx: Ctx, { id }: { id: FileId }): Promise<Download> {
  const file = await read(ctx, (tx) => fileIn(tx, id));
  return { name: file.name, sizeBytes: file.sizeBytes, content: fileParts(ctx, file.hash, (run) => read(ctx, run)) };
}

/** Which of these names (`rfc:…`, `gmail:…`) are of mails in the member's own mailbox. */
export const storedMails = (ctx: Ctx, { sourceIds }: { sourceIds: string[] }) =>
  read(ctx, async (tx) => {
    if (sourceIds.length === 0) return { stored: [] };
    const stored = await tx
      .select({ sourceId: emailSourceTable.sourceId, emailId: emailSourceTable.emailId })
      .from(emailSourceTable)
      .where(and(eq(emailSourceTable.ownerId, ctx.actor.memberId), inArray(emailSourceTable.sourceId, sourceIds)));
    return { stored };
  });
