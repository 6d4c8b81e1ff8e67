import { type SQL, sql } from "drizzle-orm";
import { type PgPolicy, pgPolicy, pgRole } from "drizzle-orm/pg-core";

import { NOBODY } from "./scope.ts";

/** What a request or a job of a member runs as. */
export const appUser = pgRole("app_user").existing();
/** What `system()` runs as. It sees only tables whose policies name it. */
export const appSystem = pgRole("app_system").existing();

const sameOrganization = sql`org_id = (select app.org_id())`;
const mine = sql`owner_id = (select app.member_id())`;

const forMembers = (table: string, condition: SQL): PgPolicy =>
  pgPolicy(`${table}_members`, { for: "all", to: appUser, using: condition, withCheck: condition });

/** Rows that everybody in the organization sees: its settings, its members. */
export const organizationWide = (table: string): PgPolicy => forMembers(table, sameOrganization);

const byVisibility =
  "(visibility = 'organization' or (visibility = 'team' and (team_id = any ((select app.teams())::uuid[]) or (select app.role()) = 'manager')) or (select app.role()) = 'admin')";

/**
 * Records of the CRM: own, the team's, the organization's; a manager sees the teams', an admin every record but those that are
 * `private`, because they tell of private mail.
 */
export const visibleRecord = (table: string): PgPolicy =>
  forMembers(table, sql`${sameOrganization} and (${mine} or (not private and ${sql.raw(byVisibility)}))`);

/**
 * People and companies: a saved one is a record like any other, one merely seen in mail is its finder's alone, and not
 * even an admin's.
 */
export const savedOrSeenByMe = (table: string): PgPolicy =>
  forMembers(table, sql`${sameOrganization} and (${mine} or (state = 'saved' and ${sql.raw(byVisibility)}))`);

/** Private things: mail, threads, passages, files. Their owner's until shared; an admin is no exception. */
export const ownOrShared = (table: string): PgPolicy =>
  forMembers(table, sql`${sameOrganization} and (${mine} or shared)`);

/** Things that are never shared: tokens, imports, interactions. */
export const ownOnly = (table: string): PgPolicy => forMembers(table, sql`${sameOrganization} and ${mine}`);

/** Rows of a record's parts: as visible as the record itself, which its own policy decides. */
export const asVisibleAs = (table: string, parent: string, key: string): PgPolicy =>
  forMembers(table, sql.raw(`org_id = (select app.org_id()) and ${parentExists(table, parent, key)}`));

/** Rows about two records: as visible as both of them. */
export const asVisibleAsBoth = (table: string, parent: string, keys: readonly [string, string]): PgPolicy =>
  forMembers(
    table,
    sql.raw(
      `org_id = (select app.org_id()) and ${parentExists(table, parent, keys[0])} and ${parentExists(table, parent, keys[1])}`,
    ),
  );

/**
 * The same for parts that are looked up by the thousand: `scope` says who sees them (nobody's zeros: the whole organization; a
 * member; a team), so that only a manager's or an admin's wider sight has to look at the record.
 */
export const byScope = (table: string, parent: string, key: string): PgPolicy =>
  forMembers(
    table,
    sql.raw(
      `org_id = (select app.org_id()) and (scope = '${NOBODY}' or scope = (select app.member_id()) or scope = any ((select app.teams())::uuid[]) ` +
        `or ((select app.role()) <> 'agent' and ${parentExists(table, parent, key)}))`,
    ),
  );

const parentExists = (table: string, parent: string, key: string) =>
  `exists (select 1 from ${parent} parent where parent.org_id = ${table}.org_id and parent.id = ${table}.${key})`;

/** For the few tables that are read before a tenant is known or across tenants: token lookup, outbox relay, scheduler. */
export const system = (table: string): PgPolicy =>
  pgPolicy(`${table}_system`, { for: "all", to: appSystem, using: sql`true`, withCheck: sql`true` });
