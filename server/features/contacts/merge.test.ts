import { activities } from "@sidenote/contract/activities";
import { companies } from "@sidenote/contract/companies";
import { contacts } from "@sidenote/contract/contacts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createWorld, type World } from "../../testing/world.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
}, 60_000);
afterAll(() => world.close());

const two = async () => {
  const ada = await world.person();
  const kept = await ada.api(contacts.create, {
    name: "Marta Lindqvist",
    addresses: ["marta@nordfrakt.example"],
    phones: ["+46 31 123 45 67"],
    tags: ["cold"],
  });
  const other = await ada.api(contacts.create, {
    name: "Lindqvist, Marta",
    addresses: ["m.lindqvist@nordfrakt.example"],
    title: "Head of Operations",
    tags: ["fish"],
  });
  return { ada, kept, other };
};

test("two contacts of one name at one company are proposed as one, with the reasons", async () => {
  const { ada, kept, other } = await two();
  const { items } = await ada.api(contacts.duplicates, {});
  expect(items).toMatchObject([
    {
      keep: { id: kept.id },
      other: { id: other.id },
      reasons: ["the same name, Marta Lindqvist", "both write from nordfrakt.example"],
    },
  ]);
});

test("two contacts of one name at two domains are proposed once these are known to be one company's", async () => {
  const ada = await world.person();
  const kept = await ada.api(companies.create, { name: "Nordfrakt AB", domains: ["nordfrakt.example"] });
  const norge = await ada.api(companies.create, { name: "Nordfrakt Norge", domains: ["nordfrakt.no"] });
  await ada.api(contacts.create, { name: "Ola Nygaard", addresses: ["ola@nordfrakt.example"] });
  await ada.api(contacts.create, { name: "Ola Nygaard", addresses: ["nygaard@post.nordfrakt.no"] });
  await ada.api(contacts.create, { name: "Kari Nygaard", addresses: ["kari@nordfrakt.no"] });
  const reasons = async () => (await ada.api(contacts.duplicates, {})).items.map((pair) => pair.reasons);
  expect(await reasons()).toEqual([]);
  await ada.api(companies.merge, { id: kept.id, otherId: norge.id });
  expect(await reasons()).toEqual([["the same name, Ola Nygaard", "both write from Nordfrakt AB"]]);
  await ada.api(companies.unmerge, { id: norge.id });
  expect(await reasons()).toEqual([]);
});

test("an address with a plus is read by whoever reads it without one", async () => {
  const ada = await world.person();
  const make = (name: string, address: string) => ada.api(contacts.create, { name, addresses: [address] });
  const kept = await make("Robert Lund", "robert.lund@nordfrakt.example");
  const other = await make("Rob Lund", "robert.lund+offers@nordfrakt.example");
  await make("Petra Sand", "robert.lund+petra@nordfrakt.example");
  await make("Case 1 Lund", "support+1@nordfrakt.example");
  await make("Case 2 Lund", "support+2@nordfrakt.example");
  const { items } = await ada.api(contacts.duplicates, {});
  expect(items).toMatchObject([
    { keep: { id: kept.id }, other: { id: other.id }, reasons: ["one mailbox, robert.lund@nordfrakt.example"] },
  ]);
});

test("a name alone is no reason, and neither is a company", async () => {
  const ada = await world.person();
  await ada.api(contacts.create, { name: "Marta Lindqvist", addresses: ["marta@nordfrakt.example"] });
  await ada.api(contacts.create, { name: "Marta Lindqvist", addresses: ["marta@havsfisk.example"] });
  await ada.api(contacts.create, { name: "Jonas Öberg", addresses: ["jonas@nordfrakt.example"] });
  // Two of one name, and a third who may be either.
  for (const name of ["Eva B. Holm", "Eva D. Holm", "Eva Holm"])
    await ada.api(contacts.create, { name, addresses: [`${name.replaceAll(/[. ]/g, "")}@nordfrakt.example`] });
  expect((await ada.api(contacts.duplicates, {})).items).toEqual([]);
});

test("a son of the same name, and the second of a name whose address the company has numbered, are somebody else", async () => {
  const ada = await world.person();
  const make = (name: string, address: string) => ada.api(contacts.create, { name, addresses: [address] });
  await make("Tom Hill", "tom.hill@nordfrakt.example");
  await make("Tom Hill Jr.", "tom.junior@nordfrakt.example");
  await make("Anna Berg", "anna.berg@nordfrakt.example");
  await make("Anna Berg", "anna.berg2@nordfrakt.example");
  expect((await ada.api(contacts.duplicates, {})).items).toEqual([]);
});

