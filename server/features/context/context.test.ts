import { activities } from "@sidenote/contract/activities";
import { contacts } from "@sidenote/contract/contacts";
import { context, emailContext } from "@sidenote/contract/context";
import { emails } from "@sidenote/contract/emails";
import { model } from "@sidenote/contract/model";
import { afterAll, beforeAll, expect, test } from "vitest";
import { importMail, mail, mbox } from "../../testing/factories.ts";
import { createWorld, type Person, type World } from "../../testing/world.ts";
import { gatherFacts } from "./index.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const MARTA = "marta@nordfrakt.example";
const ASKS = "What would the price be over 24 months instead of 36?";
const me = "Ada Berg <ada@fjordkyl.example>";
const exchange = mbox(
  mail({
    id: "<1@x>",
    subject: "Offer",
    from: me,
    to: MARTA,
    date: "Mon, 2 Feb 2026 09:00:00 +0000",
    text: "Hi Marta,\n\nthe second offer is 1,200 EUR a month for two zones.\n\nAda",
  }),
  mail({
    id: "<2@x>",
    inReplyTo: "<1@x>",
    subject: "Re: Offer",
    date: "Mon, 2 Feb 2026 14:00:00 +0000",
    text: "Hi Ada,\n\nthanks, the two zones are what we need.",
  }),
  mail({
    id: "<3@x>",
    inReplyTo: "<2@x>",
    subject: "Re: Offer",
    date: "Thu, 26 Feb 2026 15:20:00 +0000",
    text: `Hi Ada,\n\n${ASKS}\n\nBest regards\nMarta`,
  }),
);

async function withExchange(): Promise<Person> {
  const ada = await world.person();
  await importMail(world, ada, exchange);
  return ada;
}

test("one call tells who this is, what was said, and who owes an answer since when", async () => {
  const ada = await withExchange();
  const { items } = await ada.api(emails.threads, {});
  const known = await ada.api(context.get, { address: MARTA.toUpperCase(), thread: items[0]!.id });
  expect(known).toMatchObject({
    contact: { name: "Marta Lindqvist", state: "saved" },
    person: { name: "Marta Lindqvist", address: MARTA },
    company: { name: "Nordfrakt", domains: ["nordfrakt.example"] },
    mails: { in: 2, out: 1, observed: 0 },
    firstContactAt: "2026-02-02T09:00:00.000Z",
    lastContactAt: "2026-02-26T15:20:00.000Z",
    months: [{ month: "2026-02", in: 2, out: 1 }],
    answersInHours: { they: null, you: null },
    thread: { subject: "Offer", count: 3 },
    participants: [{ address: MARTA }],
  });
  expect(known.timeline.map((entry) => entry.title)).toEqual(["Re: Offer", "Re: Offer", "Offer"]);
  expect(known.owed).toMatchObject([{ by: "you", since: "2026-02-26T15:20:00.000Z", asks: ASKS, subject: "Offer" }]);
});

test("the question that waits is quoted from its mail, to the letter", async () => {
  const ada = await withExchange();
  const { owed } = await ada.api(context.get, { address: MARTA });
  const source = await ada.api(emails.get, { id: owed[0]!.sourceId as `eml_${string}` });
  expect(source.text.slice(owed[0]!.start, owed[0]!.end)).toBe(owed[0]!.asks);
});

test("who has two addresses is told of whole under each: mail, what waits, and what was done", async () => {
  const ada = await withExchange();
  const HOME = "marta@hem.example";
  await importMail(
    world,
    ada,
    mbox(
      mail({ id: "<4@x>", from: me, to: HOME, subject: "Boat", date: "Tue, 3 Feb 2026 09:00:00 +0000", text: "Hi!" }),
      mail({
        id: "<5@x>",
        inReplyTo: "<4@x>",
        from: `Marta Lindqvist <${HOME}>`,
        subject: "Re: Boat",
        date: "Wed, 4 Mar 2026 09:00:00 +0000",
        text: "Hi Ada,\n\nCould you bring the keys?\n\nMarta",
      }),
    ),
  );
  const contactOf = async (address: string) => (await ada.api(context.get, { address })).contact!;
  const [kept, other] = [await contactOf(MARTA), await contactOf(HOME)];
  await ada.api(activities.create, {
    kind: "meeting",
    text: "At the quay",
    at: "2026-02-10T09:00:00.000Z",
    contactIds: [other.id],
  });
  await ada.api(contacts.merge, { id: kept.id, otherId: other.id });
  for (const address of [MARTA, HOME]) {
    const told = await ada.api(context.get, { address });
    expect(told).toMatchObject({
      contact: { id: kept.id },
      person: { address },
      company: { name: "Nordfrakt" },
      mails: { in: 3, out: 2, observed: 0 },
      meetings: 1,
      lastContactAt: "2026-03-04T09:00:00.000Z",
    });
    expect(told.owed.map((one) => one.asks)).toEqual(["Could you bring the keys?", ASKS]);
  }
});

