import { sql } from "drizzle-orm";
import {
  bigint,
  bigserial,
  index,
  integer,
  pgPolicy,
  pgTable,
  primaryKey,
  serial,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { organizationKey } from "../../core/auth/organization.table.ts";
import { instant, orgId, sparseVector, textVector, vector } from "../../core/db/columns.ts";
import { appUser, system } from "../../core/db/policies.ts";

/**
 * Who may find a passage. `mail` and `own` belong to a member (`own` records are an admin's to see too, mail is not), `team`
 * to a team, `organization` to all. Everything below hangs on a scope and is as visible as it.
 */
export const scopeTable = pgTable(
  "search_scopes",
  {
    id: serial().primaryKey(),
    orgId: orgId(),
    kind: text({ enum: ["mail", "own", "team", "organization"] }).notNull(),
    /** The member or team; zeros for the organization's. */
    subject: uuid().notNull(),
    /** How many passages, and how many words in all: what BM25 compares lengths with. Kept by the counting task. */
    passages: integer().notNull().default(0),
    words: bigint({ mode: "number" }).notNull().default(0),
    /** Since the last count. */
    changed: integer().notNull().default(0),
  },
  (t) => {
    const visible = sql`org_id = (select app.org_id()) and (kind = 'organization' or (kind in ('mail', 'own') and subject = (select app.member_id())) or (kind = 'own' and (select app.role()) = 'admin') or (kind = 'team' and (subject = any ((select app.teams())::uuid[]) or (select app.role()) <> 'agent')))`;
    return [
      uniqueIndex("search_scopes_once").on(t.orgId, t.kind, t.subject),
      organizationKey(t.orgId),
      pgPolicy("search_scopes_members", { for: "all", to: appUser, using: visible, withCheck: visible }),
      system("search_scopes"),
    ];
  },
);

const inVisibleScope = (table: string) => {
  const visible = sql`org_id = (select app.org_id()) and scope_id in (select id from search_scopes)`;
  return pgPolicy(`${table}_members`, { for: "all", to: appUser, using: visible, withCheck: visible });
};

/** A passage of a record: the words that a hit shows, and where they stand in the record's text. */
export const passageTable = pgTable(
  "search_passages",
  {
    id: bigserial({ mode: "number" }).primaryKey(),
    orgId: orgId(),
    scopeId: integer("scope_id")
      .notNull()
      .references(() => scopeTable.id, { onDelete: "cascade" }),
    recordKind: text("record_kind", { enum: ["contact", "company", "activity", "email"] }).notNull(),
    recordId: uuid("record_id").notNull(),
    position: integer().notNull(),
    start: integer().notNull(),
    body: text().notNull(),
    at: instant(),
  },
  (t) => [
    uniqueIndex("search_passages_by_record").on(t.orgId, t.recordId, t.position),
    inVisibleScope("search_passages"),
    system("search_passages"),
  ],
);

/** What is matched: lexemes written as `scope:lexeme`, so that a small mailbox does not pay for a large one. */
export const searchIndexTable = pgTable(
  "search_index",
  {
    passageId: bigint("passage_id", { mode: "number" })
      .primaryKey()
      .references(() => passageTable.id, { onDelete: "cascade" }),
    orgId: orgId(),
    scopeId: integer("scope_id").notNull(),
    length: integer().notNull(),
    lexemes: textVector().notNull(),
  },
  (t) => [
    index("search_index_lexemes").using("gin", t.lexemes),
    inVisibleScope("search_index"),
    system("search_index"),
  ],
);

/** In how many passages of a scope a lexeme occurs. Kept by the counting task; newer words count as rare. */
export const termTable = pgTable(
  "search_terms",
  {
    scopeId: integer("scope_id")
      .notNull()
      .references(() => scopeTable.id, { onDelete: "cascade" }),
    orgId: orgId(),
    lexeme: text().notNull(),
    passages: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.scopeId, t.lexeme] }), inVisibleScope("search_terms"), system("search_terms")],
);

/** One vector of one passage by one model; spaces of different models are never compared. */
export const embeddingTable = pgTable(
  "embeddings",
  {
    passageId: bigint("passage_id", { mode: "number" })
      .notNull()
      .references(() => passageTable.id, { onDelete: "cascade" }),
    orgId: orgId(),
    scopeId: integer("scope_id").notNull(),
    model: text().notNull(),
    /** A dense model's. */
    vector: vector(),
    /** The lexical one: most of its 1,024 places are empty. */
    sparse: sparseVector(),
  },
  (t) => [
    primaryKey({ columns: [t.passageId, t.model] }),
    index("embeddings_by_scope").on(t.scopeId, t.model),
    inVisibleScope("embeddings"),
  ],
);
