import type { Contact } from "@sidenote/contract/contacts";
import type { Screen } from "@sidenote/contract/context";
import type { Span } from "@sidenote/contract/emails";
import type { ContactId, EmailId, ThreadId } from "@sidenote/contract/ids";
import { and, desc, eq, inArray, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import type { Ctx } from "../../core/context.ts";
import type { Tx } from "../../core/db/database.ts";
import { read } from "../../core/db/transaction.ts";
import { notFound } from "../../core/errors.ts";
import { activityContactTable, activityTable, titleOf } from "../activities/index.ts";
import { companyIn } from "../companies/index.ts";
import { contactIn, oneContact } from "../contacts/index.ts";
import { emailTable, participantTable, threadNamed, type threadTable } from "../emails/index.ts";
import { memberIn, ownAddresses } from "../organizations/index.ts";
import type { FactSource, Facts } from "./facts.ts";
import { mailsAbout } from "./mails-about.ts";
import { screenMails } from "./screen.ts";
import { getContext, getScreenContext } from "./service.ts";

/** Who and what it is about: a contact, a stored thread, or what is on screen. */
export type Situation = {
  contact_id?: ContactId | undefined;
  thread_id?: ThreadId | undefined;
  screen?: Screen | undefined;
};

const THREAD_MAILS = 12;
const OTHER_MAILS = 40;
const ACTIVITIES = 20;

/**
 * Gathers what is known, each with its source. One transaction, no model. `asked`: what is to be told; mails that have it are
 * gathered, too, however old they are.
 */
export const gatherFacts = (ctx: Ctx, situation: Situation, asked: readonly string[] = []): Promise<Facts> =>
  read(ctx, async (tx) => {
    const inside = { ...ctx, tx };
    const own = new Set(await ownAddresses(tx, ctx));
    const address = await addressOf(tx, inside, situation);
    const context = situation.screen
      ? await getScreenContext(inside, { screen: situation.screen })
      : await getContext(inside, { address, thread: situation.thread_id });
    const { contact } = context;
    const addresses = [...new Set([address, ...(contact?.addresses.map((one) => one.address) ?? [])])];
    const threadId = situation.screen ? null : (situation.thread_id ?? (await lastThread(tx, addresses)));
    const mine = (from: string): FactSource["by"] =>
      own.has(from) ? "you" : addresses.includes(from) ? "them" : "other";
    const thread = situation.screen
      ? screenMails(situation.screen, own).map((mail) =>
          // A page does not tell to whom each mail of a thread went.
          mailSource({ ...mail, subject: situation.screen?.subject ?? "" }, mine(mail.from.address), true),
        )
      : threadId
        ? await threadSources(tx, threadId, addresses, mine)
        : [];
    const inThread = new Set(thread.map((source) => source.id));
    const recent = (await mailsWith(tx, addresses)).filter((mail) => !inThread.has(mail.id));
    const known = [...inThread, ...recent.map((mail) => mail.id)];
    const found = await mailsAbout(tx, { addresses, asked, known: new Set(known) });
    const others = [...recent, ...(await mailsIn(tx, inArray(emailTable.id, found), found.length))].map((mail) =>
      mailSource(mail, mine(mail.from.address), true),
    );
    const { name, timeZone } = await memberIn(tx, ctx);
    return {
      person: context.person,
      contactId: contact?.id ?? null,
      member: { name, timeZone },
      now: context.asOf,
      thread,
      others: [
        ...(contact ? await activitySources(tx, contact) : []),
        ...others,
        ...(await recordSources(tx, contact)),
      ].sort((a, b) => (b.at ?? "").localeCompare(a.at ?? "")),
      owed: context.owed,
      promises: context.promises ?? [],
      lastContactAt: latest([context.lastContactAt, ...thread.map((source) => source.at)]),
    };
  });

async function addressOf(tx: Tx, ctx: Ctx, { contact_id, thread_id, screen }: Situation): Promise<string> {
  if (screen) return screen.address.toLowerCase();
  if (contact_id) return (await contactIn(tx, contact_id)).address ?? "";
  const thread = thread_id ? await threadNamed(tx, ctx, thread_id) : null;
  if (!thread) throw notFound("thread", thread_id ?? "");
  return (await counterpart(tx, thread)) ?? thread.people[0]?.address ?? "";
}

/** To whom one writes in a thread: who waits for an answer, else who wrote last, else to whom the member wrote last. */
async function counterpart(tx: Tx, thread: typeof threadTable.$inferSelect): Promise<string | undefined> {
  const inThread = eq(emailTable.threadId, thread.id);
  const waits = thread.owedBy === "you" && thread.owedEmailId ? eq(emailTable.id, thread.owedEmailId) : undefined;
  const [theirs] = await tx
    .select({ address: emailTable.fromAddress })
    .from(emailTable)
    .where(waits ?? and(inThread, eq(emailTable.direction, "in")))
    .orderBy(desc(emailTable.at))
    .limit(1);
  if (theirs) return theirs.address;
  const [mine] = await tx
    .select({ address: participantTable.address })
    .from(participantTable)
    .innerJoin(
      emailTable,
      and(eq(emailTable.orgId, participantTable.orgId), eq(emailTable.id, participantTable.emailId)),
    )
    .where(
      and(inThread, eq(participantTable.role, "to"), eq(participantTable.own, false), ne(participantTable.address, "")),
    )
    .orderBy(desc(emailTable.at))
    .limit(1);
  return mine?.address;
}

const latest = (times: (string | null)[]): string | null =>
  times.reduce((a, b) => (a === null || (b !== null && b > a) ? b : a), null);

const between = or(
  eq(participantTable.direction, "out"),
  and(eq(participantTable.direction, "in"), eq(participantTable.role, "from")),
);

async function lastThread(tx: Tx, addresses: string[]): Promise<ThreadId | null> {
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

async function mailsIn(tx: Tx, where: SQL | undefined, limit: number): Promise<Mail[]> {
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

async function mailsWith(tx: Tx, addresses: string[]): Promise<Mail[]> {
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
async function threadSources(
  tx: Tx,
  threadId: ThreadId,
  addresses: string[],
  mine: (from: string) => FactSource["by"],
): Promise<FactSource[]> {
  const mails = (await mailsIn(tx, eq(emailTable.threadId, threadId), THREAD_MAILS)).reverse();
  const ids = mails.map((mail) => mail.id as EmailId);
  const read = await tx
    .select({ id: participantTable.emailId })
    .from(participantTable)
    .where(and(inArray(participantTable.emailId, ids), inArray(participantTable.address, addresses)));
  const seen = new Set<string>(read.map((one) => one.id));
  return mails.map((mail) => mailSource(mail, mine(mail.from.address), seen.has(mail.id)));
}

const mailSource = (mail: Mail, by: FactSource["by"], seen: boolean): FactSource => ({
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

async function activitySources(tx: Tx, contact: Contact): Promise<FactSource[]> {
  const found = await tx
    .select({ id: activityTable.id, at: activityTable.at, text: activityTable.text })
    .from(activityContactTable)
    .innerJoin(
      activityTable,
      and(eq(activityTable.orgId, activityContactTable.orgId), eq(activityTable.id, activityContactTable.activityId)),
    )
    .where(
      and(
        sql`(${activityContactTable.orgId}, ${activityContactTable.contactId}) in ${oneContact(contact.id)}`,
        isNull(activityTable.removedAt),
        ne(activityTable.kind, "task"),
      ),
    )
    .orderBy(desc(activityTable.at))
    .limit(ACTIVITIES);
  return found.map(({ id, at, text }) => ({
    id,
    kind: "activity",
    at,
    by: "you",
    seen: false,
    author: "",
    subject: titleOf(text),
    text,
    ...allSaid(text),
  }));
}

const allSaid = (text: string): Pick<FactSource, "said" | "spans"> => {
  const spans: FactSource["spans"] = [{ kind: "said", start: 0, end: text.length }];
  return { said: spans, spans };
};

async function recordSources(tx: Tx, contact: Contact | null): Promise<FactSource[]> {
  if (!contact) return [];
  const record = (id: string, kind: "contact" | "company", text: string): FactSource => ({
    id,
    kind,
    at: null,
    by: "other",
    seen: false,
    author: "",
    subject: "",
    text,
    ...allSaid(text),
  });
  const company = contact.company ? await companyIn(tx, contact.company.id) : null;
  return [
    record(contact.id, "contact", contact.text),
    ...(company ? [record(company.id, "company", company.text)] : []),
  ];
}
