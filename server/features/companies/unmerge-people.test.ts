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

const write = (who: Person, ...mails: Parameters<typeof mail>[0][]) => importMail(world, who, mbox(...mails.map(mail)));
const seenIn = async (who: Person, domain: string) =>
  (await who.api(companies.list, { state: "seen" })).items.find((one) => one.domains.includes(domain))!.id;
const whereIs = async (who: Person, q: string, state: "seen" | "saved") => {
  const [found] = (await who.api(contacts.list, { state, q })).items;
  return found?.company?.id;
};

test("who came while two companies were one, or was saved then, is at the one of their address after", async () => {
  const ada = await world.person();
  await write(ada, { from: "Marta <marta@nordfrakt.example>" }, { from: "Ola <ola@nordfrakt.no>" });
  const [kept, other] = [await seenIn(ada, "nordfrakt.example"), await seenIn(ada, "nordfrakt.no")];
  await ada.api(companies.merge, { id: kept, otherId: other });
  await write(ada, { from: "Kari <kari@nordfrakt.no>" }, { from: "Jonas <jonas@nordfrakt.example>" });
  await write(ada, {
    from: "Ada <ada@fjordkyl.example>",
    to: "Ola <ola@nordfrakt.no>, Jonas <jonas@nordfrakt.example>",
  });
  expect(await whereIs(ada, "ola@", "saved")).toBe(kept);
  await ada.api(companies.unmerge, { id: other });
  expect(await whereIs(ada, "kari@", "seen")).toBe(other);
  expect(await whereIs(ada, "ola@", "saved")).toBe(other);
  expect(await whereIs(ada, "marta@", "seen")).toBe(kept);
  expect(await whereIs(ada, "jonas@", "saved")).toBe(kept);
  const nils = await world.colleague(ada, "agent");
  expect(await whereIs(nils, "ola@", "saved")).toBe(other);
});

test("who has an address at both, or was put there by a person, stays at the one that was kept", async () => {
  const ada = await world.person();
  await write(ada, { from: "Marta <marta@nordfrakt.example>" }, { from: "Ola <ola@nordfrakt.no>" });
  const [kept, other] = [await seenIn(ada, "nordfrakt.example"), await seenIn(ada, "nordfrakt.no")];
  await ada.api(companies.merge, { id: kept, otherId: other });
  await write(
    ada,
    { from: "Liv <liv@nordfrakt.no>" },
    { from: "Ada <ada@fjordkyl.example>", to: "Ola <ola@nordfrakt.no>, Liv <liv@nordfrakt.no>" },
  );
  const [ola] = (await ada.api(contacts.list, { state: "saved", q: "ola@" })).items;
  const [liv] = (await ada.api(contacts.list, { state: "saved", q: "liv@" })).items;
  const get = (id: NonNullable<typeof ola>["id"]) => ada.api(contacts.get, { id });
  const { version } = await get(ola!.id);
  await ada.api(contacts.update, {
    id: ola!.id,
    version,
    addresses: ["ola@nordfrakt.no", "ola@nordfrakt.example"],
  });
  await ada.api(contacts.update, { id: liv!.id, version: (await get(liv!.id)).version, companyId: kept });
  await ada.api(companies.unmerge, { id: other });
  expect([await whereIs(ada, "ola@", "saved"), await whereIs(ada, "liv@", "saved")]).toEqual([kept, kept]);
  await expect(ada.api(companies.unmerge, { id: other })).rejects.toMatchObject({ body: { code: "not_found" } });
});
