import { pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { organizationKey } from "../auth/organization.table.ts";
import { bytes, createdAt, orgId, ownerId } from "../db/columns.ts";
import { ownOnly, system } from "../db/policies.ts";

/** The answers of writes that carried an Idempotency-Key, kept for 30 days. */
export const idempotencyTable = pgTable(
  "idempotency_keys",
  {
    orgId: orgId(),
    ownerId: ownerId(),
    /** The route and the caller's key. */
    key: text().notNull(),
    requestHash: text("request_hash").notNull(),
    /** Sealed: an answer may hold a new key. */
    response: bytes().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.ownerId, t.key] }),
    organizationKey(t.orgId),
    ownOnly("idempotency_keys"),
    system("idempotency_keys"),
  ],
);
