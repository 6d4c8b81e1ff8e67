import { boolean, pgSchema, text, timestamp } from "drizzle-orm/pg-core";

/**
 * better-auth's tables. They are read before a tenant is known, so they live in a schema of their own, which only the role
 * `auth_user` may touch. Column keys are better-auth's field names.
 */
export const authSchema = pgSchema("auth");

const at = (name: string) => timestamp(name, { withTimezone: true });

export const userTable = authSchema.table("user", {
  id: text().primaryKey(),
  name: text().notNull(),
  email: text().notNull().unique(),
  emailVerified: boolean("email_verified").notNull().default(false),
  image: text(),
  createdAt: at("created_at").notNull().defaultNow(),
  updatedAt: at("updated_at").notNull().defaultNow(),
});

export const sessionTable = authSchema.table("session", {
  id: text().primaryKey(),
  expiresAt: at("expires_at").notNull(),
  token: text().notNull().unique(),
  createdAt: at("created_at").notNull().defaultNow(),
  updatedAt: at("updated_at").notNull().defaultNow(),
  ipAddress: text("ip_address"),
  userAgent: text("user_agent"),
  userId: text("user_id")
    .notNull()
    .references(() => userTable.id, { onDelete: "cascade" }),
  /** The organization that this browser works in. */
  organizationId: text("organization_id"),
});

export const accountTable = authSchema.table("account", {
  id: text().primaryKey(),
  accountId: text("account_id").notNull(),
  providerId: text("provider_id").notNull(),
  userId: text("user_id")
    .notNull()
    .references(() => userTable.id, { onDelete: "cascade" }),
  accessToken: text("access_token"),
  refreshToken: text("refresh_token"),
  idToken: text("id_token"),
  accessTokenExpiresAt: at("access_token_expires_at"),
  refreshTokenExpiresAt: at("refresh_token_expires_at"),
  scope: text(),
  password: text(),
  createdAt: at("created_at").notNull().defaultNow(),
  updatedAt: at("updated_at").notNull().defaultNow(),
});

export const verificationTable = authSchema.table("verification", {
  id: text().primaryKey(),
  identifier: text().notNull(),
  value: text().notNull(),
  expiresAt: at("expires_at").notNull(),
  createdAt: at("created_at").notNull().defaultNow(),
  updatedAt: at("updated_at").notNull().defaultNow(),
});

export const authTables = {
  user: userTable,
  session: sessionTable,
  account: accountTable,
  verification: verificationTable,
};
