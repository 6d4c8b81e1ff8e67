import type { App, Ctx } from "../context.ts";
import type { EventPayload, EventType } from "../events/catalog.ts";

/** A piece of background work that an event causes. Runs as the member whose change it was; twice must equal once. */
export type Job<T extends EventType = EventType> = {
  /** `entity.verb`. */
  name: string;
  on: T;
  /** How often it is tried again after an error, with growing pauses. */
  retries: number;
  /** For what may take hours: a process does it for so many members at once, and each member's own in turn. */
  atOnce?: number;
  run(ctx: Ctx, input: EventPayload<T>): Promise<void>;
  /** Says on the record itself that no try succeeded, where it can be begun again. Without this it is kept as a failed job. */
  gaveUp?(ctx: Ctx, input: EventPayload<T>, reason: string): Promise<void>;
};

export const job = <T extends EventType>(definition: Job<T>): Job => definition as unknown as Job;

/** Regular work of the whole server, on one of its processes at a time. */
export type ScheduledTask = { name: string; cron: string; run(app: App): Promise<void> };
