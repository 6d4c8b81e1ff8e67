import { companies } from "@sidenote/contract/companies";
import { contacts } from "@sidenote/contract/contacts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { importMail, mail, mbox } from "../../testing/factories.ts";
import { createWorld, type World } from "../../testing/world.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const marta = { name: "Marta Lindqvist", addresses: ["Marta@Nordfrakt.example"] };

test("a contact that was added is found again, with its address in lower case", async () => {
  const { api } = await world.person();
  const made = await api(contacts.create, marta);
  expect(await api(contacts.get, { id: made.id })).toMatchObject({
    name: "Marta Lindqvist",
    state: "saved",
    address: "marta@nordfrakt.example",
  });
});

test("another organization cannot see it, change it, or learn that it exists", async () => {
  const made = await (await world.person()).api(contacts.create, marta);
  const stranger = await world.person();
  await expect(stranger.api(contacts.get, { id: made.id })).rejects.toMatchObject({ body: { code: "not_found" } });
  await expect(stranger.api(contacts.update, { id: made.id, version: 1, name: "X" })).rejects.toMatchObject({
    body: { code: "not_found" },
  });
  await expect(stranger.api(contacts.create, marta)).resolves.toMatchObject({ name: "Marta Lindqvist" });
});

test("a colleague sees and may change a contact of the organization", async () => {
  const ada = await world.person();
  const made = await ada.api(contacts.create, marta);
  const nils = await world.colleague(ada);
  expect(await nils.api(contacts.update, { id: made.id, version: 1, title: "Head of Operations" })).toMatchObject({
    title: "Head of Operations",
    version: 2,
  });
});

test("a stale change is refused with the current contact and what was sent", async () => {
  const { api } = await world.person();
  const made = await api(contacts.create, marta);
  await api(contacts.update, { id: made.id, version: 1, name: "Marta L." });
  await expect(api(contacts.update, { id: made.id, version: 1, name: "M. Lindqvist" })).rejects.toMatchObject({
    body: { code: "conflict", current: { name: "Marta L.", version: 2 }, yours: { name: "M. Lindqvist", version: 1 } },
  });
});

test("an address belongs to one contact of the organization", async () => {
  const { api } = await world.person();
  await api(contacts.create, marta);
  await expect(api(contacts.create, { ...marta, name: "Somebody else" })).rejects.toMatchObject({
    body: { code: "conflict" },
  });
});

test("a contact works at a company that the organization has, and at no other's", async () => {
  const { api } = await world.person();
  const company = await api(companies.create, { name: "Nordfrakt AB", domains: ["nordfrakt.example"] });
  expect(await api(contacts.create, { ...marta, companyId: company.id })).toMatchObject({
    company: { name: "Nordfrakt AB" },
  });
  const stranger = await world.person();
  await expect(stranger.api(contacts.create, { name: "X", companyId: company.id })).rejects.toMatchObject({
    body: { code: "not_found" },
  });
});

test("an archived contact leaves the list and can come back", async () => {
  const { api } = await world.person();
  const made = await api(contacts.create, marta);
  const archived = await api(contacts.archive, { id: made.id, version: made.version, archived: true });
  expect((await api(contacts.list, {})).items).toEqual([]);
  expect((await api(contacts.list, { archived: true })).items).toHaveLength(1);
  await api(contacts.archive, { id: made.id, version: archived.version, archived: false });
  expect((await api(contacts.list, {})).items).toHaveLength(1);
});

test("pages of the list hold every contact once, in the order of their names", async () => {
  const { api } = await world.person();
  for (const name of ["Eva", "ada", "Dora", "Bo", "Cleo"]) await api(contacts.create, { name });
  const names: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await api(contacts.list, { limit: 2, ...(cursor ? { cursor } : {}) });
    names.push(...page.items.map((item) => item.name));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(names).toEqual(["ada", "Bo", "Cleo", "Dora", "Eva"]);
});

test("a cursor that this list did not give is refused", async () => {
  const { api } = await world.person();
  await expect(api(contacts.list, { cursor: "nonsense" })).rejects.toMatchObject({
    body: { code: "invalid", errors: [{ path: "cursor" }] },
  });
});

test("the same Idempotency-Key makes one contact and gives the same answer", async () => {
  const { api } = await world.person();
  const first = await api(contacts.create, marta, { idempotencyKey: "once" });
  const second = await api(contacts.create, marta, { idempotencyKey: "once" });
  expect(second).toEqual(first);
  await expect(api(contacts.create, { name: "Other" }, { idempotencyKey: "once" })).rejects.toMatchObject({
    body: { code: "conflict" },
  });
});

test("a key without the scope is refused, and one with an unknown field is told which", async () => {
  const ada = await world.person();
  const reader = await ada.withScopes(["contacts:read"]);
  await expect(reader(contacts.create, marta)).rejects.toMatchObject({ body: { code: "forbidden" } });
  const writer = await ada.withScopes(["contacts:write"]);
  await expect(writer(contacts.create, { ...marta, shoeSize: 43 } as never)).rejects.toMatchObject({
    body: { code: "invalid", errors: [{ path: "shoeSize" }] },
  });
});

test("each field says where and when it was learnt last", async () => {
  const { api } = await world.person();
  const made = await api(contacts.create, marta);
  const { facts } = await api(contacts.update, { id: made.id, version: 1, title: "Head of Operations" });
  expect(facts?.map(({ field, source }) => [field, source.kind])).toEqual([
    ["name", "person"],
    ["title", "person"],
  ]);
});

test("an address that a contact has no more brings back whoever was that contact by it alone", async () => {
  const ada = await world.person();
  await importMail(world, ada, mbox(mail({ from: "bob@kystlast.example" }), mail({ from: "alice@havsfisk.example" })));
  const seen = async () => (await ada.api(contacts.list, { state: "seen" })).items.map((one) => one.address);
  const made = await ada.api(contacts.create, { name: "Alice Moe", addresses: ["alice@nordfrakt.example"] });
  const give = async (...addresses: string[]) => {
    const { version } = await ada.api(contacts.get, { id: made.id });
    await ada.api(contacts.update, { id: made.id, version, addresses });
  };
  await give("alice@nordfrakt.example", "bob@kystlast.example", "alice@havsfisk.example");
  expect(await seen()).toEqual([]);
  await give("alice@nordfrakt.example", "alice@havsfisk.example");
  expect(await seen()).toEqual(["bob@kystlast.example"]);
  await importMail(world, ada, mbox(mail({ from: "ada@fjordkyl.example", to: "bob@kystlast.example" })));
  expect((await ada.api(contacts.list, {})).items.map((one) => one.address)).toEqual([
    "alice@nordfrakt.example",
    "bob@kystlast.example",
  ]);
});
