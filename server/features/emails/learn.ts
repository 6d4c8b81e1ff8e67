import type { EmailId } from "@sidenote/contract/ids";
import { and, desc, eq, inArray, ne, type SQL, sql } from "drizzle-orm";
import type { Ctx } from "../../core/context.ts";
import type { Tx } from "../../core/db/database.ts";
import { change } from "../../core/db/transaction.ts";
import { signatureFacts } from "../../core/mail/said/signature-facts.ts";
import { learnFromSignatures, type Signed } from "../contacts/index.ts";
import { emailTable } from "./table.ts";

/** What the signatures of newly stored mails say of those who sent them. */
export async function learnFromMails(ctx: Ctx, emailIds: readonly EmailId[]): Promise<void> {
  await change(ctx, "contact.learn", async (tx) => {
    const signed = await signedMails(tx, ctx, inArray(emailTable.id, [...emailIds]), emailIds.length);
    const { saved, seen } = await learnFromSignatures(tx, signed);
    return {
      after: null,
      private: true,
      audit: { contacts: [...saved, ...seen] },
      events: [
        ...(saved.length > 0 ? [{ type: "contacts.changed" as const, payload: { contactIds: saved } }] : []),
        ...(seen.length > 0 ? [{ type: "contacts.seen" as const, payload: { contactIds: seen } }] : []),
      ],
    };
  });
}

/** Mails looked at again when one of somebody's was forgotten. */
const MOST_AGAIN = 200;

/** What is still known of these people once some of their mail is forgotten. */
export async function learnAgain(
  tx: Tx,
  ctx: Ctx,
  addresses: readonly string[],
): ReturnType<typeof learnFromSignatures> {
  if (addresses.length === 0) return { saved: [], seen: [] };
  const signed = await signedMails(tx, ctx, inArray(emailTable.fromAddress, [...addresses]), MOST_AGAIN);
  return learnFromSignatures(tx, signed);
}

/** Others' mails in the member's own mailbox in which a signature was found. */
async function signedMails(tx: Tx, ctx: Ctx, which: SQL, limit: number): Promise<Signed[]> {
  const found = await tx
    .select({
      emailId: emailTable.id,
      at: emailTable.at,
      name: emailTable.fromName,
      address: emailTable.fromAddress,
      text: emailTable.text,
      spans: emailTable.spans,
    })
    .from(emailTable)
    .where(
      and(
        which,
        eq(emailTable.ownerId, ctx.actor.memberId),
        ne(emailTable.direction, "out"),
        eq(emailTable.automatic, false),
        sql`${emailTable.spans} @> '[{"kind":"signature"}]'`,
      ),
    )
    .orderBy(desc(emailTable.at))
    .limit(limit);
  return found.flatMap(({ emailId, at, name, address, text, spans }) => {
    const facts = signatureFacts(text, spans, { name, address });
    return facts ? [{ emailId, at, address, facts }] : [];
  });
}
