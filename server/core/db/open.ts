import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import postgres from "postgres";
import type { Config } from "../config.ts";
import { AppError } from "../errors.ts";
import type { Seal } from "../files/seal.ts";
import { checkSecret } from "./backup/secret-check.ts";
import { type Database, openPglite, openPostgres } from "./database.ts";
import { canConnect, initDatabase } from "./init.ts";
import { migrate } from "./migrate.ts";
import { openFailure, prepareFolder } from "./pglite/folder.ts";
import { lockDataFolder } from "./pglite/lock.ts";
import { hasRoomIn } from "./room.ts";

/** The database of these settings, ready to use: PGlite in the data folder (under its lock), or PostgreSQL. */
export async function openDatabase(config: Config, seal: Seal, now: Date, acceptSecret = false): Promise<Database> {
  const ready = (db: Database) => prepared(db, seal, acceptSecret);
  if (config.databaseUrl) {
    const db = await openPostgres(await ownerUrl(config, seal, config.databaseUrl));
    return ready(db);
  }
  const lock = lockDataFolder(config.dataDir, now);
  try {
    const { folder, finished } = prepareFolder(config.dataDir);
    const db = await openPglite({ dataDir: folder }).catch((cause: unknown) => {
      throw openFailure(folder, cause);
    });
    const close = async () => {
      try {
        await db.close();
      } finally {
        lock.release();
      }
    };
    const opened = await ready({ ...db, close, hasRoom: () => hasRoomIn(folder) });
    finished();
    return opened;
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function prepared(db: Database, seal: Seal, acceptSecret: boolean): Promise<Database> {
  try {
    await migrate(db);
    await checkSecret(db, seal, acceptSecret);
    return db;
  } catch (error) {
    await db.close();
    throw error;
  }
}

const ownerUrlFile = (config: Config) => path.join(config.dataDir, "database.url");

/**
 * The URL to work with. A superuser's is never worked with, because row security does not exist for one: on this machine it is
 * used once to make the owner, whose URL is kept in the data folder; elsewhere it is refused with what to do.
 */
async function ownerUrl(config: Config, seal: Seal, url: string): Promise<string> {
  const facts = await roleOf(url);
  if (!facts.superuser && !facts.bypassRls) return url;
  const { hostname } = new URL(url);
  if (!["localhost", "127.0.0.1", "[::1]"].includes(hostname)) {
    throw new AppError(
      "invalid",
      "DATABASE_URL is a superuser's, for whom row security does not exist. Run `npm run -s sidenote -- db init --admin-url URL` once and use the URL that it prints",
    );
  }
  const file = ownerUrlFile(config);
  if (existsSync(file)) {
    const kept = readFileSync(file, "utf8").trim();
    if (sameDatabase(kept, url) && (await canConnect(kept))) return kept;
  }
  // Made from the secret, so that another process of the same installation arrives at the same one.
  const { url: made } = await initDatabase(url, { password: seal.derived("database owner") });
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  writeFileSync(file, `${made}\n`, { mode: 0o600 });
  return made;
}

const sameDatabase = (a: string, b: string): boolean => {
  const [x, y] = [new URL(a), new URL(b)];
  return x.host === y.host && x.pathname === y.pathname;
};

async function roleOf(url: string): Promise<{ superuser: boolean; bypassRls: boolean }> {
  const client = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => {} });
  try {
    const [row] =
      await client`select rolsuper as superuser, rolbypassrls as "bypassRls" from pg_roles where rolname = session_user`;
    return row as { superuser: boolean; bypassRls: boolean };
  } catch (cause) {
    const { host, pathname } = new URL(url);
    throw new AppError("unavailable", `No PostgreSQL answers at ${host}${pathname} (${(cause as Error).message})`, {
      cause,
    });
  } finally {
    await client.end();
  }
}
