import type { Id } from "@sidenote/contract/ids";
import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { organizationKey } from "../../core/auth/organization.table.ts";
import { createdAt, idColumn, instant, orgId, ownerId, primaryId, record } from "../../core/db/columns.ts";
import { asVisibleAs, asVisibleAsBoth, byScope, savedOrSeenByMe } from "../../core/db/policies.ts";

export const companyTable = pgTable(
  "companies",
  {
    id: primaryId("cmp"),
    ...record(),
    /** `seen`: only in its owner's mail. */
    state: text({ enum: ["seen", "saved"] }).notNull(),
    /** Why it is the organization's: a person said so, or mail in both directions with its people did. */
    savedBy: text("saved_by", { enum: ["person", "mail"] }),
    /**
     * A seen company that became the organization's of the same domain, or one that a person made part of another. Its people,
     * domains and activities stay with it and are read as the other's, so that taking it back clears this and no more.
     */
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
    index("companies_joined").on(t.orgId, t.joinedTo).where(sql`joined_to is not null`),
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

/** What the company that is kept was before a merge, and what the merge made of it. */
export type Filled = {
  industry: string | null;
  sizeBand: string | null;
  website: string | null;
  notes: string | null;
};

/** Companies that were made part of another, and how to take it back. */
export const companyMergeTable = pgTable(
  "company_merges",
  {
    orgId: orgId(),
    companyId: idColumn("cmp", "company_id").notNull(),
    keptId: idColumn("cmp", "kept_id").notNull(),
    /** `saved`: which of the two was only seen in mail, and saved by the merge. */
    filled: jsonb().$type<{ before: Filled; after: Filled; saved?: Id<"cmp"> }>().notNull(),
    at: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.companyId] }),
    ...ofTwo(t.orgId, t.companyId, t.keptId),
    asVisibleAs("company_merges", "companies", "company_id"),
  ],
);

/** Two companies of which a person said that they are two: nobody is asked again. The lower id comes first. */
export const companyApartTable = pgTable(
  "companies_apart",
  {
    orgId: orgId(),
    ownerId: ownerId(),
    oneId: idColumn("cmp", "one_id").notNull(),
    otherId: idColumn("cmp", "other_id").notNull(),
    at: createdAt("at"),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.oneId, t.otherId] }),
    ...ofTwo(t.orgId, t.oneId, t.otherId),
    asVisibleAsBoth("companies_apart", "companies", ["one_id", "other_id"]),
  ],
);

/** What a person said a company to be a part of. Whoever does not see both sees nothing of it. */
export const companyParentTable = pgTable(
  "company_parents",
  {
    orgId: orgId(),
    ownerId: ownerId(),
    companyId: idColumn("cmp", "company_id").notNull(),
    parentId: idColumn("cmp", "parent_id").notNull(),
    at: createdAt("at"),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.companyId] }),
    index("company_parents_by_parent").on(t.orgId, t.parentId),
    ...ofTwo(t.orgId, t.companyId, t.parentId),
    asVisibleAsBoth("company_parents", "companies", ["company_id", "parent_id"]),
  ],
);

/** Gone with either of the two. */
function ofTwo(orgId: AnyPgColumn, one: AnyPgColumn, other: AnyPgColumn) {
  return [one, other].map((id) =>
    foreignKey({ columns: [orgId, id], foreignColumns: [companyTable.orgId, companyTable.id] }).onDelete("cascade"),
  );
}
