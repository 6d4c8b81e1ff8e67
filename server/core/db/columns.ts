import type { Id } from "@sidenote/contract/ids";
import { sql } from "drizzle-orm";
import { customType, integer, text, uuid } from "drizzle-orm/pg-core";
import { fromUuid, newId, toUuid } from "../ids.ts";

/** An id column: prefixed on this side (`cnt_…`), a UUID in the database. A wrong prefix throws before any SQL runs. */
export const idColumn = <P extends string>(prefix: P, name?: string) => {
  const build = customType<{ data: Id<P>; driverData: string }>({
    dataType: () => "uuid",
    toDriver: (value) => toUuid(value, prefix),
    fromDriver: (value) => fromUuid(value, prefix),
  });
  return name ? build(name) : build();
};

/** The primary id of a record, made here and not by the database, so that it is known before the row is written. */
export const primaryId = <P extends string>(prefix: P) =>
  idColumn(prefix)
    .notNull()
    .$defaultFn(() => newId(prefix));

/** A point in time: ISO 8601 in UTC with milliseconds on this side, `timestamptz` in the database. */
export const instant = customType<{ data: string; driverData: string }>({
  dataType: () => "timestamp (3) with time zone",
  fromDriver: (value) => new Date(value).toISOString(),
});

export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => "bytea" });

export const textVector = customType<{ data: string; driverData: string }>({ dataType: () => "tsvector" });

/** pgvector without a fixed size: vectors of several models live in one column and are told apart by `model`. */
export const vector = customType<{ data: number[]; driverData: string }>({
  dataType: () => "vector",
  toDriver: (value) => `[${value.join(",")}]`,
  fromDriver: (value) => JSON.parse(value) as number[],
});

/** pgvector's sparse form, counted from 1; `size` is written with every value. */
export const sparseVector = customType<{
  data: { size: number; values: ReadonlyMap<number, number> };
  driverData: string;
}>({
  dataType: () => "sparsevec",
  toDriver: ({ size, values }) =>
    `{${[...values].map(([place, value]) => `${place + 1}:${value.toFixed(5)}`).join(",")}}/${size}`,
});

/** The tenant, filled in from the transaction's settings: no insert names it, none can name another. */
export const orgId = () => idColumn("org", "org_id").notNull().default(sql`app.org_id()`);

/** The member that a row belongs to: by default, the one who writes it. */
export const ownerId = () => idColumn("mbr", "owner_id").notNull().default(sql`app.member_id()`);

/** What every record of the CRM carries: whose it is, who may see it, and the version that updates are checked against. */
export const record = () => ({
  orgId: orgId(),
  ownerId: ownerId(),
  teamId: uuid("team_id"),
  visibility: text({ enum: ["own", "team", "organization"] })
    .notNull()
    .default("organization"),
  version: integer().notNull().default(1),
  createdAt: createdAt(),
  updatedAt: createdAt("updated_at"),
});

export const createdAt = (name = "created_at") => instant(name).notNull().default(sql`now()`);
