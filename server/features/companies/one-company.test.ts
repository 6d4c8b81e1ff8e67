import { activities } from "@sidenote/contract/activities";
import { companies } from "@sidenote/contract/companies";
import { contactSearch, contacts } from "@sidenote/contract/contacts";
import { context } from "@sidenote/contract/context";
import { search } from "@sidenote/contract/search";
import { system } from "@sidenote/contract/system";
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
  (await who.api(companies.list, { state: "seen" })).items.find((one) => one.domains.includes(domain));
const pairs = async (who: Person) =>
  (await who.api(companies.duplicates, {})).items.map(({ keep, other, reasons }) => ({
    names: [keep.domains[0], other.domains[0]],
    reasons,
  }));
const peopleOf = async (who: Person, companyId: NonNullable<Awaited<ReturnType<typeof seenIn>>>["id"]) => {
  const pages = [
    who.api(contacts.list, { companyId, state: "saved" }),
    who.api(contacts.list, { companyId, state: "seen" }),
  ];
  return (await Promise.all(pages)).flatMap((page) => page.items.map((one) => one.address)).sort();
};

test("the same name under another ending is proposed as one company, with the reason, and nothing is made one by itself", async () => {
  const ada = await world.person();
  await write(ada, { from: "Marta <marta@nordfrakt.example>" }, { from: "Ola <ola@mail.nordfrakt.no>" });
  expect(await pairs(ada)).toEqual([
    {
      names: ["nordfrakt.example", "nordfrakt.no"],
      reasons: ["the same name before the ending, nordfrakt.example and nordfrakt.no"],
    },
  ]);
  expect((await ada.api(companies.list, {})).seen).toBe(2);
});

test("a short name, a public body and somebody with two jobs are no reason", async () => {
  const ada = await world.person();
  await write(
    ada,
    { from: "Eva <eva@apex.example>" },
    { from: "Ola <ola@apex.no>" },
    { from: "Jon <jon@fiskeri.gov>" },
    { from: "Kim <kim@fiskeri.example>" },
    { from: "Liv Dahl <liv@havsfisk.example>", date: "Mon, 2 Feb 2026 10:00:00 +0100" },
    { from: "Liv Dahl <dahl@regnskap.example>", date: "Tue, 3 Feb 2026 10:00:00 +0100" },
    { from: "Liv Dahl <liv@havsfisk.example>", date: "Wed, 4 Feb 2026 10:00:00 +0100" },
  );
  expect(await pairs(ada)).toEqual([]);
});

test("one person under the same name at both in the same time, or two people, are a reason; who changed jobs is none", async () => {
  const ada = await world.person();
  await write(
    ada,
    { from: "Liv Dahl <liv.dahl@havsfisk.example>", date: "Mon, 2 Feb 2026 10:00:00 +0100" },
    { from: "Liv Dahl <liv.dahl@sjomat.example>", date: "Tue, 3 Feb 2026 10:00:00 +0100" },
    { from: "Liv Dahl <liv.dahl@havsfisk.example>", date: "Wed, 4 Feb 2026 10:00:00 +0100" },
    { from: "Liv Dahl <liv.dahl@sjomat.example>", date: "Thu, 5 Feb 2026 10:00:00 +0100" },
    { from: "Per Moe <per@isverket.example>", date: "Mon, 2 Feb 2026 10:00:00 +0100" },
    { from: "Per Moe <per@isverket.example>", date: "Tue, 3 Feb 2026 10:00:00 +0100" },
    { from: "Per Moe <per@kjolehuset.example>", date: "Thu, 5 Mar 2026 10:00:00 +0100" },
    { from: "Per Moe <per@kjolehuset.example>", date: "Fri, 6 Mar 2026 10:00:00 +0100" },
  );
  expect(await pairs(ada)).toEqual([
    { names: ["havsfisk.example", "sjomat.example"], reasons: ["Liv Dahl writes from both"] },
  ]);
});

test("a name under which many addresses write is no reason, one person's many addresses are", async () => {
  const ada = await world.person();
  const hosts = Array.from({ length: 11 }, (_, i) => `shop${String.fromCharCode(97 + i)}order.example`);
  const wrote = (day: number) =>
    hosts.map((host) => ({ from: `Order Desk <wholesale@${host}>`, date: `${day} Feb 2026 10:00:00 +0100` }));
  await write(ada, ...wrote(2), ...wrote(4));
  expect(await pairs(ada)).toEqual([]);
  const made = await ada.api(contacts.create, {
    name: "Liv Dahl",
    addresses: hosts.map((host) => `wholesale@${host}`),
  });
  expect(made.addresses).toHaveLength(11);
  expect((await ada.api(companies.duplicates, { limit: 1 })).items[0]?.reasons).toEqual(["Liv Dahl writes from both"]);
});

