import { sqlState } from "./database.ts";

/** Of whatever comes behind a statement that failed, in its transaction. */
const ABORTED = "25P02";

/**
 * Work of one transaction under way together, so that the database does not wait for what is made meanwhile. Statements are run
 * in the order in which they are sent. It ends when all have ended, also when one fails, for nothing may be sent behind its
 * transaction; what failed first is thrown, the others fail of it: which is told by their state, for one that waits for parts of
 * its own may be heard of later.
 */
export async function atOnce<T extends readonly Promise<unknown>[]>(
  ...work: T
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  const failures: unknown[] = [];
  const results = await Promise.all(work.map((one) => one.catch((error: unknown) => void failures.push(error))));
  if (failures.length > 0) throw failures.find((one) => sqlState(one) !== ABORTED) ?? failures[0];
  return results as { -readonly [K in keyof T]: Awaited<T[K]> };
}
