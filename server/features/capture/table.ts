import type { CaptureMode } from "@sidenote/contract/capture";
import { foreignKey, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { memberTable } from "../../core/auth/organization.table.ts";
import { createdAt, orgId, ownerId } from "../../core/db/columns.ts";
import { ownOnly } from "../../core/db/policies.ts";

/** A member's choice of what is stored. No row: only what the member saves. */
export const capturePolicyTable = pgTable(
  "capture_policies",
  {
    orgId: orgId(),
    ownerId: ownerId(),
    mode: text().$type<CaptureMode>().notNull(),
    /** Addresses and domains, lower case, sorted. */
    neverStore: jsonb("never_store").$type<string[]>().notNull(),
    version: integer().notNull(),
    updatedAt: createdAt("updated_at"),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.ownerId] }),
    foreignKey({ columns: [t.orgId, t.ownerId], foreignColumns: [memberTable.orgId, memberTable.id] }).onDelete(
      "cascade",
    ),
    ownOnly("capture_policies"),
  ],
);

/**
 * The names of forgotten threads and of their mails, as hashes with a key of this installation: enough to know them again when
 * they come in once more, and nothing to read.
 */
export const forgottenNameTable = pgTable(
  "forgotten_names",
  {
    orgId: orgId(),
    ownerId: ownerId(),
    name: text().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.ownerId, t.name] }),
    foreignKey({ columns: [t.orgId, t.ownerId], foreignColumns: [memberTable.orgId, memberTable.id] }).onDelete(
      "cascade",
    ),
    ownOnly("forgotten_names"),
  ],
);
