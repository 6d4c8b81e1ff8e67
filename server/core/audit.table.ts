import { sql } from "drizzle-orm";
import { bigint, boolean, foreignKey, jsonb, pgPolicy, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { organizationKey } from "./auth/organization.table.ts";
import { createdAt, idColumn, orgId } from "./db/columns.ts";
import { appSystem, appUser, system } from "./db/policies.ts";

const own = sql`org_id = (select app.org_id())`;
const readableBy = sql`${own} and ((select app.role()) = 'admin' or member_id = (select app.member_id()))`;

/** One row per organization: the end of its chain. Its row lock puts the changes of an organization in order. */
export const auditHeadTable = pgTable(
  "audit_heads",
  {
    orgId: idColumn("org", "org_id").primaryKey().notNull(),
    sequence: bigint({ mode: "number" }).notNull(),
    hash: text().notNull(),
  },
  (t) => [
    organizationKey(t.orgId),
    pgPolicy("audit_heads_members", { for: "all", to: appUser, using: own, withCheck: own }),
    system("audit_heads"),
  ],
);

/** Who changed what. Append-only: no policy lets anybody update or delete. `hash` covers the hash before it and the row. */
export const auditTable = pgTable(
  "audit_log",
  {
    orgId: orgId(),
    sequence: bigint({ mode: "number" }).notNull(),
    at: createdAt("at"),
    actorKind: text("actor_kind", { enum: ["member", "key", "device", "job", "system"] }).notNull(),
    /** The member who acts, or for whom a key or a job does. */
    memberId: idColumn("mbr", "member_id").notNull(),
    tokenId: idColumn("tok", "token_id"),
    action: text().notNull(),
    recordId: text("record_id"),
    requestId: text("request_id").notNull(),
    /** SHA-256 of the record before and after, so that an erased payload can still be vouched for. */
    beforeHash: text("before_hash"),
    afterHash: text("after_hash"),
    previousHash: text("previous_hash").notNull(),
    hash: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.sequence] }),
    foreignKey({ columns: [t.orgId], foreignColumns: [auditHeadTable.orgId] }).onDelete("cascade"),
    pgPolicy("audit_log_write", { for: "insert", to: appUser, withCheck: own }),
    pgPolicy("audit_log_read", { for: "select", to: appUser, using: readableBy }),
    pgPolicy("audit_log_system", { for: "insert", to: appSystem, withCheck: sql`true` }),
  ],
);

/** Before and after themselves, apart from the chain, so that a person's data can be erased and the chain still holds. */
export const auditPayloadTable = pgTable(
  "audit_payloads",
  {
    orgId: orgId(),
    sequence: bigint({ mode: "number" }).notNull(),
    memberId: idColumn("mbr", "member_id").notNull(),
    /** About something that only the member sees: then the payload is theirs alone too. */
    private: boolean().notNull(),
    before: jsonb(),
    after: jsonb(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.sequence] }),
    foreignKey({ columns: [t.orgId, t.sequence], foreignColumns: [auditTable.orgId, auditTable.sequence] }).onDelete(
      "cascade",
    ),
    pgPolicy("audit_payloads_write", { for: "insert", to: appUser, withCheck: own }),
    pgPolicy("audit_payloads_read", {
      for: "select",
      to: appUser,
      using: sql`${readableBy} and (not private or member_id = (select app.member_id()))`,
    }),
  ],
);
