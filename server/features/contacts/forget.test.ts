import { activities } from "@sidenote/contract/activities";
import { companies } from "@sidenote/contract/companies";
import { contacts } from "@sidenote/contract/contacts";
import { emails } from "@sidenote/contract/emails";
import { imports } from "@sidenote/contract/imports";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
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

describe("what the signature of a forgotten mail told is nowhere any more", () => {
  const OTHER = "marta.l@nordfrakt.example";
  const TOLD = ["Zwiebelmeisterin", "+46 70 123 45 67"];
  const SIGNED = {
    id: "<signed@nordfrakt.example>",
    from: `Marta Lindqvist <${OFFICE}>`,
    text: `Hi Ada,\n\nsee you.\n\nBest regards\nMarta Lindqvist\n${TOLD[0]} Director\nNordfrakt AB\nMobile: ${TOLD[1]}`,
  };
  const nowhere = async () => {
    for (const words of TOLD) expect(await world.everywhere(words)).toEqual([]);
  };
  const forget = async (ada: Person, subject: string) => {
    const thread = (await ada.api(emails.threads, {})).items.find((one) => one.subject === subject);
    await ada.api(emails.forgetThread, { thread: thread!.id });
    await world.work();
  };
  const idOf = async (ada: Person, q: string) => (await listed(ada, "seen", q))[0]!.id;

  test("not in the audit of a contact that was saved and changed", async () => {
    const ada = await world.person();
    await write(ada, ADA, { ...SIGNED, subject: "Signed" });
    const id = await idOf(ada, OFFICE);
    const { version } = await ada.api(contacts.save, { id });
    const changed = await ada.api(contacts.update, { id, version, notes: "Met in Oslo" });
    expect(changed).toMatchObject({ title: `${TOLD[0]} Director`, phones: [TOLD[1]] });
    await ada.api(contacts.archive, { id, version: changed.version, archived: true });
    expect(await world.everywhere("Met in Oslo")).toContain("public.audit_payloads");
    await forget(ada, "Signed");
    await nowhere();
  });

  test.each([
    ["the contact of somebody else", true],
    ["somebody who was only seen, too", false],
  ])("not in %s, of whom they became part, nor where search finds them", async (_, save) => {
    const ada = await world.person();
    await write(ada, ADA, { ...SIGNED, subject: "Signed" }, { from: OTHER, subject: "Plain" });
    const [id, otherId] = [await idOf(ada, OTHER), await idOf(ada, OFFICE)];
    if (save) await ada.api(contacts.save, { id });
    expect(await ada.api(contacts.merge, { id, otherId })).toMatchObject({ title: `${TOLD[0]} Director` });
    await world.work();
    await forget(ada, "Signed");
    await nowhere();
    expect(await ada.api(contacts.get, { id })).toMatchObject({ title: null, phones: [] });
    expect(await ada.api(contacts.unmerge, { id: otherId })).toMatchObject({ title: null, phones: [] });
    await nowhere();
  });

  test("not in the audit, and not where search found them, of somebody who is forgotten with it", async () => {
    const ada = await world.person();
    const named = { ...SIGNED, from: `Marta Zwiebelqvist <${OFFICE}>` };
    await write(ada, ADA, { ...named, subject: "Signed" }, { from: `Marta Zwiebelqvist <${OTHER}>`, subject: "Plain" });
    await ada.api(contacts.merge, { id: await idOf(ada, OTHER), otherId: await idOf(ada, OFFICE) });
    await world.work();
    expect(await world.everywhere("Zwiebelqvist")).toContain("public.search_passages");
    await forget(ada, "Plain");
    await forget(ada, "Signed");
    await nowhere();
    expect(await world.everywhere("Zwiebelqvist")).toEqual([]);
  });

  test("what another mail tells as well is told by that one", async () => {
    const ada = await world.person();
    const again = { ...SIGNED, id: "<again@nordfrakt.example>", subject: "Again" };
    await write(ada, ADA, { ...SIGNED, subject: "Signed" }, again, { from: OTHER, subject: "Plain" });
    const [id, otherId] = [await idOf(ada, OTHER), await idOf(ada, OFFICE)];
    await ada.api(contacts.merge, { id, otherId });
    await forget(ada, "Signed");
    expect(await ada.api(contacts.get, { id })).toMatchObject({ title: `${TOLD[0]} Director` });
    const apart = await ada.api(contacts.unmerge, { id: otherId });
    expect(apart).toMatchObject({ title: `${TOLD[0]} Director`, phones: [TOLD[1]] });
    expect(await ada.api(contacts.get, { id })).toMatchObject({ title: null, phones: [] });
  });
});
