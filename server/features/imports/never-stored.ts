import type { capture } from "@sidenote/contract/capture";
import type { OutputOf } from "@sidenote/contract/endpoint";
import type { FileId, ImportId } from "@sidenote/contract/ids";
import { and, asc, eq, gt, inArray, isNotNull, or, sql } from "drizzle-orm";
import type { Ctx } from "../../core/context.ts";
import { rows, type Tx } from "../../core/db/database.ts";
import { change, read } from "../../core/db/transaction.ts";
import { fileBeginnings, fileTable } from "../../core/files/index.ts";
import { fromUuid, toUuid } from "../../core/ids.ts";
import { policyIn } from "../capture/index.ts";
import { forgetMails, judgeHeaders, lockMailbox, neverStored } from "../emails/index.ts";
import { lockImports } from "./hand-on.ts";
import { unwanted } from "./outcome.ts";
import { discardUnread, unreadImports } from "./stop.ts";
import { importItemTable } from "./table.ts";

/** Each go is one transaction, as long as one request may take. */
const AT_ONCE = 500;
/** So many messages that were set aside are opened at once, each up to a megabyte. */
const OPENED_AT_ONCE = 16;

/** What was stored, or set aside, before somebody on it was put on the never-store list. */
export const countNeverStored = async (ctx: Ctx): Promise<OutputOf<typeof capture.stored>> => ({
  mails: (await neverStored(ctx)).length + (await neverKept(ctx)).length,
  unread: (await read(ctx, unreadIn)).length,
});

/** Imports of which nobody has read who is in what arrived; none where the list is empty. */
const unreadIn = async (tx: Tx) => ((await policyIn(tx)).neverStore.length > 0 ? unreadImports(tx) : []);

/** Nothing brings it back as long as the list stands: it needs no remembering. */
export async function forgetNeverStored(ctx: Ctx): Promise<OutputOf<typeof capture.forgetStored>> {
  const stored = await neverStored(ctx);
  const kept = await neverKept(ctx);
  const ids = stored.slice(0, AT_ONCE);
  const messages = kept.slice(0, AT_ONCE - ids.length);
  return change(ctx, "email.forget", async (tx, inside) => {
    await lockImports(tx);
    await lockMailbox(tx, ctx);
    await discardUnread(inside, await unreadIn(tx));
    const forgotten = await forgetMails(tx, ctx, ids);
    const of = await dropKept(tx, messages);
    const mails = forgotten.emailIds.length + of.length;
    const progress = [...new Set(of)].map((importId) => ({ type: "import.progress" as const, payload: { importId } }));
    return {
      after: { mails, left: stored.length + kept.length - ids.length - messages.length, undoable: false as const },
      audit: { mails },
      // How many there were of those on it tells of the list.
      private: true,
      events: [...forgotten.events, ...progress],
    };
  });
}

type Kept = { importId: ImportId; item: number; fileId: FileId } & Pick<ReturnType<typeof unwanted>, "reason" | "rule">;

/** The messages that were set aside and would not be today, for whom their header names. */
async function neverKept(ctx: Ctx): Promise<Kept[]> {
  const found: Kept[] = [];
  const { neverStore } = await read(ctx, policyIn);
  if (neverStore.length === 0) return found;
  const { importId, item, fileId, outcome } = importItemTable;
  let last: Pick<Kept, "importId" | "item"> | undefined;
  do {
    const after = last && or(gt(importId, last.importId), and(eq(importId, last.importId), gt(item, last.item)));
    last = await read(ctx, async (tx) => {
      const portion = await tx
        .select({ importId, item, fileId: fileTable.id, hash: fileTable.hash })
        .from(importItemTable)
        .innerJoin(fileTable, and(eq(fileTable.orgId, importItemTable.orgId), eq(fileTable.id, fileId)))
        .where(and(eq(outcome, "set_aside"), isNotNull(fileId), after))
        .orderBy(asc(importId), asc(item))
        .limit(OPENED_AT_ONCE);
      const beginnings = await fileBeginnings(
        tx,
        ctx,
        portion.map(({ hash }) => hash),
      );
      const decisions = await judgeHeaders(
        tx,
        ctx,
        portion.map(({ hash }) => beginnings.get(hash) ?? new Uint8Array()),
      );
      for (const [i, { hash, ...one }] of portion.entries()) {
        const decision = decisions[i]!;
        if (decision.reason === "never_store") found.push({ ...one, ...unwanted(decision) });
      }
      return portion.length < OPENED_AT_ONCE ? undefined : portion.at(-1);
    });
  } while (last);
  return found;
}

/** Their bytes go, and their imports say why, as if they had come today. Returns of which import each was that was still there. */
async function dropKept(tx: Tx, messages: readonly Kept[]): Promise<ImportId[]> {
  if (messages.length === 0) return [];
  const ids = messages.map((one) => one.fileId);
  await tx.delete(fileTable).where(inArray(fileTable.id, ids));
  const given = messages.map(({ importId, ...one }) => ({ ...one, import: toUuid(importId, "imp") }));
  const dropped = await rows<{ import: string }>(
    tx,
    sql`with dropped as (
          update import_items i set outcome = 'not_wanted', reason = g.reason, rule = g.rule, file_id = null
          from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) g (import uuid, item int, reason text, rule text)
          where i.import_id = g.import and i.item = g.item and i.outcome = 'set_aside'
          returning i.org_id, i.import_id),
        sums as (select org_id, import_id, count(*)::int as messages from dropped group by 1, 2),
        counts as (
          update imports m set counts = m.counts || jsonb_build_object(
            'setAside', (m.counts ->> 'setAside')::int - s.messages, 'notWanted', (m.counts ->> 'notWanted')::int + s.messages)
          from sums s where m.org_id = s.org_id and m.id = s.import_id)
        select import_id::text as import from dropped`,
  );
  return dropped.map((row) => fromUuid(row.import, "imp"));
}
