import { emails, SiteThreadId } from "@sidenote/contract/emails";
import type { InputOf } from "@sidenote/contract/endpoint";
import type { EmailId, ThreadId } from "@sidenote/contract/ids";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Ctx } from "../../core/context.ts";
import { chunks } from "../../core/db/chunks.ts";
import type { Tx } from "../../core/db/database.ts";
import { change } from "../../core/db/transaction.ts";
import { notFound } from "../../core/errors.ts";
import type { DomainEvent } from "../../core/events/catalog.ts";
import { fileTable } from "../../core/files/index.ts";
import { forgetAnswers } from "../../core/http/idempotency.ts";
import { isRoleAddress } from "../../core/mail/people/addresses.ts";
import { noteForgotten } from "../capture/index.ts";
import { forgetFacts, recountPeople } from "../contacts/index.ts";
import { countPeople } from "./count-people.ts";
import { aloneName, joinName } from "./handed.ts";
import { learnAgain } from "./learn.ts";
import { threadNamed } from "./service.ts";
import { lockMailbox } from "./store.ts";
import { attachmentTable, emailSourceTable, emailTable, participantTable, threadSourceTable } from "./table.ts";
import { refreshThreads } from "./thread-summary.ts";

/** Forgets one mail: only the member's own word brings it back, not a panel that saves what it shows. */
export const forgetEmail = (ctx: Ctx, { id }: { id: EmailId }): Promise<{ id: EmailId }> =>
  change(ctx, "email.forget", async (tx) => {
    await lockMailbox(tx, ctx);
    await noteForgotten(tx, ctx, await namesAlone(tx, ctx, id));
    const forgotten = await forgetMails(tx, ctx, [id]);
    if (forgotten.emailIds.length === 0) throw notFound("mail", id);
    return { after: { id }, events: forgotten.events };
  });

/**
 * Forgets a thread of the member's own, stored or only on screen: nothing brings it back but the member. Done again, it finds
 * nothing left.
 */
export const forgetThread = (ctx: Ctx, { thread }: InputOf<typeof emails.forgetThread>) =>
  change(ctx, "thread.forget", async (tx) => {
    await lockMailbox(tx, ctx);
    const threadId = (await threadNamed(tx, ctx, thread))?.id;
    const mails = threadId
      ? await tx
          .select({ id: emailTable.id, key: emailTable.joinKey })
          .from(emailTable)
          .where(and(eq(emailTable.threadId, threadId), eq(emailTable.ownerId, ctx.actor.memberId)))
      : [];
    const ids = mails.map((mail) => mail.id);
    const ofThread = threadId && ids.length > 0 ? await threadNames(tx, threadId) : [];
    if (!thread.startsWith("thr_")) ofThread.push(thread);
    await noteForgotten(tx, ctx, [
      ...ofThread,
      ...(await mailNames(tx, ids)),
      ...mails.map((mail) => joinName(mail.key)),
    ]);
    const { events } = await forgetMails(tx, ctx, ids, [...new Set(ofThread.filter(isOfSite))]);
    return {
      after: {
        threadId: ids.length > 0 ? threadId : null,
        mails: ids.length,
        emailIds: ids,
        undoable: false as const,
      },
      ...(ids.length > 0 && threadId ? { recordId: threadId } : {}),
      audit: { threadId, mails: ids.length },
      events,
    };
  });

const isOfSite = (name: string): boolean => SiteThreadId.safeParse(name).success;

async function namesAlone(tx: Tx, ctx: Ctx, id: EmailId): Promise<string[]> {
  const found = await tx
    .select({ sourceId: emailSourceTable.sourceId, key: emailTable.joinKey })
    .from(emailTable)
    .leftJoin(emailSourceTable, eq(emailSourceTable.emailId, emailTable.id))
    .where(and(eq(emailTable.id, id), eq(emailTable.ownerId, ctx.actor.memberId)));
  return found.flatMap(({ sourceId, key }) => [...(sourceId ? [sourceId] : []), joinName(key)].map(aloneName));
}

