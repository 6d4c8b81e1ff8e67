import { contacts } from "@sidenote/contract/contacts";
import { emails } from "@sidenote/contract/emails";
import { afterAll, beforeAll, expect, test } from "vitest";
import { importMail, mail, mbox } from "../../testing/factories.ts";
import { createWorld, type Person, type World } from "../../testing/world.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
}, 60_000);
afterAll(() => world.close());

const OFFICE = "marta@nordfrakt.example";
const HOME = "m.lindqvist@kystlast.example";
const AS = { ada: { as: "ada@fjordkyl.example" }, nils: { as: "nils@fjordkyl.example" } };

const write = (who: Person, as: keyof typeof AS, ...mails: Parameters<typeof mail>[0][]) =>
  importMail(world, who, mbox(...mails.map(mail)), AS[as]);
const seen = async (who: Person, q: string) => (await who.api(contacts.list, { state: "seen", q })).items;
const saved = async (who: Person, q: string) => (await who.api(contacts.list, { state: "saved", q })).items;

test("an address that a member gives to somebody only they have seen takes nothing from a colleague's mail", async () => {
  const ada = await world.person();
  const nils = await world.colleague(ada);
  await write(ada, "ada", { from: OFFICE });
  const [marta] = await seen(ada, OFFICE);
  const { version } = await ada.api(contacts.get, { id: marta!.id });
  const more = await ada.api(contacts.update, { id: marta!.id, version, addresses: [OFFICE, HOME] });
  expect(more).toMatchObject({ id: marta!.id, state: "seen" });
  expect((await write(nils, "nils", { from: HOME })).counts).toMatchObject({ stored: 1 });
  expect(await seen(nils, HOME)).toHaveLength(1);
  await write(nils, "nils", { from: "nils@fjordkyl.example", to: HOME });
  expect(await saved(ada, HOME)).toHaveLength(1);
});

test("when two people seen in mail are taken apart after one was saved, a colleague's mail with the other is stored", async () => {
  const ada = await world.person();
  const nils = await world.colleague(ada);
  await write(ada, "ada", { from: OFFICE }, { from: HOME });
  const [[kept], [other]] = [await seen(ada, OFFICE), await seen(ada, HOME)];
  await ada.api(contacts.merge, { id: kept!.id, otherId: other!.id });
  await ada.api(contacts.save, { id: kept!.id });
  expect(await ada.api(contacts.unmerge, { id: other!.id })).toMatchObject({ id: other!.id, state: "seen" });
  await expect(nils.api(contacts.get, { id: other!.id })).rejects.toMatchObject({ body: { code: "not_found" } });
  expect((await write(nils, "nils", { from: "nils@fjordkyl.example", to: HOME })).counts).toMatchObject({ stored: 1 });
  expect(await saved(nils, HOME)).toHaveLength(1);
  expect((await nils.api(emails.threads, {})).items).toHaveLength(1);
  // And hers become his contact when she saves them.
  const [his] = await saved(nils, HOME);
  expect(await ada.api(contacts.save, { id: other!.id })).toMatchObject({ id: his!.id });
});
