import type { Person, Span } from "@sidenote/contract/emails";
import { isNotNull } from "drizzle-orm";
import { boolean, foreignKey, index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { organizationKey } from "../../core/auth/organization.table.ts";
import { createdAt, idColumn, instant, orgId, ownerId, primaryId } from "../../core/db/columns.ts";
import { ownOnly, ownOrShared } from "../../core/db/policies.ts";
import { fileTable } from "../../core/files/index.ts";

const direction = () => text({ enum: ["in", "out", "observed"] });
const shared = () => boolean().notNull().default(false);

export const threadTable = pgTable(
  "threads",
  {
    id: primaryId("thr"),
    orgId: orgId(),
    ownerId: ownerId(),
    shared: shared(),
    subject: text().notNull(),
    /** Without Re:, Fwd: and the like, in lower case: what threads without References are found by. */
    subjectKey: text("subject_key").notNull(),
    /** Everybody but the member, in order of appearance; at most fifty. */
    people: jsonb().$type<Person[]>().notNull(),
    count: integer().notNull(),
    firstAt: instant("first_at").notNull(),
    lastAt: instant("last_at").notNull(),
    lastDirection: direction().notNull(),
    snippet: text().notNull(),
    /** Who owes an answer, since when, and the words that ask. All null: nobody. */
    owedBy: text("owed_by", { enum: ["you", "them"] }),
    owedSince: instant("owed_since"),
    owedEmailId: idColumn("eml", "owed_email_id"),
    owedAsks: text("owed_asks"),
    owedStart: integer("owed_start"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    organizationKey(t.orgId),
    index("threads_by_time").on(t.orgId, t.ownerId, t.lastAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index("threads_owed").on(t.orgId, t.ownerId, t.owedBy, t.owedSince),
    index("threads_by_subject").on(t.orgId, t.ownerId, t.subjectKey, t.lastAt),
    ownOrShared("threads"),
  ],
);

export const emailTable = pgTable(
  "emails",
  {
    id: primaryId("eml"),
    orgId: orgId(),
    ownerId: ownerId(),
    shared: shared(),
    threadId: idColumn("thr", "thread_id").notNull(),
    direction: direction().notNull(),
    subject: text().notNull(),
    fromName: text("from_name").notNull(),
    fromAddress: text("from_address").notNull(),
    at: instant().notNull(),
    text: text().notNull(),
    spans: jsonb().$type<Span[]>().notNull(),
    html: text(),
    /** The header block as it came, so that a copy of the mail can be written out again. */
    headers: text(),
    /** Who has a hand in it and is not on it: who sent it in another's name, and to whom answers go. Null: nobody. */
    beside: jsonb().$type<string[]>(),
    /** Sent by a list, a robot or a role address: it makes no contact and nobody owes it an answer. */
    automatic: boolean().notNull(),
    /** An own address is among those it is written to (not only copied). */
    addressed: boolean().notNull(),
    /** The first sentence that asks for something, and where it stands in the text. */
    asks: text(),
    asksStart: integer("asks_start"),
    /** A person said that whatever it asks is done, or asks for nothing. */
    asksSettled: boolean("asks_settled").notNull().default(false),
    /** The beginning of what was newly said, on one line. */
    snippet: text().notNull(),
    /** The first letters of what was newly said: how a reply without References is found to quote this mail. */
    opening: text().notNull(),
    /** Sender, minute and a hash of what was newly said: how a panel's copy and an import's are found to be one. */
    joinKey: text("join_key").notNull(),
    /** The import that stored it, if one did. */
    importId: idColumn("imp", "import_id"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    organizationKey(t.orgId),
    foreignKey({ columns: [t.orgId, t.threadId], foreignColumns: [threadTable.orgId, threadTable.id] }),
    index("emails_by_thread").on(t.orgId, t.threadId, t.at),
    index("emails_by_join_key").on(t.orgId, t.ownerId, t.joinKey),
    index("emails_by_import").on(t.orgId, t.importId),
    index("emails_with_others_beside").on(t.orgId, t.ownerId).where(isNotNull(t.beside)),
    ownOrShared("emails"),
  ],
);

/** The names that a mail goes by: `rfc:<Message-ID>`, `gmail:…`, `content:<hash>`. Each names one mail of a mailbox. */
export const emailSourceTable = pgTable(
  "email_sources",
  {
    orgId: orgId(),
    ownerId: ownerId(),
    shared: shared(),
    sourceId: text("source_id").notNull(),
    emailId: idColumn("eml", "email_id").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.ownerId, t.sourceId] }),
    index("email_sources_by_email").on(t.orgId, t.emailId),
    foreignKey({ columns: [t.orgId, t.emailId], foreignColumns: [emailTable.orgId, emailTable.id] }).onDelete(
      "cascade",
    ),
    ownOrShared("email_sources"),
  ],
);

/** The names that a thread goes by: `gmail:…`, and `rfc:…` of every message that is in it or is referred to by one that is. */
export const threadSourceTable = pgTable(
  "thread_sources",
  {
    orgId: orgId(),
    ownerId: ownerId(),
    shared: shared(),
    sourceId: text("source_id").notNull(),
    threadId: idColumn("thr", "thread_id").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.ownerId, t.sourceId] }),
    index("thread_sources_by_thread").on(t.orgId, t.threadId),
    foreignKey({ columns: [t.orgId, t.threadId], foreignColumns: [threadTable.orgId, threadTable.id] }).onDelete(
      "cascade",
    ),
    ownOrShared("thread_sources"),
  ],
);

