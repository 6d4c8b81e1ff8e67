import type { Sql, TransactionSql } from "postgres";
import { KEPT, Recurring } from "./recurring.ts";

/** Of statements that differ only in how long their lists are, so many are prepared: an import has them in every length. */
const LENGTHS = 2;

/** The statement with each list of parameters, and each list of such lists, as one. */
const shapeOf = (statement: string): string =>
  statement
    .replace(/\$\d+/g, "?")
    .replace(/\?(?:, ?\?)+/g, "?")
    .replace(/(\([^()]*\))(?:, ?\1)+/g, "$1");

/**
 * Drizzle names no statement, so the driver would have each described (a round trip of its own) and planned every time. What comes
 * again is prepared instead, once on each connection.
 */
export function preparing(pool: Sql): Sql {
  const recurring = new Recurring();
  /** With its shape, in the order of their last use. */
  const kept = new Map<string, string>();
  const lengths = new Map<string, number>();
  const count = (shape: string, more: 1 | -1) => {
    const now = (lengths.get(shape) ?? 0) + more;
    if (now > 0) lengths.set(shape, now);
    else lengths.delete(shape);
  };
  const prepare = (statement: string): boolean => {
    const known = kept.get(statement);
    if (known === undefined && !recurring.again(statement)) return false;
    const shape = known ?? shapeOf(statement);
    if (known !== undefined) kept.delete(statement);
    else if ((lengths.get(shape) ?? 0) >= LENGTHS) return false;
    else count(shape, 1);
    kept.set(statement, shape);
    if (kept.size > KEPT) {
      // Where it was prepared it stays so as long as that connection, which the driver replaces within the hour.
      const [oldest, itsShape] = kept.entries().next().value!;
      kept.delete(oldest);
      count(itsShape, -1);
    }
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
