import { sql } from "drizzle-orm";
import type { App } from "../../context.ts";
import { rows, type Tx } from "../database.ts";

/** Browser sessions and sign-in links are for one server; the queue makes itself. */
const LEFT_OUT = ["auth.session", "auth.verification"];

/** Rows read at once: files are in parts of a megabyte. */
const ROWS_AT_ONCE = 200;
const WIDE_ROWS_AT_ONCE = 4;
const WIDE = new Set(["public.blob_parts", "public.import_parts"]);

export const rowsAtOnce = (table: string): number => (WIDE.has(table) ? WIDE_ROWS_AT_ONCE : ROWS_AT_ONCE);

/** The one place that sees every row of every organization: as `app_backup`, for the person at this machine. */
export const everything = <T>(app: App, mode: string, run: (tx: Tx) => Promise<T>): Promise<T> =>
  app.db.drizzle.transaction(async (tx) => {
    if (mode) await tx.execute(sql.raw(`set transaction ${mode}`));
    // By another name, for it waits for a file in between, and is not to be cut as one that is held up.
    await tx.execute(
      sql`select set_config('role', 'app_backup', true), set_config('application_name', 'sidenote backup', true)`,
    );
    return run(tx as unknown as Tx);
  });

/** Every table with rows of ours, those that are pointed at before those that point. */
export async function tablesInOrder(tx: Tx): Promise<string[]> {
  const tables = await rows<{ name: string }>(
    tx,
    sql`select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind = 'r' and n.nspname in ('public', 'auth') order by 1`,
  );
  const links = await rows<{ from: string; to: string }>(
    tx,
    sql`select conrelid::regclass::text as from, confrelid::regclass::text as to from pg_constraint where contype = 'f' and conrelid <> confrelid`,
  );
  const qualified = (name: string) => (name.includes(".") ? name : `public.${name}`).replaceAll('"', "");
  const waiting = new Set(tables.map((table) => table.name).filter((name) => !LEFT_OUT.includes(name)));
  const ordered: string[] = [];
  while (waiting.size > 0) {
    const ready = [...waiting].filter((name) =>
      links.every(({ from, to }) => qualified(from) !== name || !waiting.has(qualified(to))),
    );
    if (ready.length === 0) throw new Error("tables that point at each other cannot be put in order");
    for (const name of ready) {
      waiting.delete(name);
      ordered.push(name);
    }
  }
  return ordered;
}
