import type { SQL } from "drizzle-orm";
import type { PgDatabase, PgQueryResultHKT, PgTransaction } from "drizzle-orm/pg-core";
import { drizzle as drizzlePglite } from "drizzle-orm/pglite";
import { drizzle as drizzlePostgres } from "drizzle-orm/postgres-js";
import postgres, { type Sql } from "postgres";
import { AppError } from "../errors.ts";
import { PgliteClient } from "./pglite/pglite.ts";
import type { WorkerOptions } from "./pglite/pglite-protocol.ts";
import { preparing } from "./postgres-prepared.ts";

type Schema = Record<string, never>;
export type Drizzle = PgDatabase<PgQueryResultHKT, Schema>;
export type Tx = PgTransaction<PgQueryResultHKT, Schema, Record<string, never>>;

/** What only `core/db` and the two libraries with tables of their own (pg-boss, better-auth) may use. */
export type Database = {
  readonly kind: "pglite" | "postgres";
  /** Connected as the owner, who sees no rows: every transaction takes a role first. */
  readonly drizzle: Drizzle;
  /** The same for transactions that only look. */
  readonly reading: Drizzle;
  /** The same for better-auth, whose statements run as `auth_user`. */
  readonly auth: Drizzle;
  /** The same for single statements as `app_system`. */
  readonly system: Drizzle;
  /** How pg-boss, which has a schema of its own, reaches the same database. */
  readonly queue: { pglite: PgliteClient } | { url: string };
  listen(channel: string, onPayload: (payload: string) => void): Promise<void>;
  /** What cannot be part of a transaction of ours: VACUUM, CHECKPOINT. Several statements in one text have nobody between them. */
  statement(sql: string): Promise<void>;
  /** False where the disk has no room for another transaction; absent where that is the database's own affair. */
  hasRoom?(): boolean;
  dump?(): Promise<Uint8Array<ArrayBuffer>>;
  /** Resolves when the database of this process has ended by itself: nothing works any more. */
  readonly lost?: Promise<Error>;
  close(): Promise<void>;
};

/** The built-in database, in a worker thread of this process. Opened as it is: neither locked nor migrated. */
export async function openPglite(options: WorkerOptions): Promise<Database> {
  const client = await PgliteClient.open(options);
  return {
    kind: "pglite",
    drizzle: drizzlePglite(client as never) as unknown as Drizzle,
    reading: drizzlePglite(onlyLooking(client) as never) as unknown as Drizzle,
    auth: drizzlePglite(asRole(client, "auth_user") as never) as unknown as Drizzle,
    system: drizzlePglite(asRole(client, "app_system") as never) as unknown as Drizzle,
    queue: { pglite: client },
    listen: async (channel, onPayload) => void (await client.listen(channel, onPayload)),
    statement: async (sql) => void (await client.exec(sql)),
    dump: () => client.dump(),
    lost: client.lost,
    close: () => client.close(),
  };
}

/** The same client for work that changes nothing, whose answer nobody holds up until the transaction has ended. */
const onlyLooking = (client: PgliteClient) => ({
  query: client.query.bind(client),
  transaction: <T>(work: Parameters<typeof client.transaction<T>>[0]) => client.transaction(work, { looks: true }),
});

/** The same client with every statement run as that role: PGlite has one connection, so none of its own for a role. */
const asRole = (client: PgliteClient, role: string) => ({
  query: <Row>(sql: string, params?: unknown[], options?: object) => client.queryAs<Row>(role, sql, params, options),
});

/** Of one process, for members' work; more ask one after the other. */
export const CONNECTIONS = 10;

/** What our connections are called in PostgreSQL. */
export const OUR_NAME = "sidenote";

/** PostgreSQL, by its owner's URL. One pool for members' work, and a small one for each of the two other roles. */
export async function openPostgres(url: string): Promise<Database> {
  const quiet = { onnotice: () => {}, connect_timeout: 10 };
  // Row security makes plans look dear; to compile them takes longer than to run them.
  const settings = { application_name: OUR_NAME, jit: "off" as const };
  const pool = postgres(url, { ...quiet, max: CONNECTIONS, connection: settings });
  const [authPool, systemPool] = ["auth_user", "app_system"].map((role) =>
    postgres(url, { ...quiet, max: 3, connection: { role, ...settings } }),
  ) as [Sql, Sql];
  const pools = [pool, authPool, systemPool];
  try {
    await pool`select 1`;
  } catch (cause) {
    await Promise.all(pools.map((one) => one.end()));
    const { host, pathname } = new URL(url);
    throw new AppError("unavailable", `No PostgreSQL answers at ${host}${pathname} (${(cause as Error).message})`, {
      cause,
    });
  }
  const drizzle = drizzlePostgres(preparing(pool)) as unknown as Drizzle;
  return {
    kind: "postgres",
    drizzle,
    reading: drizzle,
    auth: drizzlePostgres(authPool) as unknown as Drizzle,
    system: drizzlePostgres(preparing(systemPool)) as unknown as Drizzle,
    queue: { url },
    listen: async (channel, onPayload) => void (await pool.listen(channel, onPayload)),
    statement: async (sql) => void (await pool.unsafe(sql)),
    close: async () => void (await Promise.all(pools.map((one) => one.end({ timeout: 2 })))),
  };
}

/** Rows of a raw statement; the two drivers wrap them differently. Column types are not converted: cast in SQL or by hand. */
export async function rows<T>(tx: Pick<Tx, "execute">, statement: SQL): Promise<T[]> {
  const result = (await tx.execute(statement)) as unknown as T[] | { rows: T[] };
  return Array.isArray(result) ? result : result.rows;
}

/** The SQLSTATE of a failed statement, such as 23505; drizzle wraps the driver's error. */
export function sqlState(error: unknown): string | undefined {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ("code" in at && typeof at.code === "string" && at.code.length === 5) return at.code;
  }
  return undefined;
}

/** A unique index refused it: something of that key is there already. */
export const isDuplicate = (error: unknown): boolean => sqlState(error) === "23505";