test("nobody known is an answer too, with the name that the address suggests", async () => {
  const ada = await world.person();
  expect(await ada.api(context.get, { address: "karin.svensson@havsfisk.example" })).toMatchObject({
    contact: null,
    person: { name: "Karin Svensson" },
    mails: { in: 0, out: 0, observed: 0 },
    lastContactAt: null,
    timeline: [],
    owed: [],
  });
});

test("notes and calls with somebody stand in the timeline among the mails", async () => {
  const ada = await withExchange();
  const { contact } = await ada.api(context.get, { address: MARTA });
  await ada.api(activities.create, {
    kind: "call",
    text: "Wants two zones\nWorried about noise",
    at: "2026-02-10T09:00:00.000Z",
    contactIds: [contact!.id],
  });
  const { timeline } = await ada.api(context.get, { address: MARTA });
  expect(timeline.map((entry) => [entry.kind, entry.title])).toEqual([
    ["email", "Re: Offer"],
    ["call", "Wants two zones"],
    ["email", "Re: Offer"],
    ["email", "Offer"],
  ]);
  expect((await ada.api(contacts.timeline, { id: contact!.id })).items.map((entry) => entry.kind)).toEqual([
    "email",
    "call",
    "email",
    "email",
  ]);
});

test("meetings are counted all, not only those that the timeline shows", async () => {
  const ada = await withExchange();
  const { contact } = await ada.api(context.get, { address: MARTA });
  const contactIds = [contact!.id];
  await ada.api(activities.create, { kind: "meeting", text: "Site visit", at: "2024-02-10T09:00:00.000Z", contactIds });
  for (let day = 1; day <= 9; day++)
    await ada.api(activities.create, { kind: "note", text: "Later", at: `2026-02-0${day}T09:00:00.000Z`, contactIds });
  expect(await ada.api(context.get, { address: MARTA })).toMatchObject({ meetings: 1 });
});

test("a Gmail thread's own id finds the stored thread", async () => {
  const ada = await world.person();
  const stored = await ada.api(emails.store, {
    sourceId: "gmail:18c2f0a1b2c3d4e5",
    threadSourceId: "gmail:18c2f0a1b2c3d4e0",
    subject: "Offer",
    from: { name: "Marta Lindqvist", address: MARTA },
    to: [],
    at: "2026-02-26T15:20:00.000Z",
    text: ASKS,
  });
  const known = await ada.api(context.get, { address: MARTA, thread: "gmail:18c2f0a1b2c3d4e0" });
  expect(known.thread).toMatchObject({ id: stored.email.threadId });
  expect((await ada.api(context.get, { address: MARTA, thread: "gmail:other" })).thread).toBeNull();
});

const SECRET = "Zwiebelkuchen";
const screen = {
  address: MARTA,
  name: "Marta Lindqvist",
  subject: "Offer",
  messages: [
    { id: "a", from: me, at: "2026-02-25T10:00:00.000Z", text: "Hi Marta,\n\nhere is the offer." },
    {
      id: "b",
      from: `Marta Lindqvist <${MARTA}>`,
      at: "2026-02-26T10:00:00.000Z",
      text: `Thanks.\n\nCould you add the ${SECRET} option?\n\n> here is the offer`,
    },
  ],
};

