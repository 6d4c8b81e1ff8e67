import { createHash } from "node:crypto";
import { inArray, isNull } from "drizzle-orm";
import type { App } from "../context.ts";
import { system } from "../db/transaction.ts";
import type { Job } from "../jobs/job.ts";
import type { Envelope } from "../jobs/run.ts";
import { outboxTable } from "./outbox.table.ts";

const BATCH = 200;

export type Delivery = { job: Job; id: string; data: Envelope };

/**
 * Hands the events that are not yet handed over to `deliver`, in their order, and marks them. Outside of any transaction of
 * the change. May deliver twice when it is killed in between: ids are derived, so the queue skips what it has.
 */
export async function relayEvents(
  app: App,
  jobs: readonly Job[],
  deliver: (deliveries: Delivery[]) => Promise<void>,
): Promise<number> {
  const events = await system(app, "outbox relay", (tx) =>
    tx.select().from(outboxTable).where(isNull(outboxTable.sentAt)).orderBy(outboxTable.sequence).limit(BATCH),
  );
  if (events.length === 0) return 0;
  const deliveries = events.flatMap((event) =>
    jobs
      .filter((job) => job.on === event.type)
      .map((job) => ({
        job,
        id: derivedUuid(`${event.id} ${job.name}`),
        data: {
          organizationId: event.orgId,
          memberId: event.memberId,
          requestId: event.requestId,
          payload: event.payload as Envelope["payload"],
        },
      })),
  );
  await deliver(deliveries);
  await system(app, "outbox relay", (tx) =>
    tx
      .update(outboxTable)
      .set({ sentAt: app.now().toISOString() })
      .where(
        inArray(
          outboxTable.sequence,
          events.map((event) => event.sequence),
        ),
      ),
  );
  return events.length;
}

/** The same UUID for the same text: RFC 9562, version 8. */
function derivedUuid(text: string): string {
  const hex = createHash("sha256").update(text).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
