import { companies } from "@sidenote/contract/companies";
import { contacts } from "@sidenote/contract/contacts";
import { emails } from "@sidenote/contract/emails";
import { organizations } from "@sidenote/contract/organizations";
import { search } from "@sidenote/contract/search";
import { afterAll, beforeAll, expect, test } from "vitest";
import { importMail, mail, mbox } from "../../testing/factories.ts";
import { createWorld, type Person, type World } from "../../testing/world.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const onScreen = {
  sourceId: "gmail:18c2f0a1b2c3d4e5",
  threadSourceId: "gmail:18c2f0a1b2c3d4e0",
  subject: "Cold storage",
  from: { name: "Marta Lindqvist", address: "marta@nordfrakt.example" },
  to: [{ name: "me", address: "ada@fjordkyl.example" }],
  at: "2026-02-02T09:00:00.000Z",
  text: "Hi Ada,\n\nthe two zones are what we need.\n\nBest regards\nMarta",
};

const threadsOf = async (person: Person) => (await person.api(emails.threads, {})).items;

test("a panel's copy and an import's are one mail, whichever comes first", async () => {
  const file = mbox(mail({ id: "<first@x>" }));
  const panelFirst = await world.person();
  const saved = await panelFirst.api(emails.store, onScreen);
  expect(saved.outcome).toBe("stored");
  expect((await importMail(world, panelFirst, file)).counts).toMatchObject({ stored: 0, duplicate: 1 });

  const importFirst = await world.person();
  await importMail(world, importFirst, file);
  const again = await importFirst.api(emails.store, onScreen);
  expect(again.outcome).toBe("duplicate");

  for (const person of [panelFirst, importFirst]) {
    expect(await threadsOf(person)).toMatchObject([{ count: 1 }]);
    expect((await person.api(emails.stored, { sourceIds: [onScreen.sourceId, "gmail:other"] })).stored).toHaveLength(1);
    expect((await importMail(world, person, file)).counts).toMatchObject({ stored: 0, duplicate: 1 });
  }
});

test("two mails that say the same in the same minute are two when their Message-IDs differ", async () => {
  const ada = await world.person();
  const done = await importMail(
    world,
    ada,
    mbox(mail({ id: "<one@x>", text: "ok" }), mail({ id: "<two@x>", text: "ok" })),
  );
  expect(done.counts).toMatchObject({ stored: 2, duplicate: 0 });
});

test("two mails that say the same in the same minute are two where a site has them as two, also beside an import's", async () => {
  const [first, second] = [onScreen, { ...onScreen, sourceId: "gmail:18c2f0a1b2c3d4e6" }];
  const toNils = { ...second, to: [{ name: "Nils Holm", address: "nils@fjordkyl.example" }] };
  const onScreenOf = async (person: Person) =>
    (await person.api(emails.screen, { messages: [first, toNils] })).messages.map((one) => one.emailId !== null);

  const ada = await world.person();
  expect((await ada.api(emails.store, first)).outcome).toBe("stored");
  expect(await onScreenOf(ada)).toEqual([true, false]);
  expect((await ada.api(emails.store, toNils)).outcome).toBe("stored");
  expect((await ada.api(emails.store, first)).outcome).toBe("duplicate");
  expect(await onScreenOf(ada)).toEqual([true, true]);
  expect(await threadsOf(ada)).toMatchObject([{ count: 2 }]);

  const importer = await world.person();
  await importMail(world, importer, mbox(mail()));
  expect(await onScreenOf(importer)).toEqual([true, false]);
  expect((await importer.api(emails.store, first)).outcome).toBe("duplicate");
  expect((await importer.api(emails.store, toNils)).outcome).toBe("stored");
});

