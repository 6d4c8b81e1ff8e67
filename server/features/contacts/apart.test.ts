import { contacts } from "@sidenote/contract/contacts";
import { system } from "@sidenote/contract/system";
import { afterAll, beforeAll, expect, test } from "vitest";
import { importMail, mail, mbox } from "../../testing/factories.ts";
import { createWorld, type Person, type World } from "../../testing/world.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
}, 60_000);
afterAll(() => world.close());

const create = (who: Person, name: string, address: string) => who.api(contacts.create, { name, addresses: [address] });
const pairs = async (who: Person) =>
  (await who.api(contacts.duplicates, {})).items.map(({ keep, other }) => [keep.id, other.id]);

test("two contacts that are two people are proposed to nobody, whichever comes first, until it is taken back", async () => {
  const ada = await world.person();
  const one = await create(ada, "Marta Lindqvist", "marta@nordfrakt.example");
  const other = await create(ada, "Lindqvist, Marta", "m.lindqvist@nordfrakt.example");
  const lars = await world.colleague(ada);
  expect(await pairs(lars)).toEqual([[one.id, other.id]]);
  await ada.api(contacts.apart, { id: other.id, otherId: one.id, apart: true });
  await ada.api(contacts.apart, { id: one.id, otherId: other.id, apart: true });
  expect(await pairs(ada)).toEqual([]);
  expect(await pairs(lars)).toEqual([]);
  await lars.api(contacts.apart, { id: one.id, otherId: other.id, apart: false });
  expect(await pairs(ada)).toEqual([[one.id, other.id]]);
});

test("who makes them one after all has said otherwise", async () => {
  const ada = await world.person();
  const one = await create(ada, "Marta Lindqvist", "marta@nordfrakt.example");
  const other = await create(ada, "Lindqvist, Marta", "m.lindqvist@nordfrakt.example");
  await ada.api(contacts.apart, { id: one.id, otherId: other.id, apart: true });
  await ada.api(contacts.merge, { id: one.id, otherId: other.id });
  await expect(ada.api(contacts.apart, { id: one.id, otherId: other.id, apart: true })).rejects.toMatchObject({
    body: { code: "conflict" },
  });
  await ada.api(contacts.unmerge, { id: other.id });
  expect(await pairs(ada)).toEqual([[one.id, other.id]]);
});

test("another organization cannot say so, and a colleague not of somebody only seen in mine", async () => {
  const ada = await world.person();
  const one = await create(ada, "Marta Lindqvist", "marta@nordfrakt.example");
  await importMail(world, ada, mbox(mail({ from: "Marta Lindqvist <m.lindqvist@nordfrakt.example>" })));
  const [seen] = (await ada.api(contacts.list, { state: "seen" })).items;
  const stranger = await world.person();
  const lars = await world.colleague(ada, "admin");
  for (const who of [stranger, lars])
    await expect(who.api(contacts.apart, { id: one.id, otherId: seen!.id, apart: true })).rejects.toMatchObject({
      body: { code: "not_found" },
    });
  expect(await pairs(lars)).toEqual([]);
  expect(await pairs(ada)).toEqual([[one.id, seen!.id]]);
  await ada.api(contacts.apart, { id: one.id, otherId: seen!.id, apart: true });
  expect(await pairs(ada)).toEqual([]);
});

test("somebody only seen in mail is saved by a merge with a contact, and only seen again when it is taken back", async () => {
  const ada = await world.person();
  const one = await create(ada, "Marta Lindqvist", "marta@nordfrakt.example");
  await importMail(world, ada, mbox(mail({ from: "Marta Lindqvist <m.lindqvist@nordfrakt.example>" })));
  const [seen] = (await ada.api(contacts.list, { state: "seen" })).items;
  const lars = await world.colleague(ada);
  const merged = await ada.api(contacts.merge, { id: one.id, otherId: seen!.id });
  expect(merged.addresses.map((address) => address.address)).toEqual([
    "marta@nordfrakt.example",
    "m.lindqvist@nordfrakt.example",
  ]);
  expect((await lars.api(contacts.get, { id: one.id })).addresses).toHaveLength(2);
  await ada.api(contacts.unmerge, { id: seen!.id });
  expect((await ada.api(contacts.get, { id: seen!.id })).state).toBe("seen");
  await expect(lars.api(contacts.get, { id: seen!.id })).rejects.toMatchObject({ body: { code: "not_found" } });
  expect((await lars.api(contacts.get, { id: one.id })).addresses).toHaveLength(1);
  expect(await pairs(ada)).toEqual([[one.id, seen!.id]]);
});

test("the seen one may be the one that is kept", async () => {
  const ada = await world.person();
  const saved = await create(ada, "Marta Lindqvist", "marta@nordfrakt.example");
  await importMail(world, ada, mbox(mail({ from: "Marta Lindqvist <m.lindqvist@nordfrakt.example>" })));
  const [seen] = (await ada.api(contacts.list, { state: "seen" })).items;
  const merged = await ada.api(contacts.merge, { id: seen!.id, otherId: saved.id });
  expect(merged).toMatchObject({ id: seen!.id, state: "saved" });
  await ada.api(contacts.unmerge, { id: saved.id });
  expect((await ada.api(contacts.get, { id: seen!.id })).state).toBe("seen");
  expect((await ada.api(contacts.get, { id: saved.id })).state).toBe("saved");
});

test("it stands in the audit log", async () => {
  const ada = await world.person();
  const one = await create(ada, "Marta Lindqvist", "marta@nordfrakt.example");
  const other = await create(ada, "Lindqvist, Marta", "m.lindqvist@nordfrakt.example");
  await ada.api(contacts.apart, { id: one.id, otherId: other.id, apart: true });
  const { items } = await ada.api(system.audit, {});
  expect(items[0]).toMatchObject({ action: "contact.apart", recordId: one.id });
});
