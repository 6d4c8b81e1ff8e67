/**
 * What only a superuser may do, once per database: extensions, the two functions that must be leakproof for an index to be
 * used under row security, and the roles.
 *
 * - `sidenote_owner` owns every table and runs migrations. NOINHERIT, so that it sees no rows unless a transaction takes a role.
 * - `app_backup` sees every row, for backup and restore, and for two functions that look for colleagues' rows.
 * - `app_user` is what members' requests and jobs run as, `app_system` what `system()` runs as, `auth_user` better-auth.
 *
 * Safe to run again.
 */
export const bootstrapStatements = (database: string): string[] => [
  "create extension if not exists vector",
  "create extension if not exists pg_trgm",
  "create extension if not exists unaccent",
  "alter function ts_match_vq(tsvector, tsquery) leakproof",
  "alter function texticlike(text, text) leakproof",
  "alter function similarity_op(text, text) leakproof",
  "alter function word_similarity_op(text, text) leakproof",
  createRole("sidenote_owner", "login noinherit nosuperuser nobypassrls nocreaterole nocreatedb"),
  createRole("app_user", "nologin"),
  createRole("app_system", "nologin"),
  createRole("auth_user", "nologin"),
  createRole("app_backup", "nologin"),
  "grant app_user, app_system, auth_user, app_backup, pg_checkpoint to sidenote_owner",
  `grant create, temporary on database ${quoted(database)} to sidenote_owner`,
  "revoke create on schema public from public",
  "grant usage, create on schema public to sidenote_owner",
];

const createRole = (name: string, options: string) =>
  `do $$ begin create role ${name} ${options}; exception when duplicate_object then null; end $$`;

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
