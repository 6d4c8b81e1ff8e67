import { createHash } from "node:crypto";
import { eq, like, sql } from "drizzle-orm";
import type { Ctx } from "../context.ts";
import type { Tx } from "../db/database.ts";
import { together } from "../db/transaction.ts";
import { AppError } from "../errors.ts";
import { idempotencyTable } from "./idempotency.table.ts";

const SEALED_AS = "idempotency";

/**
 * Runs a write once per key: its changes and its answer are committed together, so a repeated request, even after a crash,
 * finds either nothing or the answer. Two at the same time take turns.
 */
export function onceByKey<T>(
  ctx: Ctx,
  route: string,
  key: string,
  input: unknown,
  run: (ctx: Ctx) => Promise<T>,
): Promise<T> {
  if (key.length === 0 || key.length > 200)
    throw new AppError("invalid", "Idempotency-Key: must have 1 to 200 characters");
  const fullKey = `${route} ${key}`;
  const requestHash = createHash("sha256").update(JSON.stringify(input)).digest("hex");
  return together(ctx, async (inside) => {
    const tx = inside.tx!;
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${ctx.actor.memberUuid} ${fullKey}`}, 0))`);
    const [before] = await tx.select().from(idempotencyTable).where(eq(idempotencyTable.key, fullKey));
    if (before) {
      if (before.requestHash !== requestHash)
        throw new AppError("conflict", "This Idempotency-Key was used for something else. Take a new one");
      return JSON.parse(Buffer.from(ctx.app.seal.open(SEALED_AS, before.response)).toString("utf8")) as T;
    }
    const response = await run(inside);
    const sealed = ctx.app.seal.seal(SEALED_AS, Buffer.from(JSON.stringify(response)));
    await tx.insert(idempotencyTable).values({ key: fullKey, requestHash, response: sealed });
    return response;
  });
}

/** Drops the member's kept answers of a route, because what they answered with is to be gone. */
export const forgetAnswers = async (tx: Tx, route: string): Promise<void> =>
  void (await tx.delete(idempotencyTable).where(like(idempotencyTable.key, `${route} %`)));
