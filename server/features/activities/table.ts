import { boolean, foreignKey, index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { organizationKey } from "../../core/auth/organization.table.ts";
import { idColumn, instant, orgId, primaryId, record } from "../../core/db/columns.ts";
import { asVisibleAs, system, visibleRecord } from "../../core/db/policies.ts";
import { companyTable } from "../companies/index.ts";
import { contactTable } from "../contacts/index.ts";

export const activityTable = pgTable(
  "activities",
  {
    id: primaryId("act"),
    ...record(),
    /** About somebody, or a company, that only its writer has seen, in mail: then it is the writer's alone. */
    private: boolean().notNull().default(false),
    kind: text({ enum: ["call", "meeting", "note", "task"] }).notNull(),
    text: text().notNull(),
    at: instant().notNull(),
    outcome: text({ enum: ["positive", "neutral", "negative"] }),
    dueAt: instant("due_at"),
    doneAt: instant("done_at"),
    companyId: idColumn("cmp", "company_id"),
    /** Removed and restorable until the scheduler takes it for good. */
    removedAt: instant("removed_at"),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    organizationKey(t.orgId),
    foreignKey({ columns: [t.orgId, t.companyId], foreignColumns: [companyTable.orgId, companyTable.id] }),
    index("activities_by_time").on(t.orgId, t.at.desc().nullsFirst()),
    index("activities_by_company").on(t.orgId, t.companyId),
    visibleRecord("activities"),
    // What was removed goes for good after thirty days.
    system("activities"),
  ],
);

export const activityContactTable = pgTable(
  "activity_contacts",
  {
    orgId: orgId(),
    activityId: idColumn("act", "activity_id").notNull(),
    contactId: idColumn("cnt", "contact_id").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.activityId, t.contactId] }),
    index("activity_contacts_by_contact").on(t.orgId, t.contactId),
    foreignKey({ columns: [t.orgId, t.activityId], foreignColumns: [activityTable.orgId, activityTable.id] }).onDelete(
      "cascade",
    ),
    foreignKey({ columns: [t.orgId, t.contactId], foreignColumns: [contactTable.orgId, contactTable.id] }).onDelete(
      "cascade",
    ),
    asVisibleAs("activity_contacts", "activities", "activity_id"),
  ],
);