test("a thread is found by References, in whatever order its mails arrive", async () => {
  const ada = await world.person();
  const first = mail({ id: "<a@x>", subject: "Plan", date: "Mon, 2 Feb 2026 10:00:00 +0100" });
  const second = mail({
    id: "<b@x>",
    inReplyTo: "<a@x>",
    subject: "Another subject",
    date: "Tue, 3 Feb 2026 10:00:00 +0100",
  });
  const third = mail({
    id: "<c@x>",
    inReplyTo: "<b@x>",
    subject: "Yet another",
    date: "Wed, 4 Feb 2026 10:00:00 +0100",
  });
  await importMail(world, ada, mbox(third));
  await importMail(world, ada, mbox(first));
  expect(await threadsOf(ada)).toHaveLength(2);
  await importMail(world, ada, mbox(second));
  expect(await threadsOf(ada)).toMatchObject([{ subject: "Plan", count: 3 }]);
});

test("without References a thread is found by subject, people and time", async () => {
  const ada = await world.person();
  await importMail(
    world,
    ada,
    mbox(
      mail({ subject: "RE: Site visit", date: "Tue, 3 Feb 2026 10:00:00 +0100", text: "Tuesday is fine." }),
      mail({ subject: "Site visit", date: "Mon, 2 Feb 2026 10:00:00 +0100", text: "When shall we come?" }),
      mail({ subject: "Site visit", from: "Jonas <jonas@havsfisk.example>", text: "Unrelated, with the same words." }),
      mail({ subject: "Re: Site visit", date: "Mon, 3 Feb 2025 10:00:00 +0100", text: "A year ago." }),
    ),
  );
  expect((await threadsOf(ada)).map((thread) => thread.count).sort()).toEqual([1, 1, 2]);
});

test("a forward to others belongs to the thread whose mail it quotes", async () => {
  const ada = await world.person();
  const original = "Could the deposit be paid in two parts, and would the board have to agree to it?";
  await importMail(
    world,
    ada,
    mbox(
      mail({ subject: "Deposit", text: original }),
      mail({
        subject: "FW: Deposit",
        from: "ada@fjordkyl.example",
        to: "bo@bank.example",
        date: "Tue, 3 Feb 2026 10:00:00 +0100",
        text: `Bo, see below.\n\n-----Original Message-----\nFrom: Marta\nSent: Monday\nTo: Ada\nSubject: Deposit\n\n${original}`,
      }),
    ),
  );
  expect(await threadsOf(ada)).toMatchObject([{ count: 2, subject: "Deposit" }]);
});

test("direction is in, out, or observed where no own address takes part", async () => {
  const ada = await world.person();
  await importMail(
    world,
    ada,
    mbox(
      mail({ subject: "in" }),
      mail({ subject: "out", from: "ada@fjordkyl.example", to: "marta@nordfrakt.example" }),
      mail({ subject: "observed", from: "jonas@havsfisk.example", to: "marta@nordfrakt.example" }),
    ),
  );
  for (const thread of await threadsOf(ada)) expect(thread.lastDirection).toBe(thread.subject);
});

test("an own address is one with anything behind a plus, also when it becomes one's own later", async () => {
  const ada = await world.person();
  const mails = (own: string) => [
    mail({ subject: "in", to: `ada+offers@${own}` }),
    mail({ subject: "out", from: `ada+offers@${own}`, to: "bo@bank.example" }),
    mail({ subject: "observed", from: "jonas@havsfisk.example", to: `+ada@${own}` }),
  ];
  await importMail(world, ada, mbox(...mails("fjordkyl.example"), ...mails("old.example")));
  const directions = async () => (await threadsOf(ada)).map((one) => [one.lastDirection, one.subject]);
  const right = (found: string[][]) => found.filter(([direction, subject]) => direction === subject);
  expect(right(await directions())).toHaveLength(4);
  await ada.api(organizations.addAddress, { address: "ada@old.example" });
  await world.work();
  expect(right(await directions())).toHaveLength(6);
  const people = [
    ...(await ada.api(contacts.list, { state: "seen" })).items,
    ...(await ada.api(contacts.list, { state: "saved" })).items,
  ];
  expect(people.filter((one) => one.address?.startsWith("ada+"))).toEqual([]);
});

