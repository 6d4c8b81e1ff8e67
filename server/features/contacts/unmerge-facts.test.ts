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

type Contact = Awaited<ReturnType<typeof one>>;
const OFFICE = "marta@nordfrakt.example";
const HOME = "m.lindqvist@kystlast.example";

const signed = (from: string, day: number, title: string, phone: string) =>
  mail({
    from: `Marta Lindqvist <${from}>`,
    date: `${day} Feb 2026 10:00:00 +0100`,
    text: `Ready.\n\nBest regards,\nMarta Lindqvist\n${title}\nTel ${phone}`,
  });

const atOffice = signed(OFFICE, 1, "Project Manager", "+46 31 111 11 11");
const atHome = (day: number) => signed(HOME, day, "Sales Manager", "+46 31 222 22 22");

const one = (person: Person, id: `cnt_${string}`) => person.api(contacts.get, { id });

async function two(person: Person, ...mails: string[]) {
  await importMail(world, person, mbox(...mails));
  const of = async (q: string) => (await person.api(contacts.list, { state: "seen", q })).items[0]!.id;
  return { kept: await of(OFFICE), other: await of(HOME) };
}

const told = (contact: Contact, field: string) =>
  contact.learnt?.filter((fact) => fact.field === field).map((fact) => fact.value);

const merged = (person: Person, { kept, other }: { kept: `cnt_${string}`; other: `cnt_${string}` }) =>
  person.api(contacts.merge, { id: kept, otherId: other });

test("what was learnt from an address while two were one goes back with the address", async () => {
  const ada = await world.person();
  const both = await two(ada, atOffice, atHome(2));
  await merged(ada, both);
  await importMail(world, ada, mbox(signed(HOME, 5, "Head of Operations", "+46 31 333 33 33")));
  expect(await one(ada, both.kept)).toMatchObject({
    title: "Head of Operations",
    phones: ["+46 31 111 11 11", "+46 31 222 22 22"],
  });
  await ada.api(contacts.unmerge, { id: both.other });
  const [kept, other] = [await one(ada, both.kept), await one(ada, both.other)];
  expect(kept).toMatchObject({ title: "Project Manager", phones: ["+46 31 111 11 11"] });
  expect(other).toMatchObject({ title: "Head of Operations", phones: ["+46 31 333 33 33"] });
  expect([told(kept, "title"), told(kept, "phone")]).toEqual([["Project Manager"], ["+46 31 111 11 11"]]);
  expect(told(other, "title")).toEqual(["Head of Operations", "Sales Manager"]);
  await importMail(world, ada, mbox(signed(HOME, 6, "Director", "+46 31 333 33 33")));
  expect((await one(ada, both.other)).title).toBe("Director");
  expect((await one(ada, both.kept)).title).toBe("Project Manager");
});

test("phones that a merge gathered stay with the next signature, and go with a mail that is forgotten", async () => {
  const ada = await world.person();
  const both = await two(ada, atOffice, atHome(2));
  await merged(ada, both);
  await importMail(world, ada, mbox(signed(OFFICE, 5, "Director", "+46 31 111 11 11")));
  const gathered = await one(ada, both.kept);
  expect(gathered).toMatchObject({ title: "Director", phones: ["+46 31 111 11 11", "+46 31 222 22 22"] });
  const { source } = gathered.learnt!.find((fact) => fact.value === "+46 31 222 22 22")!;
  await ada.api(emails.forget, { id: source.id as `eml_${string}` });
  expect((await one(ada, both.kept)).phones).toEqual(["+46 31 111 11 11"]);
});

test("what both sign with while they are one stays with both", async () => {
  const ada = await world.person();
  const both = await two(ada, atOffice, atHome(2));
  await merged(ada, both);
  // The same words from the other address, later and earlier than the own ones.
  await importMail(
    world,
    ada,
    mbox(
      signed(HOME, 7, "Project Manager", "+46 31 111 11 11"),
      signed(OFFICE, 8, "Sales Manager", "+46 31 222 22 22"),
      signed(OFFICE, 9, "Head of Operations", "+46 31 444 44 44"),
      signed(HOME, 10, "Head of Operations", "+46 31 444 44 44"),
    ),
  );
  await ada.api(contacts.unmerge, { id: both.other });
  const [kept, other] = [await one(ada, both.kept), await one(ada, both.other)];
  expect(told(kept, "title")).toEqual(["Head of Operations", "Sales Manager", "Project Manager"]);
  expect(told(other, "title")).toEqual(["Head of Operations", "Project Manager", "Sales Manager"]);
  for (const [contact, address] of [
    [kept, OFFICE],
    [other, HOME],
  ] as const)
    for (const { source } of contact.learnt!.filter((fact) => fact.field === "title"))
      expect((await ada.api(emails.get, { id: source.id as `eml_${string}` })).from.address).toBe(address);
});

