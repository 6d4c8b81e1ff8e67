import { readdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import { and, isNotNull, lt, sql } from "drizzle-orm";
import type { App } from "./context.ts";
import { system } from "./db/transaction.ts";
import { outboxTable } from "./events/outbox.table.ts";
import { idempotencyTable } from "./http/idempotency.table.ts";
import type { ScheduledTask } from "./jobs/job.ts";
import { DAY_MS } from "./text/due-days.ts";

/** As long as the queue keeps ids, so that an event that is relayed twice still meets the first. */
const KEEP_DAYS = 30;

export const maintenanceTasks: ScheduledTask[] = [
  { name: "maintenance.tidy", cron: "17 * * * *", run: tidy },
  { name: "maintenance.vacuum", cron: "43 * * * *", run: vacuum },
];

/** Takes away what has served its time: answers kept for repeated requests, events handed on, contents that no file uses. */
export async function tidy(app: App): Promise<void> {
  const old = new Date(app.now().getTime() - KEEP_DAYS * DAY_MS).toISOString();
  await system(app, "scheduler", async (tx) => {
    await tx.delete(idempotencyTable).where(lt(idempotencyTable.createdAt, old));
    await tx.delete(outboxTable).where(and(isNotNull(outboxTable.sentAt), lt(outboxTable.createdAt, old)));
    await tx.execute(
      sql`delete from blob_parts b where not exists (select 1 from files f where f.org_id = b.org_id and f.hash = b.hash)`,
    );
    await tx.execute(sql`delete from activities where removed_at < ${old}`);
  });
  await removeLeftBackups(app);
}

/** What a backup is made in while it is handed over; in the data folder. */
export const BACKUP_FOLDER = "backup-";

/** A process that is killed leaves what it was making behind. Nobody needs a day to take it. */
async function removeLeftBackups({ config: { dataDir }, now }: App): Promise<void> {
  const entries = await readdir(dataDir).catch(() => []);
  for (const name of entries.filter((entry) => entry.startsWith(BACKUP_FOLDER))) {
    const folder = path.join(dataDir, name);
    const { mtimeMs } = await stat(folder);
    if (mtimeMs < now().getTime() - DAY_MS) await rm(folder, { recursive: true, force: true });
  }
}

/** PGlite has no background processes: nobody else renews its statistics or writes its log away. PostgreSQL does both itself. */
export async function vacuum(app: App): Promise<void> {
  if (app.db.kind !== "pglite") return;
  await app.db.statement("vacuum (analyze)");
  // One connection: a role that outlived its statement would be that of whoever comes next.
  await app.db.statement("begin; set local role pg_checkpoint; checkpoint; commit");
}
