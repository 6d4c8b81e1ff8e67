import type { emails, OnScreen, ScreenState } from "@sidenote/contract/emails";
import type { InputOf } from "@sidenote/contract/endpoint";
import type { EmailId } from "@sidenote/contract/ids";
import { and, eq, inArray } from "drizzle-orm";
import type { Ctx } from "../../core/context.ts";
import type { Tx } from "../../core/db/database.ts";
import { read } from "../../core/db/transaction.ts";
import { type IncomingMail, incomingFromScreen } from "../../core/mail/incoming.ts";
import { judge } from "../capture/index.ts";
import { handed } from "./handed.ts";
import { KnownMails } from "./known-mails.ts";
import { emailTable, panelItemTable } from "./table.ts";

/** What is stored of each mail on screen, by what, or why not; and what the policy would do with it now. Writes nothing. */
export const screenStates = (ctx: Ctx, { messages }: InputOf<typeof emails.screen>) =>
  read(ctx, async (tx) => {
    const mails = messages.map((message) => incomingFromScreen(whole(ctx, message)));
    const decisions = await judge(tx, ctx, await handed(tx, ctx, mails), "policy");
    const stored = await storedOf(tx, ctx, messages, mails);
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
  mails: readonly IncomingMail[],
): Promise<Map<string, EmailId>> {
  const known = await KnownMails.of(tx, ctx, mails);
  const found = new Map<string, EmailId>();
  for (const [i, { sourceId, text, at }] of messages.entries()) {
    const mail = mails[i]!;
    const id = text !== undefined && at !== undefined ? known.find(mail) : known.named(mail);
    if (!id) continue;
    known.remember(id, mail);
    found.set(sourceId, id);
  }
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