test("a list names the first of many people in a thread and counts all of them; the thread itself names them all", async () => {
  const ada = await world.person();
  const all = Array.from({ length: 40 }, (_, i) => `p${i}@nordfrakt.example`);
  await importMail(world, ada, mbox(mail({ to: `ada@fjordkyl.example, ${all.slice(1).join(", ")}`, from: all[0]! })));
  const [listed] = await threadsOf(ada);
  expect(listed).toMatchObject({ people: { length: 10 }, peopleCount: 40 });
  const { people } = await ada.api(emails.thread, { id: listed!.id });
  expect(people.map(({ address }) => address).sort()).toEqual(all.sort());
});

test("who is asked owes an answer until they write; robots ask nobody", async () => {
  const ada = await world.person();
  const asks = "What would the price be over 24 months?";
  await importMail(
    world,
    ada,
    mbox(
      mail({ subject: "Price", text: `Hi Ada,\n\n${asks}\n\nMarta` }),
      mail({ subject: "Copied", to: "bo@bank.example", cc: "ada@fjordkyl.example", text: asks }),
      mail({ subject: "Survey", text: asks, headers: { "List-Id": "<survey.example>" } }),
      mail({
        subject: "Mine",
        from: "ada@fjordkyl.example",
        to: "marta@nordfrakt.example",
        text: "Could you confirm Thursday?",
      }),
    ),
  );
  const owed = Object.fromEntries((await threadsOf(ada)).map((thread) => [thread.subject, thread.owed?.by ?? null]));
  expect(owed).toEqual({ Price: "you", Copied: null, Survey: null, Mine: "them" });
  const waiting = await ada.api(emails.threads, { owed: "you" });
  expect(waiting).toMatchObject({
    waitingForYou: 1,
    awaitingTheirs: 1,
    items: [{ owed: { asks, since: "2026-02-02T09:00:00.000Z" } }],
  });
  await importMail(
    world,
    ada,
    mbox(
      mail({
        subject: "Re: Price",
        from: "ada@fjordkyl.example",
        to: "marta@nordfrakt.example",
        date: "Tue, 3 Feb 2026 10:00:00 +0100",
        text: "It would be lower.",
      }),
    ),
  );
  expect((await ada.api(emails.threads, { owed: "you" })).items).toEqual([]);
});

test("an answer of a machine, and a report of what became of a mail, settle nothing; support@ does", async () => {
  const ada = await world.person();
  const thread = (subject: string, to: string, from: string, headers: Record<string, string>) => [
    mail({ subject, id: `<${subject}@ask>`, from: "ada@fjordkyl.example", to, text: "Could you confirm Thursday?" }),
    mail({
      subject: `Re: ${subject}`,
      inReplyTo: `<${subject}@ask>`,
      from,
      date: "Tue, 3 Feb 2026 10:00:00 +0100",
      text: "I am away until Monday.",
      headers,
    }),
  ];
  const marta = "marta@nordfrakt.example";
  await importMail(
    world,
    ada,
    mbox(
      ...thread("Away", marta, marta, { "Auto-Submitted": "auto-replied" }),
      ...thread("Bounced", marta, "mailer-daemon@nordfrakt.example", {}),
      ...thread("Answered", marta, marta, {}),
      ...thread("Support", "support@nordfrakt.example", "support@nordfrakt.example", {}),
    ),
  );
  const owed = Object.fromEntries(
    (await threadsOf(ada)).map((one) => [one.subject.replace(/^Re: /, ""), one.owed?.by ?? null]),
  );
  expect(owed).toEqual({ Away: "them", Bounced: "them", Answered: null, Support: null });
});

test("somebody else's answer to the one who asked settles it", async () => {
  const ada = await world.person();
  const asks = mail({
    id: "<q@x>",
    subject: "Warranty",
    cc: "nils@fjordkyl.example",
    text: "Is it still under warranty?",
  });
  const answer = mail({
    id: "<a@x>",
    inReplyTo: "<q@x>",
    subject: "Re: Warranty",
    from: "Nils <nils@fjordkyl.example>",
    to: "marta@nordfrakt.example",
    cc: "ada@fjordkyl.example",
    date: "Tue, 3 Feb 2026 10:00:00 +0100",
    text: "Yes, it is.",
  });
  await importMail(world, ada, mbox(asks));
  expect((await ada.api(emails.threads, { owed: "you" })).items).toHaveLength(1);
  await importMail(world, ada, mbox(answer));
  expect((await ada.api(emails.threads, { owed: "you" })).items).toEqual([]);
});