/** Who is on a mail. People are found by address, so that merging two contacts moves no mail. */
export const participantTable = pgTable(
  "email_participants",
  {
    orgId: orgId(),
    ownerId: ownerId(),
    shared: shared(),
    emailId: idColumn("eml", "email_id").notNull(),
    position: integer().notNull(),
    role: text({ enum: ["from", "to", "cc", "bcc"] }).notNull(),
    name: text().notNull(),
    /** Lower case. */
    address: text().notNull(),
    /** The mail's own, repeated here so that one index answers "the last mails with this person". */
    at: instant().notNull(),
    direction: direction().notNull(),
    /** One of the member's own addresses. */
    own: boolean().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.emailId, t.position] }),
    index("email_participants_by_address").on(t.orgId, t.address, t.at.desc().nullsFirst()),
    foreignKey({ columns: [t.orgId, t.emailId], foreignColumns: [emailTable.orgId, emailTable.id] }).onDelete(
      "cascade",
    ),
    ownOrShared("email_participants"),
  ],
);

export const attachmentTable = pgTable(
  "email_attachments",
  {
    orgId: orgId(),
    ownerId: ownerId(),
    shared: shared(),
    emailId: idColumn("eml", "email_id").notNull(),
    position: integer().notNull(),
    fileId: idColumn("fil", "file_id").notNull(),
    /** A picture inside the HTML, by its Content-ID; null for what is attached. */
    contentId: text("content_id"),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.emailId, t.position] }),
    foreignKey({ columns: [t.orgId, t.emailId], foreignColumns: [emailTable.orgId, emailTable.id] }).onDelete(
      "cascade",
    ),
    foreignKey({ columns: [t.orgId, t.fileId], foreignColumns: [fileTable.orgId, fileTable.id] }).onDelete("cascade"),
    ownOrShared("email_attachments"),
  ],
);

/**
 * What became of each message that a panel handed in, by the site's id of it: once stored, it stays so when it is handed in
 * again. Of what was not stored nothing else is kept.
 */
export const panelItemTable = pgTable(
  "panel_items",
  {
    orgId: orgId(),
    ownerId: ownerId(),
    sourceId: text("source_id").notNull(),
    outcome: text({ enum: ["stored", "duplicate", "not_wanted"] }).notNull(),
    by: text({ enum: ["you", "policy"] }).notNull(),
    reason: text(),
    rule: text(),
    emailId: idColumn("eml", "email_id"),
    at: createdAt("at"),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.ownerId, t.sourceId] }),
    organizationKey(t.orgId),
    index("panel_items_by_email").on(t.orgId, t.emailId),
    index("panel_items_by_time").on(t.orgId, t.ownerId, t.at.desc().nullsFirst(), t.sourceId.desc().nullsFirst()),
    ownOnly("panel_items"),
  ],
);
