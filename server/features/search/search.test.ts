import { activities } from "@sidenote/contract/activities";
import { companies } from "@sidenote/contract/companies";
import { contactSearch, contacts } from "@sidenote/contract/contacts";
import { emails } from "@sidenote/contract/emails";
import { search } from "@sidenote/contract/search";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rows } from "../../core/db/database.ts";
import { derive } from "../../core/db/transaction.ts";
import { importMail, mail, mbox } from "../../testing/factories.ts";
import { createWorld, type Person, type World } from "../../testing/world.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const file = mbox(
  mail({
    subject: "Cold storage",
    text: "What would the price be over 24 months instead of 36, and could the deposit be paid in two parts?",
  }),
  mail({
    subject: "Ice machines",
    from: "Karin Svensson <karin@havsfisk.example>",
    text: "Please send the price list for your ice machines.\n\n> quoted compressor",
  }),
  mail({
    subject: "Compressor",
    from: "Tomasz Wójcik <tomasz@chlodnia.example>",
    text: "The compressor is loud again. Is it still under warranty?",
  }),
);

const titles = async (person: Person, q: string, more: object = {}) =>
  (await person.api(search.all, { q, ...more })).items.map((hit) => hit.title);

test("a mail is found by what was said in it, with the passage that matched", async () => {
  const ada = await world.person();
  await importMail(world, ada, file);
  const { items } = await ada.api(search.all, { q: "deposits paid in parts" });
  expect(items[0]).toMatchObject({ kind: "email", title: "Cold storage", subtitle: "Marta Lindqvist", relevance: 1 });
  expect(items[0]!.passage).toContain("could the deposit be paid in two parts");
  expect(items[0]!.marks.map(({ start, end }) => items[0]!.passage.slice(start, end))).toEqual([
    "deposit",
    "paid",
    "in",
    "parts",
  ]);
});

test("what a mail quotes does not make it a hit", async () => {
  const ada = await world.person();
  await importMail(world, ada, file);
  expect(await titles(ada, "compressor", { kind: "email" })).toEqual(["Compressor"]);
});

test("a person is found by name, also with a typo, and by what was said with them", async () => {
  const ada = await world.person();
  await importMail(world, ada, file);
  for (const query of ["Karin Svensson", "svenson", "ice machine price list"]) {
    const { contacts: found } = await ada.api(contactSearch, { query, limit: 3 });
    expect(found[0], query).toMatchObject({ name: "Karin Svensson", company: "Havsfisk", relevance: 1 });
  }
  const { contacts: byWords } = await ada.api(contactSearch, { query: "warranty", limit: 10 });
  expect(byWords).toMatchObject([{ name: "Tomasz Wójcik", matched_context: expect.stringContaining("warranty") }]);
});

test("contacts, companies and notes are found as soon as they are written, and no more once they are gone", async () => {
  const ada = await world.person();
  const company = await ada.api(companies.create, { name: "Nordfrakt AB", industry: "Refrigerated haulage" });
  const contact = await ada.api(contacts.create, {
    name: "Marta Lindqvist",
    title: "Head of Operations",
    companyId: company.id,
  });
  const note = await ada.api(activities.create, {
    kind: "note",
    text: "Worried about the electricity contract",
    contactIds: [contact.id],
  });
  await world.work();
  expect(await titles(ada, "haulage")).toEqual(["Nordfrakt AB"]);
  expect(await titles(ada, "head of operations")).toContain("Marta Lindqvist");
  expect(await titles(ada, "electricity")).toEqual(["Worried about the electricity contract"]);
  await ada.api(activities.remove, { id: note.id });
  await world.work();
  expect(await titles(ada, "electricity")).toEqual([]);
});

test("a name is found among many of the other kind, and people among many who are archived", async () => {
  const ada = await world.person();
  await ada.api(contacts.create, { name: "Marta Nordfrakt Lindqvist" });
  for (let i = 0; i < 3; i++) await ada.api(companies.create, { name: "Nordfrakt" });
  const said = { kind: "note", text: "Sold the windmill" } as const;
  for (const name of ["Jonas Öberg", "Karin Svensson", "Olena Koval"]) {
    const { id, version } = await ada.api(contacts.create, { name });
    await ada.api(activities.create, { ...said, text: `${said.text}, windmill, windmill`, contactIds: [id] });
    await ada.api(contacts.archive, { id, version, archived: true });
  }
  const { id } = await ada.api(contacts.create, { name: "Tomasz Wójcik" });
  await ada.api(activities.create, { ...said, contactIds: [id] });
  await world.work();
  expect(await titles(ada, "Nordfrat", { kind: "contact", limit: 1 })).toEqual(["Marta Nordfrakt Lindqvist"]);
  const { contacts: found } = await ada.api(contactSearch, { query: "windmill", limit: 2 });
  expect(found).toMatchObject([{ name: "Tomasz Wójcik" }]);
  const { contacts: named } = await ada.api(contactSearch, { query: "Nordfrat", limit: 1 });
  expect(named).toMatchObject([{ name: "Marta Nordfrakt Lindqvist" }]);
});

test("a query of stop words or signs finds nothing and breaks nothing", async () => {
  const ada = await world.person();
  await importMail(world, ada, file);
  for (const q of ["the", "'", "a:* & !b | (c <-> d)", "\\", "%_", "😀"]) expect(await titles(ada, q)).toEqual([]);
});

