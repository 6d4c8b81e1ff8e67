import type { RecordKind } from "@sidenote/contract/search";
import { and, eq, sql } from "drizzle-orm";
import type { Ctx } from "../../core/context.ts";
import { chunks } from "../../core/db/chunks.ts";
import { rows, type Tx } from "../../core/db/database.ts";
import { NOBODY } from "../../core/db/scope.ts";
import { LEXICAL_MODEL, LEXICAL_SIZE, lexicalVector } from "./lexical.ts";
import type { Passage } from "./passages.ts";
import { embeddingTable, passageTable, scopeTable } from "./table.ts";

export type ScopeKind = (typeof scopeTable.$inferSelect)["kind"];

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

/** Makes these records findable as they are now; what was findable of them before is replaced. */
export async function writePassages(tx: Tx, records: readonly Findable[]): Promise<void> {
  if (records.length === 0) return;
  await deletePassages(
    tx,
    records.map((record) => record.uuid),
  );
  const inputs = records.flatMap((record) =>
    record.passages.map(({ start, body }, position) => ({
      scope_id: record.scopeId,
      record_kind: record.kind,
      record_id: record.uuid,
      position,
      start,
      body,
      at: record.at,
      // The title counts once, with the first passage.
      words: position === 0 ? `${record.title}\n${body}` : body,
    })),
  );
  for (const part of chunks(inputs, AT_ONCE)) await embed(tx, part, await insert(tx, part));
  const byScope = new Map<number, number>();
  for (const { scope_id } of inputs) byScope.set(scope_id, (byScope.get(scope_id) ?? 0) + 1);
  for (const [id, count] of byScope)
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
  words: string;
};
type Written = { id: number; record_id: string; position: number };

const insert = (tx: Tx, inputs: readonly Input[]): Promise<Written[]> =>
  rows<Written>(
    tx,
    sql`with input as (
          select * from jsonb_to_recordset(${JSON.stringify(inputs)}::jsonb)
          as x(scope_id integer, record_kind text, record_id uuid, position integer, start integer, body text, at timestamptz, words text)),
        passage as (
          insert into search_passages (scope_id, record_kind, record_id, position, start, body, at)
          select scope_id, record_kind, record_id, position, start, body, at from input
          returning id, scope_id, record_id, position),
        indexed as (
          insert into search_index (passage_id, scope_id, length, lexemes)
          select passage.id, passage.scope_id, l.length, l.lexemes
          from passage join input using (record_id, position), app.scoped_lexemes(passage.scope_id, input.words) l)
        select id::integer as id, record_id::text as record_id, position from passage`,
  );

async function embed(tx: Tx, inputs: readonly Input[], written: readonly Written[]): Promise<void> {
  const idOf = new Map(written.map(({ id, record_id, position }) => [`${record_id} ${position}`, id]));
  const vectors = inputs.flatMap(({ record_id, position, scope_id, body }) => {
    const values = lexicalVector(body);
    const passageId = idOf.get(`${record_id} ${position}`);
    return values.size > 0 && passageId !== undefined
      ? [{ passageId, scopeId: scope_id, model: LEXICAL_MODEL, sparse: { size: LEXICAL_SIZE, values } }]
      : [];
  });
  if (vectors.length > 0) await tx.insert(embeddingTable).values(vectors);
}

export async function deletePassages(tx: Tx, uuids: readonly string[]): Promise<void> {
  for (const part of chunks(uuids)) {
    const ids = sql.join(
      part.map((uuid) => sql`${uuid}::uuid`),
      sql`, `,
    );
    await tx.delete(passageTable).where(sql`${passageTable.recordId} in (${ids})`);
  }
}
