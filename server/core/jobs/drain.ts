import type { App } from "../context.ts";
import { relayEvents } from "../events/relay.ts";
import { errorLine } from "../log.ts";
import type { Job } from "./job.ts";
import { giveUp, runJob } from "./run.ts";

/**
 * Does all background work that is waiting, in this process and without the queue: for a command that has the data to itself,
 * and for tests. An event whose job fails stays waiting, unless what fails twice is to be kept as a failure.
 */
export async function drain(app: App, jobs: readonly Job[], keepFailures = false): Promise<void> {
  const { signal } = new AbortController();
  const deliver: Parameters<typeof relayEvents>[2] = async (deliveries) => {
    for (const { job, data } of deliveries) {
      const run = () => runJob(app, job, data, signal);
      if (keepFailures) await run().catch(() => run().catch((error) => giveUp(app, job, data, errorLine(error), 2)));
      else await run();
    }
  };
  while ((await relayEvents(app, jobs, deliver)) > 0);
}
