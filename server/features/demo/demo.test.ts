import { activities } from "@sidenote/contract/activities";
import { companies } from "@sidenote/contract/companies";
import { contacts } from "@sidenote/contract/contacts";
import { type Email, emails } from "@sidenote/contract/emails";
import { organizations } from "@sidenote/contract/organizations";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { rows } from "../../core/db/database.ts";
import { parseMail } from "../../core/mail/parse.ts";
import { sentencesIn } from "../../core/mail/said/sentences.ts";
import { DAY_MS } from "../../core/text/due-days.ts";
import { createWorld, type Person, type World } from "../../testing/world.ts";
import { Calendar } from "./calendar.ts";
import { RELATIONS } from "./content/index.ts";
import { addDemo } from "./index.ts";
import { lettersOf } from "./letters.ts";

// Each demo that is added takes a few seconds, more on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

/** A person whose browser has the demo open. */
async function withDemo(from: World = world): Promise<Person> {
  const person = await from.person();
  const { id } = await person.api(organizations.addDemo, {});
  await person.api(organizations.switch, { organizationId: id });
  return person;
}

async function allMails(person: Person): Promise<Email[]> {
  const { items } = await person.api(emails.threads, { limit: 200 });
  const threads = await Promise.all(items.map(({ id }) => person.api(emails.thread, { id })));
  return threads.flatMap((thread) => thread.emails);
}

describe("a demo that was added", () => {
  let ada: Person;
  let mails: Email[];
  const ageDays = (at: string) => (world.app.now().getTime() - Date.parse(at)) / DAY_MS;
  beforeAll(async () => {
    ada = await withDemo();
    mails = await allMails(ada);
  });

  test("is a company with fourteen months behind it", async () => {
    const me = await ada.api(organizations.me, {});
    expect(me).toMatchObject({
      member: { name: "Ada Berg", role: "admin" },
      organization: { name: "Fjord Kyl", demo: true },
      ownAddresses: ["ada.berg@fjordkyl.example"],
      empty: false,
    });
    const people = await ada.api(contacts.list, {});
    expect(people.saved + people.seen).toBe(30);
    expect(people.seen).toBeGreaterThanOrEqual(3);
    const firms = await ada.api(companies.list, {});
    expect(firms.saved + firms.seen).toBe(12);
    expect(mails).toHaveLength(250);
    const ages = mails.map((mail) => ageDays(mail.at));
    expect(Math.max(...ages)).toBeGreaterThan(13 * 30);
    expect(Math.max(...ages)).toBeLessThan(15 * 31);
    expect(Math.min(...ages)).toBeGreaterThan(0);
  });

  test("has mail in every direction, in threads of one to nine, with files of several kinds", async () => {
    const directions = Map.groupBy(mails, (mail) => mail.direction);
    expect(directions.get("in")!.length).toBeGreaterThan(100);
    expect(directions.get("out")!.length).toBeGreaterThan(80);
    expect(directions.get("observed")!.length).toBeGreaterThan(2);
    const threads = [...Map.groupBy(mails, (mail) => mail.threadId).values()].map((thread) => thread.length);
    expect(threads).toHaveLength(RELATIONS.flatMap((relation) => relation.threads).length);
    expect(new Set(threads)).toEqual(new Set([1, 2, 3, 4, 5, 6, 7, 9]));
    const kinds = new Set(mails.flatMap((mail) => mail.attachments.map((attachment) => attachment.mediaType)));
    expect([...kinds].sort()).toEqual(["application/pdf", "text/calendar", "text/csv"]);
  });

  test("has relations with a rhythm: some are busy now, some have gone quiet", async () => {
    const lastDays = (await ada.api(companies.list, {})).items.map((one) => ageDays(one.lastContactAt!));
    expect(lastDays.filter((days) => days < 7).length).toBeGreaterThanOrEqual(4);
    expect(lastDays.filter((days) => days > 12).length).toBeGreaterThanOrEqual(3);
  });

  test("waits for the member in some threads, and for others in some, all of them recent", async () => {
    for (const owed of ["you", "them"] as const) {
      const { items } = await ada.api(emails.threads, { owed });
      expect(items.length).toBeGreaterThanOrEqual(4);
      expect(items.length).toBeLessThanOrEqual(8);
      for (const thread of items) expect(ageDays(thread.owed!.since), thread.subject).toBeLessThan(31);
    }
  });

  test("Marta has waited three days for the price over 24 months", async () => {
    const { items } = await ada.api(emails.threads, { owed: "you" });
    const thread = items.find((one) => one.subject === "Cold storage, second offer")!;
    expect(thread).toMatchObject({ count: 6, lastDirection: "in" });
    expect(thread.people.map((person) => person.name)).toEqual([
      "Marta Lindqvist",
      "Jonas Öberg",
      "Henrik Dahl",
      "Nils Holm",
    ]);
    expect(thread.owed!.asks).toMatch(/24 months instead of 36, and could the deposit be paid in two parts\?$/);
    expect(Math.floor(ageDays(thread.owed!.since))).toBe(3);
    expect(mails.find((mail) => mail.id === thread.owed!.emailId)!.text).toContain("You said by Friday.");
  });

  test("has notes, calls, meetings and tasks with the people whom they are about", async () => {
    const { items } = await ada.api(activities.list, { limit: 200 });
    expect(new Set(items.map((one) => one.kind))).toEqual(new Set(["call", "meeting", "note", "task"]));
    expect(items.length).toBeGreaterThan(25);
    for (const one of items) {
      expect(one.contactIds.length, one.title).toBeGreaterThan(0);
      expect(one.companyId, one.title).not.toBeNull();
      expect(ageDays(one.at), one.title).toBeGreaterThan(0);
    }
    const { items: tasks } = await ada.api(activities.list, { kind: "task" });
    expect(tasks.some((task) => task.doneAt) && tasks.some((task) => !task.doneAt)).toBe(true);
  });

  test("does not read as if one hand had written it from a template", () => {
    const uses = new Map<string, number>();
    for (const { text, spans } of mails) {
      const said = spans.filter((span) => span.kind === "said");
      const sentences = said.flatMap((span) => sentencesIn(text, span.start, span.end));
      for (const sentence of new Set(sentences.map((one) => one.text)))
        if (sentence.length > 25) uses.set(sentence, (uses.get(sentence) ?? 0) + 1);
    }
    expect(uses.size).toBeGreaterThan(500);
    const isGreetingOrSignature = (sentence: string) => /^(Sehr geehrte|Mit freundlichen|-- $)/m.test(sentence);
    expect([...uses].filter(([sentence, times]) => times > 3 && !isGreetingOrSignature(sentence))).toEqual([]);
  });
});

