import { boolean, date, foreignKey, index, integer, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { organizationKey } from "../../core/auth/organization.table.ts";
import { createdAt, idColumn, instant, orgId, ownerId, primaryId } from "../../core/db/columns.ts";
import { ownOnly, ownOrShared } from "../../core/db/policies.ts";
import { emailTable } from "../emails/index.ts";

const party = (name: string) => text(name, { enum: ["you", "them", "other"] }).notNull();
const shared = () => boolean().notNull().default(false);

/** Sentences in which somebody comes to owe something. Made of mail and gone with it; only `decision` is a person's. */
export const promiseTable = pgTable(
  "promises",
  {
    id: primaryId("prm"),
    orgId: orgId(),
    ownerId: ownerId(),
    shared: shared(),
    emailId: idColumn("eml", "email_id").notNull(),
    /** Where the sentence stands in the mail's text: with the mail, what a promise is known by when the mail is read again. */
    start: integer().notNull(),
    end: integer().notNull(),
    quote: text().notNull(),
    kind: text({ enum: ["ask", "promise"] }).notNull(),
    owes: party("owes"),
    owedTo: party("owed_to"),
    personName: text("person_name").notNull(),
    personAddress: text("person_address").notNull(),
    /** The mail's own. */
    at: instant().notNull(),
    dueOn: date("due_on", { mode: "string" }),
    dueWords: text("due_words"),
    /** When mail last spoke of it, the mail itself at first. */
    mentionedAt: instant("mentioned_at").notNull(),
    /** The model that found it where the rules had not: proposed, until a person says what it is. */
    foundBy: text("found_by"),
    /** A person's word; no reading of the mail touches it. */
    decision: text({ enum: ["done", "dismissed", "open"] }),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    organizationKey(t.orgId),
    uniqueIndex("promises_once_per_sentence").on(t.orgId, t.emailId, t.start),
    index("promises_by_person").on(t.orgId, t.personAddress, t.at.desc().nullsFirst()),
    index("promises_by_time").on(t.orgId, t.ownerId, t.at.desc().nullsFirst(), t.id.desc().nullsFirst()),
    foreignKey({ columns: [t.orgId, t.emailId], foreignColumns: [emailTable.orgId, emailTable.id] }).onDelete(
      "cascade",
    ),
    ownOrShared("promises"),
  ],
);

/** The sentence of a later mail, of its thread or another, that settles a promise: a table of its own, so that it goes with that mail. */
export const promiseAnswerTable = pgTable(
  "promise_answers",
  {
    orgId: orgId(),
    ownerId: ownerId(),
    shared: shared(),
    promiseId: idColumn("prm", "promise_id").notNull(),
    emailId: idColumn("eml", "email_id").notNull(),
    start: integer().notNull(),
    end: integer().notNull(),
    quote: text().notNull(),
    at: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.promiseId] }),
    index("promise_answers_by_email").on(t.orgId, t.emailId),
    foreignKey({ columns: [t.orgId, t.promiseId], foreignColumns: [promiseTable.orgId, promiseTable.id] }).onDelete(
      "cascade",
    ),
    foreignKey({ columns: [t.orgId, t.emailId], foreignColumns: [emailTable.orgId, emailTable.id] }).onDelete(
      "cascade",
    ),
    ownOrShared("promise_answers"),
  ],
);

/** Mails that a model has read: it is not asked about them again. */
export const promiseReadingTable = pgTable(
  "promise_readings",
  {
    orgId: orgId(),
    ownerId: ownerId(),
    emailId: idColumn("eml", "email_id").notNull(),
    model: text().notNull(),
    at: createdAt("at"),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.emailId] }),
    foreignKey({ columns: [t.orgId, t.emailId], foreignColumns: [emailTable.orgId, emailTable.id] }).onDelete(
      "cascade",
    ),
    ownOnly("promise_readings"),
  ],
);
