import { sql } from "drizzle-orm";
import type { App } from "../../context.ts";
import { AppError } from "../../errors.ts";
import { outboxTable } from "../../events/outbox.table.ts";
import { rows, type Tx } from "../database.ts";
import { parseHeader } from "./backup-header.ts";
import { everything, rowsAtOnce, tablesInOrder } from "./backup-tables.ts";
import { opensMark, rememberMark } from "./secret-check.ts";

type Restored = { rows: number; createdAt: string; sameSecret: boolean };

/** Replaces everything that is here by a backup, in one transaction: it is all there afterwards, or nothing has changed. */
export async function restoreBackup(
  app: App,
  lines: AsyncIterable<string>,
  eventOf: (job: string) => string | undefined,
): Promise<Restored> {
  const iterator = lines[Symbol.asyncIterator]();
  const first = await iterator.next();
  const head = parseHeader(first.done ? "" : first.value);
  let count = 0;
  await everything(app, "", async (tx) => {
    const tables = await tablesInOrder(tx);
    for (const table of [...tables].reverse()) await tx.execute(sql.raw(`delete from ${table}`));
    for await (const batch of inBatches(iterator)) {
      count += batch.rows.length;
      if (batch.table === "pending") await writePending(tx, batch.rows, eventOf);
      else if (tables.includes(batch.table)) await insertRows(tx, batch.table, batch.rows);
      else throw new AppError("invalid", `The backup has a table that is not known here: ${batch.table}`);
    }
    for (const table of tables) await moveSequences(tx, table);
  });
  await rememberMark(app.db.drizzle, head.seal);
  return { rows: count, createdAt: head.createdAt, sameSecret: opensMark(app.seal, head.seal) };
}

type Batch = { table: string; rows: object[] };

async function* inBatches(lines: AsyncIterator<string>): AsyncGenerator<Batch> {
  let batch: Batch = { table: "", rows: [] };
  for (;;) {
    const { value, done } = await lines.next();
    if (done) break;
    if (value.trim() === "") continue;
    let parsed: { table: string; row: object };
    try {
      parsed = JSON.parse(value) as typeof parsed;
    } catch {
      throw new AppError("invalid", "The backup is damaged: it ends in the middle of a row");
    }
    if (parsed.table !== batch.table || batch.rows.length >= rowsAtOnce(parsed.table)) {
      if (batch.rows.length > 0) yield batch;
      batch = { table: parsed.table, rows: [] };
    }
    batch.rows.push(parsed.row);
  }
  if (batch.rows.length > 0) yield batch;
}

async function insertRows(tx: Tx, table: string, batch: object[]): Promise<void> {
  const columns = await rows<{ name: string }>(
    tx,
    sql`select quote_ident(attname) as name from pg_attribute where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
  );
  const list = columns.map((column) => column.name).join(", ");
  await tx.execute(
    sql`insert into ${sql.raw(table)} (${sql.raw(list)}) select ${sql.raw(list)} from jsonb_populate_recordset(null::${sql.raw(table)}, ${JSON.stringify(batch)}::jsonb)`,
  );
}

type Pending = { job: string; organizationId: string; memberId: string; requestId: string; payload: object };

async function writePending(tx: Tx, pending: object[], eventOf: (job: string) => string | undefined): Promise<void> {
  for (const one of pending as Pending[]) {
    const type = eventOf(one.job);
    if (!type) continue;
    await tx.insert(outboxTable).values({
      type,
      payload: one.payload,
      requestId: one.requestId,
      orgId: one.organizationId as `org_${string}`,
      memberId: one.memberId as `mbr_${string}`,
    });
  }
}

async function moveSequences(tx: Tx, table: string): Promise<void> {
  const owned = await rows<{ column: string; sequence: string }>(
    tx,
    sql`select quote_ident(attname) as column, pg_get_serial_sequence(${table}, attname) as sequence from pg_attribute
        where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and pg_get_serial_sequence(${table}, attname) is not null`,
  );
  for (const { column, sequence } of owned) {
    await tx.execute(
      sql.raw(`select setval('${sequence}', (select coalesce(max(${column}), 0) + 1 from ${table}), false)`),
    );
  }
}
