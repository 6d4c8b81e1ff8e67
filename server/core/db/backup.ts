import { sql } from "drizzle-orm";
import { readMigrationFiles } from "drizzle-orm/migrator";
import type { App } from "../context.ts";
import { AppError } from "../errors.ts";
import { outboxTable } from "../events/outbox.table.ts";
import { VERSION } from "../version.ts";
import { rows, type Tx } from "./database.ts";
import { migrationsFolder } from "./migrate.ts";

/** The first line of a backup. What follows is one line a row: `{ "table": …, "row": … }`, in an order that can be inserted. */
type Header = {
  sidenote: "backup";
  version: string;
  /** How many migrations the tables have seen. */
  migrations: number;
  createdAt: string;
  /** Something sealed, by which a restore tells whether the secret is the same. */
  seal: string;
};

const SEAL_PURPOSE = "backup check";
/** Browser sessions and sign-in links are for one server; the queue makes itself. */
const LEFT_OUT = ["auth.session", "auth.verification"];
/** Rows read at once: files are in parts of a megabyte. */
const ROWS_AT_ONCE = 200;
const WIDE_ROWS_AT_ONCE = 4;
const WIDE = new Set(["public.blob_parts", "public.import_parts"]);

/**
 * Everything that every organization has, from one moment, a line at a time. The secret key is not in it. `write` should be
 * quick (a file on this machine): the transaction stays open meanwhile, and PGlite has only one.
 */
export const writeBackup = (app: App, write: (line: string) => Promise<void>): Promise<void> =>
  everything(app, "isolation level repeatable read", async (tx) => {
    const put = (line: string) => write(`${line}\n`);
    await put(JSON.stringify(header(app)));
    for (const table of await tablesInOrder(tx)) await readTable(tx, table, put);
    for (const row of await unfinishedJobs(tx)) await put(JSON.stringify({ table: "pending", row }));
  });

const header = (app: App): Header => ({
  sidenote: "backup",
  version: VERSION,
  migrations: readMigrationFiles({ migrationsFolder }).length,
  createdAt: app.now().toISOString(),
  seal: Buffer.from(app.seal.seal(SEAL_PURPOSE, Buffer.from(SEAL_PURPOSE))).toString("base64"),
});

async function readTable(tx: Tx, table: string, put: (line: string) => Promise<void>): Promise<void> {
  const atOnce = WIDE.has(table) ? WIDE_ROWS_AT_ONCE : ROWS_AT_ONCE;
  await tx.execute(
    sql.raw(
      `declare backup_rows cursor for select to_jsonb(t)::text as row from ${table} t ${firstWhatIsPointedAt(table)}`,
    ),
  );
  for (;;) {
    const portion = await rows<{ row: string }>(tx, sql.raw(`fetch ${atOnce} from backup_rows`));
    for (const { row } of portion) await put(`{"table":${JSON.stringify(table)},"row":${row}}`);
    if (portion.length < atOnce) break;
  }
  await tx.execute(sql`close backup_rows`);
}

/** A person or a company may be part of another of the same table, and that one of a third. */
const firstWhatIsPointedAt = (table: string): string =>
  /^public\.(contacts|companies)$/.test(table)
    ? `order by case when t.joined_to is null then 0 else (
        with recursive above as (
          select t.joined_to as id
          union select k.joined_to from ${table} k join above on k.org_id = t.org_id and k.id = above.id
        ) select count(above.id) from above) end`
    : "";

/** What was handed to the queue and is not done goes back into the outbox when it is restored. */
async function unfinishedJobs(tx: Tx): Promise<object[]> {
  await tx.execute(sql`reset role`);
  const [present] = await rows<{ found: string | null }>(tx, sql`select to_regclass('pgboss.job')::text as found`);
  const found = present?.found
    ? await rows<{ name: string; data: object }>(
        tx,
        sql`select name, data from pgboss.job where state in ('created', 'retry', 'active') and data ? 'organizationId'`,
      )
    : [];
  return found.map(({ name, data }) => ({ job: name, ...data }));
}

export type Restored = { rows: number; createdAt: string; sameSecret: boolean };

/** Replaces everything that is here by a backup, in one transaction: it is all there afterwards, or nothing has changed. */
export async function readBackup(
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
  return { rows: count, createdAt: head.createdAt, sameSecret: opens(app, head) };
}

function parseHeader(line: string): Header {
  let head: Partial<Header>;
  try {
    head = JSON.parse(line) as Partial<Header>;
  } catch {
    head = {};
  }
  if (head.sidenote !== "backup" || !head.createdAt || !head.seal)
    throw new AppError("invalid", "This file is not a backup of Sidenote");
  const known = readMigrationFiles({ migrationsFolder }).length;
  if (head.migrations !== known) {
    throw new AppError(
      "invalid",
      `This backup was made by version ${head.version} with other tables. Restore it with that version, then update`,
    );
  }
  return head as Header;
}

function opens(app: App, head: Header): boolean {
  try {
    app.seal.open(SEAL_PURPOSE, Buffer.from(head.seal, "base64"));
    return true;
  } catch {
    return false;
  }
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
    const limit = WIDE.has(parsed.table) ? WIDE_ROWS_AT_ONCE : ROWS_AT_ONCE;
    if (parsed.table !== batch.table || batch.rows.length >= limit) {
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

/** Every table with rows of ours, those that are pointed at before those that point. */
async function tablesInOrder(tx: Tx): Promise<string[]> {
  const tables = await rows<{ name: string }>(
    tx,
    sql`select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind = 'r' and n.nspname in ('public', 'auth') order by 1`,
  );
  const links = await rows<{ from: string; to: string }>(
    tx,
    sql`select conrelid::regclass::text as from, confrelid::regclass::text as to from pg_constraint where contype = 'f' and conrelid <> confrelid`,
  );
  const qualified = (name: string) => (name.includes(".") ? name : `public.${name}`).replaceAll('"', "");
  const waiting = new Set(tables.map((table) => table.name).filter((name) => !LEFT_OUT.includes(name)));
  const ordered: string[] = [];
  while (waiting.size > 0) {
    const ready = [...waiting].filter((name) =>
      links.every(({ from, to }) => qualified(from) !== name || !waiting.has(qualified(to))),
    );
    if (ready.length === 0) throw new Error("tables that point at each other cannot be put in order");
    for (const name of ready) {
      waiting.delete(name);
      ordered.push(name);
    }
  }
  return ordered;
}

/** The one place that sees every row of every organization: as `app_backup`, for the person at this machine. */
const everything = <T>(app: App, mode: string, run: (tx: Tx) => Promise<T>): Promise<T> =>
  app.db.drizzle.transaction(async (tx) => {
    if (mode) await tx.execute(sql.raw(`set transaction ${mode}`));
    await tx.execute(sql`select set_config('role', 'app_backup', true)`);
    return run(tx as unknown as Tx);
  });