test("what only the other had comes to the one that is kept, which answers for both", async () => {
  const { ada, kept, other } = await two();
  const note = await ada.api(activities.create, { kind: "note", text: "likes herring", contactIds: [other.id] });
  const merged = await ada.api(contacts.merge, { id: kept.id, otherId: other.id });
  expect(merged.addresses.map((one) => one.address)).toEqual([
    "marta@nordfrakt.example",
    "m.lindqvist@nordfrakt.example",
  ]);
  expect(merged).toMatchObject({ title: "Head of Operations", tags: ["cold", "fish"] });
  expect((await ada.api(contacts.get, { id: other.id })).id).toBe(kept.id);
  expect((await ada.api(contacts.list, {})).items.map((one) => one.id)).toEqual([kept.id]);
  expect((await ada.api(activities.list, { contactId: kept.id })).items.map((one) => one.id)).toEqual([note.id]);
  expect((await ada.api(contacts.duplicates, {})).items).toEqual([]);
});

test("a merge that is taken back leaves both as they were", async () => {
  const { ada, kept, other } = await two();
  const note = await ada.api(activities.create, { kind: "note", text: "likes herring", contactIds: [other.id] });
  const of = async (id: typeof kept.id) => {
    const { version: _, updatedAt: __, ...rest } = await ada.api(contacts.get, { id });
    return rest;
  };
  const before = [await of(kept.id), await of(other.id)];
  await ada.api(contacts.merge, { id: kept.id, otherId: other.id });
  await ada.api(contacts.unmerge, { id: other.id });
  expect([await of(kept.id), await of(other.id)]).toEqual(before);
  expect((await ada.api(activities.list, { contactId: other.id })).items.map((one) => one.id)).toEqual([note.id]);
});

test("who was made part of a contact is named there until it is taken back", async () => {
  const { ada, kept, other } = await two();
  await ada.api(contacts.merge, { id: kept.id, otherId: other.id });
  expect((await ada.api(contacts.get, { id: kept.id })).merged).toMatchObject([
    { id: other.id, name: other.name, addresses: ["m.lindqvist@nordfrakt.example"] },
  ]);
  await ada.api(contacts.unmerge, { id: other.id });
  expect((await ada.api(contacts.get, { id: kept.id })).merged).toEqual([]);
});

test("what was changed after a merge stays when it is taken back", async () => {
  const { ada, kept, other } = await two();
  const merged = await ada.api(contacts.merge, { id: kept.id, otherId: other.id });
  await ada.api(contacts.update, { id: kept.id, version: merged.version, title: "Director" });
  await ada.api(contacts.unmerge, { id: other.id });
  expect(await ada.api(contacts.get, { id: kept.id })).toMatchObject({ title: "Director", tags: ["cold"] });
});

test("a contact is merged neither with itself nor twice", async () => {
  const { ada, kept, other } = await two();
  await expect(ada.api(contacts.merge, { id: kept.id, otherId: kept.id })).rejects.toMatchObject({
    body: { code: "invalid" },
  });
  await ada.api(contacts.merge, { id: kept.id, otherId: other.id });
  await expect(ada.api(contacts.merge, { id: kept.id, otherId: other.id })).rejects.toMatchObject({
    body: { code: "conflict" },
  });
});

test("merges upon merges are taken back the last one first, and each gets back what was its own", async () => {
  const { ada, kept, other } = await two();
  const last = await ada.api(contacts.create, { name: "M. Lindqvist", addresses: ["marta@private.example"] });
  await ada.api(contacts.merge, { id: other.id, otherId: last.id });
  await ada.api(contacts.merge, { id: kept.id, otherId: other.id });
  await expect(ada.api(contacts.unmerge, { id: last.id })).rejects.toMatchObject({ body: { code: "conflict" } });
  await ada.api(contacts.unmerge, { id: other.id });
  await ada.api(contacts.unmerge, { id: last.id });
  for (const one of [kept, other, last]) {
    const { id, addresses } = await ada.api(contacts.get, { id: one.id });
    expect([id, addresses.map(({ address }) => address)]).toEqual([
      one.id,
      one.addresses.map(({ address }) => address),
    ]);
  }
});

test("another organization can neither merge nor take back", async () => {
  const { ada, kept, other } = await two();
  const stranger = await world.person();
  await expect(stranger.api(contacts.merge, { id: kept.id, otherId: other.id })).rejects.toMatchObject({
    body: { code: "not_found" },
  });
  await ada.api(contacts.merge, { id: kept.id, otherId: other.id });
  await expect(stranger.api(contacts.unmerge, { id: other.id })).rejects.toMatchObject({ body: { code: "not_found" } });
  expect((await stranger.api(contacts.duplicates, {})).items).toEqual([]);
});
