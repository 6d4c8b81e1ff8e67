import { activities } from "@sidenote/contract/activities";
import { companies } from "@sidenote/contract/companies";
import { contacts } from "@sidenote/contract/contacts";
import { context } from "@sidenote/contract/context";
import { search } from "@sidenote/contract/search";
import { afterAll, beforeAll, expect, test } from "vitest";
import { importMail, mail, mbox } from "../../testing/factories.ts";
import { createWorld, type Person, type World } from "../../testing/world.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
}, 60_000);
afterAll(() => world.close());

const textsOf = async (who: Person, about: { contactId?: `cnt_${string}`; companyId?: `cmp_${string}` } = {}) =>
  (await who.api(activities.list, about)).items.map((one) => one.text).sort();
const titles = async (who: Person, q: string) => (await who.api(search.all, { q })).items.map((one) => one.title);

const happened = async (
  who: Person,
  timeline: typeof contacts.timeline | typeof companies.timeline,
  id: `cnt_${string}` | `cmp_${string}`,
) => (await who.api(timeline as typeof contacts.timeline, { id: id as `cnt_${string}` })).items.map((one) => one.title);

test("a note about a company that only the member has seen in mail is the member's alone, also once it is changed and the company saved", async () => {
  const ada = await world.person();
  const others = [await world.colleague(ada), await world.colleague(ada, "admin")];
  await importMail(world, ada, mbox(mail()));
  const [company] = (await ada.api(companies.list, { state: "seen" })).items;
  const note = await ada.api(activities.create, { kind: "note", text: "They want to sell", companyId: company!.id });
  const nobodyElse = async (text: string, word: string) => {
    await world.work();
    expect(await titles(ada, word)).toEqual([text]);
    for (const other of others) {
      expect([await textsOf(other), await titles(other, word)]).toEqual([[], []]);
      await expect(other.api(activities.get, { id: note.id })).rejects.toMatchObject({ body: { code: "not_found" } });
    }
  };
  await nobodyElse("They want to sell", "sell");
  await ada.api(activities.update, { id: note.id, version: note.version, text: "They want to merge" });
  await nobodyElse("They want to merge", "merge");
  const [marta] = (await ada.api(contacts.list, { state: "seen" })).items;
  await ada.api(contacts.save, { id: marta!.id });
  expect((await ada.api(companies.get, { id: company!.id })).state).toBe("saved");
  await nobodyElse("They want to merge", "merge");
  expect(await textsOf(ada, { companyId: company!.id })).toEqual(["They want to merge"]);
});

test("a note about a company that has become the organization's is everybody's", async () => {
  const ada = await world.person();
  const nils = await world.colleague(ada);
  await importMail(world, ada, mbox(mail()));
  const [seen] = (await ada.api(companies.list, { state: "seen" })).items;
  const saved = await ada.api(companies.create, { name: "Nordfrakt AB", domains: ["nordfrakt.example"] });
  await ada.api(activities.create, { kind: "note", text: "They want to buy", companyId: seen!.id });
  expect(await textsOf(nils, { companyId: saved.id })).toEqual(["They want to buy"]);
});

test("what a member noted about somebody in their mail is theirs to see once that is a colleague's contact, and nobody else's", async () => {
  const ada = await world.person();
  const nils = await world.colleague(ada);
  await importMail(world, ada, mbox(mail()));
  const [seen] = (await ada.api(contacts.list, { state: "seen" })).items;
  await ada.api(activities.create, { kind: "note", text: "Prefers the phone", contactIds: [seen!.id] });
  const company = await nils.api(companies.create, { name: "Nordfrakt AB", domains: ["nordfrakt.example"] });
  const theirs = await nils.api(contacts.create, {
    name: "Marta Lindqvist",
    addresses: ["marta@nordfrakt.example"],
    companyId: company.id,
  });
  const whole = await nils.api(contacts.create, { name: "M. Lindqvist", companyId: company.id });
  await ada.api(contacts.save, { id: seen!.id });
  const told = async (who: Person, id: typeof whole.id) => [
    await textsOf(who, { contactId: id }),
    await happened(who, contacts.timeline, id),
    await happened(who, companies.timeline, company.id),
    (await who.api(context.get, { address: "marta@nordfrakt.example" })).timeline.map((one) => one.title),
  ];
  const both = ["Prefers the phone", "Cold storage"];
  const hers = [["Prefers the phone"], both, both, both];
  expect(await told(ada, theirs.id)).toEqual(hers);
  expect(await told(nils, theirs.id)).toEqual([[], [], [], []]);
  await nils.api(contacts.merge, { id: whole.id, otherId: theirs.id });
  expect(await told(ada, whole.id)).toEqual(hers);
  expect(await told(nils, whole.id)).toEqual([[], [], [], []]);
});
