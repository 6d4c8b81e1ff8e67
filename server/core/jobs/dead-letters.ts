import { sql } from "drizzle-orm";
import type { JobWithMetadata, PgBoss } from "pg-boss";
import type { App } from "../context.ts";
import { errorLine } from "../log.ts";
import type { Job } from "./job.ts";
import { giveUp } from "./run.ts";

/** Where the queue puts what has failed at its last try, also when its worker died or was lost and could tell nobody. */
export const DEAD_LETTERS = "job.dead-letters";

const LOST = "what worked on it ended or did not answer any more";

type Letter = Pick<
  JobWithMetadata<unknown>,
  "id" | "data" | "retryCount" | "sourceName" | "sourceOutput" | "sourceRetryCount"
>;

/** To be there before any work is queued, for whose queue it is named. What waits already ends here too. */
export async function prepareDeadLetters({ db }: App, boss: PgBoss, jobs: readonly Job[]): Promise<void> {
  await boss.createQueue(DEAD_LETTERS, {
    retryLimit: 20,
    retryDelay: 2,
    retryBackoff: true,
    retryDelayMax: 600,
    heartbeatSeconds: 10,
  });
  const names = jobs.map(({ name }) => sql`${name}`);
  if (names.length === 0) return;
  await db.drizzle.execute(
    sql`update pgboss.job set dead_letter = ${DEAD_LETTERS}
        where dead_letter is null and state in ('created', 'retry', 'active') and name in (${sql.join(names, sql`, `)})`,
  );
}

/** Takes each job that failed at its last try, and tells its member. */
export async function readDeadLetters(app: App, boss: PgBoss, jobs: readonly Job[]): Promise<void> {
  const how = {
    perJobResults: true as const,
    includeMetadata: true as const,
    batchSize: 20,
    burstWhenBatchFull: true,
    pollingIntervalSeconds: 2,
  };
  await boss.work(DEAD_LETTERS, how, (letters: JobWithMetadata<unknown>[]) =>
    Promise.all(letters.map((letter) => readOne(app, jobs, letter))),
  );
}

async function readOne(app: App, jobs: readonly Job[], letter: Letter) {
  const { id, data, sourceName, sourceOutput, sourceRetryCount } = letter;
  const job = jobs.find(({ name }) => name === sourceName);
  const attempts = (sourceRetryCount ?? 0) + 1;
  try {
    app.log.error({ job: sourceName, attempts }, "job gave up");
    if (job) await giveUp(app, job, data, reasonIn(sourceOutput), attempts);
    return { id, status: "completed" as const };
  } catch (error) {
    app.log.error(
      { err: error, job: sourceName, attempt: letter.retryCount + 1 },
      "that a job gave up is not kept yet",
    );
    return { id, status: "failed" as const, output: { message: errorLine(error) } };
  }
}

/** Without a message it is the queue that found it lost. */
const reasonIn = (output: object | null): string =>
  output && "message" in output && typeof output.message === "string" ? output.message : LOST;
