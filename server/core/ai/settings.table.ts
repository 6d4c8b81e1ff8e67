import { sql } from "drizzle-orm";
import { integer, pgTable, text } from "drizzle-orm/pg-core";
import { organizationKey } from "../auth/organization.table.ts";
import { bytes, idColumn } from "../db/columns.ts";
import { organizationWide } from "../db/policies.ts";

/** An organization's connected model. Without a row there is none. */
export const modelSettingsTable = pgTable(
  "model_settings",
  {
    orgId: idColumn("org", "org_id").primaryKey().notNull().default(sql`app.org_id()`),
    baseUrl: text("base_url"),
    model: text(),
    /** Sealed. */
    apiKey: bytes("api_key"),
    /** The origin of the server that an admin allowed mail to be sent to as it is. */
    unmaskedFor: text("unmasked_for"),
    version: integer().notNull().default(1),
  },
  (t) => [organizationKey(t.orgId), organizationWide("model_settings")],
);
