import { activities } from "@sidenote/contract/activities";
import { companies } from "@sidenote/contract/companies";
import { contacts } from "@sidenote/contract/contacts";
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
const ADA = "ada@fjordkyl.example";
const NILS = "nils@fjordkyl.example";

const write = (who: Person, as: string, ...from: string[]) =>
  importMail(world, who, mbox(...from.map((one) => mail({ from: one, to: as }))), { as });
const seen = async (who: Person, q: string) => (await who.api(contacts.list, { state: "seen", q })).items[0]!.id;
const call = (who: Person, about: { contactIds: [`cnt_${string}`] } | { companyId: `cmp_${string}` }) =>
  who.api(activities.create, { kind: "call", text: "They want two zones", ...about });
const stateOf = async (who: Person, id: `cnt_${string}`) => (await who.api(contacts.get, { id })).state;
const conflict = { body: { code: "conflict" } };

const two = async () => {
  const ada = await world.person();
  const nils = await world.colleague(ada);
  return { ada, nils };
};

test("a save is not taken back once a colleague wrote about the contact, and then the colleague keeps both", async () => {
  const { ada, nils } = await two();
  await write(ada, ADA, OFFICE);
  const marta = await seen(ada, OFFICE);
  await ada.api(contacts.save, { id: marta });
  await call(nils, { contactIds: [marta] });
  await expect(ada.api(contacts.unsave, { id: marta })).rejects.toMatchObject(conflict);
  expect(await stateOf(nils, marta)).toBe("saved");
});

test("a save is not taken back once somebody in a colleague's mail was joined to the contact", async () => {
  const { ada, nils } = await two();
  await write(nils, NILS, OFFICE);
  await write(ada, ADA, OFFICE);
  const [his, hers] = [await seen(nils, OFFICE), await seen(ada, OFFICE)];
  await ada.api(contacts.save, { id: hers });
  await nils.api(contacts.save, { id: his });
  await expect(ada.api(contacts.unsave, { id: hers })).rejects.toMatchObject(conflict);
  expect(await nils.api(contacts.get, { id: his })).toMatchObject({ id: hers, state: "saved" });
  // With the colleague's own undone nothing is in the way any more.
  await nils.api(contacts.unsave, { id: his });
  expect(await ada.api(contacts.unsave, { id: hers })).toMatchObject({ state: "seen" });
});

test("a contact that a member added beside somebody in their mail stays, for they are one", async () => {
  const { ada } = await two();
  await write(ada, ADA, OFFICE);
  const made = await ada.api(contacts.create, { name: "Marta Lindqvist", addresses: [OFFICE] });
  await expect(ada.api(contacts.unsave, { id: made.id })).rejects.toMatchObject(conflict);
});

test("whom a merge saved stays saved when it is taken back, once a colleague wrote about them or changed them", async () => {
  for (const work of ["wrote", "changed", "did nothing"]) {
    const { ada, nils } = await two();
    await write(ada, ADA, OFFICE);
    const kept = await seen(ada, OFFICE);
    const other = await nils.api(contacts.create, { name: "Lindqvist, Marta", addresses: [HOME] });
    const { version } = await ada.api(contacts.merge, { id: kept, otherId: other.id });
    if (work === "wrote") await call(nils, { contactIds: [kept] });
    if (work === "changed") await nils.api(contacts.update, { id: kept, version, title: "Head of Operations" });
    await ada.api(contacts.unmerge, { id: other.id });
    expect(await stateOf(ada, kept), work).toBe(work === "did nothing" ? "seen" : "saved");
  }
});

test("a company that a merge saved stays saved when it is taken back, once a colleague wrote about it", async () => {
  const { ada, nils } = await two();
  await write(ada, ADA, OFFICE);
  const [kept] = (await ada.api(companies.list, { state: "seen" })).items;
  const other = await nils.api(companies.create, { name: "Nordfrakt Norge" });
  await ada.api(companies.merge, { id: kept!.id, otherId: other.id });
  await call(nils, { companyId: kept!.id });
  await ada.api(companies.unmerge, { id: other.id });
  expect((await nils.api(companies.get, { id: kept!.id })).state).toBe("saved");
});
