import type { EmailId } from "@sidenote/contract/ids";
import { and, asc, eq, gt, inArray, sql } from "drizzle-orm";
import type { Ctx } from "../../core/context.ts";
import type { Tx } from "../../core/db/database.ts";
import { read } from "../../core/db/transaction.ts";
import { addressesIn } from "../../core/mail/header.ts";
import { besideIn } from "../../core/mail/parse.ts";
import { forbiddenAmong, policyIn } from "../capture/index.ts";
import { ownAddresses } from "../organizations/index.ts";
import { emailTable, participantTable } from "./table.ts";

/** So many headers are read at once: what else is asked meanwhile waits for no more of them. */
const HEADERS_AT_ONCE = 2000;

type Mail = { id: EmailId; at: string };
type Forbidden = (addresses: readonly string[]) => string[];

/** The member's mails that the list would refuse today, the newest first. */
export async function neverStored(ctx: Ctx): Promise<EmailId[]> {
  const found = await read(ctx, async (tx) => {
    const { neverStore } = await policyIn(tx);
    if (neverStore.length === 0) return null;
    const own = new Set(await ownAddresses(tx, ctx));
    const forbidden: Forbidden = (addresses) => forbiddenAmong(addresses, neverStore, own);
    return { forbidden, mails: await withThem(tx, ctx, forbidden) };
  });
  if (!found) return [];
  const mails = [...found.mails, ...(await besideThem(ctx, found.forbidden))];
  return [...new Map(mails.map(({ id, at }) => [id, at]))]
    .sort(([a, atA], [b, atB]) => atB.localeCompare(atA) || b.localeCompare(a))
    .map(([id]) => id);
}

/** Those that they are on. */
async function withThem(tx: Tx, ctx: Ctx, forbidden: Forbidden): Promise<Mail[]> {
  const { address, emailId, ownerId, at } = participantTable;
  const mine = eq(ownerId, ctx.actor.memberId);
  const there = await tx.selectDistinct({ address }).from(participantTable).where(mine);
  const them = forbidden(there.map((one) => one.address));
  // One list of any length: as parameters it could be too many.
  const isThem = sql`${address} in (select jsonb_array_elements_text(${JSON.stringify(them)}::jsonb))`;
  return tx.selectDistinct({ id: emailId, at }).from(participantTable).where(and(mine, isThem));
}

/** A line of a header block, with those that it goes on in. */
const BESIDE = "(?in)^(?:sender|reply-to):(.*(?:\\n[ \\t].*)*)";

/** Those that they sent in another's name, or whose answers go to them, which only the header block tells. */
async function besideThem(ctx: Ctx, forbidden: Forbidden): Promise<Mail[]> {
  const found: Mail[] = [];
  let last: EmailId | undefined;
  do {
    const after = last;
    last = await read(ctx, async (tx) => {
      const portion = tx
        .select({ id: emailTable.id, at: emailTable.at, headers: emailTable.headers })
        .from(emailTable)
        .where(and(eq(emailTable.ownerId, ctx.actor.memberId), after && gt(emailTable.id, after)))
        .orderBy(asc(emailTable.id))
        .limit(HEADERS_AT_ONCE)
        .as("portion");
      const lines = sql<string>`(select string_agg(line[1], ',') from regexp_matches(${portion.headers}, ${BESIDE}, 'g') line)`;
      const mails = await tx
        .select({ id: portion.id, at: portion.at, lines: lines.as("lines") })
        .from(portion)
        .orderBy(asc(portion.id));
      const named = mails.filter((mail) => forbidden(addressesIn(mail.lines ?? "")).length > 0);
      const beside = await whoIsBeside(
        tx,
        named.map((mail) => mail.id),
      );
      found.push(...named.filter(({ id }) => forbidden(beside.get(id) ?? []).length > 0));
      return mails.length < HEADERS_AT_ONCE ? undefined : mails.at(-1)?.id;
    });
  } while (last);
  return found;
}

/** As it was read when the mail was stored: an address in a name is nobody's. */
async function whoIsBeside(tx: Tx, ids: readonly EmailId[]): Promise<Map<EmailId, string[]>> {
  if (ids.length === 0) return new Map();
  const mails = await tx
    .select({ id: emailTable.id, headers: emailTable.headers })
    .from(emailTable)
    .where(inArray(emailTable.id, [...ids]));
  return new Map(await Promise.all(mails.map(async ({ id, headers }) => [id, await besideIn(headers ?? "")] as const)));
}
