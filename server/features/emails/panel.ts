import type { Captured, emails } from "@sidenote/contract/emails";
import type { InputOf } from "@sidenote/contract/endpoint";
import type { EmailId } from "@sidenote/contract/ids";
import { eq, sql } from "drizzle-orm";
import type { Ctx } from "../../core/context.ts";
import { rows, type Tx } from "../../core/db/database.ts";
import { uuids } from "../../core/db/raw.ts";
import { change } from "../../core/db/transaction.ts";
import { AppError } from "../../core/errors.ts";
import { fromUuid } from "../../core/ids.ts";
import { incomingFromScreen } from "../../core/mail/incoming.ts";
import { emailsIn } from "./service.ts";
import { type StoredMail, storeMails } from "./store.ts";
import { emailTable, panelItemTable } from "./table.ts";

/**
 * Saves one mail that is on screen because the member said so: whatever the capture mode, and also of a thread that was once
 * forgotten. "Never" on the never-store list means this click too: it is refused with the entry, which the member can take away.
 */
export const storeScreenMail = (ctx: Ctx, input: InputOf<typeof emails.store>) =>
  change(ctx, "email.store", async (tx) => {
    const { mails, events } = await storeMails(tx, ctx, [incomingFromScreen(input)], { kind: "panel", by: "you" });
    const [mail] = mails as [StoredMail];
    if (mail.outcome === "not_wanted")
      throw new AppError("forbidden", `Not saved, because ${mail.decision.because}. Take it off the list to save this`);
    await noteItems(tx, ctx, [{ sourceId: input.sourceId, mail }], "you");
    const [email] = await emailsIn(tx, eq(emailTable.id, mail.emailId));
    return {
      after: { email: email!, outcome: mail.outcome },
      recordId: mail.emailId,
      audit: { id: mail.emailId, outcome: mail.outcome, sourceId: input.sourceId },
      events,
    };
  });

/** Takes what a panel hands in by itself, and stores of it what the member's policy wants. */
export const captureMails = (ctx: Ctx, { messages }: InputOf<typeof emails.capture>) =>
  change(ctx, "email.store", async (tx) => {
    const { mails, emailIds, events } = await storeMails(tx, ctx, messages.map(incomingFromScreen), {
      kind: "panel",
      by: "policy",
    });
    const items = mails.map((mail, i) => ({ sourceId: messages[i]!.sourceId, mail }));
    await noteItems(tx, ctx, items, "policy");
    const captured: Captured[] = items.map(({ sourceId, mail: { outcome, emailId, decision } }) => ({
      sourceId,
      outcome,
      emailId,
      decision,
    }));
    return { after: { messages: captured }, audit: { emailIds }, events };
  });

/** Writes the panel's part of the ledger. A message that was stored under this id stays so while its mail is there. */
async function noteItems(
  tx: Tx,
  ctx: Ctx,
  items: readonly { sourceId: string; mail: StoredMail }[],
  by: "you" | "policy",
): Promise<void> {
  const rows = items.map(({ sourceId, mail: { outcome, emailId, decision } }) => ({
    sourceId,
    outcome,
    by,
    emailId,
    reason: outcome === "not_wanted" ? decision.because : null,
    rule: outcome === "not_wanted" ? (decision.rule ?? decision.reason) : null,
    at: ctx.now().toISOString(),
  }));
  const once = [...new Map(rows.reverse().map((row) => [row.sourceId, row])).values()];
  await tx
    .insert(panelItemTable)
    .values(once)
    .onConflictDoUpdate({
      target: [panelItemTable.orgId, panelItemTable.ownerId, panelItemTable.sourceId],
      set: Object.fromEntries(
        ["outcome", "by", "reason", "rule", "email_id", "at"].map((column) => [
          column === "email_id" ? "emailId" : column,
          sql.raw(`excluded.${column}`),
        ]),
      ),
      setWhere: sql`${panelItemTable.emailId} is null or ${panelItemTable.emailId} is distinct from excluded.email_id`,
    });
  for (const { outcome } of once) ctx.app.metrics.messages.inc({ outcome });
}

/** Of mails that an import stored, those that a panel handed in too, as already there, become the panel's. Returns them. */
export async function handOnToPanel(tx: Tx, emailIds: readonly EmailId[]): Promise<EmailId[]> {
  const handed = await rows<{ id: string }>(
    tx,
    sql`with handed as (
          select distinct on (email_id) org_id, owner_id, source_id, email_id from panel_items
          where email_id = any (${uuids(emailIds, "eml")}) and outcome = 'duplicate' order by email_id, at, source_id),
        items as (
          update panel_items p set outcome = 'stored' from handed h
          where p.org_id = h.org_id and p.owner_id = h.owner_id and p.source_id = h.source_id)
        update emails e set import_id = null from handed h where e.org_id = h.org_id and e.id = h.email_id returning e.id::text`,
  );
  return handed.map((row) => fromUuid(row.id, "eml"));
}
