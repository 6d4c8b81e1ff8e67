import type { Screen } from "@sidenote/contract/context";
import type { ContactId, ThreadId } from "@sidenote/contract/ids";
import { and, desc, eq, inArray, ne } from "drizzle-orm";
import type { Ctx } from "../../core/context.ts";
import type { Tx } from "../../core/db/database.ts";
import { read } from "../../core/db/transaction.ts";
import { notFound } from "../../core/errors.ts";
import { contactIn } from "../contacts/index.ts";
import { emailTable, participantTable, threadNamed, type threadTable } from "../emails/index.ts";
import { memberIn, ownAddresses } from "../organizations/index.ts";
import type { FactSource, Facts } from "./facts.ts";
import { lastThread, mailSource, mailsIn, mailsWith, threadSources } from "./mail-sources.ts";
import { mailsAbout } from "./mails-about.ts";
import { activitySources, recordSources } from "./record-sources.ts";
import { screenMails } from "./screen.ts";
import { getContext, getScreenContext } from "./service.ts";

/** Who and what it is about: a contact, a stored thread, or what is on screen. */
export type Situation = {
  contact_id?: ContactId | undefined;
  thread_id?: ThreadId | undefined;
  screen?: Screen | undefined;
};

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
      ? screenSources(situation.screen, own, mine)
      : await threadSources(tx, threadId, addresses, mine);
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

/** A page does not tell to whom each mail of a thread went. */
const screenSources = (
  screen: Screen,
  own: ReadonlySet<string>,
  mine: (from: string) => FactSource["by"],
): FactSource[] =>
  screenMails(screen, own).map((mail) =>
    mailSource({ ...mail, subject: screen.subject ?? "" }, mine(mail.from.address), true),
  );

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
