import { type DriverValueEncoder, type Param, sql } from "drizzle-orm";
import type { Drizzle, Tx } from "./database.ts";

/** What drizzle runs a statement on, which it does not type: the driver's connection, or a transaction of it, and who is told of it. */
type Session = { client: object; logger: object };
type Prepared = { execute(values?: Record<string, unknown>): Promise<unknown> };

/**
 * A statement that requests ask again and again, made of its parts once for each kind of database, which takes longer than to run
 * it; what differs are its placeholders. Runs in any transaction, or outside of one.
 */
export function builtOnce<Q extends Prepared>(
  build: (db: Drizzle) => { prepare(name: string): Q },
): (db: Drizzle | Tx) => Pick<Q, "execute"> {
  const built = new Map<unknown, Q>();
  return (db) => {
    const { session } = db as unknown as { session: Session };
    const kind = session.constructor;
    const query = built.get(kind) ?? build(db as Drizzle).prepare("built_once");
    built.set(kind, query);
    // Of the same statement one that is run by this session: it shares all but that.
    const { client, logger } = session;
    return Object.assign(Object.create(query) as Q, { client, logger });
  };
}

/** The place of a value, which is given as this side has it and goes to the database as the column keeps it. */
export const given = <T>(name: string, column: DriverValueEncoder<T, unknown>): Param =>
  sql.param(sql.placeholder(name), column as never);
