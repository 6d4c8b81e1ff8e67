import type { Person } from "@sidenote/contract/emails";
import type { EmailId } from "@sidenote/contract/ids";
import type { RecipientKind } from "@sidenote/contract/voice";
import { and, count, desc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import type { Ctx } from "../../core/context.ts";
import type { Tx } from "../../core/db/database.ts";
import { derive } from "../../core/db/transaction.ts";
import { companyDomain, companyDomains } from "../../core/mail/people/domains.ts";
import { domainsBeside } from "../companies/index.ts";
import { sightingTable } from "../contacts/index.ts";
import { emailTable, participantTable } from "../emails/index.ts";
import { ownAddresses } from "../organizations/index.ts";
import { learnVoice, type SentMail } from "./learn.ts";
import { voiceTable } from "./table.ts";

/** Older mails tell of how somebody wrote once. */
const MOST_MAILS = 400;
/** While an import runs, learning again for every portion would be the most of its work. */
const GROWN = 0.1;

const sentBy = (ctx: Ctx) => and(eq(emailTable.ownerId, ctx.actor.memberId), eq(emailTable.direction, "out"));

/** Learns anew how the member writes, when with these mails there is a tenth more sent mail than last time. */
export const readGrownVoice = (ctx: Ctx, stored: readonly EmailId[]): Promise<void> =>
  derive(ctx, async (tx) => {
    const mine = and(inArray(emailTable.id, [...stored]), sentBy(ctx));
    const [sent] = await tx.select({ mails: count() }).from(emailTable).where(mine);
    if (!sent?.mails) return;
    // Added up as they come: to count all that was sent takes longer with each portion of a large mailbox.
    const [known] = await tx
      .update(voiceTable)
      .set({ sentSince: sql`${voiceTable.sentSince} + ${sent.mails}` })
      .returning({ mails: voiceTable.mails, sentSince: voiceTable.sentSince });
    if (!known || known.sentSince >= known.mails * GROWN) await learn(tx, ctx);
  });

/** Learns anew how the member writes, from what there is now. */
export const readVoice = (ctx: Ctx): Promise<void> => derive(ctx, (tx) => learn(tx, ctx));

async function learn(tx: Tx, ctx: Ctx): Promise<void> {
  const [sent] = await tx.select({ mails: count() }).from(emailTable).where(sentBy(ctx));
  const mails = sent?.mails ?? 0;
  const learnt = learnVoice(await sentMails(tx, ctx));
  const row = { mails, sentSince: 0, learntAt: ctx.now().toISOString(), learnt };
  // Who sent nothing has no voice to be kept.
  if (mails === 0) return void (await tx.update(voiceTable).set(row));
  await tx
    .insert(voiceTable)
    .values({ ...row, edited: { frames: {}, phrases: null } })
    .onConflictDoUpdate({ target: [voiceTable.orgId, voiceTable.ownerId], set: row });
}

/** The mails that the member sent, the newest first, each with the kind of its recipient. */
export async function sentMails(tx: Tx, ctx: Ctx, limit = MOST_MAILS): Promise<(SentMail & { id: string })[]> {
  const found = await tx
    .select({
      id: emailTable.id,
      at: emailTable.at,
      from: { name: emailTable.fromName, address: emailTable.fromAddress },
      text: emailTable.text,
      spans: emailTable.spans,
    })
    .from(emailTable)
    .where(
      and(eq(emailTable.ownerId, ctx.actor.memberId), eq(emailTable.direction, "out"), eq(emailTable.automatic, false)),
    )
    .orderBy(desc(emailTable.at))
    .limit(limit);
  if (found.length === 0) return [];
  const people = await tx
    .select({ emailId: participantTable.emailId, name: participantTable.name, address: participantTable.address })
    .from(participantTable)
    .where(
      and(
        inArray(
          participantTable.emailId,
          found.map((mail) => mail.id),
        ),
        eq(participantTable.role, "to"),
      ),
    )
    .orderBy(participantTable.position);
  const byMail = Map.groupBy(people, (person) => person.emailId);
  const own = await ownDomains(tx, ctx);
  const firstAt = await firstContacts(tx, [...new Set(people.map((person) => person.address))]);
  return found.map((mail) => {
    const to = byMail.get(mail.id) ?? [];
    return { ...mail, to, kind: kindOf(to, own, (address) => (firstAt.get(address) ?? mail.at) < mail.at) };
  });
}

async function firstContacts(tx: Tx, addresses: string[]): Promise<Map<string, string>> {
  if (addresses.length === 0) return new Map();
  const found = await tx
    .select({ address: sightingTable.address, firstAt: sightingTable.firstAt })
    .from(sightingTable)
    .where(and(inArray(sightingTable.address, addresses), isNotNull(sightingTable.firstAt)));
  return new Map(found.map(({ address, firstAt }) => [address, firstAt!]));
}

const GROUP = 3;
/** Whether nobody of them is written to alone. */
export const isGroup = (to: readonly Person[]): boolean => to.length >= GROUP;

/** The domains of the company that the member writes from, also those that it got by becoming one with another. */
export async function ownDomains(tx: Tx, ctx: Ctx): Promise<string[]> {
  const own = (await ownAddresses(tx, ctx)).flatMap((address) => companyDomain(address) ?? []);
  return [...new Set([...own, ...(await domainsBeside(tx, own))])];
}

/** Whom a mail goes to; `domains`: the member's own company's; `isKnown`: whether there was mail with that address before. */
export function kindOf(
  to: readonly Person[],
  domains: readonly string[],
  isKnown: (address: string) => boolean,
): RecipientKind {
  if (isGroup(to)) return "group";
  const [person] = to;
  if (!person) return "known";
  if (companyDomains(person.address).some((domain) => domains.includes(domain))) return "internal";
  return isKnown(person.address) ? "known" : "new";
}
