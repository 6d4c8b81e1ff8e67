import { imports } from "@sidenote/contract/imports";
import { ledger } from "@sidenote/contract/ledger";
import { system } from "@sidenote/contract/system";
import { afterEach, beforeEach, expect, test } from "vitest";
import { AppError } from "../../core/errors.ts";
import { startWorker, type Worker } from "../../core/jobs/queue.ts";
import { MailReader } from "../../core/mail/reader.ts";
import { bytesOf, mail, mbox } from "../../testing/factories.ts";
import { createWorld, type Person, type World } from "../../testing/world.ts";
import { receiveBytes } from "./index.ts";
import { importJobs } from "./jobs.ts";

const COUNT = 60;
/** As many as are written before the rest is read. */
const FIRST = 25;

let world: World;
let worker: Worker;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(async () => {
  await worker.stop();
  await world.close();
});

async function started(ada: Person) {
  const { id } = await ada.api(imports.create, { name: "mail.mbox", as: "ada@fjordkyl.example" });
  const file = mbox(...Array.from({ length: COUNT }, (_, i) => mail({ id: `<${i}@lost>` })));
  await receiveBytes(ada.ctx, { id, offset: 0 }, bytesOf(file));
  await ada.api(imports.start, { id });
  return id;
}

/** A reader that does something else at its second handful, the first time. */
function withReader(atSecond: () => Promise<void>) {
  const mailReader = new MailReader();
  const readAsEver = mailReader.read.bind(mailReader);
  let handfuls = 0;
  mailReader.read = async (...handful) => {
    if (++handfuls === 2) await atSecond();
    return readAsEver(...handful);
  };
  return { ...world.app, mailReader };
}

/** The tries before have gone the same way. */
const atItsLastTry = (more = "") =>
  world.db.statement(
    `update pgboss.job set retry_limit = retry_count ${more} where name = 'import.run' and state = 'active'`,
  );

test("an import whose worker is lost at each of its tries has failed, keeps what it read and goes on there when it is started again, whatever the lost one still does", async () => {
  const ada = await world.person();
  const held = Promise.withResolvers<void>();
  worker = await startWorker(
    withReader(() => held.promise),
    importJobs,
    [],
  );
  const id = await started(ada);
  const stands = () => ada.api(imports.get, { id });
  await expect.poll(async () => (await stands()).counts.seen).toBe(FIRST);
  await expect
    .poll(async () => {
      await atItsLastTry(", heartbeat_on = now() - interval '1 hour'");
      return (await stands()).state;
    })
    .toBe("failed");
  expect(await stands()).toMatchObject({
    counts: { seen: FIRST, stored: FIRST },
    error:
      "Reading stopped at message 26: what worked on it ended or did not answer any more. Start it again: it goes on there",
    finishedAt: expect.any(String),
  });
  expect((await ada.api(system.failedJobs, {})).items).toEqual([]);
  await ada.api(imports.start, { id });
  held.resolve();
  await expect.poll(async () => (await stands()).state).toBe("done");
  expect(await stands()).toMatchObject({ error: null, counts: { seen: COUNT, stored: COUNT, duplicate: 0 } });
  expect(await ada.api(ledger.sums, {})).toMatchObject({ mails: COUNT, unaccounted: 0, reconciled: true });
});

test("an import whose tries all ended because the disk was full has failed with that reason, and can be started again", async () => {
  const ada = await world.person();
  const isFull = async () => {
    await atItsLastTry();
    throw new AppError("unavailable", "The disk is full");
  };
  worker = await startWorker(withReader(isFull), importJobs, []);
  const id = await started(ada);
  const stands = () => ada.api(imports.get, { id });
  await expect.poll(async () => (await stands()).state).toBe("failed");
  expect(await stands()).toMatchObject({
    error: "Reading stopped at message 26: The disk is full. Start it again: it goes on there",
  });
  await ada.api(imports.start, { id });
  await expect.poll(async () => (await stands()).state).toBe("done");
  expect(await stands()).toMatchObject({ error: null, counts: { seen: COUNT, stored: COUNT } });
});
