import postgres from "postgres";

/** Both databases, for tests that start processes; the superuser's URL where there is a PostgreSQL. */
export const databases: readonly (readonly [string, string | undefined])[] = [
  ["the built-in database", undefined],
  ...(process.env.DATABASE_URL_TEST ? [["PostgreSQL", process.env.DATABASE_URL_TEST] as const] : []),
];

let made = 0;

export function freshDatabase(admin: string): string {
  const url = new URL(admin);
  url.pathname = `/sidenote_command_${process.pid}_${++made}`;
  return url.toString();
}

export async function onAdmin(admin: string, statement: string): Promise<void> {
  const client = postgres(admin, { max: 1, onnotice: () => {} });
  await client.unsafe(statement);
  await client.end();
}

export const nameIn = (url: string) => new URL(url).pathname.slice(1);
export const createDatabase = (admin: string, url: string) => onAdmin(admin, `create database ${nameIn(url)}`);
export const dropDatabase = (admin: string, url: string) =>
  onAdmin(admin, `drop database if exists ${nameIn(url)} with (force)`);