test.each(["2026-03-02T09:00:00Z", "2026-10-25T02:30:00Z", "2027-01-01T23:59:00Z", "2028-02-29T00:05:00Z"])(
  "on any day every mail can be read, lies in the past, and comes after the one that it answers: %s",
  async (now) => {
    const calendar = new Calendar(new Date(now), "Europe/Stockholm");
    const read = new Map<string, string>();
    for (const { at, bytes } of lettersOf(RELATIONS, calendar)) {
      const mail = await parseMail(bytes);
      expect(mail.at).toBe(at.toISOString());
      expect(mail.at! < new Date(now).toISOString(), mail.subject).toBe(true);
      expect(mail.text.trim(), mail.subject).not.toBe("");
      expect(mail.subject + mail.text, mail.subject).not.toMatch(/[{}]|undefined|NaN/);
      for (const reference of mail.references) expect(read.get(reference)! < mail.at!, mail.subject).toBe(true);
      read.set(mail.messageId!, mail.at!);
    }
    expect(read.size).toBe(250);
  },
);

test("nobody and nothing in it exists outside of .example", async () => {
  const calendar = new Calendar(new Date("2026-03-02T09:00:00Z"), "Europe/Stockholm");
  for (const { bytes } of lettersOf(RELATIONS, calendar)) {
    const { headers, text, html, subject } = await parseMail(bytes);
    const all = [headers, text, html, subject].join("\n");
    const hosts = [...all.matchAll(/[\w.+-]+@([\w.-]+\w)|https?:\/\/([\w.-]+)/g)].map(([, host, page]) => host ?? page);
    expect(
      hosts.filter((host) => !host!.toLowerCase().endsWith(".example")),
      subject,
    ).toEqual([]);
  }
});

