import { sql } from "drizzle-orm";
import { type Database, OUR_NAME, rows } from "./database.ts";

/** Longer than a process that is well needs between two statements. */
const HELD_UP_MS = 20_000;

/**
 * A process that is held up in the middle of a transaction, as one that is frozen or on a machine that sleeps, holds what it has
 * locked from all others, and its job would be taken up in vain. So its transactions are cut; when it goes on it hears of that. The
 * database's own limit for idle transactions does not see one that is held up between the two halves of a statement.
 */
export async function cutHeldUp({ kind, drizzle }: Database, afterMs = HELD_UP_MS): Promise<number> {
  if (kind !== "postgres") return 0;
  const cut = await rows(
    drizzle,
    sql`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and usename = session_user and application_name = ${OUR_NAME}
          and xact_start is not null and wait_event = 'ClientRead'
          and state_change < clock_timestamp() - ${afterMs} * interval '1 millisecond'`,
  );
  return cut.length;
}
