import type { ImportId } from "@sidenote/contract/ids";
import { imports } from "@sidenote/contract/imports";
import { ledger } from "@sidenote/contract/ledger";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rows } from "../../core/db/database.ts";
import { derive, read } from "../../core/db/transaction.ts";
import { PART_BYTES } from "../../core/files/index.ts";
import { bytesOf, mail, mbox } from "../../testing/factories.ts";
import { createWorld, type Person, type World } from "../../testing/world.ts";
import { finish } from "./finish.ts";
import { receiveBytes } from "./index.ts";
import { Received, Stopped } from "./received.ts";
import { runImport } from "./run.ts";
import { stopStale } from "./stop.ts";
import { importTable } from "./table.ts";

const MAILS = 400;
const IN_THREE_DAYS = "2026-03-05T09:00:00.000Z";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const mailbox = () => mbox(...Array.from({ length: MAILS }, (_, i) => mail({ subject: `Offer ${i}` })));

async function started(ada: Person, file: string): Promise<ImportId> {
  const { id } = await ada.api(imports.create, { name: "mail.mbox", as: "ada@fjordkyl.example" });
  await receiveBytes(ada.ctx, { id, offset: 0 }, bytesOf(file));
  await ada.api(imports.start, { id });
  return id;
}

/** Stopped by its member behind the first mails that are stored. */
async function stopped(ada: Person): Promise<ImportId> {
  const id = await started(ada, mailbox());
  let stopping: Promise<unknown> | undefined;
  const end = world.app.live.subscribe(ada.ctx.actor, ({ type }) => {
    if (type === "import.progress") stopping ??= ada.api(imports.cancel, { id });
  });
  await runImport(ada.ctx, id);
  end();
  await stopping;
  return id;
}

const partsKept = (ada: Person) => read(ada.ctx, (tx) => rows(tx, sql`select part from import_parts`));

test("one that was stopped goes on where it stopped, once however often it is asked to, and the ledger adds up", async () => {
  const ada = await world.person();
  const id = await stopped(ada);
  const half = await ada.api(imports.get, { id });
  expect(half).toMatchObject({ state: "cancelled", keptUntil: IN_THREE_DAYS });
  expect((await ada.api(imports.list, {})).items).toMatchObject([{ id, keptUntil: IN_THREE_DAYS }]);
  expect(half.counts.stored).toBeGreaterThan(0);
  expect(half.counts.stored).toBeLessThan(MAILS);
  // The same again says the same: an answer may have been lost on its way.
  expect(await ada.api(imports.cancel, { id })).toEqual(half);
  const again = await Promise.all([1, 2, 3].map(() => ada.api(imports.start, { id })));
  for (const one of again) expect(one).toMatchObject({ state: "running", finishedAt: null, keptUntil: null });
  const starts = sql`select id from outbox where type = 'import.started' and payload ->> 'importId' = ${id}`;
  expect(await asSystem(starts)).toHaveLength(2);
  await world.work();
  expect(await ada.api(imports.get, { id })).toMatchObject({
    state: "done",
    keptUntil: null,
    counts: { seen: MAILS, stored: MAILS, duplicate: 0 },
  });
  expect(await partsKept(ada)).toEqual([]);
  expect(await ada.api(ledger.sums, {})).toMatchObject({ mails: MAILS, unaccounted: 0, reconciled: true });
});

const asSystem = (query: ReturnType<typeof sql>) =>
  world.db.drizzle.transaction(async (tx) => {
    await tx.execute(sql`select set_config('role', 'app_system', true)`);
    return rows(tx, query);
  });

test("what is read of one that is stopped meanwhile breaks off, and does not pass for its end", async () => {
  const ada = await world.person();
  const id = await started(ada, "x".repeat(2.5 * PART_BYTES));
  const received = (await Received.open(ada.ctx, id)).bytes();
  expect((await received.next()).value).toHaveLength(PART_BYTES);
  await ada.api(imports.cancel, { id });
  await expect(received.next()).rejects.toThrow(Stopped);
});

test("one that was stopped when everything was read, and not yet said to be done, can go on to its end", async () => {
  const ada = await world.person();
  const id = await started(ada, mbox(mail()));
  await ada.api(imports.cancel, { id });
  await finish(ada.ctx, id);
  expect(await ada.api(imports.get, { id })).toMatchObject({ state: "cancelled", keptUntil: IN_THREE_DAYS });
  await ada.api(imports.start, { id });
  await world.work();
  expect(await ada.api(imports.get, { id })).toMatchObject({ state: "done", counts: { seen: 1, stored: 1 } });
});

test("what a stopped one has not read can be removed; what it stored stays, and it does not go on", async () => {
  const ada = await world.person();
  const id = await stopped(ada);
  const { counts } = await ada.api(imports.get, { id });
  for (let twice = 0; twice < 2; twice++)
    expect(await ada.api(imports.discard, { id })).toMatchObject({ state: "cancelled", keptUntil: null, counts });
  expect(await partsKept(ada)).toEqual([]);
  await expect(ada.api(imports.start, { id })).rejects.toMatchObject({
    body: { code: "conflict", title: "This import was stopped, and what arrived of it is gone. Open a new one" },
  });
});

test("of one that is still read, nothing is removed", async () => {
  const ada = await world.person();
  const id = await started(ada, mbox(mail()));
  await expect(ada.api(imports.discard, { id })).rejects.toMatchObject({ body: { code: "conflict" } });
  await world.work();
  expect(await ada.api(imports.get, { id })).toMatchObject({ state: "done", counts: { stored: 1 } });
});

test.each(["cancelled", "failed"] as const)(
  "what arrived of one that is %s three days ago and has not gone on is tidied away, and not a day earlier",
  async (state) => {
    const own = await createWorld();
    const ada = await own.person();
    const { id } = await ada.api(imports.create, { name: "mail.mbox" });
    await receiveBytes(ada.ctx, { id, offset: 0 }, bytesOf(mbox(mail())));
    await ada.api(imports.start, { id });
    const finishedAt = ada.ctx.now().toISOString();
    await derive(ada.ctx, (tx) => tx.update(importTable).set({ state, finishedAt }).where(eq(importTable.id, id)));
    own.setNow(new Date("2026-03-04T09:00:00.000Z"));
    await stopStale(own.app);
    expect(await ada.api(imports.get, { id })).toMatchObject({ keptUntil: IN_THREE_DAYS });
    own.setNow(new Date("2026-03-05T09:00:01.000Z"));
    await stopStale(own.app);
    expect(await ada.api(imports.get, { id })).toMatchObject({ state: "cancelled", keptUntil: null });
    expect(await partsKept(ada)).toEqual([]);
    await own.close();
  },
);

test("a stranger and a colleague find no import to stop, to go on with or to remove, and a key that may only look does none of it", async () => {
  const ada = await world.person();
  const id = await started(ada, mbox(mail()));
  await ada.api(imports.cancel, { id });
  const looks = await ada.withScopes(["imports:read"]);
  for (const endpoint of [imports.cancel, imports.start, imports.discard]) {
    for (const other of [await world.person(), await world.colleague(ada, "admin")])
      await expect(other.api(endpoint, { id })).rejects.toMatchObject({ body: { code: "not_found" } });
    await expect(looks(endpoint, { id })).rejects.toMatchObject({ body: { code: "forbidden" } });
  }
  expect(await looks(imports.get, { id })).toMatchObject({ state: "cancelled", keptUntil: IN_THREE_DAYS });
});