test("added again, even twice at once, it is the same organization with the same mails", async () => {
  const person = await world.person();
  const added = await Promise.all([addDemo(person.ctx), addDemo(person.ctx)]);
  const again = await person.api(organizations.addDemo, {}, { idempotencyKey: "a key that changes nothing" });
  expect(new Set([...added, again].map((one) => one.id)).size).toBe(1);
  await person.api(organizations.switch, { organizationId: again.id });
  expect(await allMails(person)).toHaveLength(250);
  const { items } = await person.api(activities.list, { limit: 200 });
  expect(items).toHaveLength(RELATIONS.flatMap((relation) => relation.happenings ?? []).length);
});

test("an agent or a manager may neither add nor remove it, and a key may not either", async () => {
  const admin = await world.person();
  for (const role of ["agent", "manager"] as const) {
    const colleague = await world.colleague(admin, role);
    for (const endpoint of [organizations.addDemo, organizations.removeDemo])
      await expect(colleague.api(endpoint, {})).rejects.toMatchObject({ body: { code: "forbidden" } });
  }
  const key = await admin.withScopes(["organization:write"]);
  for (const endpoint of [organizations.addDemo, organizations.removeDemo])
    await expect(key(endpoint, {})).rejects.toMatchObject({ body: { code: "forbidden" } });
});

test("a stranger does not see it, has none to remove, and gets one of their own", async () => {
  const owner = await withDemo();
  const { organization } = await owner.api(organizations.me, {});
  const stranger = await world.person();
  await expect(stranger.api(organizations.switch, { organizationId: organization.id })).rejects.toMatchObject({
    body: { code: "not_found" },
  });
  await expect(stranger.api(organizations.removeDemo, {})).rejects.toMatchObject({ body: { code: "not_found" } });
  expect((await stranger.api(organizations.me, {})).organizations).toHaveLength(1);
  expect((await stranger.api(organizations.addDemo, {})).id).not.toBe(organization.id);
  expect((await owner.api(emails.threads, { owed: "you" })).items.length).toBeGreaterThan(0);
});

test("removed, it leaves no row of its own in any table, and the other organization as it was", async () => {
  const other = await createWorld();
  try {
    const person = await withDemo(other);
    await other.work();
    const before = await rowsByOrganization(other);
    expect(before.get("demo")!.size).toBeGreaterThan(15);
    await person.api(organizations.removeDemo, {});
    const after = await rowsByOrganization(other);
    expect(after.get("demo")).toBeUndefined();
    expect(after.get("own")).toEqual(before.get("own"));
    const { organization, organizations: all } = await person.api(organizations.me, {});
    expect(organization).toMatchObject({ id: person.organizationId, demo: false });
    expect(all).toHaveLength(1);
  } finally {
    await other.close();
  }
});

/** How many rows each table has, by whose they are; past row security, which would hide what was left behind. */
async function rowsByOrganization({ db }: World): Promise<Map<string, Map<string, number>>> {
  const tables = await rows<{ name: string; key: string }>(
    db.drizzle,
    sql`select c.relname as name, a.attname as key from pg_class c
        join pg_attribute a on a.attrelid = c.oid and (a.attname = 'org_id' or (c.relname = 'organizations' and a.attname = 'id'))
        where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`,
  );
  const found = new Map<string, Map<string, number>>();
  for (const { name, key } of tables) {
    await db.statement(`alter table "${name}" no force row level security`);
    const counts = await rows<{ org: string; count: number }>(
      db.drizzle,
      sql.raw(`select "${key}"::text as org, count(*)::int as count from "${name}" group by 1`),
    );
    for (const { org, count } of counts) found.set(org, (found.get(org) ?? new Map()).set(name, count));
  }
  const [own] = [...found.keys()].sort();
  return new Map([...found].map(([org, counts]) => [org === own ? "own" : "demo", counts]));
}
