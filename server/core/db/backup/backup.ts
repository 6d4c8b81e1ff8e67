import { once } from "node:events";
import { open } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { sql } from "drizzle-orm";
import type { App } from "../../context.ts";
import { rows, type Tx } from "../database.ts";
import { diskFull } from "../room.ts";
import { headerOf } from "./backup-header.ts";
import { everything, rowsAtOnce, tablesInOrder } from "./backup-tables.ts";

/** Writes a backup into a file that only its owner can read. Whoever named the file removes one that was not finished. */
export async function backupTo(app: App, file: string): Promise<void> {
  const handle = await open(file, "w", 0o600);
  const gzip = createGzip();
  const written = pipeline(gzip, handle.createWriteStream());
  // It is awaited below, with its error; until then it must not count as an unhandled rejection.
  written.catch(() => {});
  try {
    await writeBackup(app, async (line) => {
      if (!gzip.write(line)) await Promise.race([once(gzip, "drain"), written]);
    });
    gzip.end();
    await written;
  } catch (error) {
    gzip.destroy();
    await written.catch(() => {});
    throw isFull(error) ? diskFull(error) : error;
  }
}

const isFull = (error: unknown): boolean =>
  error instanceof Error && "code" in error && (error.code === "ENOSPC" || error.code === "EDQUOT");

/**
 * Everything that every organization has, from one moment, a line at a time. The secret key is not in it. `write` should be
 * quick (a file on this machine): the transaction stays open meanwhile, and PGlite has only one.
 */
export const writeBackup = (app: App, write: (line: string) => Promise<void>): Promise<void> =>
  everything(app, "isolation level repeatable read", async (tx) => {
    const put = (line: string) => write(`${line}\n`);
    await put(JSON.stringify(headerOf(app)));
    for (const table of await tablesInOrder(tx)) await readTable(tx, table, put);
    for (const row of await unfinishedJobs(tx)) await put(JSON.stringify({ table: "pending", row }));
  });

async function readTable(tx: Tx, table: string, put: (line: string) => Promise<void>): Promise<void> {
  const atOnce = rowsAtOnce(table);
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
