import { EVENTS } from "../../core/events/catalog.ts";
import { job } from "../../core/jobs/job.ts";
import { forgetWaiting, learnEdits } from "./edits.ts";
import { readGrownVoice, readVoice } from "./read.ts";

const RETRIES = 5;

export const voiceJobs = [
  job({
    name: "voice.edits",
    on: "emails.stored",
    input: EVENTS["emails.stored"].payload,
    retries: RETRIES,
    run: (ctx, { emailIds }) => learnEdits(ctx, emailIds),
  }),
  job({
    name: "voice.read",
    on: "emails.stored",
    input: EVENTS["emails.stored"].payload,
    retries: RETRIES,
    run: (ctx, { emailIds }) => readGrownVoice(ctx, emailIds),
  }),
  job({
    name: "voice.read-sorted",
    on: "emails.sorted",
    input: EVENTS["emails.sorted"].payload,
    retries: RETRIES,
    run: (ctx) => readVoice(ctx),
  }),
  // What was learnt from a forgotten mail is forgotten with it.
  job({
    name: "voice.read-left",
    on: "emails.forgotten",
    input: EVENTS["emails.forgotten"].payload,
    retries: RETRIES,
    run: async (ctx) => {
      await forgetWaiting(ctx);
      await readVoice(ctx);
    },
  }),
];
