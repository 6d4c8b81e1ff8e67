import { job } from "../../core/jobs/job.ts";
import { learnFromMails } from "./learn.ts";
import { sortMailAnew } from "./sort.ts";

export const emailJobs = [
  job({
    name: "email.sort",
    on: "addresses.changed",
    retries: 5,
    run: (ctx) => sortMailAnew(ctx),
  }),
  job({
    name: "email.learn",
    on: "emails.stored",
    retries: 5,
    run: (ctx, { emailIds }) => learnFromMails(ctx, emailIds),
  }),
];
