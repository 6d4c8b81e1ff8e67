import { sql } from "drizzle-orm";
import type { Ctx } from "../context.ts";
import type { Tx } from "../db/database.ts";
import { type DomainEvent, EVENTS, idsIn } from "./catalog.ts";
import { LIVE_CHANNEL, type LiveMessage } from "./live.ts";
import { outboxTable } from "./outbox.table.ts";

/** NOTIFY carries at most 8,000 bytes; with more ids than this a screen is told to look at everything of that kind. */
const MOST_LIVE_IDS = 100;

/** Writes the events of a change and tells the screens, both when and only when the transaction commits. */
export async function appendEvents(tx: Tx, ctx: Ctx, events: readonly DomainEvent[]): Promise<void> {
  if (events.length === 0) return;
  await tx.insert(outboxTable).values(events.map(({ type, payload }) => ({ type, payload, requestId: ctx.requestId })));
  const messages = events.map(({ type, payload }): LiveMessage => {
    const ids = idsIn(payload);
    return {
      organizationId: ctx.actor.organizationId,
      memberId: EVENTS[type].private ? ctx.actor.memberId : null,
      event: { type, ids: ids.length > MOST_LIVE_IDS ? [] : ids },
    };
  });
  for (const message of messages) await tx.execute(sql`select pg_notify(${LIVE_CHANNEL}, ${JSON.stringify(message)})`);
}
