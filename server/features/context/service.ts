import type { TimelineEntry } from "@sidenote/contract/contacts";
import type { Context, Screen } from "@sidenote/contract/context";
import type { Person } from "@sidenote/contract/emails";
import type { ContactId } from "@sidenote/contract/ids";
import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { Ctx } from "../../core/context.ts";
import { atOnce } from "../../core/db/at-once.ts";
import { builtOnce, given } from "../../core/db/built-once.ts";
import type { Tx } from "../../core/db/database.ts";
import { read } from "../../core/db/transaction.ts";
import { displayName } from "../../core/mail/people/addresses.ts";
import { activityContactTable, activityTable, titleOf } from "../activities/index.ts";
import { companyWithParent } from "../companies/index.ts";
import { contactIn, type Holder, oneContact, whoHas } from "../contacts/index.ts";
import { oldBefore, threadNamed, type threadTable } from "../emails/index.ts";
import { memberWithAddresses } from "../organizations/index.ts";
import { unsettledPromises } from "../promises/index.ts";
import { asTimeline, type MailHistory, mailHistory, type Waiting } from "./mail-history.ts";
import { promisesOnScreen, shownPromises } from "./promises.ts";
import { owedOnScreen, peopleOnScreen, screenMails } from "./screen.ts";

type ThreadRow = typeof threadTable.$inferSelect;
const NO_THREAD = Promise.resolve(null);

const SHOWN_ENTRIES = 8;
const SHOWN_OWED = 5;
/** A model that proposes much is right about little. */
const SHOWN_PROPOSED = 4;
/** Promises looked at: of more than these the older ones are no longer waited for. */
const RECENT_PROMISES = 40;

/** Everything for the first paint of a panel, about whoever has this address. */
export const getContext = (
  ctx: Ctx,
  { address, thread }: { address: string; thread?: string | undefined },
): Promise<Context> =>
  read(ctx, async (tx) => {
    const person = { name: "", address: address.toLowerCase() };
    const holder = whoHas(tx, person.address);
    return contextOf(tx, ctx, person, holder, thread === undefined ? NO_THREAD : threadNamed(tx, ctx, thread));
  });

/** The same for mails that are on screen and stored nowhere; nothing of them is kept. */
export const getScreenContext = (ctx: Ctx, { screen }: { screen: Screen }): Promise<Context> =>
  read(ctx, async (tx) => {
    const person = { name: screen.name ?? "", address: screen.address.toLowerCase() };
    const holder = whoHas(tx, person.address);
    // Next in the database's order: what the mails say is then found out while it looks for all the rest.
    const seenNow = seenOnScreen(tx, ctx, screen);
    const [stored, seen] = await atOnce(contextOf(tx, ctx, person, holder, NO_THREAD), seenNow);
    const elsewhere = stored.owed.filter((one) => one.asks !== seen.owed?.asks);
    const owed = [...(seen.owed ? [seen.owed] : []), ...elsewhere];
    const quotes = new Set(seen.promised.map((one) => one.source.quote));
    const others = (stored.promises ?? []).filter((one) => !quotes.has(one.source.quote));
    return {
      ...stored,
      owed,
      promises: shownPromises([...seen.promised, ...others], owed),
      participants: seen.people,
    };
  });

/** What the mails on screen say by themselves, found out while the database looks for the rest. */
async function seenOnScreen(tx: Tx, ctx: Ctx, screen: Screen) {
  const member = await memberWithAddresses(tx, ctx);
  const own = new Set(member.ownAddresses);
  const mails = screenMails(screen, own);
  return {
    owed: owedOnScreen(screen, mails),
    promised: promisesOnScreen(screen, mails, member),
    people: peopleOnScreen(mails, own),
  };
}

/**
 * All that needs no other answer is asked at once: each answer that is waited for costs a round trip. Most people have one address,
 * so that what was said under this one is asked for before it is known who has it.
 */
