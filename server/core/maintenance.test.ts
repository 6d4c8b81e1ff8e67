import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { activities } from "@sidenote/contract/activities";
import { contacts } from "@sidenote/contract/contacts";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { importMail, mail, mbox } from "../testing/factories.ts";
import { createWorld, type World } from "../testing/world.ts";
import { rows } from "./db/database.ts";
import { system } from "./db/transaction.ts";
import { tidy, vacuum } from "./maintenance.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const count = async (table: string) =>
  (
    await system(world.app, "scheduler", (tx) =>
      rows<{ n: number }>(tx, sql.raw(`select count(*)::int as n from ${table}`)),
    )
  )[0]!.n;

test("what has served its time goes, and what is in use stays", async () => {
  const ada = await world.person();
  await importMail(world, ada, mbox(mail(), ""));
  await ada.api(contacts.create, { name: "Marta" }, { idempotencyKey: "k" });
  const note = await ada.api(activities.create, { kind: "note", text: "x" });
  await ada.api(activities.remove, { id: note.id });
  await world.work();
  await tidy(world.app);
  expect([await count("idempotency_keys"), await count("blob_parts"), (await count("outbox")) > 0]).toEqual([
    1,
    1,
    true,
  ]);
  expect((await ada.api(activities.restore, { id: note.id })).id).toBe(note.id);
  await ada.api(activities.remove, { id: note.id });
  world.setNow(new Date("2027-03-02T09:00:00.000Z"));
  await tidy(world.app);
  expect([await count("idempotency_keys"), await count("activities"), await count("blob_parts")]).toEqual([0, 0, 1]);
  await expect(ada.api(activities.restore, { id: note.id })).rejects.toMatchObject({ body: { code: "not_found" } });
});

test("the built-in database can be vacuumed and its log written away by the role that owns it", async () => {
  await vacuum(world.app);
  const [row] = await rows<{ role: string }>(world.db.drizzle, sql`select current_user::text as role`);
  expect(row?.role).toBe("sidenote_owner");
});

test("whoever comes while the log is written away is still who they were: the queue is not refused, nor is anybody after it", async () => {
  const ada = await world.person();
  const { db } = world;
  let over = false;
  const busy = async (work: () => Promise<unknown>) => {
    while (!over) await work();
  };
  const clients = [
    // As the queue does it on the built-in database: a block of its own, which would be left broken where its schema is refused.
    ...(db.kind === "pglite"
      ? [busy(() => db.statement("begin; create schema if not exists of_the_queue; commit"))]
      : []),
    busy(() => db.drizzle.execute(sql`select count(*) from outbox`)),
    busy(() => ada.api(contacts.list, {})),
  ];
  try {
    for (let i = 0; i < 3; i++) await vacuum(world.app);
  } finally {
    over = true;
  }
  await Promise.all(clients);
});

test("a backup that a killed process left half made is gone after a day, and one that is being made stays", async () => {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), "sidenote-"));
  const [left, fresh] = [path.join(dataDir, "backup-left"), path.join(dataDir, "backup-fresh")];
  for (const folder of [left, fresh]) mkdirSync(folder);
  const now = new Date();
  const twoDaysAgo = new Date(now.getTime() - 2 * 24 * 60 * 60 * 1000);
  utimesSync(left, twoDaysAgo, twoDaysAgo);
  await tidy({ ...world.app, config: { ...world.app.config, dataDir }, now: () => now });
  expect(readdirSync(dataDir)).toEqual(["backup-fresh"]);
  rmSync(dataDir, { recursive: true });
});
