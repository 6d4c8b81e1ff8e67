import path from "node:path";
import { sql } from "drizzle-orm";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { migrate as migratePglite } from "drizzle-orm/pglite/migrator";
import { drizzle as drizzlePostgres } from "drizzle-orm/postgres-js";
import { migrate as migratePostgres } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { AppError } from "../errors.ts";
import { type Database, type Drizzle, rows } from "./database.ts";

export const migrationsFolder = path.join(import.meta.dirname, "migrations");
const LOCK = 7_236_001;

/** Brings the tables up to this version, as their owner. Several processes that start at once take turns. */
export async function migrate(db: Database): Promise<void> {
  if ("pglite" in db.queue) {
    await refuseNewer(db.drizzle);
    await migratePglite(db.drizzle as never, { migrationsFolder });
    await secure(db.drizzle);
    return;
  }
  const client = postgres(db.queue.url, { max: 1, onnotice: () => {} });
  const own = drizzlePostgres(client) as unknown as Drizzle;
  try {
    await client`select pg_advisory_lock(${LOCK})`;
    await refuseNewer(own);
    await migratePostgres(own as never, { migrationsFolder });
    await secure(own);
  } finally {
    await client.end();
  }
}

/** A database that a newer Sidenote has changed is left alone: this one would not know what it overwrites. */
async function refuseNewer(db: Drizzle): Promise<void> {
  const [present] = await rows<{ found: string | null }>(
    db,
    sql`select to_regclass('drizzle.__drizzle_migrations')::text as found`,
  );
  if (!present?.found) return;
  const known = new Set(readMigrationFiles({ migrationsFolder }).map((migration) => migration.hash));
  const applied = await rows<{ hash: string }>(db, sql`select hash from drizzle.__drizzle_migrations`);
  if (applied.some(({ hash }) => !known.has(hash))) {
    throw new AppError(
      "unavailable",
      "This data was used by a newer version of Sidenote. Update Sidenote, or restore a backup made with this version",
    );
  }
}

/**
 * Forces row security on every table of the public schema and grants the roles what they need. Done after every migration,
 * so that no new table can be forgotten; a table without a policy of its own is then closed, not open.
 */
async function secure(db: Drizzle): Promise<void> {
  const open = await rows<{ name: string }>(
    db,
    sql`select quote_ident(relname) as name from pg_class c
        where relnamespace = 'public'::regnamespace and relkind = 'r' and pg_get_userbyid(relowner) = current_user
        and not (relrowsecurity and relforcerowsecurity and exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polname = 'backup'))`,
  );
  if (open.length === 0) return;
  for (const { name } of open) {
    await db.execute(sql.raw(`alter table public.${name} enable row level security, force row level security`));
    await db.execute(sql.raw(`create policy backup on public.${name} to app_backup using (true) with check (true)`));
  }
  for (const statement of GRANTS) await db.execute(sql.raw(statement));
}

const GRANTS = [
  "grant usage on schema public, app to app_user, app_system, app_backup",
  "grant select, insert, update, delete on all tables in schema public to app_user, app_system, app_backup",
  "grant usage on all sequences in schema public to app_user, app_system, app_backup",
  "grant update on all sequences in schema public to app_backup",
  "revoke all on schema auth from public",
  "grant usage on schema auth to auth_user, app_backup",
  "grant select, insert, update, delete on all tables in schema auth to auth_user, app_backup",
];
