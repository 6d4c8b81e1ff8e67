import { EVENTS } from "../../core/events/catalog.ts";
import { job } from "../../core/jobs/job.ts";
import { sortMailAnew } from "./sort.ts";

export const emailJobs = [
  job({
    name: "email.sort",
    on: "addresses.changed",
    input: EVENTS["addresses.changed"].payload,
    retries: 5,
    run: (ctx) => sortMailAnew(ctx),
  }),
];
