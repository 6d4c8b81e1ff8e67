import { EVENTS } from "../../core/events/catalog.ts";
import { job } from "../../core/jobs/job.ts";
import { readLeftPromises, readPromises } from "./derive.ts";

const RETRIES = 5;

export const promiseJobs = [
  job({
    name: "promises.read",
    on: "emails.stored",
    input: EVENTS["emails.stored"].payload,
    retries: RETRIES,
    run: (ctx, { emailIds, threadIds }) => readPromises(ctx, { threadIds, emailIds }),
  }),
  job({
    name: "promises.read-sorted",
    on: "emails.sorted",
    input: EVENTS["emails.sorted"].payload,
    retries: RETRIES,
    run: (ctx, { threadIds }) => readPromises(ctx, { threadIds }),
  }),
  // The rows of a forgotten mail are gone with it; what it had settled is open again.
  job({
    name: "promises.read-left",
    on: "emails.forgotten",
    input: EVENTS["emails.forgotten"].payload,
    retries: RETRIES,
    run: (ctx, { threadIds }) => readLeftPromises(ctx, { threadIds }),
  }),
];
