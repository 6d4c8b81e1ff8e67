import type { ImportCounts } from "@sidenote/contract/imports";
import { bigint, foreignKey, index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { memberTable } from "../../core/auth/organization.table.ts";
import { bytes, createdAt, idColumn, instant, orgId, ownerId, primaryId } from "../../core/db/columns.ts";
import { ownOnly } from "../../core/db/policies.ts";

export const importTable = pgTable(
  "imports",
  {
    id: primaryId("imp"),
    orgId: orgId(),
    ownerId: ownerId(),
    name: text().notNull(),
    state: text({ enum: ["receiving", "running", "done", "failed", "cancelled", "undoing", "undone"] }).notNull(),
    counts: jsonb().$type<ImportCounts>().notNull(),
    bytesReceived: bigint("bytes_received", { mode: "number" }).notNull().default(0),
    bytesRead: bigint("bytes_read", { mode: "number" }).notNull().default(0),
    bytesTotal: bigint("bytes_total", { mode: "number" }),
    /** How many messages (and things that are not mail) are accounted for: where a killed import goes on. */
    position: integer().notNull().default(0),
    guessedAddress: text("guessed_address"),
    error: text(),
    createdAt: createdAt(),
    finishedAt: instant("finished_at"),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.ownerId], foreignColumns: [memberTable.orgId, memberTable.id] }).onDelete(
      "cascade",
    ),
    ownOnly("imports"),
  ],
);

/** What has arrived, sealed; gone when everything is read, and of an import that was stopped or failed when it can go on no more. */
export const importPartTable = pgTable(
  "import_parts",
  {
    orgId: orgId(),
    ownerId: ownerId(),
    importId: idColumn("imp", "import_id").notNull(),
    part: integer().notNull(),
    sizeBytes: integer("size_bytes").notNull(),
    bytes: bytes().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.importId, t.part] }),
    foreignKey({ columns: [t.orgId, t.importId], foreignColumns: [importTable.orgId, importTable.id] }).onDelete(
      "cascade",
    ),
    ownOnly("import_parts"),
  ],
);

/** What became of each message: the sums of an import are the sums of these. */
export const importItemTable = pgTable(
  "import_items",
  {
    orgId: orgId(),
    ownerId: ownerId(),
    importId: idColumn("imp", "import_id").notNull(),
    /** Its number across all files of the import, from 0. */
    item: integer().notNull(),
    file: text().notNull(),
    /** Within its file, from 1. */
    position: integer().notNull(),
    outcome: text({ enum: ["stored", "duplicate", "set_aside", "not_wanted", "not_mail"] }).notNull(),
    reason: text(),
    /** Of what was not wanted: the entry of the never-store list, or `forgotten`. */
    rule: text(),
    emailId: idColumn("eml", "email_id"),
    fileId: idColumn("fil", "file_id"),
    sizeBytes: bigint("size_bytes", { mode: "number" }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.importId, t.item] }),
    index("import_items_by_email").on(t.orgId, t.emailId),
    foreignKey({ columns: [t.orgId, t.importId], foreignColumns: [importTable.orgId, importTable.id] }).onDelete(
      "cascade",
    ),
    ownOnly("import_items"),
  ],
);
