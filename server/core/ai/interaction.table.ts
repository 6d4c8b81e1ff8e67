import { boolean, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { organizationKey } from "../auth/organization.table.ts";
import { createdAt, orgId, ownerId, primaryId } from "../db/columns.ts";
import { ownOnly } from "../db/policies.ts";

/** One AI call, the builtin writer's included: what it cost and how it ended. Never what was asked or answered. */
export const interactionTable = pgTable(
  "interactions",
  {
    id: primaryId("int"),
    orgId: orgId(),
    ownerId: ownerId(),
    task: text().notNull(),
    promptVersion: integer("prompt_version").notNull(),
    model: text().notNull(),
    at: createdAt("at"),
    durationMs: integer("duration_ms").notNull(),
    inputTokens: integer("input_tokens").notNull(),
    outputTokens: integer("output_tokens").notNull(),
    leftMachine: boolean("left_machine").notNull(),
    outcome: text({ enum: ["ok", "fell_back", "refused", "cancelled"] }).notNull(),
    error: text(),
  },
  (t) => [primaryKey({ columns: [t.orgId, t.id] }), organizationKey(t.orgId), ownOnly("interactions")],
);