test("what was learnt from the kept one's own address stays, and the newest of what is left is shown", async () => {
  const ada = await world.person();
  const both = await two(ada, atOffice, atHome(7));
  await merged(ada, both);
  await importMail(world, ada, mbox(signed(OFFICE, 3, "Head of Operations", "+46 31 333 33 33")));
  expect((await one(ada, both.kept)).title).toBe("Sales Manager");
  await ada.api(contacts.unmerge, { id: both.other });
  const [kept, other] = [await one(ada, both.kept), await one(ada, both.other)];
  expect([kept.title, told(kept, "title")]).toEqual(["Head of Operations", ["Head of Operations", "Project Manager"]]);
  expect([other.title, told(other, "title")]).toEqual(["Sales Manager", ["Sales Manager"]]);
});

test("what a person typed stays where it was typed", async () => {
  const ada = await world.person();
  const both = await two(ada, atOffice, mail({ from: HOME }));
  const { version } = await one(ada, both.other);
  await ada.api(contacts.update, { id: both.other, version, title: "Consultant" });
  const { version: now } = await merged(ada, both);
  await ada.api(contacts.update, { id: both.kept, version: now, phones: ["+46 31 999 99 99"] });
  await importMail(world, ada, mbox(signed(HOME, 5, "Head of Operations", "+46 31 333 33 33")));
  await ada.api(contacts.unmerge, { id: both.other });
  expect(await one(ada, both.kept)).toMatchObject({ title: "Project Manager", phones: ["+46 31 999 99 99"] });
  expect(await one(ada, both.other)).toMatchObject({ title: "Consultant", phones: ["+46 31 333 33 33"] });
});

test("of a mail that is forgotten while two are one neither of them knows anything after", async () => {
  const ada = await world.person();
  const both = await two(ada, atOffice, atHome(2));
  const source = (await one(ada, both.other)).learnt?.find((fact) => fact.field === "title")?.source;
  await merged(ada, both);
  await importMail(world, ada, mbox(mail({ from: HOME, text: "Still here." })));
  await ada.api(emails.forget, { id: source!.id as `eml_${string}` });
  await ada.api(contacts.unmerge, { id: both.other });
  expect(await one(ada, both.kept)).toMatchObject({ title: "Project Manager", phones: ["+46 31 111 11 11"] });
  expect(JSON.stringify(await one(ada, both.other))).not.toContain("Sales Manager");
});

test("a name that came with the other address while two were one goes back with it", async () => {
  const ada = await world.person();
  const [kept, other] = ["marta@nordfrakt.example", "marta@kystlast.example"];
  await importMail(world, ada, mbox(mail({ from: kept }), mail({ from: other, text: "The ramp is done." })));
  const [a, b] = (await ada.api(contacts.list, { state: "seen", q: "marta@nordfrakt" })).items.concat(
    (await ada.api(contacts.list, { state: "seen", q: "marta@kystlast" })).items,
  );
  await ada.api(contacts.merge, { id: a!.id, otherId: b!.id });
  await importMail(world, ada, mbox(signed(other, 5, "Head of Operations", "+46 31 333 33 33")));
  expect((await one(ada, a!.id)).name).toBe("Marta Lindqvist");
  await ada.api(contacts.unmerge, { id: b!.id });
  expect((await one(ada, a!.id)).name).toBe(a!.name);
  expect((await one(ada, b!.id)).name).toBe("Marta Lindqvist");
});

test("merges upon merges give back to each what its own addresses taught, whoever's mail it was", async () => {
  const ada = await world.person();
  const nils = await world.colleague(ada, "agent");
  const make = (name: string, address: string) => ada.api(contacts.create, { name, addresses: [address] });
  const [first, second, third] = [
    await make("Marta Lindqvist", OFFICE),
    await make("Lindqvist, Marta", HOME),
    await make("M. Lindqvist", "marta@private.example"),
  ];
  await ada.api(contacts.merge, { id: second.id, otherId: third.id });
  await ada.api(contacts.merge, { id: first.id, otherId: second.id });
  await importMail(
    world,
    nils,
    mbox(
      signed(OFFICE, 3, "Project Manager", "+46 31 111 11 11"),
      signed(HOME, 4, "Sales Manager", "+46 31 222 22 22"),
      signed("marta@private.example", 5, "Head of Operations", "+46 31 333 33 33"),
    ),
    { as: "nils@fjordkyl.example" },
  );
  const titles = async () => {
    const all = await Promise.all([first, second, third].map(({ id }) => one(ada, id)));
    return all.map(({ title }) => title);
  };
  expect(await titles()).toEqual(["Head of Operations", "Head of Operations", "Head of Operations"]);
  await ada.api(contacts.unmerge, { id: second.id });
  expect(await titles()).toEqual(["Project Manager", "Head of Operations", "Head of Operations"]);
  await ada.api(contacts.unmerge, { id: third.id });
  expect(await titles()).toEqual(["Project Manager", "Sales Manager", "Head of Operations"]);
});
