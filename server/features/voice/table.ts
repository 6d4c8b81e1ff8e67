import type { Voice } from "@sidenote/contract/voice";
import { boolean, integer, jsonb, pgTable, primaryKey } from "drizzle-orm/pg-core";
import { organizationKey } from "../../core/auth/organization.table.ts";
import { instant, orgId, ownerId } from "../../core/db/columns.ts";
import { ownOnly } from "../../core/db/policies.ts";

/** How a member writes. `learnt` is made of sent mail and made again when that changes; the rest is the member's word. */
export const voiceTable = pgTable(
  "voices",
  {
    orgId: orgId(),
    ownerId: ownerId(),
    mails: integer().notNull().default(0),
    learntAt: instant("learnt_at"),
    learnt: jsonb().$type<Voice["learnt"]>().notNull(),
    edited: jsonb().$type<Voice["edited"]>().notNull(),
    allowExamples: boolean("allow_examples").notNull().default(false),
    version: integer().notNull().default(1),
  },
  (t) => [primaryKey({ columns: [t.orgId, t.ownerId] }), organizationKey(t.orgId), ownOnly("voices")],
);
