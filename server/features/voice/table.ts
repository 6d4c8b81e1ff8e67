import type { Voice } from "@sidenote/contract/voice";
import { boolean, integer, jsonb, pgTable, primaryKey } from "drizzle-orm/pg-core";
import { organizationKey } from "../../core/auth/organization.table.ts";
import { instant, orgId, ownerId } from "../../core/db/columns.ts";
import { ownOnly } from "../../core/db/policies.ts";

export type WaitingDraft = { at: string; address: string; statements: string[] };
/** `uses` counts, of each courtesy, how often it was in a draft and how often it was taken out. */
export type Found = {
  drafts: number;
  statements: number;
  kept: number;
  wordsDrafted: number;
  wordsSent: number;
  uses: Record<string, { in: number; out: number }>;
};
export type Inserted = { waiting: WaitingDraft[]; found: Found | null };

/** How a member writes. `learnt` is made of sent mail and made again when that changes; the rest is the member's word. */
export const voiceTable = pgTable(
  "voices",
  {
    orgId: orgId(),
    ownerId: ownerId(),
    mails: integer().notNull().default(0),
    /** Mails sent since it was learnt. */
    sentSince: integer("sent_since").notNull().default(0),
    learntAt: instant("learnt_at"),
    learnt: jsonb().$type<Voice["learnt"]>().notNull(),
    /** Drafts that wait to be found again in what is sent, and what those that were found taught. */
    inserted: jsonb().$type<Inserted>().notNull().default({ waiting: [], found: null }),
    edited: jsonb().$type<Voice["edited"]>().notNull(),
    allowExamples: boolean("allow_examples").notNull().default(false),
    version: integer().notNull().default(1),
  },
  (t) => [primaryKey({ columns: [t.orgId, t.ownerId] }), organizationKey(t.orgId), ownOnly("voices")],
);