async function contextOf(
  tx: Tx,
  ctx: Ctx,
  person: Person,
  holderNow: Promise<Holder | null>,
  threadNow: Promise<ThreadRow | null>,
): Promise<Context> {
  const [holder, saidHere, recordNow, thread] = await atOnce(
    holderNow,
    saidWith(tx, ctx, [person.address]),
    holderNow.then((one) => recordOf(tx, one)),
    threadNow,
  );
  const { contact } = recordNow;
  // Where somebody was made one with another, the record that is shown is the other's.
  const isOther = contact !== null && contact.id !== holder?.id;
  const { company, meetings, activities } = isOther
    ? await recordOf(tx, { id: contact.id, companyId: contact.company?.id ?? null })
    : recordNow;
  const addresses = new Set([person.address, ...(contact?.addresses.map((one) => one.address) ?? [])]);
  const { history, promises } = addresses.size > 1 ? await saidWith(tx, ctx, [...addresses]) : saidHere;
  const { recent, ...rest } = history;
  const waiting = waitingIn(recent, thread);
  const cut = oldBefore(ctx.now());
  const owed = waiting.filter((one) => one.lastAt >= cut);
  const oldPromises = shownPromises(
    promises.filter((one) => one.state === "old"),
    owed,
  );
  const quoted = new Set(oldPromises.map((one) => one.source.id));
  return {
    contact,
    person: { address: person.address, name: contact?.name ?? displayName(person.name, person.address) },
    company,
    ...rest,
    meetings,
    timeline: timelineOf(recent, activities),
    owed,
    promises: shownPromises(
      promises.filter((one) => one.state === "open"),
      owed,
    ),
    proposed: promises.filter((one) => one.state === "proposed" && one.at >= cut).slice(0, SHOWN_PROPOSED),
    oldOwed: waiting.filter((one) => one.lastAt < cut && !quoted.has(one.sourceId)),
    oldPromises,
    thread: thread && { id: thread.id, subject: thread.subject, count: thread.count },
    participants: thread?.people ?? [],
    asOf: ctx.now().toISOString(),
  };
}

/** What was said with somebody under these addresses, and what is promised. */
async function saidWith(tx: Tx, ctx: Ctx, addresses: readonly string[]) {
  const [history, promises] = await atOnce(
    mailHistory(tx, addresses),
    unsettledPromises(tx, { addresses, limit: RECENT_PROMISES, now: ctx.now() }),
  );
  return { history, promises };
}

/** Who somebody is, where they work, and what the organization did with them besides mail. */
async function recordOf(tx: Tx, holder: Holder | null) {
  if (!holder) return { contact: null, company: null, meetings: 0, activities: [] };
  const [contact, done, company] = await atOnce(
    contactIn(tx, holder.id),
    doneWith(tx, holder.id),
    holder.companyId ? companyWithParent(tx, holder.companyId) : Promise.resolve(null),
  );
  return { contact, company, ...done };
}

function timelineOf(recent: MailHistory["recent"], activities: readonly TimelineEntry[]): TimelineEntry[] {
  const mails = recent.slice(0, SHOWN_ENTRIES).map(asTimeline);
  return [...mails, ...activities].sort((a, b) => b.at.localeCompare(a.at)).slice(0, SHOWN_ENTRIES);
}

/** The meetings that there were, and the newest of what the organization did with a contact besides mail. */
async function doneWith(tx: Tx, contactId: ContactId): Promise<{ meetings: number; activities: TimelineEntry[] }> {
  const found = await newestWith(tx).execute({ contact: contactId });
  const activities = found.map(({ id, kind, at, text }) => ({
    id,
    kind,
    at,
    title: titleOf(text),
    direction: null,
    threadId: null,
  }));
  return { meetings: found[0]?.meetings ?? 0, activities };
}

const newestWith = builtOnce((db) => {
  const { id, kind, at, text } = activityTable;
  return db
    .select({ id, kind, at, text, meetings: sql<number>`(count(*) filter (where ${kind} = 'meeting') over ())::int` })
    .from(activityContactTable)
    .innerJoin(
      activityTable,
      and(eq(activityTable.orgId, activityContactTable.orgId), eq(activityTable.id, activityContactTable.activityId)),
    )
    .where(
      and(
        sql`(${activityContactTable.orgId}, ${activityContactTable.contactId}) in ${oneContact(given("contact", activityContactTable.contactId))}`,
        isNull(activityTable.removedAt),
      ),
    )
    .orderBy(desc(at))
    .limit(SHOWN_ENTRIES);
});

/** What waits between the two, and in the open thread whoever asks there; the newest first. */
function waitingIn(recent: MailHistory["recent"], thread: ThreadRow | null): Waiting[] {
  const inThread = thread && waitingInThread(thread);
  const between = recent.flatMap(({ owed }) => (owed && owed.threadId !== inThread?.threadId ? [owed] : []));
  return [...between, ...(inThread ? [inThread] : [])]
    .sort((a, b) => b.since.localeCompare(a.since))
    .slice(0, SHOWN_OWED);
}

function waitingInThread(row: ThreadRow): Waiting | null {
  const { owedBy: by, owedSince: since, owedEmailId: sourceId, owedAsks: asks, owedStart: start } = row;
  if (!by || !since || !sourceId || asks === null || start === null) return null;
  const { id: threadId, subject, lastAt } = row;
  return { by, since, sourceId, asks, start, end: start + asks.length, threadId, subject, lastAt };
}
