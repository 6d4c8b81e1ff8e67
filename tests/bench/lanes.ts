import type { App } from "../../server/core/context.ts";
import { relayEvents } from "../../server/core/events/relay.ts";
import type { Job } from "../../server/core/jobs/job.ts";
import { runJob } from "../../server/core/jobs/run.ts";
import { seconds } from "./measure.ts";

/**
 * Does the background work that is waiting as the queue of a server does: each kind of job in a lane of its own, one after the
 * other, beside the other lanes; what a job commits is taken up while it goes on. What `first` names is done before the rest.
 * Both in seconds.
 */
export async function workInLanes(
  app: App,
  jobs: readonly Job[],
  first: (job: Job) => boolean,
): Promise<{ first: number; rest: number }> {
  const { signal } = new AbortController();
  const rest: (() => Promise<void>)[] = [];
  const lanes = new Map<string, Promise<void>>();
  const failures: unknown[] = [];
  let committed = false;
  let wake: () => void = () => {};
  const stop = app.live.onCommit(() => {
    committed = true;
    wake();
  });
  const relay = () =>
    relayEvents(app, jobs, async (deliveries) => {
      for (const { job, data } of deliveries) {
        const run = () => runJob(app, job, data, signal);
        if (!first(job)) rest.push(run);
        else {
          const lane = (lanes.get(job.name) ?? Promise.resolve())
            .then(run)
            .catch((error) => void failures.push(error))
            .then(() => {
              if (lanes.get(job.name) === lane) lanes.delete(job.name);
            });
          lanes.set(job.name, lane);
        }
      }
    });
  const drained = async () => {
    for (;;) {
      committed = false;
      const heard = new Promise<void>((resolve) => {
        wake = resolve;
      });
      if ((await relay()) > 0 || committed) continue;
      if (lanes.size === 0) break;
      await Promise.race([heard, ...lanes.values()]);
    }
    if (failures.length > 0) throw failures[0];
  };
  const took = await seconds(drained);
  const following = await seconds(async () => {
    while (rest.length > 0) {
      await rest.shift()!();
      if (rest.length === 0) await drained();
    }
  });
  stop();
  return { first: took, rest: following };
}
