import { sql } from "drizzle-orm";
import { type ConstructorOptions, fromPglite, type JobWithMetadata, PgBoss } from "pg-boss";
import { inBackground } from "../background.ts";
import type { App } from "../context.ts";
import { type Database, rows } from "../db/database.ts";
import { cutHeldUp } from "../db/held-up.ts";
import type { PgliteClient } from "../db/pglite/pglite.ts";
import { mustHaveRoom } from "../db/room.ts";
import { type Delivery, relayEvents } from "../events/relay.ts";
import { errorLine } from "../log.ts";
import { within } from "../within.ts";
import { DEAD_LETTERS, prepareDeadLetters, readDeadLetters } from "./dead-letters.ts";
import type { Job, ScheduledTask } from "./job.ts";
import { runJob, runTask } from "./run.ts";

/** A worker that stops answering loses its job after this long; another takes it up. */
const HEARTBEAT_SECONDS = 10;
/** Long enough that an event that is relayed twice still meets the id of its first job. */
const KEEP_SECONDS = 30 * 24 * 60 * 60;
const LOOK_AGAIN_MS = 5000;
/** How long jobs have to end when the process stops, and how long the queue has to close. */
const HEED_MS = 1000;
const LEAVE_MS = 1000;

export type Worker = { stop(): Promise<void> };

/** A job as one worker holds it: another that takes it up later has another number of tries. */
type Held = Pick<JobWithMetadata<unknown>, "id" | "retryCount">;

/** What is being worked on, batch by batch, with its jobs. */
type UnderWay = Map<Promise<unknown>, readonly Held[]>;

/** Runs the background work of this process: hands committed events to the queue, and takes jobs from it. */
export async function startWorker(app: App, jobs: readonly Job[], tasks: readonly ScheduledTask[]): Promise<Worker> {
  // It may come up on a disk that is nearly full, so that what is there can be read.
  let isUp = false;
  const db: Database = { ...app.db, hasRoom: () => !isUp || hasRoom(app) };
  const boss = new PgBoss({
    ...connection({ db }),
    schema: "pgboss",
    useListenNotify: true,
    superviseIntervalSeconds: 2,
    monitorIntervalSeconds: 2,
    warningSlowQuerySeconds: 60,
    reindex: false,
    monitorVacuum: false,
  });
  boss.on("error", (error) => {
    // It asks again and again; whoever wanted to change something has been told.
    if (hasRoom(app)) app.log.error({ err: error }, "queue");
  });
  await boss.start();
  await prepareDeadLetters(app, boss, jobs);
  await releaseAbandoned(app, boss);
  const stopping = new AbortController();
  const underWay: UnderWay = new Map();
  for (const job of jobs) await takeUp(app, boss, job, underWay, stopping.signal);
  await readDeadLetters(app, boss, jobs);
  for (const task of tasks) await schedule(app, boss, task);
  isUp = true;
  const relay = startRelay(app, boss, jobs);
  const looking = setInterval(() => void lookForHeldUp(app), LOOK_AGAIN_MS);
  return {
    async stop() {
      stopping.abort();
      clearInterval(looking);
      await within(HEED_MS, Promise.all([relay.stop(), ...underWay.keys()]));
      const leave = async () => {
        await putBack(app, [...underWay.values()].flat());
        await boss.stop({ graceful: false, close: true });
      };
      if (!(await within(LEAVE_MS, leave()))) app.log.info("stopped before the queue had ended");
    },
  };
}

/** Whoever takes up the job of a process that is held up would wait for it otherwise. */
async function lookForHeldUp({ db, log }: App): Promise<void> {
  try {
    const cut = await cutHeldUp(db);
    if (cut > 0) log.warn({ transactions: cut }, "transactions of a process that is held up were cut");
  } catch (error) {
    log.error({ err: error }, "looking for processes that are held up failed");
  }
}

/**
 * The built-in database belongs to this process alone, so whatever work is marked as being done is of one that was killed:
 * it is taken up at once, without a heartbeat to miss or a pause to wait for. It was a try all the same: what ends the process
 * each time must not do so for ever.
 */
async function releaseAbandoned({ db }: App, boss: PgBoss): Promise<void> {
  if (!("pglite" in db.queue)) return;
  const spent = await rows<{ name: string; ids: string[] }>(
    db.drizzle,
    sql`select name, array_agg(id::text) as ids from pgboss.job
        where state = 'active' and dead_letter is not null and retry_count >= retry_limit group by name`,
  );
  for (const { name, ids } of spent) await boss.fail(name, ids);
  await db.statement("update pgboss.job set state = 'retry', start_after = now() where state in ('active', 'retry')");
}

const connection = ({ db }: Pick<App, "db">): ConstructorOptions =>
  "pglite" in db.queue
    ? { db: fromPglite(withRoom(db, db.queue.pglite) as never), backend: "pglite" }
    : { connectionString: db.queue.url, max: 4 };

const hasRoom = ({ db }: Pick<App, "db">): boolean => db.hasRoom?.() !== false;

/** The queue writes with nearly every statement, for as long as it lives: on a disk that is nearly full it waits like everybody. */
export const withRoom = (db: Database, pglite: Pick<PgliteClient, "query" | "exec" | "listen">) => ({
  async query<Row>(sql: string, params?: unknown[]) {
    mustHaveRoom(db);
    return pglite.query<Row>(sql, params);
  },
  async exec(sql: string) {
    mustHaveRoom(db);
    return pglite.exec(sql);
  },
  listen: pglite.listen.bind(pglite),
});

