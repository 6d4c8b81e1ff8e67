import { MemberId, OrganizationId } from "@sidenote/contract/ids";
import { z } from "zod";
import { actorOf } from "../actor.ts";
import { membershipOf } from "../auth/members.ts";
import { inBackground } from "../background.ts";
import type { App, Ctx } from "../context.ts";
import { change } from "../db/transaction.ts";
import { errorLine } from "../log.ts";
import { jobFailureTable } from "./failure.table.ts";
import type { Job } from "./job.ts";

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
      if (ctx) await job.run(ctx, job.input.parse(envelope.payload));
    });
    ended({ outcome: "done" });
  } catch (error) {
    ended({ outcome: "failed" });
    throw error;
  }
}

/** Keeps what failed for good where its member sees it. */
export async function recordFailure(
  app: App,
  job: Job,
  data: unknown,
  error: unknown,
  attempts: number,
): Promise<void> {
  const envelope = Envelope.parse(data);
  const ctx = await jobContext(app, envelope, new AbortController().signal);
  if (!ctx) return;
  await change(ctx, "job.fail", async (tx) => {
    const [after] = await tx
      .insert(jobFailureTable)
      .values({ name: job.name, event: job.on, payload: envelope.payload, error: errorLine(error), attempts })
      .returning({ id: jobFailureTable.id, name: jobFailureTable.name });
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
