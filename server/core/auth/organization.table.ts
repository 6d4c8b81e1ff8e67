import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  foreignKey,
  integer,
  pgPolicy,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { createdAt, instant, orgId, ownerId, primaryId } from "../db/columns.ts";
import { appUser, organizationWide, ownOnly, system } from "../db/policies.ts";

export const organizationTable = pgTable(
  "organizations",
  {
    id: primaryId("org").primaryKey(),
    name: text().notNull(),
    /** The invented company: it can be removed with everything in it. */
    demo: boolean().notNull().default(false),
    createdAt: createdAt(),
  },
  () => [
    pgPolicy("organizations_members", {
      for: "all",
      to: appUser,
      using: sql`id = (select app.org_id())`,
      withCheck: sql`id = (select app.org_id())`,
    }),
    system("organizations"),
  ],
);

/** Whatever is an organization's goes when it goes. */
export const organizationKey = (column: AnyPgColumn) =>
  foreignKey({ columns: [column], foreignColumns: [organizationTable.id] }).onDelete("cascade");

export const memberTable = pgTable(
  "members",
  {
    id: primaryId("mbr"),
    orgId: orgId(),
    /** better-auth's user: one person may be a member of several organizations. */
    userId: text("user_id").notNull(),
    name: text().notNull(),
    role: text({ enum: ["agent", "manager", "admin"] }).notNull(),
    timeZone: text("time_zone").notNull().default("UTC"),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    organizationKey(t.orgId),
    uniqueIndex("members_once_per_user").on(t.userId, t.orgId),
    organizationWide("members"),
    system("members"),
  ],
);

/**
 * Bearer tokens of ours: API keys and paired devices. Only a keyed hash of the value is kept. Each acts as the member who
 * owns it, within its scopes; a device's life is extended whenever it is used.
 */
export const accessTokenTable = pgTable(
  "access_tokens",
  {
    id: primaryId("tok"),
    orgId: orgId(),
    ownerId: ownerId(),
    kind: text({ enum: ["key", "device"] }).notNull(),
    name: text().notNull(),
    hash: text().notNull().unique(),
    scopes: text().array().notNull(),
    createdAt: createdAt(),
    lastUsedAt: instant("last_used_at"),
    expiresAt: instant("expires_at"),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.ownerId], foreignColumns: [memberTable.orgId, memberTable.id] }).onDelete(
      "cascade",
    ),
    ownOnly("access_tokens"),
    system("access_tokens"),
  ],
);