test("what is only on screen is understood, with sources by its place on screen", async () => {
  const ada = await world.person();
  await importMail(world, ada, "");
  const known = await ada.api(context.ofScreen, { screen });
  expect(known).toMatchObject({ contact: null, person: { name: "Marta Lindqvist" } });
  expect(known.owed).toMatchObject([{ by: "you", sourceId: "screen:1", asks: `Could you add the ${SECRET} option?` }]);
  expect(screen.messages[1]!.text.slice(known.owed[0]!.start, known.owed[0]!.end)).toBe(known.owed[0]!.asks);
  const described = await ada.api(emailContext, { screen });
  expect(described.statements.flatMap((one) => one.sources.map((source) => source.id))).toContain("screen:1");
});

test("how a mail greets and closes is nothing that it says", async () => {
  const ada = await world.person();
  await importMail(world, ada, "");
  const says = "нам потрібна камера на 20 м³ до 10 травня.";
  const text = `Добрий день, пані Адо,\n\n${says}\n\nЗ найкращими побажаннями,\nОлена`;
  const messages = [{ id: "a", from: `Олена Коваль <${MARTA}>`, at: "2026-02-25T10:00:00.000Z", text }];
  const { statements } = await ada.api(emailContext, {
    screen: { ...screen, messages },
    new_situation: "пані Адо камера",
  });
  const quotes = statements.flatMap((one) => one.sources.map(({ quote }) => quote));
  expect(new Set(quotes)).toEqual(new Set([says]));
});

test("of somebody who is no contact yet it says what they sign with, and of nobody else", async () => {
  const ada = await world.person();
  await importMail(world, ada, "");
  const signature = "Petra Holm\nPurchasing Manager\nPolar Logistik AB\n+46 31 555 77 01";
  const text = `Hej Ada,\n\nwe are looking for a chiller.\n\nBest regards,\n${signature}`;
  const message = { id: "a", from: "Petra Holm <petra@polar.example>", at: "2026-02-25T10:00:00.000Z", text };
  const signed = "Purchasing Manager, Polar Logistik AB, +46 31 555 77 01";
  const about = (address: string, name: string) =>
    ada.api(emailContext, { screen: { address, name, subject: "Chiller", messages: [message] } });
  const { statements } = await about("petra@polar.example", "Petra Holm");
  const [source] = statements.find((one) => one.text === signed)!.sources;
  expect(source!.quote).toContain("Purchasing Manager\nPolar Logistik AB");
  expect(text.slice(source!.start, source!.end)).toBe(source!.quote);
  const other = await about("olle@polar.example", "Olle Ek");
  expect(other.statements.map((one) => one.text)).not.toContain(signed);
});

test("nothing of what is only on screen is kept anywhere", async () => {
  const ada = await world.person();
  await importMail(world, ada, "");
  await ada.api(context.ofScreen, { screen });
  await ada.api(emailContext, { screen, new_situation: `About the ${SECRET}` });
  await world.work();
  expect(await world.everywhere(SECRET)).toEqual([]);
});

test("each statement about a situation quotes its source to the letter", async () => {
  const ada = await withExchange();
  const { contact } = await ada.api(context.get, { address: MARTA });
  const described = await ada.api(emailContext, { contact_id: contact!.id, new_situation: "price for two zones" });
  expect(described).toMatchObject({
    last_contact_date: "2026-02-26",
    model_used: "builtin",
    tone_recommendation: expect.stringContaining("Friendly"),
  });
  expect(described.key_points[0]).toContain("1,200 EUR a month for two zones");
  const sources = described.statements.flatMap((one) => one.sources);
  expect(sources.length).toBeGreaterThan(2);
  for (const { id, quote, start, end } of sources) {
    const { text } = await ada.api(emails.get, { id: id as `eml_${string}` });
    expect(text.slice(start, end)).toBe(quote);
  }
  expect((await ada.api(model.interactions, {})).items).toMatchObject([
    { task: "context", model: "builtin", outcome: "ok", leftMachine: false },
  ]);
});

test("a call without anybody to be about is refused and says what is needed", async () => {
  const ada = await world.person();
  await expect(ada.api(emailContext, { new_situation: "x" })).rejects.toMatchObject({ body: { code: "invalid" } });
});

