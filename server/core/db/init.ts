import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { AppError } from "../errors.ts";
import { bootstrapStatements } from "./bootstrap.ts";

const OLDEST_VERSION = 150_000;

/** Processes that prepare the same server take turns. */
const LOCK = 7_243_612;

type Owner = {
  url: string;
  /** "kept": URLs from before go on working; "new": on the whole server, those of other databases too, they do not. */
  password: "kept" | "new";
};

/**
 * Prepares a PostgreSQL database as its superuser: extensions, roles, the owner's password. The role is the whole server's, so a
 * password that still works (of `known`, URLs of the owner's, or the one that is wanted) stays.
 */
export async function initDatabase(
  adminUrl: string,
  { password, known = [] }: { password?: string; known?: readonly string[] } = {},
): Promise<Owner> {
  const client = postgres(adminUrl, { max: 1, connect_timeout: 10, onnotice: () => {} });
  try {
    const [facts] =
      await client`select current_database() as name, current_setting('server_version_num')::int as version`;
    if ((facts?.version as number) < OLDEST_VERSION) throw new AppError("invalid", "PostgreSQL 15 or later is needed");
    await client`select pg_advisory_lock(${LOCK})`;
    for (const statement of bootstrapStatements(facts?.name as string)) await client.unsafe(statement);
    const tried = [...known.filter(isOwner).map((url) => new URL(url).password), ...(password ? [password] : [])];
    for (const one of tried) {
      const url = ownerUrl(adminUrl, one);
      if (await canConnect(url)) return { url, password: "kept" };
    }
    const made = password ?? randomBytes(24).toString("base64url");
    await client.unsafe(`alter role sidenote_owner password '${made}'`);
    return { url: ownerUrl(adminUrl, made), password: "new" };
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError("unavailable", `The database could not be prepared: ${(cause as Error).message}`, { cause });
  } finally {
    await client.end();
  }
}

function ownerUrl(adminUrl: string, password: string): string {
  const url = new URL(adminUrl);
  url.username = "sidenote_owner";
  url.password = password;
  return url.toString();
}

const isOwner = (url: string): boolean => URL.canParse(url) && new URL(url).username === "sidenote_owner";

/** Whether a database answers at this URL and takes its password. */
export async function canConnect(url: string): Promise<boolean> {
  const client = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => {} });
  try {
    await client`select 1`;
    return true;
  } catch {
    return false;
  } finally {
    await client.end();
  }
}
