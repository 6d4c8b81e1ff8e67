import { activities } from "@sidenote/contract/activities";
import { contacts } from "@sidenote/contract/contacts";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rows } from "../server/core/db/database.ts";
import { read } from "../server/core/db/transaction.ts";
import { toUuid } from "../server/core/ids.ts";
import { createWorld, type World } from "../server/testing/world.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const all = <T>(statement: ReturnType<typeof sql>) => rows<T>(world.db.drizzle, statement);

test("the process works as a role for whom row security exists", async () => {
  expect(await all(sql`select rolsuper, rolbypassrls, rolinherit from pg_roles where rolname = session_user`)).toEqual([
    { rolsuper: false, rolbypassrls: false, rolinherit: false },
  ]);
});

test("row security is forced on every table, and every table has a policy", async () => {
  const open = await all<{ table: string }>(sql`
    select c.relname as table from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
    and (not c.relrowsecurity or not c.relforcerowsecurity or not exists (select 1 from pg_policy p where p.polrelid = c.oid))`);
  expect(open).toEqual([]);
});

test("without a member set, no table shows a row to anybody", async () => {
  await world.person();
  const tables = await all<{ name: string }>(
    sql`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
  );
  for (const { name } of tables) {
    for (const role of ["sidenote_owner", "app_user", "auth_user"]) {
      const seen = await world.db.drizzle
        .transaction(async (tx) => {
          await tx.execute(sql`select set_config('role', ${role}, true)`);
          return rows(tx, sql.raw(`select 1 from public.${name} limit 1`));
        })
        .catch(() => []);
      expect(seen, `${name} as ${role}`).toEqual([]);
    }
  }
});

/** What `system()` may touch. A table that joins this list is one that some code sees of every organization: say why beside its policy. */
const SYSTEM_TABLES = [
  "access_tokens",
  "activities",
  "audit_heads",
  "audit_log",
  "blob_parts",
  "files",
  "idempotency_keys",
  "members",
  "organizations",
  "outbox",
  "pairing_requests",
  "search_index",
  "search_passages",
  "search_scopes",
  "search_terms",
];

test("the third door opens these tables and no other", async () => {
  const found = await all<{ table: string }>(sql`
    select distinct c.relname as table from pg_policy p join pg_class c on c.oid = p.polrelid
    where 'app_system'::regrole = any (p.polroles) order by 1`);
  expect(found.map((row) => row.table)).toEqual(SYSTEM_TABLES);
});

/** A function that joins this list sees rows that its caller does not: say beside it what it tells of them. */
const SEE_MORE_THAN_THEIR_CALLER = ["app.companies_colleagues_name", "app.contacts_colleagues_name"];

test("these functions look past row security and no other, for members alone, and only within their own organization", async () => {
  const found = await all<{ name: string; for: string }>(sql`
    select n.nspname || '.' || p.proname as name, array_to_string(p.proacl, ' ') as for
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.prosecdef and n.nspname in ('app', 'public', 'auth') order by 1`);
  expect(found).toEqual(
    SEE_MORE_THAN_THEIR_CALLER.map((name) => ({ name, for: "app_backup=X/app_backup app_user=X/app_backup" })),
  );
  const ada = await world.person();
  const nils = await world.colleague(ada);
  const stranger = await world.person();
  const made = await nils.api(contacts.create, { name: "Marta Lindqvist" });
  await nils.api(activities.create, { kind: "note", text: "likes herring", contactIds: [made.id] });
  const asked = (who: typeof nils) =>
    read(who.ctx, (tx) => rows(tx, sql`select app.contacts_colleagues_name(array[${toUuid(made.id, "cnt")}::uuid])`));
  expect(await asked(ada)).toHaveLength(1);
  expect([await asked(nils), await asked(stranger)]).toEqual([[], []]);
});

test("a role that may own a function makes none", async () => {
  expect(await all(sql`select has_schema_privilege('app_backup', 'app', 'create') as may`)).toEqual([{ may: false }]);
});

test("better-auth's tables are for its own role alone, and for backups", async () => {
  const granted = await all(sql`
    select distinct grantee from information_schema.role_table_grants where table_schema = 'auth' and grantee <> 'sidenote_owner' order by 1`);
  expect(granted).toEqual([{ grantee: "app_backup" }, { grantee: "auth_user" }]);
});

test("the audit log takes no update and no deletion but from a restore", async () => {
  const writing = await all(sql`
    select polname from pg_policy where polrelid in ('audit_log'::regclass, 'audit_payloads'::regclass) and polcmd in ('w', 'd', '*') and polname <> 'backup'`);
  expect(writing).toEqual([]);
});
