import { sql } from "drizzle-orm";
import { integer, jsonb, pgPolicy, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { organizationKey } from "../auth/organization.table.ts";
import { createdAt, instant, orgId, ownerId, primaryId } from "../db/columns.ts";
import { appUser } from "../db/policies.ts";

/** Background work that gave up, for a person to see and try again. */
export const jobFailureTable = pgTable(
  "job_failures",
  {
    id: primaryId("job"),
    orgId: orgId(),
    ownerId: ownerId(),
    name: text().notNull(),
    /** What caused it: trying again lets this happen again. */
    event: text().notNull(),
    payload: jsonb().notNull(),
    error: text().notNull(),
    attempts: integer().notNull(),
    createdAt: createdAt(),
    retriedAt: instant("retried_at"),
  },
  (t) => {
    const mineOrAdmin = sql`org_id = (select app.org_id()) and (owner_id = (select app.member_id()) or (select app.role()) = 'admin')`;
    return [
      primaryKey({ columns: [t.orgId, t.id] }),
      organizationKey(t.orgId),
      pgPolicy("job_failures_members", { for: "all", to: appUser, using: mineOrAdmin, withCheck: mineOrAdmin }),
    ];
  },
);
