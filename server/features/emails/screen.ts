import type { emails, OnScreen, ScreenState } from "@sidenote/contract/emails";
import type { InputOf } from "@sidenote/contract/endpoint";
import type { EmailId } from "@sidenote/contract/ids";
import { and, eq, inArray } from "drizzle-orm";
import type { Ctx } from "../../core/context.ts";
import type { Tx } from "../../core/db/database.ts";
import { read } from "../../core/db/transaction.ts";
import { incomingFromScreen } from "../../core/mail/incoming.ts";
import { judge } from "../capture/index.ts";
import { handed } from "./handed.ts";
import { emailSourceTable, emailTable, panelItemTable } from "./table.ts";

/** What is stored of each mail on screen, by what, or why not; and what the policy would do with it now. Writes nothing. */
export const screenStates = (ctx: Ctx, { messages }: InputOf<typeof emails.screen>) =>
  read(ctx, async (tx) => {
    const mails = messages.map((message) => incomingFromScreen(whole(ctx, message)));
    const decisions = await judge(tx, ctx, await handed(tx, ctx, mails), "policy");
    const stored = await storedOf(
      tx,
      ctx,
      messages,
      mails.map((mail) => mail.joinKey),
    );
    const storers = await storersOf(tx, ctx, [...stored.values()]);
    return {
      messages: messages.map(({ sourceId }, i): ScreenState => {
        const emailId = stored.get(sourceId) ?? null;
        return { sourceId, emailId, storedBy: emailId && (storers.get(emailId) ?? "you"), decision: decisions[i]! };
      }),
    };
  });

const whole = (ctx: Ctx, { subject = "", text = "", at = ctx.now().toISOString(), ...message }: OnScreen) => ({
  ...message,
  subject,
  text,
  at,
});

/** By the site's id; and where the text was given, by what is said when, as an import's copy is found. */
async function storedOf(
  tx: Tx,
  ctx: Ctx,
  messages: readonly OnScreen[],
  keys: readonly string[],
): Promise<Map<string, EmailId>> {
  const mine = ctx.actor.memberId;
  const names = messages.map((message) => message.sourceId);
  const named = await tx
    .select({ name: emailSourceTable.sourceId, id: emailSourceTable.emailId })
    .from(emailSourceTable)
    .where(and(eq(emailSourceTable.ownerId, mine), inArray(emailSourceTable.sourceId, names)));
  const said = await tx
    .select({ key: emailTable.joinKey, id: emailTable.id })
    .from(emailTable)
    .where(and(eq(emailTable.ownerId, mine), inArray(emailTable.joinKey, [...keys])));
  const byKey = new Map(said.map(({ key, id }) => [key, id]));
  const found = new Map<string, EmailId>();
  for (const [i, { sourceId, text, at }] of messages.entries()) {
    const id = text !== undefined && at !== undefined ? byKey.get(keys[i]!) : undefined;
    if (id) found.set(sourceId, id);
  }
  for (const { name, id } of named) found.set(name, id);
  return found;
}

async function storersOf(
  tx: Tx,
  ctx: Ctx,
  ids: readonly EmailId[],
): Promise<Map<EmailId, NonNullable<ScreenState["storedBy"]>>> {
  const imported = await tx
    .select({ id: emailTable.id, importId: emailTable.importId })
    .from(emailTable)
    .where(inArray(emailTable.id, [...ids]));
  const handedIn = await tx
    .select({ id: panelItemTable.emailId, by: panelItemTable.by })
    .from(panelItemTable)
    .where(
      and(
        eq(panelItemTable.ownerId, ctx.actor.memberId),
        eq(panelItemTable.outcome, "stored"),
        inArray(panelItemTable.emailId, [...ids]),
      ),
    );
  return new Map([
    ...imported.flatMap(({ id, importId }) => (importId ? [[id, "import"] as const] : [])),
    ...handedIn.flatMap(({ id, by }) => (id ? [[id, by] as const] : [])),
  ]);
}
