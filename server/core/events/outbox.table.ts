import { sql } from "drizzle-orm";
import { bigserial, index, jsonb, pgPolicy, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { organizationKey } from "../auth/organization.table.ts";
import { createdAt, idColumn, instant, orgId } from "../db/columns.ts";
import { appUser, system } from "../db/policies.ts";

/** What happened and has not yet been handed to the queue; written in the transaction of the change itself. */
export const outboxTable = pgTable(
  "outbox",
  {
    sequence: bigserial({ mode: "number" }).primaryKey(),
    id: uuid().notNull().defaultRandom(),
    orgId: orgId(),
    memberId: idColumn("mbr", "member_id").notNull().default(sql`app.member_id()`),
    type: text().notNull(),
    payload: jsonb().notNull(),
    requestId: text("request_id").notNull(),
    createdAt: createdAt(),
    sentAt: instant("sent_at"),
  },
  (t) => [
    organizationKey(t.orgId),
    index("outbox_unsent").on(t.sequence).where(sql`sent_at is null`),
    pgPolicy("outbox_write", {
      for: "insert",
      to: appUser,
      withCheck: sql`org_id = (select app.org_id()) and member_id = (select app.member_id())`,
    }),
    system("outbox"),
  ],
);
