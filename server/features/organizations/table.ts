import { foreignKey, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { memberTable } from "../../core/auth/organization.table.ts";
import { createdAt, orgId, ownerId } from "../../core/db/columns.ts";
import { ownOnly } from "../../core/db/policies.ts";

/** The addresses that are a member's own: they decide the direction of mail and are nobody's contact. */
export const ownAddressTable = pgTable(
  "own_addresses",
  {
    orgId: orgId(),
    ownerId: ownerId(),
    /** Lower case. */
    address: text().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.ownerId, t.address] }),
    foreignKey({ columns: [t.orgId, t.ownerId], foreignColumns: [memberTable.orgId, memberTable.id] }).onDelete(
      "cascade",
    ),
    ownOnly("own_addresses"),
  ],
);
