import type { App } from "../context.ts";
import { relayEvents } from "../events/relay.ts";
import type { Job } from "./job.ts";
import { runJob } from "./run.ts";

/**
 * Does all background work that is waiting, in this process and without the queue: for a command that has the data to itself,
 * and for tests. An event whose job fails stays waiting.
 */
export async function drain(
  app: App,
  jobs: readonly Job[],
  signal: AbortSignal = new AbortController().signal,
): Promise<void> {
  const deliver: Parameters<typeof relayEvents>[2] = async (deliveries) => {
    for (const { job, data } of deliveries) await runJob(app, job, data, signal);
  };
  while ((await relayEvents(app, jobs, deliver)) > 0);
}