test("the text of a mail is kept whole, and its spans cover it without a gap", async () => {
  const ada = await world.person();
  const text = "Yes.\n\nOn Mon, 2 Feb 2026, Ada Berg <ada@fjordkyl.example> wrote:\n> Shall we?\n";
  await importMail(world, ada, mbox(mail({ text })));
  const [thread] = await threadsOf(ada);
  const { emails: stored } = await ada.api(emails.thread, { id: thread!.id });
  const email = stored[0]!;
  expect(email.spans.map((span) => span.kind)).toEqual(["said", "quote"]);
  expect(email.spans.map((span) => email.text.slice(span.start, span.end)).join("")).toBe(email.text);
  expect(thread!.snippet).toBe("Yes.");
});

test("a person in mail is seen by the mailbox's owner alone, and becomes a contact when written to", async () => {
  const ada = await world.person();
  const nils = await world.colleague(ada, "admin");
  await importMail(world, ada, mbox(mail()));
  const { items } = await ada.api(contacts.list, { state: "seen" });
  expect(items).toMatchObject([
    { name: "Marta Lindqvist", address: "marta@nordfrakt.example", company: { name: "Nordfrakt" }, state: "seen" },
  ]);
  expect((await nils.api(contacts.list, { state: "seen" })).items).toEqual([]);
  await expect(nils.api(contacts.get, { id: items[0]!.id })).rejects.toMatchObject({ body: { code: "not_found" } });
  expect((await nils.api(companies.list, {})).items).toEqual([]);

  await importMail(world, ada, mbox(mail({ from: "ada@fjordkyl.example", to: "marta@nordfrakt.example" })));
  expect((await nils.api(contacts.list, {})).items).toMatchObject([
    { id: items[0]!.id, state: "saved", lastContactAt: null },
  ]);
  expect((await nils.api(emails.threads, {})).items).toEqual([]);
});

test("a seen person joins the organization's contact of that address, and the join can be undone", async () => {
  const ada = await world.person();
  const nils = await world.colleague(ada);
  await importMail(world, ada, mbox(mail()));
  const [seen] = (await ada.api(contacts.list, { state: "seen" })).items;
  const theirs = await nils.api(contacts.create, { name: "M. Lindqvist", addresses: ["marta@nordfrakt.example"] });
  expect(await ada.api(contacts.save, { id: seen!.id })).toMatchObject({ id: theirs.id, name: "M. Lindqvist" });
  expect(await ada.api(contacts.get, { id: seen!.id })).toMatchObject({
    id: theirs.id,
    lastContactAt: "2026-02-02T09:00:00.000Z",
  });
  expect((await ada.api(contacts.list, { state: "seen" })).items).toEqual([]);
  expect(await ada.api(contacts.unsave, { id: seen!.id })).toMatchObject({ id: seen!.id, state: "seen" });
  expect((await ada.api(contacts.list, { state: "seen" })).items).toHaveLength(1);
});

