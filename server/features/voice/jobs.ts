import { job } from "../../core/jobs/job.ts";
import { forgetWaiting, learnEdits } from "./edits.ts";
import { readGrownVoice, readVoice } from "./read.ts";

const RETRIES = 5;

export const voiceJobs = [
  job({
    name: "voice.edits",
    on: "emails.stored",
    retries: RETRIES,
    run: (ctx, { emailIds }) => learnEdits(ctx, emailIds),
  }),
  job({
    name: "voice.read",
    on: "emails.stored",
    retries: RETRIES,
    run: (ctx, { emailIds }) => readGrownVoice(ctx, emailIds),
  }),
  job({
    name: "voice.read-sorted",
    on: "emails.sorted",
    retries: RETRIES,
    run: (ctx) => readVoice(ctx),
  }),
  // What was learnt from a forgotten mail is forgotten with it.
  job({
    name: "voice.read-left",
    on: "emails.forgotten",
    retries: RETRIES,
    run: async (ctx) => {
      await forgetWaiting(ctx);
      await readVoice(ctx);
    },
  }),
];