test("who signs with the other's site and never with their own is a reason; a profile or a site that all use is none", async () => {
  const ada = await world.person();
  const signed = (name: string, link: string) =>
    `Hi Ada,\n\nthe offer is attached.\n\nBest regards\n\n${name}\nHead of Sales\nPhone: +46 31 123 45 67\n${link}`;
  await write(
    ada,
    { from: "Marta Lindqvist <marta@nordfrakt.example>" },
    { from: "Ola Nygaard <ola@kystlast.example>", text: signed("Ola Nygaard", "www.nordfrakt.example") },
    { from: "Kim Lie <kim@linked.example>" },
    { from: "Eva Holm <eva@havsfisk.example>", text: signed("Eva Holm", "www.linked.example/in/evaholm") },
    { from: "Jo Moen <jo@bokmote.example>" },
    { from: "Per Strand <per@isverket.example>", text: signed("Per Strand", "www.bokmote.example") },
    { from: "Liv Berge <liv@sjomat.example>", text: signed("Liv Berge", "www.bokmote.example") },
  );
  expect(await pairs(ada)).toEqual([
    { names: ["nordfrakt.example", "kystlast.example"], reasons: ["Ola Nygaard signs with nordfrakt.example"] },
  ]);
});

test("what is made one has all domains, people and notes, new mail of either comes to it, and it can be taken apart", async () => {
  const ada = await world.person();
  const kept = await ada.api(companies.create, {
    name: "Nordfrakt AB",
    domains: ["nordfrakt.example"],
    industry: "Haulage",
  });
  const other = await ada.api(companies.create, {
    name: "Nordfrakt Norge",
    domains: ["nordfrakt.no"],
    website: "https://nordfrakt.no",
  });
  await write(ada, { from: "Ola <ola@nordfrakt.no>" });
  await ada.api(activities.create, { kind: "note", text: "Ola knows the harbour", companyId: other.id });
  const merged = await ada.api(companies.merge, { id: kept.id, otherId: other.id });
  expect(merged).toMatchObject({ domains: ["nordfrakt.example", "nordfrakt.no"], website: "https://nordfrakt.no" });
  await write(ada, { from: "Kari <kari@nordfrakt.no>" }, { from: "Marta <marta@nordfrakt.example>" });
  expect(await peopleOf(ada, kept.id)).toEqual(["kari@nordfrakt.no", "marta@nordfrakt.example", "ola@nordfrakt.no"]);
  const [row] = (await ada.api(companies.list, { state: "saved" })).items;
  expect(row).toMatchObject({ name: "Nordfrakt AB", people: 3, domains: ["nordfrakt.example", "nordfrakt.no"] });
  expect((await ada.api(companies.timeline, { id: kept.id })).items.map((one) => one.title)).toContain(
    "Ola knows the harbour",
  );
  const [ola] = (await ada.api(contacts.list, { state: "seen", q: "ola@" })).items;
  expect(ola?.company).toEqual({ id: kept.id, name: "Nordfrakt AB" });
  expect((await ada.api(companies.get, { id: kept.id })).merged).toMatchObject([
    { id: other.id, domains: ["nordfrakt.no"] },
  ]);
  expect(await ada.api(companies.get, { id: other.id })).toMatchObject({ id: kept.id });

  const apart = await ada.api(companies.unmerge, { id: other.id });
  expect(apart).toMatchObject({ id: other.id, name: "Nordfrakt Norge", domains: ["nordfrakt.no"] });
  expect(await ada.api(companies.get, { id: kept.id })).toMatchObject({
    website: null,
    domains: ["nordfrakt.example"],
    merged: [],
  });
  expect(await peopleOf(ada, other.id)).toEqual(["kari@nordfrakt.no", "ola@nordfrakt.no"]);
});

