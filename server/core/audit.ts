import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import type { auditTable } from "./audit.table.ts";
import type { Action } from "./auth/permissions.ts";
import type { Ctx } from "./context.ts";
import type { Tx } from "./db/database.ts";
import type { Changed } from "./db/transaction.ts";
import { toUuid } from "./ids.ts";

/**
 * Writes the audit row of a change, last in its transaction: it locks the organization's head of the chain, so changes of
 * one organization commit in the order of their numbers. One statement; the hash is SHA-256 over the previous hash and the
 * row's fields, one a line.
 */
export async function appendAudit(tx: Tx, ctx: Ctx, action: Action, changed: Changed<unknown>): Promise<void> {
  const { actor } = ctx;
  const after = changed.audit ?? changed.after ?? null;
  const before = changed.before ?? null;
  const recordId = changed.recordId ?? idOf(changed.after);
  const at = ctx.now().toISOString();
  const [beforeHash, afterHash] = [hashOf(before), hashOf(after)];
  const tokenUuid = actor.tokenId && toUuid(actor.tokenId, "tok");
  const covered = coveredBy({
    at,
    actorKind: actor.kind,
    memberUuid: actor.memberUuid,
    tokenUuid,
    action,
    recordId,
    requestId: ctx.requestId,
    beforeHash,
    afterHash,
  });
  await tx.execute(sql`
    with head as materialized (select sequence, hash from audit_heads where org_id = app.org_id() for update),
    link as (select sequence + 1 as sequence, hash as previous, encode(sha256(convert_to(hash || E'\n' || ${covered}::text, 'UTF8')), 'hex') as hash from head),
    moved as (update audit_heads set sequence = link.sequence, hash = link.hash from link where org_id = app.org_id()),
    written as (
      insert into audit_log (sequence, at, actor_kind, member_id, token_id, action, record_id, request_id, before_hash, after_hash, previous_hash, hash)
      select sequence, ${at}::timestamptz, ${actor.kind}, app.member_id(), ${tokenUuid}::uuid, ${action}, ${recordId}, ${ctx.requestId},
        ${beforeHash}, ${afterHash}, previous, hash from link returning sequence)
    insert into audit_payloads (sequence, member_id, private, before, after)
    select sequence, app.member_id(), ${changed.private ?? false}, ${json(before)}::jsonb, ${json(after)}::jsonb from link`);
}

const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));
const hashOf = (value: unknown): string | null =>
  value === null ? null : createHash("sha256").update(JSON.stringify(value)).digest("hex");

function idOf(value: unknown): string | null {
  return typeof value === "object" && value !== null && "id" in value && typeof value.id === "string" ? value.id : null;
}

type Link = typeof auditTable.$inferSelect;

/**
 * Whether these rows, newest first, are the chain that was written: each hash made of its own row and of the one before. Rows of
 * early servers did not cover the token. Which form a row has is told by its hash alone, so none passes for the other.
 */
export const chainIsIntact = (rows: readonly Link[]): boolean =>
  rows.every((row, i) => {
    const older = rows[i + 1];
    if (older && (older.sequence !== row.sequence - 1 || older.hash !== row.previousHash)) return false;
    const fields = {
      ...row,
      memberUuid: toUuid(row.memberId, "mbr"),
      tokenUuid: row.tokenId && toUuid(row.tokenId, "tok"),
    };
    return [coveredBy(fields), coveredWithoutToken(fields)].some(
      (covered) => createHash("sha256").update(`${row.previousHash}\n${covered}`).digest("hex") === row.hash,
    );
  });

type Covered = Pick<Link, "at" | "action" | "recordId" | "requestId" | "beforeHash" | "afterHash"> & {
  actorKind: string;
  memberUuid: string;
  tokenUuid: string | null;
};

const coveredBy = (row: Covered): string => `${coveredWithoutToken(row)}\n${row.tokenUuid ?? ""}`;

const coveredWithoutToken = (row: Covered): string =>
  [
    row.at,
    row.actorKind,
    row.memberUuid,
    row.action,
    row.recordId ?? "",
    row.requestId,
    row.beforeHash ?? "",
    row.afterHash ?? "",
  ].join("\n");
