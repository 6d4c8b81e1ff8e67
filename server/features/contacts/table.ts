import type { Id } from "@sidenote/contract/ids";
import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigserial,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { organizationKey } from "../../core/auth/organization.table.ts";
import { createdAt, idColumn, instant, orgId, ownerId, primaryId, record } from "../../core/db/columns.ts";
import { asVisibleAs, asVisibleAsBoth, byScope, ownOnly, savedOrSeenByMe } from "../../core/db/policies.ts";
import { companyTable } from "../companies/index.ts";

export const contactTable = pgTable(
  "contacts",
  {
    id: primaryId("cnt"),
    ...record(),
    /** `seen`: only in its owner's mail. */
    state: text({ enum: ["seen", "saved"] }).notNull(),
    /** Why it is a contact: a person said so, or mail in both directions did. */
    savedBy: text("saved_by", { enum: ["person", "mail"] }),
    /** A seen person who became the organization's contact of the same address; taking it back clears this. */
    joinedTo: idColumn("cnt", "joined_to"),
    /** What is shown of the facts below. */
    name: text().notNull(),
    lowerName: text("lower_name")
      .notNull()
      .generatedAlwaysAs((): ReturnType<typeof sql> => sql`lower(name)`),
    title: text(),
    phones: text().array().notNull().default([]),
    companyId: idColumn("cmp", "company_id"),
    notes: text(),
    tags: text().array().notNull().default([]),
    archivedAt: instant("archived_at"),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    organizationKey(t.orgId),
    foreignKey({ columns: [t.orgId, t.joinedTo], foreignColumns: [t.orgId as AnyPgColumn, t.id as AnyPgColumn] }),
    foreignKey({ columns: [t.orgId, t.companyId], foreignColumns: [companyTable.orgId, companyTable.id] }),
    index("contacts_joined").on(t.orgId, t.joinedTo).where(sql`joined_to is not null`),
    index("contacts_by_name").on(t.orgId, t.state, t.lowerName),
    index("contacts_by_company").on(t.orgId, t.companyId),
    index("contacts_name_trigrams").using("gin", t.lowerName.op("gin_trgm_ops")),
    savedOrSeenByMe("contacts"),
  ],
);

/** The addresses, numbers and profiles that are one person. */
export const contactIdentityTable = pgTable(
  "contact_identities",
  {
    orgId: orgId(),
    contactId: idColumn("cnt", "contact_id").notNull(),
    kind: text({ enum: ["email", "phone", "linkedin"] }).notNull(),
    /** Lower case for addresses. */
    value: text().notNull(),
    /** Within whose sight the value is unique: the owner's for what is private, nobody's (zeros) for the organization's. */
    scope: uuid().notNull(),
    sourceKind: text("source_kind", { enum: ["mail", "person", "page", "import"] }).notNull(),
    sourceId: text("source_id"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.contactId, t.kind, t.value] }),
    uniqueIndex("contact_identities_once").on(t.orgId, t.scope, t.kind, t.value),
    index("contact_identities_by_value").on(t.orgId, t.kind, t.value),
    foreignKey({ columns: [t.orgId, t.contactId], foreignColumns: [contactTable.orgId, contactTable.id] }).onDelete(
      "cascade",
    ),
    byScope("contact_identities", "contacts", "contact_id"),
  ],
);

/** Everything that was ever learnt about a person, with where and when; the newest is what is shown. */
export const contactFactTable = pgTable(
  "contact_facts",
  {
    sequence: bigserial({ mode: "number" }).primaryKey(),
    orgId: orgId(),
    contactId: idColumn("cnt", "contact_id").notNull(),
    field: text({
      enum: ["name", "title", "phones", "company", "address", "links", "notes", "companyId", "tags"],
    }).notNull(),
    value: text(),
    sourceKind: text("source_kind", { enum: ["mail", "person", "page", "import"] }).notNull(),
    sourceId: text("source_id"),
    seenAt: instant("seen_at").notNull(),
  },
  (t) => [
    index("contact_facts_by_contact").on(t.orgId, t.contactId, t.field),
    foreignKey({ columns: [t.orgId, t.contactId], foreignColumns: [contactTable.orgId, contactTable.id] }).onDelete(
      "cascade",
    ),
    asVisibleAs("contact_facts", "contacts", "contact_id"),
  ],
);

/** What a merge moved to the contact that was kept, and what it changed there. */
export type Moved = {
  identities: { kind: "email" | "phone" | "linkedin"; value: string }[];
  facts: number[];
  activities: string[];
  before: Filled;
  after: Filled;
  /** Which of the two was only seen in mail, and saved by the merge. */
  saved?: Id<"cnt">;
  /** Of the one that was kept then, right after: whoever has changed it since knows it as the organization's. */
  version?: number;
  /** Facts that mail from the addresses above has taught, or told again, since. */
  learnt?: number[];
};
type Filled = {
  title: string | null;
  phones: string[];
  companyId: Id<"cmp"> | null;
  notes: string | null;
  tags: string[];
};

/** Contacts that were merged into another: their rows stay, joined to the one that is kept, and this says how to take it back. */
export const contactMergeTable = pgTable(
  "contact_merges",
  {
    orgId: orgId(),
    contactId: idColumn("cnt", "contact_id").notNull(),
    keptId: idColumn("cnt", "kept_id").notNull(),
    moved: jsonb().$type<Moved>().notNull(),
    at: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.contactId] }),
    foreignKey({ columns: [t.orgId, t.contactId], foreignColumns: [contactTable.orgId, contactTable.id] }).onDelete(
      "cascade",
    ),
    foreignKey({ columns: [t.orgId, t.keptId], foreignColumns: [contactTable.orgId, contactTable.id] }).onDelete(
      "cascade",
    ),
    asVisibleAs("contact_merges", "contacts", "contact_id"),
  ],
);

/** Two contacts of which a person said that they are two people: nobody is asked again. The lower id comes first. */
export const contactApartTable = pgTable(
  "contacts_apart",
  {
    orgId: orgId(),
    ownerId: ownerId(),
    oneId: idColumn("cnt", "one_id").notNull(),
    otherId: idColumn("cnt", "other_id").notNull(),
    at: createdAt("at"),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.oneId, t.otherId] }),
    foreignKey({ columns: [t.orgId, t.oneId], foreignColumns: [contactTable.orgId, contactTable.id] }).onDelete(
      "cascade",
    ),
    foreignKey({ columns: [t.orgId, t.otherId], foreignColumns: [contactTable.orgId, contactTable.id] }).onDelete(
      "cascade",
    ),
    asVisibleAsBoth("contacts_apart", "contacts", ["one_id", "other_id"]),
  ],
);

/**
 * How often and when an address occurs in a member's mail. Kept by whoever stores mail, so that lists and the question "mail
 * in both directions?" need not look at the mail itself.
 */
export const sightingTable = pgTable(
  "contact_sightings",
  {
    orgId: orgId(),
    ownerId: ownerId(),
    address: text().notNull(),
    /** Of mail between the two: from this address, or written to it. Null where it was only copied in. */
    firstAt: instant("first_at"),
    lastAt: instant("last_at"),
    /** Mails from this address to the member, from the member to it, and those that the member merely has. */
    mailsIn: integer("mails_in").notNull(),
    mailsOut: integer("mails_out").notNull(),
    mailsObserved: integer("mails_observed").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.ownerId, t.address] }),
    organizationKey(t.orgId),
    index("contact_sightings_by_time").on(t.orgId, t.ownerId, t.lastAt.desc().nullsFirst()),
    ownOnly("contact_sightings"),
  ],
);
