import type { Sql, TransactionSql } from "postgres";
import { KEPT, Recurring } from "./recurring.ts";

/**
 * Drizzle names no statement, so the driver would have each described (a journey of its own) and planned every time. What comes
 * again is prepared instead, once on each connection.
 */
export function preparing(pool: Sql): Sql {
  const recurring = new Recurring();
  const kept = new Set<string>();
  const prepare = (statement: string): boolean => {
    if (kept.has(statement)) return true;
    if (kept.size >= KEPT || !recurring.again(statement)) return false;
    kept.add(statement);
    return true;
  };
  const on = <T extends Sql | TransactionSql>(client: T): T => {
    const { unsafe } = client;
    return Object.assign(client, {
      unsafe: (statement: string, params: never[] = [], options: object = {}) =>
        unsafe(statement, params, { ...options, prepare: prepare(statement) }),
    });
  };
  const { begin } = pool;
  return Object.assign(on(pool), {
    begin: (work: (tx: TransactionSql) => unknown) => begin((tx) => work(on(tx))),
  });
}