async function threadNames(tx: Tx, threadId: ThreadId): Promise<string[]> {
  const found = await tx
    .select({ name: threadSourceTable.sourceId })
    .from(threadSourceTable)
    .where(eq(threadSourceTable.threadId, threadId));
  return found.map((row) => row.name);
}

async function mailNames(tx: Tx, ids: readonly EmailId[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const found = await tx
    .select({ name: emailSourceTable.sourceId })
    .from(emailSourceTable)
    .where(inArray(emailSourceTable.emailId, [...ids]));
  return found.map((row) => row.name);
}

type Forgotten = { emailIds: EmailId[]; threadIds: ThreadId[]; events: DomainEvent[] };

/**
 * Takes mails of the member's own mailbox away, with their files and with the people who were known from them alone. Their passages
 * and vectors, and those of contacts of whom less is known now, go when the events are worked on. `told`: what the thread is called
 * on its site. It goes out with the event, so that other screens drop what was drafted for it, also where nothing of the thread is
 * stored, and is kept only until the event is sent.
 */
export async function forgetMails(
  tx: Tx,
  ctx: Ctx,
  ids: readonly EmailId[],
  told: readonly string[] = [],
): Promise<Forgotten> {
  const mine = await tx
    .select({ id: emailTable.id, threadId: emailTable.threadId })
    .from(emailTable)
    .where(and(inArray(emailTable.id, [...ids]), eq(emailTable.ownerId, ctx.actor.memberId)));
  if (mine.length === 0) {
    const nothing = { emailIds: [], threadIds: [] };
    return { ...nothing, events: told.length > 0 ? [{ type: "emails.forgotten", payload: nothing, told }] : [] };
  }
  const emailIds = mine.map((email) => email.id);
  const threadIds = [...new Set(mine.map((email) => email.threadId))];
  const people = await tx
    .selectDistinct({ address: participantTable.address })
    .from(participantTable)
    .where(inArray(participantTable.emailId, emailIds));
  const files = tx
    .select({ id: attachmentTable.fileId })
    .from(attachmentTable)
    .where(inArray(attachmentTable.emailId, emailIds));
  await tx.delete(fileTable).where(inArray(fileTable.id, files));
  await tx.delete(emailTable).where(inArray(emailTable.id, emailIds));
  // The answers kept for repeated requests hold the mails that were saved.
  await forgetAnswers(tx, emails.store.path);
  const lessKnown = await forgetFacts(tx, emailIds);
  await refreshThreads(tx, threadIds);
  const { contactIds, seenIds, companyIds } = await recount(
    tx,
    ctx,
    people.map((one) => one.address),
  );
  const again = await learnAgain(tx, ctx, lessKnown.addresses);
  const saved = [...new Set([...contactIds, ...lessKnown.touched.saved, ...again.saved])];
  const seen = [...new Set([...seenIds, ...lessKnown.touched.seen, ...again.seen])];
  const events: DomainEvent[] = [{ type: "emails.forgotten", payload: { emailIds, threadIds }, told }];
  if (saved.length > 0) events.push({ type: "contacts.changed", payload: { contactIds: saved } });
  if (seen.length > 0) events.push({ type: "contacts.seen", payload: { contactIds: seen } });
  if (companyIds.length > 0) events.push({ type: "companies.changed", payload: { companyIds } });
  return { emailIds, threadIds, events };
}

/** Counts what is left of these addresses in the member's mail. */
async function recount(tx: Tx, ctx: Ctx, addresses: string[]): ReturnType<typeof recountPeople> {
  const left: Awaited<ReturnType<typeof countPeople>> = [];
  for (const part of chunks(addresses)) {
    const list = sql.join(
      part.map((address) => sql`${address}`),
      sql`, `,
    );
    left.push(...(await countPeople(tx, ctx, sql`p.address in (${list})`)));
  }
  const found = new Set(left.map((one) => one.address));
  return recountPeople(
    tx,
    ctx,
    left,
    addresses.filter((address) => !found.has(address) && !isRoleAddress(address)),
  );
}
