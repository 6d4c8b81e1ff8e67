import { sql } from "drizzle-orm";
import { type AnyPgColumn, foreignKey, index, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { organizationKey } from "../../core/auth/organization.table.ts";
import { createdAt, idColumn, instant, orgId, primaryId, record } from "../../core/db/columns.ts";
import { byScope, savedOrSeenByMe } from "../../core/db/policies.ts";

export const companyTable = pgTable(
  "companies",
  {
    id: primaryId("cmp"),
    ...record(),
    /** `seen`: only in its owner's mail. */
    state: text({ enum: ["seen", "saved"] }).notNull(),
    /** Why it is the organization's: a person said so, or mail in both directions with its people did. */
    savedBy: text("saved_by", { enum: ["person", "mail"] }),
    /** A seen company that became the organization's company of the same domain; taking it back clears this. */
    joinedTo: idColumn("cmp", "joined_to"),
    name: text().notNull(),
    lowerName: text("lower_name")
      .notNull()
      .generatedAlwaysAs((): ReturnType<typeof sql> => sql`lower(name)`),
    industry: text(),
    sizeBand: text("size_band"),
    website: text(),
    notes: text(),
    archivedAt: instant("archived_at"),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    organizationKey(t.orgId),
    foreignKey({ columns: [t.orgId, t.joinedTo], foreignColumns: [t.orgId as AnyPgColumn, t.id as AnyPgColumn] }),
    index("companies_by_name").on(t.orgId, t.lowerName),
    savedOrSeenByMe("companies"),
  ],
);

export const companyDomainTable = pgTable(
  "company_domains",
  {
    orgId: orgId(),
    companyId: idColumn("cmp", "company_id").notNull(),
    domain: text().notNull(),
    /** Within whose sight the domain is unique: the owner's for what is private, nobody's (zeros) for the organization's. */
    scope: uuid().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.companyId, t.domain] }),
    uniqueIndex("company_domains_once").on(t.orgId, t.scope, t.domain),
    foreignKey({ columns: [t.orgId, t.companyId], foreignColumns: [companyTable.orgId, companyTable.id] }).onDelete(
      "cascade",
    ),
    byScope("company_domains", "companies", "company_id"),
  ],
);
