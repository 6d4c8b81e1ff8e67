import { activities } from "@sidenote/contract/activities";
import { companies } from "@sidenote/contract/companies";
import { contacts } from "@sidenote/contract/contacts";
import { imports } from "@sidenote/contract/imports";
import { afterAll, beforeAll, expect, test } from "vitest";
import { importMail, mail, mbox } from "../../testing/factories.ts";
import { createWorld, type Person, type World } from "../../testing/world.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
}, 60_000);
afterAll(() => world.close());

const OFFICE = "marta@nordfrakt.example";
const ADA = "ada@fjordkyl.example";
const NILS = "nils@fjordkyl.example";

const write = (who: Person, as: string, ...mails: Parameters<typeof mail>[0][]) =>
  importMail(world, who, mbox(...mails.map(mail)), { as });
const listed = async (who: Person, state: "seen" | "saved", q = "") =>
  (await who.api(contacts.list, { state, q })).items;
const undone = async (who: Person, { id }: { id: `imp_${string}` }) => {
  await who.api(imports.undo, { id });
  await world.work();
  return (await who.api(imports.get, { id })).state;
};

test("an import can be undone though a colleague knows the same people; whom and what the colleague needs stays", async () => {
  const ada = await world.person();
  const nils = await world.colleague(ada);
  await write(nils, NILS, { from: OFFICE, to: NILS });
  const hers = await write(ada, ADA, { from: ADA, to: `${OFFICE}, ola@kystlast.example, kari@isverket.example` });
  const [marta] = await listed(nils, "saved", OFFICE);
  // His own Marta and his Nordfrakt become hers, and somebody else of his works where hers do.
  const [his] = await listed(nils, "seen", OFFICE);
  await nils.api(contacts.save, { id: his!.id });
  await write(nils, NILS, { from: "per@kystlast.example", to: NILS }, { from: "eva@nordfrakt.example", to: NILS });
  expect(await undone(ada, hers)).toBe("undone");
  expect((await listed(ada, "saved")).map((one) => one.address)).toEqual([OFFICE]);
  expect(await nils.api(contacts.get, { id: his!.id })).toMatchObject({ id: marta!.id });
  expect((await nils.api(companies.list, {})).items.map((one) => one.domains)).toEqual([
    ["kystlast.example"],
    ["nordfrakt.example"],
  ]);
  expect(await listed(nils, "seen", "per@")).toMatchObject([{ company: { name: "Kystlast" } }]);
});

test("a colleague's note keeps the contact that it is about, also one that nobody else sees", async () => {
  const ada = await world.person();
  const nils = await world.colleague(ada);
  const hers = await write(ada, ADA, { from: ADA, to: `${OFFICE}, ola@kystlast.example` });
  await write(nils, NILS, { from: "per@isverket.example", to: NILS });
  const [marta] = await listed(nils, "saved", OFFICE);
  const [per] = await listed(nils, "seen", "per@");
  await nils.api(activities.create, { kind: "note", text: "They met", contactIds: [marta!.id, per!.id] });
  expect(await undone(ada, hers)).toBe("undone");
  expect((await listed(ada, "saved")).map((one) => one.id)).toEqual([marta!.id]);
  expect((await nils.api(activities.list, { contactId: marta!.id })).items).toHaveLength(1);
});

test("an import can be undone though its people were made one after another", async () => {
  const ada = await world.person();
  const hers = await write(
    ada,
    ADA,
    { from: OFFICE },
    { from: "m@kystlast.example" },
    { from: "marta@isverket.example" },
  );
  const [first, second, third] = await Promise.all(
    [OFFICE, "m@kystlast", "marta@isverket"].map(async (q) => (await listed(ada, "seen", q))[0]!.id),
  );
  await ada.api(contacts.merge, { id: second!, otherId: third! });
  await ada.api(contacts.merge, { id: first!, otherId: second! });
  expect(await undone(ada, hers)).toBe("undone");
  expect(await listed(ada, "seen")).toEqual([]);
  for (const id of [first!, second!, third!])
    await expect(ada.api(contacts.get, { id })).rejects.toMatchObject({ body: { code: "not_found" } });
});
