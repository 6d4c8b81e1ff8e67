import { pgTable, text } from "drizzle-orm/pg-core";
import { createdAt, idColumn, instant } from "../db/columns.ts";
import { system } from "../db/policies.ts";

/** Devices that asked to be paired and wait for a member to confirm their code; nobody's until then, so only `system()` sees them. */
export const pairingTable = pgTable(
  "pairing_requests",
  {
    /** Keyed hash of the secret that the device polls with. */
    deviceHash: text("device_hash").primaryKey(),
    userCode: text("user_code").notNull().unique(),
    device: text().notNull(),
    scopes: text().array().notNull(),
    state: text({ enum: ["waiting", "approved", "handed_out", "denied"] }).notNull(),
    orgId: idColumn("org", "org_id"),
    memberId: idColumn("mbr", "member_id"),
    createdAt: createdAt(),
    expiresAt: instant("expires_at").notNull(),
  },
  () => [system("pairing_requests")],
);