test("what is most like a mail comes first among the similar", async () => {
  const ada = await world.person();
  await importMail(
    world,
    ada,
    mbox(
      mail({ subject: "A", text: "The deposit can be paid in two parts." }),
      mail({ subject: "B", text: "Could we pay the deposits in three parts?" }),
      mail({ subject: "C", text: "Parking is behind hall 3." }),
    ),
  );
  const { items } = await ada.api(emails.threads, {});
  const a = items.find((thread) => thread.subject === "A")!;
  const { emails: inA } = await ada.api(emails.thread, { id: a.id });
  const similar = await ada.api(search.similar, { id: inA[0]!.id });
  expect(similar.items.map((hit) => hit.title)).toEqual(["B", "C"]);
});

test("a forgotten mail is not found any more", async () => {
  const ada = await world.person();
  await importMail(world, ada, file);
  const hit = (await ada.api(search.all, { q: "warranty" })).items[0]!;
  await ada.api(emails.forget, { id: hit.id as `eml_${string}` });
  await world.work();
  expect(await titles(ada, "warranty")).toEqual([]);
});

test("a stranger, a colleague and an admin find nothing of a member's mail; a colleague finds the organization's notes", async () => {
  const ada = await world.person();
  await importMail(world, ada, file);
  await ada.api(activities.create, { kind: "note", text: "The warranty ends in May" });
  await world.work();
  const stranger = await world.person();
  expect(await titles(stranger, "warranty")).toEqual([]);
  for (const other of [await world.colleague(ada), await world.colleague(ada, "admin")]) {
    expect(await titles(other, "warranty")).toEqual(["The warranty ends in May"]);
    const mine = (await ada.api(search.all, { q: "deposit" })).items[0]!;
    expect((await other.api(search.similar, { id: mine.id })).items).toEqual([]);
    expect((await other.api(contactSearch, { query: "Karin", limit: 5 })).contacts).toEqual([]);
  }
});

test("how rare a word is counts over what the member may see, not over others' mail", async () => {
  const ada = await world.person();
  const nils = await world.colleague(ada);
  await importMail(
    world,
    nils,
    mbox(...Array.from({ length: 30 }, (_, i) => mail({ id: `<rare${i}@x>`, text: "zeppelin everywhere" }))),
    { as: "nils@fjordkyl.example" },
  );
  await importMail(
    world,
    ada,
    mbox(
      mail({ subject: "One", text: "zeppelin and more words" }),
      mail({ subject: "Two", text: "other words entirely" }),
    ),
  );
  expect(await titles(ada, "zeppelin")).toEqual(["One"]);
});

test("a word that nobody wrote hides none of those that are in very many passages, nor do two that are never in one", async () => {
  const ada = await world.person();
  await importMail(world, ada, file);
  await derive(ada.ctx, async (tx) => {
    await tx.execute(sql`update search_scopes set passages = 100000`);
    await tx.execute(
      sql`insert into search_terms (scope_id, org_id, lexeme, passages)
          select s.id, s.org_id, t.word, t.passages from search_scopes s, (values ('compressor', 20000), ('deposit', 10000)) t(word, passages)
          on conflict (scope_id, lexeme) do update set passages = excluded.passages`,
    );
  });
  expect(await titles(ada, "zeppelin compressor")).toEqual(["Compressor"]);
  expect(await titles(ada, "compressor deposit")).toEqual(["Cold storage"]);
  expect(await titles(ada, "loud compressor")).toEqual(["Compressor"]);
  expect(await titles(ada, "compressor")).toEqual(["Compressor"]);
});

test("the words of a text are kept as they are found in it, with their places, whatever characters it has", async () => {
  const ada = await world.person();
  const text =
    "O'Brien's \\ 'quoted' it’s ½ ŉdaar :3 a:b c,d naïve  \t <b>x</b> https://x.example/a'b?c=1,2 e\\'f 12:ab";
  await ada.api(activities.create, { kind: "note", text });
  await world.work();
  const [kept] = await derive(ada.ctx, (tx) =>
    rows<{ kept: string; found: string; length: number; words: number }>(
      tx,
      sql`select i.lexemes::text as kept, i.length,
            (select string_agg(quote_literal(i.scope_id || ':' || lexeme) || ':' || array_to_string(positions, ','), ' ') from unnest(v))::tsvector::text as found,
            (select sum(cardinality(positions))::int from unnest(v)) as words
          from search_index i, to_tsvector('app.words', ${text}) v`,
    ),
  );
  expect(kept!.kept).toBe(kept!.found);
  expect(kept!.length).toBe(kept!.words);
});

test("people are found by what their company is called now: renamed, made one with another, and taken apart", async () => {
  const ada = await world.person();
  const norge = await ada.api(companies.create, { name: "Kystlast", domains: ["kystlast.example"] });
  await ada.api(contacts.create, { name: "Ola Nygaard", companyId: norge.id });
  await world.work();
  const foundBy = async (q: string) => {
    await world.work();
    return (await titles(ada, q, { kind: "contact" })).includes("Ola Nygaard");
  };
  expect(await foundBy("kystlast")).toBe(true);
  await ada.api(companies.update, { id: norge.id, version: norge.version, name: "Havsfrakt" });
  expect([await foundBy("kystlast"), await foundBy("havsfrakt")]).toEqual([false, true]);
  const kept = await ada.api(companies.create, { name: "Nordlast Group", domains: ["nordlast.example"] });
  await ada.api(companies.merge, { id: kept.id, otherId: norge.id });
  expect([await foundBy("havsfrakt"), await foundBy("nordlast")]).toEqual([false, true]);
  await ada.api(companies.unmerge, { id: norge.id });
  expect([await foundBy("havsfrakt"), await foundBy("nordlast")]).toEqual([true, false]);
});