/** Makes the queue of a job, and begins to take from it. */
async function takeUp(app: App, boss: PgBoss, job: Job, underWay: UnderWay, stopping: AbortSignal): Promise<void> {
  const retry = { retryLimit: job.retries, retryDelay: 2, retryBackoff: true, retryDelayMax: 600 };
  const options = {
    ...retry,
    heartbeatSeconds: HEARTBEAT_SECONDS,
    expireInSeconds: 24 * 60 * 60,
    deleteAfterSeconds: KEEP_SECONDS,
    notify: true,
    deadLetter: DEAD_LETTERS,
  };
  await boss.createQueue(job.name, options);
  await boss.updateQueue(job.name, options);
  const how = { perJobResults: true as const, includeMetadata: true as const, pollingIntervalSeconds: 2 };
  const many = job.atOnce
    ? { ...how, batchSize: 1, groupConcurrency: 1, notifyPollingIntervalSeconds: LOOK_AGAIN_MS / 1000 }
    : { ...how, batchSize: 20, burstWhenBatchFull: true };
  for (let i = 0; i < (job.atOnce ?? 1); i++) {
    const worker: string = await boss.work(job.name, many, (batch: JobWithMetadata<unknown>[]) => {
      const results = inTurn(app, job, batch, stopping);
      underWay.set(results, batch);
      const over = () => {
        underWay.delete(results);
        // Nobody else tells of a job that waited for this one to end.
        if (job.atOnce) boss.notifyWorker(worker);
      };
      results.then(over, over);
      return results;
    });
  }
}

/** Does a batch of one job, one after the other. What has not begun when the process stops is put back. */
async function inTurn(app: App, job: Job, batch: readonly JobWithMetadata<unknown>[], stopping: AbortSignal) {
  const results = [];
  const left = [];
  for (const held of batch) {
    const mayBegin = !stopping.aborted && (!job.atOnce || (await isItsTurn(app, held)));
    const result = mayBegin ? await attempt(app, job, held, stopping) : null;
    if (result) results.push(result);
    else left.push(held);
  }
  await putBack(app, left);
  return results;
}

/**
 * Two workers that look for a job in the same moment may take two of one member, for neither sees yet what the other has. So each
 * looks once more, one after the other, and puts its own back where there is another.
 */
async function isItsTurn({ db }: App, { id, name, groupId, retryCount }: JobWithMetadata<unknown>): Promise<boolean> {
  const yielded = await db.drizzle.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${name} ${groupId}`}, 0))`);
    return rows(
      tx,
      sql`update pgboss.job mine set ${PUT_BACK}
          where mine.name = ${name} and mine.id = ${id}::uuid and mine.state = 'active' and mine.retry_count = ${retryCount}
            and exists (select 1 from pgboss.job other where other.name = mine.name and other.group_id = mine.group_id
                         and other.state = 'active' and other.id <> mine.id)
          returning 1`,
    );
  });
  return yielded.length === 0;
}

/** What the end of this process left undone is nobody's failure: it is there for the next one, with as many tries as before. */
async function putBack({ db }: App, held: readonly Held[]): Promise<void> {
  if (held.length === 0) return;
  const mine = held.map(({ id, retryCount }) => sql`(${id}::uuid, ${retryCount}::int)`);
  await db.drizzle.execute(
    sql`update pgboss.job set ${PUT_BACK} where state = 'active' and (id, retry_count) in (${sql.join(mine, sql`, `)})`,
  );
}

/**
 * It counts as begun, so that whoever takes it up has another number of tries: by that the queue tells what this worker still says
 * of it from what the next one says. It may be tried once more for that.
 */
const PUT_BACK = sql.raw("state = 'created', heartbeat_on = null, retry_limit = retry_limit + 1");

/** One try: what is told to the queue of it. Null where it was cut short because the process stops. */
async function attempt(app: App, job: Job, held: JobWithMetadata<unknown>, stopping: AbortSignal) {
  try {
    await runJob(app, job, held.data, AbortSignal.any([held.signal, stopping]));
    return { id: held.id, status: "completed" as const };
  } catch (error) {
    if (stopping.aborted) return null;
    app.log.error({ err: error, job: job.name, attempt: held.retryCount + 1 }, "job failed");
    return {
      id: held.id,
      status: "failed" as const,
      output: { message: errorLine(error) },
    };
  }
}

async function schedule(app: App, boss: PgBoss, task: ScheduledTask): Promise<void> {
  await boss.createQueue(task.name, { policy: "exclusive", retryLimit: 0 });
  await boss.work(task.name, () => runTask(app, task));
  await boss.schedule(task.name, task.cron);
}

/** Relays after every commit that this process hears of, and now and then for what it did not hear. */
function startRelay(app: App, boss: PgBoss, jobs: readonly Job[]) {
  const deliver = async (deliveries: Delivery[]) => {
    for (const job of new Set(deliveries.map((delivery) => delivery.job))) {
      const own = deliveries.filter((delivery) => delivery.job === job);
      await boss.insert(
        job.name,
        own.map(({ id, data }) => ({ id, data, ...(job.atOnce ? { group: { id: data.memberId } } : {}) })),
      );
    }
  };
  let stopped = false;
  let running: Promise<void> | null = null;
  let again = false;
  const relay = async () => {
    do {
      again = false;
      while (!stopped && (await relayEvents(app, jobs, deliver)) > 0);
    } while (again && !stopped);
  };
  const wake = () => {
    if (stopped || !hasRoom(app)) return;
    if (running) {
      again = true;
      return;
    }
    running = inBackground(relay)
      .catch((error: unknown) => app.log.error({ err: error }, "relay failed"))
      .finally(() => {
        running = null;
      });
  };
  const stopListening = app.live.onCommit(wake);
  const timer = setInterval(wake, LOOK_AGAIN_MS);
  wake();
  return {
    async stop() {
      stopped = true;
      stopListening();
      clearInterval(timer);
      await running;
    },
  };
}
