import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { AppError } from "../errors.ts";
import { bootstrapStatements } from "./bootstrap.ts";

const OLDEST_VERSION = 150_000;

/** Processes that prepare the same server take turns. */
const LOCK = 7_243_612;

/**
 * Prepares a PostgreSQL database as its superuser: extensions, roles, the owner's password. Returns the owner's URL. The role is
 * the whole server's, so a URL with an older password works no longer.
 */
export async function initDatabase(
  adminUrl: string,
  password = randomBytes(24).toString("base64url"),
): Promise<string> {
  const client = postgres(adminUrl, { max: 1, connect_timeout: 10, onnotice: () => {} });
  try {
    const [facts] =
      await client`select current_database() as name, current_setting('server_version_num')::int as version`;
    if ((facts?.version as number) < OLDEST_VERSION) throw new AppError("invalid", "PostgreSQL 15 or later is needed");
    await client`select pg_advisory_lock(${LOCK})`;
    for (const statement of bootstrapStatements(facts?.name as string)) await client.unsafe(statement);
    await client.unsafe(`alter role sidenote_owner password '${password}'`);
    const url = new URL(adminUrl);
    url.username = "sidenote_owner";
    url.password = password;
    return url.toString();
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError("unavailable", `The database could not be prepared: ${(cause as Error).message}`, { cause });
  } finally {
    await client.end();
  }
}
