import { job, type ScheduledTask } from "../../core/jobs/job.ts";
import { failImport, runImport } from "./run.ts";
import { stopStale } from "./stop.ts";
import { failUndo, undoStored } from "./undo.ts";

export const importJobs = [
  job({
    name: "import.run",
    on: "import.started",
    retries: 20,
    atOnce: 2,
    run: (ctx, { importId }) => runImport(ctx, importId),
    gaveUp: (ctx, { importId }, reason) => failImport(ctx, importId, reason),
  }),
  job({
    name: "import.undo",
    on: "import.undoing",
    retries: 20,
    atOnce: 2,
    run: (ctx, { importId }) => undoStored(ctx, importId),
    gaveUp: (ctx, { importId }, reason) => failUndo(ctx, importId, reason),
  }),
];

export const importTasks: ScheduledTask[] = [{ name: "import.tidy", cron: "29 * * * *", run: stopStale }];