test("of people who are saved together each becomes what they are: a colleague's contact, somebody new, at whatever company is known", async () => {
  const ada = await world.person();
  const nils = await world.colleague(ada);
  const senders = ["Marta Lindqvist <marta@nordfrakt.example>", "Jonas Öberg <jonas@nordfrakt.example>"];
  senders.push("Olena Koval <olena@polar.example>", "Kim Dahl <kim.dahl@gmail.com>");
  await importMail(world, ada, mbox(...senders.map((from) => mail({ from }))));
  const theirs = await nils.api(contacts.create, { name: "M. Lindqvist", addresses: ["marta@nordfrakt.example"] });
  const polar = await nils.api(companies.create, { name: "Polar Line AS", domains: ["polar.example"] });
  const seen = (await ada.api(contacts.list, { state: "seen" })).items.map((one) => one.id);
  expect(seen).toHaveLength(4);

  expect(await ada.api(contacts.saveSeen, { ids: [...seen, seen[0]!] })).toEqual({ saved: 5 });
  expect((await nils.api(contacts.list, {})).items).toMatchObject([
    { name: "Jonas Öberg", company: { name: "Nordfrakt" } },
    { name: "Kim Dahl", company: null },
    { id: theirs.id, name: "M. Lindqvist", company: null },
    { name: "Olena Koval", company: { id: polar.id, name: "Polar Line AS" } },
  ]);
  expect((await nils.api(companies.list, {})).items.map((one) => one.name)).toEqual(["Nordfrakt", "Polar Line AS"]);
  await world.work();
  const found = async (q: string) => (await nils.api(search.all, { q, kind: "contact" })).items.map((one) => one.title);
  expect(await found("polar")).toEqual(["Olena Koval"]);
  expect(await found("kim.dahl@gmail.com")).toEqual(["Kim Dahl"]);
});

test("role addresses, lists and robots make no people, free mail makes no company", async () => {
  const ada = await world.person();
  await importMail(
    world,
    ada,
    mbox(
      mail({ from: "Shop <no-reply@shop.example>" }),
      mail({ from: "info@nordfrakt.example" }),
      mail({ from: "News <anna@news.example>", headers: { "List-Id": "<news.example>" } }),
      mail({ from: "Olena Koval <olena.koval@gmail.com>" }),
    ),
  );
  expect((await ada.api(contacts.list, { state: "seen" })).items).toMatchObject([
    { name: "Olena Koval", company: null },
  ]);
  expect((await ada.api(companies.list, {})).items).toEqual([]);
});

test("HTML is given out only with a policy that runs nothing and loads nothing", async () => {
  const ada = await world.person();
  const html = '<p>Hello</p><script>alert(1)</script><img src="https://track.example/1.gif">';
  await importMail(world, ada, mbox(mail({ headers: { "Content-Type": "text/html; charset=utf-8" }, text: html })));
  const [thread] = await threadsOf(ada);
  const { emails: stored } = await ada.api(emails.thread, { id: thread!.id });
  expect(stored[0]).toMatchObject({ text: "Hello", hasHtml: true });
  const page = await ada.api(emails.html, { id: stored[0]!.id });
  expect(page.html).toContain("default-src 'none'; img-src data:;");
});

test("a saved mail can be forgotten, and with it what was known from it alone", async () => {
  const ada = await world.person();
  const { email } = await ada.api(emails.store, onScreen);
  await ada.api(emails.forget, { id: email.id });
  expect(await threadsOf(ada)).toEqual([]);
  expect((await ada.api(contacts.list, { state: "seen" })).items).toEqual([]);
  expect((await ada.api(emails.stored, { sourceIds: [onScreen.sourceId] })).stored).toEqual([]);
  expect((await ada.api(emails.store, onScreen)).outcome).toBe("stored");
});

test("a stranger, a colleague and an admin see nothing of a member's mail and cannot take it away", async () => {
  const ada = await world.person();
  const { email } = await ada.api(emails.store, onScreen);
  for (const other of [await world.person(), await world.colleague(ada), await world.colleague(ada, "admin")]) {
    await expect(other.api(emails.get, { id: email.id })).rejects.toMatchObject({ body: { code: "not_found" } });
    await expect(other.api(emails.thread, { id: email.threadId })).rejects.toMatchObject({
      body: { code: "not_found" },
    });
    await expect(other.api(emails.forget, { id: email.id })).rejects.toMatchObject({ body: { code: "not_found" } });
    expect((await other.api(emails.store, onScreen)).email.id).not.toBe(email.id);
  }
  expect(await ada.api(emails.get, { id: email.id })).toMatchObject({ subject: "Cold storage" });
});
