import { contacts } from "@sidenote/contract/contacts";
import { emails } from "@sidenote/contract/emails";
import { search } from "@sidenote/contract/search";
import { afterAll, beforeAll, expect, test } from "vitest";
import { importMail, mail, mbox } from "../../testing/factories.ts";
import { createWorld, type Person, type World } from "../../testing/world.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
}, 60_000);
afterAll(() => world.close());

const signed = (date: string, title: string, phone: string, says = "Ready.") =>
  mail({ date, text: `${says}\n\nBest regards,\nMarta Lindqvist\n${title}\nNordfrakt AB\nTel ${phone}` });
const OLDER = signed("Mon, 2 Feb 2026 10:00:00 +0100", "Project Manager", "+46 31 111 11 11");
const NEWER = signed("Tue, 3 Feb 2026 10:00:00 +0100", "Head of Operations", "+46 31 222 22 22", "Done.");

async function marta(person: Person) {
  const [found] = (await person.api(contacts.list, { state: "seen", q: "marta@nordfrakt" })).items;
  return person.api(contacts.get, { id: found!.id });
}

test("the newest signature is what is shown, with the mail that it stands in; the older stays as history", async () => {
  const ada = await world.person();
  await importMail(world, ada, mbox(NEWER, OLDER));
  const known = await marta(ada);
  expect(known).toMatchObject({ title: "Head of Operations", phones: ["+46 31 222 22 22"] });
  const titles = known.learnt?.filter((fact) => fact.field === "title");
  expect(titles).toMatchObject([
    { value: "Head of Operations", current: true, source: { kind: "mail", at: "2026-02-03T09:00:00.000Z" } },
    { value: "Project Manager", current: false, source: { kind: "mail", at: "2026-02-02T09:00:00.000Z" } },
  ]);
  const source = await ada.api(emails.get, { id: titles![0]!.source.id as `eml_${string}` });
  expect(source.text).toContain("Head of Operations");
});

test("somebody known by an address alone is called as they sign, and found so", async () => {
  const ada = await world.person();
  const from = "ola@kystlast.example";
  await importMail(world, ada, mbox(mail({ from, text: "The trucks are back." })));
  const [seen] = (await ada.api(contacts.list, { state: "seen", q: from })).items;
  await ada.api(contacts.save, { id: seen!.id });
  await world.work();
  const text = "The ramp is done.\n\nBest regards,\nOla Nygaard\nKystlast AB\nwww.kystlast.example";
  await importMail(world, ada, mbox(mail({ from, text })));
  expect(await ada.api(contacts.get, { id: seen!.id })).toMatchObject({ name: "Ola Nygaard", title: null, phones: [] });
  const [hit] = (await ada.api(search.all, { q: "kystlast", kind: "contact" })).items;
  expect(hit?.passage).toContain("Ola Nygaard");
});

test("an older mail that comes later does not put the older title back", async () => {
  const ada = await world.person();
  await importMail(world, ada, mbox(NEWER));
  await importMail(world, ada, mbox(OLDER));
  expect(await marta(ada)).toMatchObject({ title: "Head of Operations" });
});

test("what a person wrote stands, whatever later signatures say", async () => {
  const ada = await world.person();
  await importMail(world, ada, mbox(OLDER));
  const { id } = await marta(ada);
  const saved = await ada.api(contacts.save, { id });
  await ada.api(contacts.update, { id, version: saved.version, title: "Director" });
  await importMail(world, ada, mbox(NEWER));
  const known = await ada.api(contacts.get, { id });
  expect(known).toMatchObject({ title: "Director", phones: ["+46 31 222 22 22"] });
  expect(known.learnt?.filter((fact) => fact.field === "title").map((fact) => fact.value)).toContain(
    "Head of Operations",
  );
});

test("a mail that is forgotten takes along what only it said", async () => {
  const ada = await world.person();
  await importMail(world, ada, mbox(OLDER, NEWER));
  const before = await marta(ada);
  const newest = before.learnt?.find((fact) => fact.field === "title")?.source.id as `eml_${string}`;
  await ada.api(emails.forget, { id: newest });
  const after = await marta(ada);
  expect(after).toMatchObject({ title: "Project Manager", phones: ["+46 31 111 11 11"] });
  expect(JSON.stringify(after)).not.toContain("Head of Operations");
});

test("a value that another mail has too is not forgotten with the newest of them", async () => {
  const ada = await world.person();
  const again = signed("Wed, 4 Feb 2026 10:00:00 +0100", "Head of Operations", "+46 31 222 22 22", "Again.");
  await importMail(world, ada, mbox(NEWER, again));
  const newest = (await marta(ada)).learnt?.find((fact) => fact.field === "title")?.source;
  expect(newest?.at).toBe("2026-02-04T09:00:00.000Z");
  await ada.api(emails.forget, { id: newest!.id as `eml_${string}` });
  expect((await marta(ada)).title).toBe("Head of Operations");
});

test("what is learnt of somebody merely seen is seen by nobody else", async () => {
  const ada = await world.person();
  await importMail(world, ada, mbox(NEWER));
  const { id } = await marta(ada);
  const nils = await world.colleague(ada, "admin");
  await expect(nils.api(contacts.get, { id })).rejects.toMatchObject({ body: { code: "not_found" } });
});
