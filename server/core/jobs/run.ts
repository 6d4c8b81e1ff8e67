import { MemberId, OrganizationId } from "@sidenote/contract/ids";
import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { actorOf } from "../actor.ts";
import { membershipOf } from "../auth/members.ts";
import { inBackground } from "../background.ts";
import type { App, Ctx } from "../context.ts";
import { change } from "../db/transaction.ts";
import { EVENTS } from "../events/catalog.ts";
import { jobFailureTable } from "./failure.table.ts";
import type { Job, ScheduledTask } from "./job.ts";

/** What the queue carries: whose change it was, and the event's payload (ids). */
export const Envelope = z.object({
  organizationId: OrganizationId,
  memberId: MemberId,
  requestId: z.string(),
  payload: z.record(z.string(), z.unknown()),
});
export type Envelope = z.infer<typeof Envelope>;

/** Runs a job as its member. Resolves when there is nothing more to do; throws to be tried again. */
export async function runJob(app: App, job: Job, data: unknown, signal: AbortSignal): Promise<void> {
  const ended = app.metrics.jobs.startTimer({ job: job.name });
  try {
    const envelope = Envelope.parse(data);
    await inBackground(async () => {
      const ctx = await jobContext(app, envelope, signal);
      if (ctx) await job.run(ctx, EVENTS[job.on].payload.parse(envelope.payload));
    });
    ended({ outcome: "done" });
  } catch (error) {
    ended({ outcome: "failed" });
    throw error;
  }
}

/** Runs regular work. It has no member who could be told that it failed, so the log is. */
export async function runTask(app: App, task: ScheduledTask): Promise<void> {
  try {
    await inBackground(() => task.run(app));
  } catch (error) {
    app.log.error({ err: error, task: task.name }, "regular work failed");
    throw error;
  }
}

/**
 * Tells the member that a job has failed for good: on the record that it was about where the job can say so there, otherwise in the
 * list of failed jobs, in which the same work stands once.
 */
export async function giveUp(app: App, job: Job, data: unknown, reason: string, attempts: number): Promise<void> {
  const envelope = Envelope.parse(data);
  const ctx = await jobContext(app, envelope, new AbortController().signal);
  if (!ctx) return;
  if (job.gaveUp) return job.gaveUp(ctx, EVENTS[job.on].payload.parse(envelope.payload), reason);
  const { id, name, ownerId, payload, retriedAt } = jobFailureTable;
  await change(ctx, "job.fail", async (tx) => {
    const latest = { error: reason, attempts };
    const same = and(eq(name, job.name), eq(payload, envelope.payload), eq(ownerId, ctx.actor.memberId));
    const [known] = await tx
      .update(jobFailureTable)
      .set(latest)
      .where(and(same, isNull(retriedAt)))
      .returning({ id, name });
    if (known) return { after: known };
    const [after] = await tx
      .insert(jobFailureTable)
      .values({ name: job.name, event: job.on, payload: envelope.payload, ...latest })
      .returning({ id, name });
    return { after };
  });
}

/** Null when the member is gone: then so is the reason for the work. */
async function jobContext(app: App, envelope: Envelope, signal: AbortSignal): Promise<Ctx | null> {
  const member = await membershipOf(app, envelope.organizationId, envelope.memberId);
  return (
    member && { app, actor: actorOf({ kind: "job", ...member }), requestId: envelope.requestId, now: app.now, signal }
  );
}
