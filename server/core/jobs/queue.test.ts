import { contacts } from "@sidenote/contract/contacts";
import { system as systemContract } from "@sidenote/contract/system";
import { sql } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { createWorld, type World } from "../../testing/world.ts";
import { rows } from "../db/database.ts";
import { examineData } from "../doctor.ts";
import { type Job, job } from "./job.ts";
import { startWorker, type Worker, withRoom } from "./queue.ts";

let world: World;
let worker: Worker;
afterEach(async () => {
  await worker.stop();
  await world.close();
});

/** A job on "contacts.changed" that tells when it has run. */
function recording(name: string, retries: number, run: Job["run"] = async () => {}, more: Pick<Job, "atOnce"> = {}) {
  const runs: string[][] = [];
  let wake: () => void = () => {};
  const one = job({
    name,
    on: "contacts.changed",
    retries,
    ...more,
    async run(ctx, input) {
      runs.push(input.contactIds);
      wake();
      await run(ctx, input);
    },
  });
  const times = async (n: number) => {
    while (runs.length < n) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
  return { job: one, runs, times };
}

test("a committed change reaches its job through the real queue, as the member whose change it was", async () => {
  world = await createWorld();
  const ada = await world.person();
  const seen: string[] = [];
  const {
    job: one,
    runs,
    times,
  } = recording("test.record", 0, async (ctx) => void seen.push(`${ctx.actor.kind} ${ctx.actor.memberId}`));
  worker = await startWorker(world.app, [one], []);
  const made = await ada.api(contacts.create, { name: "Marta" });
  await times(1);
  expect(runs).toEqual([[made.id]]);
  expect(seen).toEqual([`job ${ada.memberId}`]);
});

test("work that was waiting before the worker started is taken up", async () => {
  world = await createWorld();
  const ada = await world.person();
  for (const name of ["A", "B", "C"]) await ada.api(contacts.create, { name });
  const { job: one, runs, times } = recording("test.record", 0);
  worker = await startWorker(world.app, [one], []);
  await times(3);
  expect(runs).toHaveLength(3);
});

test("one member's long work holds up no colleague's, and what a member has more of is done in turn", async () => {
  world = await createWorld();
  const ada = await world.person();
  const nils = await world.colleague(ada);
  const adas = [
    (await ada.api(contacts.create, { name: "Marta" })).id,
    (await ada.api(contacts.create, { name: "Ines" })).id,
  ];
  const ends = Promise.withResolvers<void>();
  const long = recording(
    "test.long",
    0,
    async (ctx) => void (ctx.actor.memberId === ada.memberId && (await ends.promise)),
    {
      atOnce: 2,
    },
  );
  worker = await startWorker(world.app, [long.job], []);
  await long.times(1);
  const his = (await nils.api(contacts.create, { name: "Jon" })).id;
  await long.times(2);
  expect(long.runs.map(([id]) => id)).toEqual([expect.toBeOneOf(adas), his]);
  ends.resolve();
  await long.times(3);
  expect(new Set(long.runs.flat())).toEqual(new Set([...adas, his]));
});

test("a job that fails for good is kept for its member to see", async () => {
  world = await createWorld();
  const ada = await world.person();
  const fails = recording("test.fail", 0, async () => {
    throw new Error("broken for marta@nordfrakt.example");
  });
  worker = await startWorker(world.app, [fails.job], []);
  await ada.api(contacts.create, { name: "Marta" });
  await fails.times(1);
  const kept = await untilSome(async () => (await ada.api(systemContract.failedJobs, {})).items);
  expect(kept).toMatchObject([{ name: "test.fail", error: "broken for marta@nordfrakt.example", attempts: 1 }]);
  const finding = (await examineData(world.app)).find(({ what }) => what === "failed work");
  expect(finding).toMatchObject({ ok: false, found: "1 × test.fail (last: broken for …)" });
});

test("work whose worker was lost at its last try is kept for its member to see as well, and can be tried again", async () => {
  world = await createWorld();
  const ada = await world.person();
  const ends = Promise.withResolvers<void>();
  const lost = recording("test.lost", 0, () => ends.promise);
  worker = await startWorker(world.app, [lost.job], []);
  await ada.api(contacts.create, { name: "Marta" });
  await lost.times(1);
  const kept = await untilSome(async () => {
    await world.db.statement("update pgboss.job set heartbeat_on = now() - interval '1 hour' where state = 'active'");
    return (await ada.api(systemContract.failedJobs, {})).items;
  });
  expect(kept).toMatchObject([{ name: "test.lost", error: expect.stringMatching(/did not answer/), attempts: 1 }]);
  ends.reject(new Error("too late"));
  await ada.api(systemContract.retryJob, { id: kept[0]!.id });
  await lost.times(2);
  const again = await untilSome(async () => (await ada.api(systemContract.failedJobs, {})).items);
  expect(again).toMatchObject([{ name: "test.lost", error: "too late", attempts: 1 }]);
});

test("work that was under way when its process was killed has had a try more, and after the last one none", async () => {
  world = await createWorld();
  const ada = await world.person();
  const made = await ada.api(contacts.create, { name: "Marta" });
  const deaf = recording("test.killed", 1, () => new Promise(() => {}), { atOnce: 1 });
  const killed = async (retryCount: number) => {
    await worker.stop();
    // Queued when nobody knew of dead letters.
    await world.db.statement(
      `update pgboss.job set state = 'active', retry_count = ${retryCount}, retry_limit = 1, dead_letter = null, heartbeat_on = now() - interval '1 hour'
       where name = 'test.killed'`,
    );
    worker = await startWorker(world.app, [deaf.job], []);
  };
  worker = await startWorker(world.app, [deaf.job], []);
  await deaf.times(1);
  await killed(0);
  await deaf.times(2);
  const [tried] = await rows<{ tries: number }>(
    world.db.drizzle,
    sql`select retry_count as tries from pgboss.job where name = 'test.killed'`,
  );
  expect(tried).toEqual({ tries: 1 });
  await killed(1);
  const kept = await untilSome(async () => (await ada.api(systemContract.failedJobs, {})).items);
  expect(kept).toMatchObject([{ name: "test.killed", attempts: 2 }]);
  expect(deaf.runs).toEqual([[made.id], [made.id]]);
});

/** The queue settles a job after it has run; how long that takes is its own affair. */
async function untilSome<T>(look: () => Promise<T[]>): Promise<T[]> {
  for (;;) {
    const found = await look();
    if (found.length > 0) return found;
  }
}

test("work that a stop leaves undone is nobody's failure: what is under way is cut, what has not begun does not begin, and the next worker does it all", async () => {
  world = await createWorld();
  const ada = await world.person();
  const names = Array.from({ length: 12 }, (_, i) => `Person ${i}`);
  for (const name of names) await ada.api(contacts.create, { name });
  const cut = recording(
    "test.cut",
    0,
    (ctx) => new Promise((_, reject) => ctx.signal.addEventListener("abort", reject)),
  );
  const first = await startWorker(world.app, [cut.job], []);
  await cut.times(1);
  await first.stop();
  expect(cut.runs).toHaveLength(1);
  const after = recording("test.cut", 0);
  worker = await startWorker(world.app, [after.job], []);
  await after.times(names.length);
  expect(new Set(after.runs.flat()).size).toBe(names.length);
  expect((await ada.api(systemContract.failedJobs, {})).items).toEqual([]);
});

test("a job that does not heed the stop does not hold it up, and is done by the next worker", async () => {
  world = await createWorld();
  const ada = await world.person();
  const made = await ada.api(contacts.create, { name: "Marta" });
  const deaf = recording("test.deaf", 0, () => new Promise(() => {}));
  const first = await startWorker(world.app, [deaf.job], []);
  await deaf.times(1);
  // The job never ends; the stop does.
  await first.stop();
  const after = recording("test.deaf", 0);
  worker = await startWorker(world.app, [after.job], []);
  await after.times(1);
  expect(after.runs).toEqual([[made.id]]);
});

test("on a disk that is nearly full the queue waits like everybody, and with room all that waited is done", async () => {
  world = await createWorld();
  const ada = await world.person();
  let room = true;
  const { db } = world.app;
  Object.assign(db, { hasRoom: () => room });
  const recorded = recording("test.room", 0);
  worker = await startWorker(world.app, [recorded.job], []);
  const made = await ada.api(contacts.create, { name: "Marta" });
  await recorded.times(1);
  if ("pglite" in db.queue) {
    const queue = withRoom(db, db.queue.pglite);
    expect(await queue.exec("select 1")).toBeDefined();
    room = false;
    await expect(queue.exec("select 1")).rejects.toThrow(/disk is full/);
    await expect(queue.query("select 1")).rejects.toThrow(/disk is full/);
    // Somebody else's change, written before the disk was full, is relayed only when there is room.
    await db.drizzle.transaction(async (tx) => {
      await tx.execute(sql`select set_config('role', 'app_system', true)`);
      await tx.execute(sql`update outbox set sent_at = null`);
    });
    room = true;
  }
  const other = await ada.api(contacts.create, { name: "Nils" });
  await recorded.times(2);
  expect(recorded.runs).toEqual([[made.id], [other.id]]);
});
