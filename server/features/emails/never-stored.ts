import type { EmailId } from "@sidenote/contract/ids";
import { and, eq, isNotNull, type SQL, sql } from "drizzle-orm";
import type { Ctx } from "../../core/context.ts";
import { rows, type Tx } from "../../core/db/database.ts";
import { read } from "../../core/db/transaction.ts";
import { forbiddenAmong, policyIn } from "../capture/index.ts";
import { ownAddresses } from "../organizations/index.ts";
import { emailTable, participantTable } from "./table.ts";

type Mail = { id: EmailId; at: string };
type Forbidden = (addresses: readonly string[]) => string[];

/** The member's mails that the list would refuse today, the newest first. */
export const neverStored = (ctx: Ctx): Promise<EmailId[]> =>
  read(ctx, async (tx) => {
    const { neverStore } = await policyIn(tx);
    if (neverStore.length === 0) return [];
    const own = new Set(await ownAddresses(tx, ctx));
    const forbidden: Forbidden = (addresses) => forbiddenAmong(addresses, neverStore, own);
    const found = [...(await withThem(tx, ctx, forbidden)), ...(await besideThem(tx, ctx, forbidden))];
    return [...new Map(found.map(({ id, at }) => [id, at]))]
      .sort(([a, atA], [b, atB]) => atB.localeCompare(atA) || b.localeCompare(a))
      .map(([id]) => id);
  });

/** Those that they are on. */
async function withThem(tx: Tx, ctx: Ctx, forbidden: Forbidden): Promise<Mail[]> {
  const { address, emailId, ownerId, at } = participantTable;
  const mine = eq(ownerId, ctx.actor.memberId);
  // From each address to the next one in the index: somebody is on thousands of mails.
  const next = (after: SQL) =>
    sql`(select address from email_participants p where owner_id = app.member_id() and ${after} order by address limit 1)`;
  const there = await rows<{ address: string }>(
    tx,
    sql`with recursive there as (
          ${next(sql`true`)}
          union all select ${next(sql`p.address > there.address`)} from there where address is not null)
        select address from there where address is not null`,
  );
  const them = forbidden(there.map((one) => one.address));
  return tx
    .selectDistinct({ id: emailId, at })
    .from(participantTable)
    .where(and(mine, sql`${address} in (select jsonb_array_elements_text(${JSON.stringify(them)}::jsonb))`));
}

/** Those that they sent in another's name, or whose answers go to them. */
async function besideThem(tx: Tx, ctx: Ctx, forbidden: Forbidden): Promise<Mail[]> {
  const { id, at, beside, ownerId } = emailTable;
  const mine = and(eq(ownerId, ctx.actor.memberId), isNotNull(beside));
  const there = await tx
    .selectDistinct({ address: sql<string>`jsonb_array_elements_text(${beside})` })
    .from(emailTable)
    .where(mine);
  const them = forbidden(there.map((one) => one.address));
  if (them.length === 0) return [];
  const isThem = sql`exists (select from jsonb_array_elements_text(${JSON.stringify(them)}::jsonb) they where ${beside} ? they)`;
  return tx.select({ id, at }).from(emailTable).where(and(mine, isThem));
}