test("of companies that were made one after another, the last is taken apart first", async () => {
  const ada = await world.person();
  const make = (name: string, industry?: string) => ada.api(companies.create, { name, ...(industry && { industry }) });
  const [first, second, third] = [await make("Nordfrakt"), await make("Havsfisk"), await make("Isbit", "ice")];
  await ada.api(companies.merge, { id: second.id, otherId: third.id });
  await ada.api(companies.merge, { id: first.id, otherId: second.id });
  await expect(ada.api(companies.unmerge, { id: third.id })).rejects.toMatchObject({ body: { code: "conflict" } });
  await ada.api(companies.unmerge, { id: second.id });
  await ada.api(companies.unmerge, { id: third.id });
  const industries = [first, second, third].map(async ({ id }) => (await ada.api(companies.get, { id })).industry);
  expect(await Promise.all(industries)).toEqual([null, null, "ice"]);
});

test("what was made part of a company that became part of another is called by the last one's name everywhere", async () => {
  const ada = await world.person();
  const make = (name: string, domain: string) => ada.api(companies.create, { name, domains: [domain] });
  const [first, second, third] = [
    await make("Nordfrakt", "nordfrakt.example"),
    await make("Havsfisk", "havsfisk.example"),
    await make("Isbit", "isbit.example"),
  ];
  const address = "ola@isbit.example";
  const ola = await ada.api(contacts.create, { name: "Ola Hansen", addresses: [address], companyId: third.id });
  const upper = await make("Kystlast", "kystlast.example");
  const part = await ada.api(companies.update, { id: third.id, version: third.version, parentId: upper.id });
  const other = await make("Isbit Norge", "isbit.no");
  expect(part.parent?.id).toBe(upper.id);
  await ada.api(companies.apart, { id: other.id, otherId: third.id, apart: true });
  await ada.api(companies.merge, { id: second.id, otherId: third.id });
  await ada.api(companies.merge, { id: first.id, otherId: second.id });
  await world.work();

  const whole = { id: first.id, name: "Nordfrakt" };
  expect((await ada.api(contacts.get, { id: ola.id })).company).toEqual(whole);
  expect((await ada.api(contacts.list, { q: "ola" })).items.map((one) => one.company)).toEqual([whole]);
  expect((await ada.api(companies.get, { id: upper.id })).parts).toEqual([whole]);
  await expect(
    ada.api(companies.update, { id: upper.id, version: upper.version, parentId: first.id }),
  ).rejects.toMatchObject({ body: { code: "conflict" } });
  expect(await pairs(ada)).toEqual([]);
  expect((await ada.api(search.all, { q: "Ola Hansen", kind: "contact" })).items.map((one) => one.subtitle)).toEqual([
    "Nordfrakt",
  ]);
  expect((await ada.api(contactSearch, { query: "Ola Hansen", limit: 1 })).contacts).toMatchObject([
    { company: "Nordfrakt" },
  ]);
});

test("two that are two are proposed to nobody, until it is taken back; so are a company and its part", async () => {
  const ada = await world.person();
  const lars = await world.colleague(ada);
  const one = await ada.api(companies.create, { name: "Nordfrakt AB", domains: ["nordfrakt.example"] });
  const other = await ada.api(companies.create, { name: "Nordfrakt Norge", domains: ["nordfrakt.no"] });
  await ada.api(companies.apart, { id: other.id, otherId: one.id, apart: true });
  expect(await pairs(lars)).toEqual([]);
  await lars.api(companies.apart, { id: one.id, otherId: other.id, apart: false });
  expect(await pairs(ada)).toHaveLength(1);
  const part = await ada.api(companies.update, { id: other.id, version: other.version, parentId: one.id });
  expect(part.parent).toEqual({ id: one.id, name: "Nordfrakt AB" });
  expect((await lars.api(companies.get, { id: one.id })).parts).toEqual([{ id: other.id, name: "Nordfrakt Norge" }]);
  expect(await pairs(ada)).toEqual([]);
  const whole = await ada.api(companies.get, { id: one.id });
  await expect(
    ada.api(companies.update, { id: one.id, version: whole.version, parentId: other.id }),
  ).rejects.toMatchObject({ body: { code: "conflict" } });
  expect((await ada.api(companies.update, { id: other.id, version: part.version, parentId: null })).parent).toBeNull();
});

