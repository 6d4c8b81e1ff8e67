import { job } from "../../core/jobs/job.ts";
import { readLeftPromises, readPromises } from "./derive.ts";

const RETRIES = 5;

export const promiseJobs = [
  job({
    name: "promises.read",
    on: "emails.stored",
    retries: RETRIES,
    run: (ctx, { emailIds, threadIds }) => readPromises(ctx, { threadIds, emailIds }),
  }),
  job({
    name: "promises.read-sorted",
    on: "emails.sorted",
    retries: RETRIES,
    run: (ctx, { threadIds }) => readPromises(ctx, { threadIds }),
  }),
  // The rows of a forgotten mail are gone with it; what it had settled is open again.
  job({
    name: "promises.read-left",
    on: "emails.forgotten",
    retries: RETRIES,
    run: (ctx, { threadIds }) => readLeftPromises(ctx, { threadIds }),
  }),
];
