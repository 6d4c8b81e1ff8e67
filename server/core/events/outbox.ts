import { sql } from "drizzle-orm";
import type { Ctx } from "../context.ts";
import { chunks } from "../db/chunks.ts";
import type { Tx } from "../db/database.ts";
import { type DomainEvent, EVENTS, idsIn } from "./catalog.ts";
import { LIVE_CHANNEL, type LiveMessage } from "./live.ts";
import { outboxTable } from "./outbox.table.ts";

/** NOTIFY carries at most 8,000 bytes; with more ids than this a screen is told to look at everything of that kind. */
const MOST_LIVE_IDS = 100;
/** A name is as long as a site makes it, up to 200 letters. */
const NAMES_AT_ONCE = 20;

/** Writes the events of a change and tells the screens, both when and only when the transaction commits. */
export async function appendEvents(tx: Tx, ctx: Ctx, events: readonly DomainEvent[]): Promise<void> {
  if (events.length === 0) return;
  await tx.insert(outboxTable).values(events.map(({ type, payload }) => ({ type, payload, requestId: ctx.requestId })));
  const messages = events.flatMap(({ type, payload, told }) =>
    toScreens(idsIn(payload), told).map(
      (ids): LiveMessage => ({
        organizationId: ctx.actor.organizationId,
        memberId: EVENTS[type].private ? ctx.actor.memberId : null,
        event: { type, ids },
      }),
    ),
  );
  for (const message of messages) await tx.execute(sql`select pg_notify(${LIVE_CHANNEL}, ${JSON.stringify(message)})`);
}

/** What screens hear of one event. Names are told by themselves, so that they arrive however many ids there are. */
function toScreens(ids: string[], told: readonly string[] = []): string[][] {
  const names = [...chunks(told, NAMES_AT_ONCE)];
  return names.length > 0 && ids.length === 0 ? names : [ids.length > MOST_LIVE_IDS ? [] : ids, ...names];
}