test("beside somebody at a part of a company it says what it is a part of", async () => {
  const ada = await world.person();
  const whole = await ada.api(companies.create, { name: "Nordfrakt AB", domains: ["nordfrakt.example"] });
  const part = await ada.api(companies.create, { name: "Nordfrakt Norge", domains: ["nordfrakt.no"] });
  const address = "ola@nordfrakt.no";
  await ada.api(contacts.create, { name: "Ola Hansen", addresses: [address], companyId: part.id });
  const beside = async () => (await ada.api(context.get, { address })).company;
  expect(await beside()).toMatchObject({ id: part.id, parent: null });
  await ada.api(companies.update, { id: part.id, version: part.version, parentId: whole.id });
  expect(await beside()).toMatchObject({ id: part.id, parent: { id: whole.id, name: "Nordfrakt AB" } });
});

test("a domain that a person adds brings its people, and takes them along when it goes", async () => {
  const ada = await world.person();
  await write(
    ada,
    { from: "Ola <ola@kystlast.example>" },
    { from: "Liv <liv@law.uni.example>" },
    { from: "Jo <jo@uni.example>" },
  );
  const made = await ada.api(companies.create, { name: "Nordfrakt AB", domains: ["nordfrakt.example"] });
  const domains = ["nordfrakt.example", "kystlast.example", "law.uni.example"];
  const more = await ada.api(companies.update, { id: made.id, version: made.version, domains });
  expect(await peopleOf(ada, made.id)).toEqual(["liv@law.uni.example", "ola@kystlast.example"]);
  expect(await seenIn(ada, "kystlast.example")).toBeUndefined();
  await write(ada, { from: "Per <per@post.kystlast.example>" });
  expect(await peopleOf(ada, made.id)).toContain("per@post.kystlast.example");
  await ada.api(companies.update, { id: made.id, version: more.version, domains: ["nordfrakt.example"] });
  expect(await peopleOf(ada, made.id)).toEqual([]);
  expect(await peopleOf(ada, (await seenIn(ada, "kystlast.example"))!.id)).toEqual([
    "ola@kystlast.example",
    "per@post.kystlast.example",
  ]);
  expect(await peopleOf(ada, (await seenIn(ada, "uni.example"))!.id)).toEqual([
    "jo@uni.example",
    "liv@law.uni.example",
  ]);
});

test("a mail service and what everybody has addresses below are nobody's domain, and another company's is not taken", async () => {
  const ada = await world.person();
  await ada.api(companies.create, { name: "Nordfrakt AB", domains: ["nordfrakt.example"] });
  for (const domain of ["gmail.com", "co.uk"])
    await expect(ada.api(companies.create, { name: "Havsfisk", domains: [domain] })).rejects.toMatchObject({
      body: { code: "invalid" },
    });
  await expect(ada.api(companies.create, { name: "Havsfisk", domains: ["nordfrakt.example"] })).rejects.toMatchObject({
    body: { code: "conflict" },
  });
});

test("another organization and a colleague neither see nor change what is not theirs", async () => {
  const ada = await world.person();
  const saved = await ada.api(companies.create, { name: "Nordfrakt AB", domains: ["nordfrakt.example"] });
  await write(ada, { from: "Ola <ola@nordfrakt.no>" });
  const seen = (await seenIn(ada, "nordfrakt.no"))!;
  const stranger = await world.person();
  const lars = await world.colleague(ada, "admin");
  for (const who of [stranger, lars]) {
    expect(await pairs(who)).toEqual([]);
    const refused = { body: { code: "not_found" } };
    await expect(who.api(companies.merge, { id: saved.id, otherId: seen.id })).rejects.toMatchObject(refused);
    await expect(who.api(companies.apart, { id: saved.id, otherId: seen.id, apart: true })).rejects.toMatchObject(
      refused,
    );
    await expect(who.api(companies.unmerge, { id: seen.id })).rejects.toMatchObject(refused);
  }
  await expect(
    lars.api(companies.update, { id: saved.id, version: saved.version, parentId: seen.id }),
  ).rejects.toMatchObject({ body: { code: "not_found" } });
  await ada.api(companies.merge, { id: saved.id, otherId: seen.id });
  expect((await lars.api(companies.get, { id: saved.id })).domains).toEqual(["nordfrakt.example", "nordfrakt.no"]);
  await ada.api(companies.unmerge, { id: seen.id });
  await expect(lars.api(companies.get, { id: seen.id })).rejects.toMatchObject({ body: { code: "not_found" } });
  expect((await ada.api(companies.get, { id: seen.id })).state).toBe("seen");
  const { items } = await ada.api(system.audit, {});
  expect(items.map((one) => one.action).slice(0, 2)).toEqual(["company.unmerge", "company.merge"]);
});
