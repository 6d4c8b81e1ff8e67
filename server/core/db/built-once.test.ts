import { contacts } from "@sidenote/contract/contacts";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { contactTable } from "../../features/contacts/table.ts";
import { createWorld, type Person, type World } from "../../testing/world.ts";
import { builtOnce, given } from "./built-once.ts";
import { derive, read } from "./transaction.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

test("a statement that is built once sees what the transaction sees that runs it, and no other", async () => {
  const [ada, stranger] = [await world.person(), await world.person()];
  const { id } = await ada.api(contacts.create, { name: "Marta" });
  const nameOf = builtOnce((db) =>
    db
      .select({ name: contactTable.name })
      .from(contactTable)
      .where(eq(contactTable.id, given("id", contactTable.id))),
  );
  const seenBy = (person: Person) => read(person.ctx, (tx) => nameOf(tx).execute({ id }));
  expect(await seenBy(ada)).toEqual([{ name: "Marta" }]);
  expect(await seenBy(stranger)).toEqual([]);
  const undone = derive(ada.ctx, async (tx) => {
    await tx.update(contactTable).set({ name: "Marta Lindqvist" }).where(eq(contactTable.id, id));
    expect(await nameOf(tx).execute({ id })).toEqual([{ name: "Marta Lindqvist" }]);
    throw new Error("taken back");
  });
  await expect(undone).rejects.toThrow("taken back");
  expect(await Promise.all([seenBy(stranger), seenBy(ada)])).toEqual([[], [{ name: "Marta" }]]);
});