test("a stranger, a colleague and an admin learn nothing of a member's mail with somebody", async () => {
  const ada = await withExchange();
  const { contact, thread } = await ada.api(context.get, {
    address: MARTA,
    thread: (await ada.api(emails.threads, {})).items[0]!.id,
  });
  for (const other of [await world.person(), await world.colleague(ada), await world.colleague(ada, "admin")]) {
    const known = await other.api(context.get, { address: MARTA, thread: thread!.id });
    expect(known).toMatchObject({
      mails: { in: 0, out: 0, observed: 0 },
      timeline: [],
      owed: [],
      thread: null,
      lastContactAt: null,
      participants: [],
    });
    await expect(other.api(emailContext, { thread_id: thread!.id })).rejects.toMatchObject({
      body: { code: "not_found" },
    });
    const described = await other
      .api(emailContext, { contact_id: contact!.id })
      .catch((error: { body: { code: string } }) => error.body.code);
    if (typeof described !== "string")
      expect(
        described.statements.flatMap((one) => one.sources).filter((source) => source.id.startsWith("eml_")),
      ).toEqual([]);
  }
});

test("what is to be told is found in a mail far behind the last ones, also in one that they were only copied on, and never in a colleague's", async () => {
  const ada = await world.person();
  const colleague = await world.colleague(ada);
  const day = (i: number) => new Date(Date.UTC(2025, 0, 1 + i)).toUTCString().replace("GMT", "+0000");
  const old = mail({
    id: "<old@x>",
    from: "Jonas <jonas@nordfrakt.example>",
    to: me,
    cc: MARTA,
    date: day(0),
    text: "The gate code of the Malmö yard is 4471.",
  });
  const later = Array.from({ length: 60 }, (_, i) =>
    mail({
      id: `<later${i}@x>`,
      from: `Marta <${MARTA}>`,
      to: me,
      date: day(i + 1),
      text: `Offer ${i} is on its way.`,
    }),
  );
  await importMail(world, ada, mbox(old, ...later));
  await importMail(
    world,
    colleague,
    mbox(mail({ id: "<theirs@x>", text: "The gate code of the Malmö yard is 9999." })),
  );
  const { contact } = await ada.api(context.get, { address: MARTA });
  const texts = async (asked: string[]) =>
    (await gatherFacts(ada.ctx, { contact_id: contact!.id }, asked)).others.map(({ text }) => text.trim());
  expect(await texts([])).not.toContain("The gate code of the Malmö yard is 4471.");
  const found = await texts(["Tell them the gate code of the Malmö yard"]);
  expect(found).toContain("The gate code of the Malmö yard is 4471.");
  expect(found.join(" ")).not.toContain("9999");
});

test("what is to be told is found in an old mail also where a dozen later ones ask for it in the same words", async () => {
  const ada = await world.person();
  const day = (i: number) => new Date(Date.UTC(2025, 0, 1 + i)).toUTCString().replace("GMT", "+0000");
  const told = "The gate code of the Malmö yard is 4471.";
  const old = mail({ id: "<old@x>", from: `Marta <${MARTA}>`, to: me, date: day(0), text: told });
  const later = Array.from({ length: 60 }, (_, i) =>
    mail({
      id: `<later${i}@x>`,
      from: `Marta <${MARTA}>`,
      to: me,
      date: day(i + 1),
      text: i < 45 ? `Offer ${i} is on its way.` : `What was the gate code of the Malmö yard again, for lorry ${i}?`,
    }),
  );
  await importMail(world, ada, mbox(old, ...later));
  const { contact } = await ada.api(context.get, { address: MARTA });
  const { others } = await gatherFacts(ada.ctx, { contact_id: contact!.id }, ["The gate code of the Malmö yard"]);
  expect(others.map(({ text }) => text.trim())).toContain(told);
});

test("the tone is told from how the two write now, not from how they began", async () => {
  const ada = await world.person();
  const day = (i: number) => new Date(Date.UTC(2025, 0, 1 + i)).toUTCString().replace("GMT", "+0000");
  const written = Array.from({ length: 24 }, (_, i) =>
    mail({
      id: `<${i}@x>`,
      subject: `Delivery ${i}`,
      from: `Marta <${MARTA}>`,
      to: me,
      date: day(i),
      text: `${i < 12 ? "Dear Ms Berg" : "Hi Ada"},\n\nlorry ${i} is on its way.`,
    }),
  );
  await importMail(world, ada, mbox(...written));
  const { contact } = await ada.api(context.get, { address: MARTA });
  const { tone_recommendation } = await ada.api(emailContext, { contact_id: contact!.id });
  expect(tone_recommendation).toBe("Friendly: you greet each other with “Hi”");
});
