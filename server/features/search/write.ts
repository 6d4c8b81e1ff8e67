import type { RecordKind } from "@sidenote/contract/search";
import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Ctx } from "../../core/context.ts";
import { chunks } from "../../core/db/chunks.ts";
import type { Tx } from "../../core/db/database.ts";
import { NOBODY } from "../../core/db/scope.ts";
import { storableJson } from "../../core/text/storable.ts";
import type { Passage } from "./passages.ts";
import { passageTable, scopeTable } from "./table.ts";

export type ScopeKind = "mail" | "own" | "organization";

/** A record as it is to be found: its passages, and words that belong to it without being shown (a subject, a sender). */
export type Findable = {
  kind: RecordKind;
  /** As the database keeps it. */
  uuid: string;
  scopeId: number;
  at: string | null;
  title: string;
  passages: Passage[];
};

/** The scope of what a member alone, or everybody, may find. */
export async function scopeId(tx: Tx, ctx: Ctx, kind: ScopeKind): Promise<number> {
  const subject = kind === "organization" ? NOBODY : ctx.actor.memberUuid;
  const mine = and(eq(scopeTable.kind, kind), eq(scopeTable.subject, subject));
  const [found] = await tx.select({ id: scopeTable.id }).from(scopeTable).where(mine);
  if (found) return found.id;
  await tx.insert(scopeTable).values({ kind, subject }).onConflictDoNothing();
  const [made] = await tx.select({ id: scopeTable.id }).from(scopeTable).where(mine);
  return made!.id;
}

const AT_ONCE = 500;

/** Makes these records findable as they are now; of all of `uuids` what was findable before goes. */
export async function writePassages(tx: Tx, uuids: readonly string[], records: readonly Findable[]): Promise<void> {
  const inputs = records.flatMap((record) =>
    record.passages.map(({ start, body }, position) => ({
      scope_id: record.scopeId,
      record_kind: record.kind,
      record_id: record.uuid,
      position,
      start,
      body,
      at: record.at,
      // It counts once.
      title: position === 0 ? record.title : "",
    })),
  );
  const gone = await remove(tx, uuids);
  for (const part of chunks(inputs, AT_ONCE)) await insert(tx, part);
  await noteChanged(tx, [...gone, ...inputs.map((one) => one.scope_id)]);
}

/** Of what is gone every word goes with the next count, too. */
export const deletePassages = async (tx: Tx, uuids: readonly string[]): Promise<void> =>
  noteChanged(tx, await remove(tx, uuids));

/** The scope of each passage that is gone. */
async function remove(tx: Tx, uuids: readonly string[]): Promise<number[]> {
  if (uuids.length === 0) return [];
  const gone = await tx
    .delete(passageTable)
    .where(sql`${passageTable.recordId} = any (${`{${uuids.join(",")}}`}::uuid[])`)
    .returning({ scopeId: passageTable.scopeId });
  return gone.map((one) => one.scopeId);
}

/** Takes the scope of each passage that was written or is gone; in one order, so that two jobs wait for each other in turn. */
async function noteChanged(tx: Tx, scopes: readonly number[]): Promise<void> {
  const byScope = new Map<number, number>();
  for (const id of scopes) byScope.set(id, (byScope.get(id) ?? 0) + 1);
  for (const [id, count] of [...byScope].sort(([a], [b]) => a - b))
    await tx
      .update(scopeTable)
      .set({ changed: sql`${scopeTable.changed} + ${count}` })
      .where(eq(scopeTable.id, id));
}

type Input = {
  scope_id: number;
  record_kind: RecordKind;
  record_id: string;
  position: number;
  start: number;
  body: string;
  at: string | null;
  title: string;
};

/**
 * Passages, and what they are matched by. Each lexeme is written as `scope:lexeme`: the text form of a tsvector puts every
 * lexeme in quotes after a space, and a lexeme has no space of its own, so one replacement reaches them all, twice as fast as
 * taking the vector apart. A passage is as long as its lexemes have places: in the text form each but a lexeme's first is
 * behind a comma, and `strip` leaves only the lexemes' own commas. `offset 0` keeps the words from being looked for anew at
 * each mention.
 */
const insert = (tx: Tx, inputs: readonly Input[]) =>
  tx.execute(
    sql`with input as (
          select * from json_to_recordset(${storableJson(inputs)}::json)
          as x(scope_id integer, record_kind text, record_id uuid, position integer, start integer, body text, at timestamptz, title text)),
        passage as (
          insert into search_passages (org_id, scope_id, record_kind, record_id, position, start, body, at)
          select (select app.org_id()), scope_id, record_kind, record_id, position, start, body, at from input
          returning id, scope_id, record_id, position)
        insert into search_index (org_id, passage_id, scope_id, length, lexemes)
        select (select app.org_id()), id, scope_id, length(found) + ${commasIn(sql`words`)} - ${commasIn(sql`strip(found)::text`)},
          replace(words, ' ''', ' ''' || scope_id || ':')::tsvector
        from (
          select id, scope_id, found, ' ' || found::text as words from (
            select passage.id, passage.scope_id, to_tsvector('app.words', input.title || e'\n' || input.body) as found
            from passage join input using (record_id, position) offset 0) f offset 0) g`,
  );

const commasIn = (text: SQL) => sql`(length(${text}) - length(replace(${text}, ',', '')))`;
