import { getTableColumns, type InferInsertModel, type SQL, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { storableJson } from "../text/storable.ts";
import { chunks } from "./chunks.ts";
import type { Tx } from "./database.ts";

/** What the database fills in by itself; asked for once a statement it is not evaluated for every row. */
const TENANT = [
  { key: "orgId", name: "org_id", value: sql`app.org_id()` },
  { key: "ownerId", name: "owner_id", value: sql`app.member_id()` },
];

/**
 * Inserts many rows with one parameter a statement: twice as fast as a parameter a value, and no limit on their number. Only
 * columns that some row has are written; the others take the database's default. `onConflict` is the clause behind the rows.
 */
export async function insertMany<T extends PgTable>(
  tx: Tx,
  table: T,
  rows: readonly InferInsertModel<T>[],
  onConflict: SQL = sql``,
): Promise<void> {
  if (rows.length === 0) return;
  const columns = getTableColumns(table) as Record<string, PgColumn>;
  const given = Object.entries(columns).filter(
    ([key, column]) =>
      column.defaultFn !== undefined || rows.some((row) => (row as Record<string, unknown>)[key] !== undefined),
  );
  const names = sql.join(
    given.map(([, column]) => sql.identifier(column.name)),
    sql`, `,
  );
  const types = sql.join(
    given.map(([, column]) => sql`${sql.identifier(column.name)} ${sql.raw(typeOf(column))}`),
    sql`, `,
  );
  const tenant = TENANT.filter(({ key }) => key in columns && !given.some(([name]) => name === key));
  const tenantNames = sql.join(tenant.map(({ name }) => sql`, ${sql.identifier(name)}`));
  const tenantValues = sql.join(tenant.map(({ value }) => sql`, (select ${value})`));
  for (const part of chunks(rows)) {
    const json = storableJson(part.map((row) => asJson(given, row as Record<string, unknown>)));
    await tx.execute(
      sql`insert into ${table} (${names}${tenantNames}) select ${names}${tenantValues} from json_to_recordset(${json}::json) as x(${types}) ${onConflict}`,
    );
  }
}

/** A column that counts up is of a plain number's type once it has its value. */
const typeOf = (column: PgColumn): string =>
  column.getSQLType().replace("bigserial", "bigint").replace("serial", "integer");

const asJson = (columns: [string, PgColumn][], row: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    columns.map(([key, column]) => [column.name, driverValue(column, row[key] ?? column.defaultFn?.())]),
  );

/** JSON and arrays go as they are; ids and the like as the database keeps them. */
function driverValue(column: PgColumn, value: unknown): unknown {
  if (value === undefined || value === null) return null;
  return column.columnType === "PgJsonb" || Array.isArray(value) ? value : column.mapToDriverValue(value);
}

/** Sets the given columns of many rows, each found by its id, in one statement. Every row has the same columns. */
export async function updateMany<T extends PgTable>(
  tx: Tx,
  table: T,
  key: PgColumn,
  rows: readonly Partial<InferInsertModel<T>>[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const given = Object.entries(getTableColumns(table) as Record<string, PgColumn>).filter(([name]) => name in first);
  const types = sql.join(
    given.map(([, column]) => sql`${sql.identifier(column.name)} ${sql.raw(typeOf(column))}`),
    sql`, `,
  );
  const changes = given
    .filter(([, column]) => column.name !== key.name)
    .map(([, column]) => sql`${sql.identifier(column.name)} = x.${sql.identifier(column.name)}`);
  for (const part of chunks(rows)) {
    const json = storableJson(part.map((row) => asJson(given, row as Record<string, unknown>)));
    await tx.execute(
      sql`update ${table} t set ${sql.join(changes, sql`, `)} from json_to_recordset(${json}::json) as x(${types}) where t.${sql.identifier(key.name)} = x.${sql.identifier(key.name)}`,
    );
  }
}
