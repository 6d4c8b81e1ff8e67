import { contacts } from "@sidenote/contract/contacts";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createWorld, type World } from "../../testing/world.ts";
import { everything } from "./backup/backup-tables.ts";
import { cutHeldUp } from "./held-up.ts";
import { change } from "./transaction.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

test("a change that is held up in the middle is undone when it has been for too long, hears that the database was away, and holds up nobody", async () => {
  const ada = await world.person();
  const { id } = await ada.api(contacts.create, { name: "Marta" });
  const begun = Promise.withResolvers<void>();
  const goesOn = Promise.withResolvers<void>();
  const heldUp = change(ada.ctx, "contact.update", async (tx) => {
    await tx.execute(sql`update contacts set name = 'Late'`);
    begun.resolve();
    await goesOn.promise;
    await tx.execute(sql`update contacts set name = 'Later'`);
    return { after: { id } };
  });
  const heard = expect(heldUp).rejects.toMatchObject({ code: "unavailable" });
  await begun.promise;
  expect(await cutHeldUp(world.db)).toBe(0);
  expect(await cutHeldUp(world.db, 0)).toBe(1);
  expect(await ada.api(contacts.update, { id, version: 1, name: "Marta Lindqvist" })).toMatchObject({ version: 2 });
  goesOn.resolve();
  await heard;
  expect(await ada.api(contacts.get, { id })).toMatchObject({ name: "Marta Lindqvist" });
});

test("a backup that waits for its file is not taken for held up", async () => {
  const cut = await everything(world.app, "", async (tx) => {
    const before = await cutHeldUp(world.db, 0);
    await tx.execute(sql`select 1`);
    return before;
  });
  expect(cut).toBe(0);
});
