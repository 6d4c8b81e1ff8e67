import { sql } from "drizzle-orm";
import { boolean, index, integer, pgPolicy, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { organizationKey } from "../auth/organization.table.ts";
import { bytes, createdAt, orgId, ownerId, primaryId } from "../db/columns.ts";
import { appUser, ownOrShared, system } from "../db/policies.ts";

/** One use of a file: an attachment, a message set aside. As private as what it belongs to. */
export const fileTable = pgTable(
  "files",
  {
    id: primaryId("fil"),
    orgId: orgId(),
    ownerId: ownerId(),
    shared: boolean().notNull().default(false),
    /** SHA-256 of the content; several uses share one blob. */
    hash: text().notNull(),
    name: text().notNull(),
    mediaType: text("media_type").notNull(),
    sizeBytes: integer("size_bytes").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    organizationKey(t.orgId),
    index("files_by_hash").on(t.orgId, t.hash),
    ownOrShared("files"),
    system("files"),
  ],
);

/**
 * The content, once per organization and hash, sealed in parts of at most 1 MB. Kept in the database, so that every process
 * on every machine has it, a transaction covers it, and a backup holds it.
 */
export const blobPartTable = pgTable(
  "blob_parts",
  {
    orgId: orgId(),
    hash: text().notNull(),
    part: integer().notNull(),
    bytes: bytes().notNull(),
  },
  (t) => {
    const throughOwnFile = sql`org_id = (select app.org_id()) and exists (select 1 from files where files.org_id = blob_parts.org_id and files.hash = blob_parts.hash)`;
    return [
      primaryKey({ columns: [t.orgId, t.hash, t.part] }),
      organizationKey(t.orgId),
      pgPolicy("blob_parts_members", { for: "all", to: appUser, using: throughOwnFile, withCheck: throughOwnFile }),
      system("blob_parts"),
    ];
  },
);
