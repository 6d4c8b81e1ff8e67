import { setTimeout } from "node:timers/promises";
import { contacts } from "@sidenote/contract/contacts";
import { system as systemContract } from "@sidenote/contract/system";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createWorld, type World } from "../../testing/world.ts";
import type { App } from "../context.ts";
import { rows } from "../db/database.ts";
import { type Job, job } from "./job.ts";
import { startWorker, type Worker } from "./queue.ts";

let world: World;
let workers: Worker[] = [];
beforeEach(async () => {
  world = await createWorld();
});
afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.stop()));
  workers = [];
  await world.close();
});

const onContacts = (run: Job<"contacts.changed">["run"], retries: number, atOnce = 1) =>
  job({ name: "test.long", on: "contacts.changed", retries, atOnce, run });

/** As two processes have them: each knows nothing of what the other does. */
const startTwo = async (one: Job): Promise<App[]> => {
  const apps = [{ ...world.app }, { ...world.app }];
  workers = await Promise.all(apps.map((app) => startWorker(app, [one], [])));
  return apps;
};

const queued = () =>
  rows<{ state: string; retry_count: number }>(
    world.db.drizzle,
    sql`select state, retry_count from pgboss.job where name = 'test.long'`,
  );

test("what a member has more of is done in turn by two processes as well, each once, while colleagues' is done beside it", async () => {
  const members = [await world.person(), await world.person(), await world.person()];
  const under = new Map<string, number>();
  const done: string[] = [];
  let most = 0;
  let beside = 0;
  const one = onContacts(
    async ({ actor: { memberId } }, { contactIds }) => {
      under.set(memberId, (under.get(memberId) ?? 0) + 1);
      most = Math.max(most, ...under.values());
      beside = Math.max(beside, [...under.values()].filter((count) => count > 0).length);
      await setTimeout(30);
      under.set(memberId, under.get(memberId)! - 1);
      done.push(...contactIds);
    },
    0,
    4,
  );
  const made: string[] = [];
  await startTwo(one);
  for (let round = 0; round < 8; round++) {
    const fresh = members
      .flatMap((member) => [member, member])
      .map((member) => member.api(contacts.create, { name: "Marta" }));
    made.push(...(await Promise.all(fresh)).map(({ id }) => id));
  }
  await expect.poll(() => done.length, { timeout: 60_000 }).toBe(made.length);
  expect(new Set(done)).toEqual(new Set(made));
  expect(most).toBe(1);
  expect(beside).toBeGreaterThan(1);
  expect((await members[0]!.api(systemContract.failedJobs, {})).items).toEqual([]);
});

test("a process that was held up too long says nothing more of a job that another has taken up, also when it stops", async () => {
  const ada = await world.person();
  const ends = Promise.withResolvers<void>();
  const runs: App[] = [];
  const apps = await startTwo(
    onContacts(async ({ app }) => {
      runs.push(app);
      await ends.promise;
    }, 1),
  );
  await ada.api(contacts.create, { name: "Marta" });
  await expect.poll(() => runs.length).toBe(1);
  await expect
    .poll(async () => {
      await world.db.statement(
        "update pgboss.job set heartbeat_on = now() - interval '1 hour' where state = 'active' and retry_count = 0",
      );
      return runs.length;
    })
    .toBe(2);
  const [late, next] = runs.map((app) => apps.indexOf(app));
  expect(next).not.toBe(late);
  await workers[late!]!.stop();
  expect(await queued()).toEqual([{ state: "active", retry_count: 1 }]);
  ends.resolve();
  await expect.poll(queued).toEqual([{ state: "completed", retry_count: 1 }]);
  expect(runs).toHaveLength(2);
});
