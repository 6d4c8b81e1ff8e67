import { contacts } from "@sidenote/contract/contacts";
import { context } from "@sidenote/contract/context";
import type { ContactId } from "@sidenote/contract/ids";
import { type Relationship, relationship } from "@sidenote/contract/relationship";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { derive } from "../../core/db/transaction.ts";
import { importMail, type MailInput, mail, mbox } from "../../testing/factories.ts";
import { createWorld, type Person, type World } from "../../testing/world.ts";

let world: World;
let ada: Person;
let marta: ContactId;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const MARTA = "Marta Lindqvist <marta@nordfrakt.example>";
const ADA = "Ada Berg <ada@fjordkyl.example>";
const SAID = "The floor plan of the cold room fits.";

/** A mail of so many days ago, from 2 March 2026; `hour` is when. */
const ago = (days: number, from: "marta" | "ada", more: MailInput & { hour?: number } = {}): string =>
  mail({
    from: from === "marta" ? MARTA : ADA,
    to: from === "marta" ? ADA : MARTA,
    subject: `About ${days}`,
    date: new Date(Date.UTC(2026, 2, 2 - days, more.hour ?? 9)).toUTCString(),
    text: SAID,
    ...more,
  });

async function bringIn(...mails: string[]): Promise<Relationship> {
  ada = await world.person();
  await importMail(world, ada, mbox(...mails));
  const { items } = await ada.api(contacts.list, { state: "seen", q: "marta" });
  marta = (items[0] ?? (await ada.api(contacts.list, { state: "saved", q: "marta" })).items[0])!.id;
  return ada.api(relationship.get, { id: marta });
}

const every = (pause: number, count: number, quiet: number): string[] =>
  Array.from({ length: count }, (_, i) => ago(quiet + i * pause, i % 2 === 0 ? "marta" : "ada"));

describe("who wrote when", () => {
  test("the first and the last mail of each side, and how many", async () => {
    const found = await bringIn(ago(40, "marta"), ago(30, "ada"), ago(12, "marta"), ago(5, "marta"));
    expect(found.theirs).toEqual({
      mails: 3,
      firstAt: "2026-01-21T09:00:00.000Z",
      lastAt: "2026-02-25T09:00:00.000Z",
    });
    expect(found.yours).toEqual({
      mails: 1,
      firstAt: "2026-01-31T09:00:00.000Z",
      lastAt: "2026-01-31T09:00:00.000Z",
    });
  });

  test("what a robot answers in their name is no mail of theirs, here as little as in the panel's sums", async () => {
    const away = ago(1, "marta", {
      subject: "Automatic reply: About 5",
      headers: { "Auto-Submitted": "auto-replied" },
    });
    const found = await bringIn(ago(12, "marta"), ago(5, "ada"), away);
    expect(found.theirs).toMatchObject({ mails: 1, lastAt: "2026-02-18T09:00:00.000Z" });
    const shown = await ada.api(context.get, { address: "marta@nordfrakt.example" });
    expect(shown.mails).toMatchObject({ in: found.theirs.mails, out: found.yours.mails });
  });

  test("a silence is off rhythm when it is three usual pauses and longer than nine in ten of them", async () => {
    expect((await bringIn(...every(5, 10, 14))).rhythm).toEqual({
      state: "usual",
      pauses: 9,
      needed: 8,
      usual: 5,
      long: 5,
      silence: 14,
    });
    expect((await bringIn(...every(5, 10, 16))).rhythm.state).toBe("quiet");
    const withHolidays = [...every(5, 10, 16), ago(101, "ada"), ago(141, "ada"), ago(181, "ada")];
    expect((await bringIn(...withHolidays)).rhythm).toMatchObject({ state: "usual", usual: 5, silence: 16 });
  });

  test("of few mails, or many of one day, no rhythm is told", async () => {
    expect((await bringIn(...every(5, 8, 90))).rhythm).toMatchObject({ state: "unknown", pauses: 7, usual: null });
    const oneDay = Array.from({ length: 12 }, (_, i) => ago(30, "marta", { hour: 6 + i, subject: `No ${i}` }));
    expect((await bringIn(...oneDay)).rhythm).toMatchObject({ state: "unknown", pauses: 0, silence: 30 });
  });

  test("who answers how fast is the middle answer in a thread, and the middle half", async () => {
    const threads = [2, 4, 6, 30].flatMap((hours, i) => [
      ago(40 - i * 5, "marta", { id: `<ask${i}@x>`, hour: 1 }),
      ago(40 - i * 5, "ada", { inReplyTo: `<ask${i}@x>`, hour: 1 + hours }),
    ]);
    expect((await bringIn(...threads)).answers).toEqual({
      you: { median: 5, from: 3.5, to: 12, answers: 4 },
      they: null,
    });
  });
});

describe("what they write about", () => {
  test("topics are phrases of what was newly said that come back, with where they stood last", async () => {
    const { topics } = await bringIn(
      ago(30, "marta", { text: "Hi Ada,\n\nthe floor plan shows the ramp.\n\nBest regards\nMarta" }),
      ago(20, "ada", {
        text: "Thank you. I like the floor plan, and Nordfrakt should keep the ramp.\n\n> the rental contract",
      }),
      ago(10, "marta", { text: "The ramp is built.\n\n> I like the rental contract\n> and the rental contract" }),
    );
    expect(new Map(topics.map(({ phrase, mails }) => [phrase, mails]))).toEqual(
      new Map([
        ["floor plan", 2],
        ["ramp", 3],
      ]),
    );
    expect(topics.find((one) => one.phrase === "ramp")?.source.quote).toBe("The ramp is built.");
  });

  test("a word that is mostly said in a longer phrase is told as that", async () => {
    const said = [
      ...Array.from({ length: 3 }, () => "We saw the cold room again."),
      ...Array.from({ length: 4 }, () => "We saw the room again."),
      ...Array.from({ length: 5 }, () => "We saw nothing again."),
    ];
    const { topics } = await bringIn(...said.map((text, i) => ago(60 - i * 2, "marta", { text })));
    expect(topics.map(({ phrase, mails }) => [phrase, mails])).toEqual([["cold room", 3]]);
  });

  test("how they sound is told from enough of their mails, with the sentences that tell", async () => {
    const glad = "Thank you, this is excellent. We are very happy with the room.";
    const cross = "Unfortunately this is unacceptable. We are very disappointed with the delay.";
    const mails = (texts: string[]) => texts.map((text, i) => ago(60 - i * 5, "marta", { text }));
    const cooler = (await bringIn(...mails([glad, glad, glad, glad, glad, glad, cross, cross, cross]))).tone;
    expect(cooler).toMatchObject({ trend: "cooler", mails: 9, unjudged: 0 });
    expect(cooler.examples[0]!.value).toBeLessThan(-0.5);
    expect(cross).toContain(cooler.examples[0]!.quote);
    const warmer = (await bringIn(...mails([cross, cross, cross, cross, cross, cross, glad, glad, glad]))).tone;
    expect(warmer.trend).toBe("warmer");
    expect((await bringIn(...mails([glad, glad, glad, glad, glad, glad, glad, glad, glad]))).tone.trend).toBe("steady");
    const few = (await bringIn(...mails([glad, glad, cross]))).tone;
    expect(few).toMatchObject({ trend: "unknown", mails: 3, months: [], examples: [] });
  });

  test("what the member writes says nothing of how they sound", async () => {
    const mine = Array.from({ length: 9 }, (_, i) => ago(60 - i * 5, "ada", { text: "This is an awful problem." }));
    expect((await bringIn(...mine)).tone).toMatchObject({ trend: "unknown", mails: 0 });
  });
});

describe("whom and what they share", () => {
  test("people who are on the same mails, the most often first, and never the member", async () => {
    const jonas = "Jonas Öberg <jonas@nordfrakt.example>";
    const { inCommon } = await bringIn(
      ago(9, "marta", { cc: jonas }),
      ago(6, "ada", { cc: `${jonas}, Lars Berglund <lars@fjordkyl.example>` }),
      ago(3, "marta"),
    );
    expect(inCommon.map(({ name, mails, contactId }) => [name, mails, contactId !== null])).toEqual([
      ["Jonas Öberg", 2, true],
      ["Lars Berglund", 1, true],
    ]);
  });

  test("files of either side, the newest first", async () => {
    const file = (name: string): Pick<MailInput, "headers" | "text"> => ({
      headers: { "Content-Type": 'multipart/mixed; boundary="b"' },
      text: `--b\nContent-Type: text/plain\n\nHere it is.\n--b\nContent-Type: application/pdf; name="${name}"\nContent-Disposition: attachment; filename="${name}"\nContent-Transfer-Encoding: base64\n\nJVBERi0xLjQ=\n--b--\n`,
    });
    const { files } = await bringIn(ago(9, "marta", file("plan.pdf")), ago(6, "ada", file("offer.pdf")));
    expect(files).toMatchObject({
      in: 1,
      out: 1,
      newest: [
        { name: "offer.pdf", direction: "out" },
        { name: "plan.pdf", direction: "in" },
      ],
    });
  });
});

describe("whose it is", () => {
  const EMPTY = { mails: 0, firstAt: null, lastAt: null };

  test("a colleague who shares the contact sees nothing of my mail, and a manager and an admin neither", async () => {
    await bringIn(ago(9, "marta", { cc: "Jonas <jonas@nordfrakt.example>" }), ago(6, "ada"));
    // Not even of what is shared: that is how its owner and somebody write.
    for (const table of ["emails", "email_participants", "email_attachments", "threads"])
      await derive(ada.ctx, (tx) => tx.execute(sql.raw(`update ${table} set shared = true`)));
    for (const role of ["agent", "manager", "admin"] as const) {
      const other = await world.colleague(ada, role);
      const seen = await other.api(relationship.get, { id: marta });
      expect(seen).toMatchObject({ theirs: EMPTY, yours: EMPTY, topics: [], inCommon: [] });
      expect(seen.files).toEqual({ in: 0, out: 0, newest: [] });
      expect(seen.tone.mails).toBe(0);
    }
  });

  test("another organization, and a token without the scope, get nothing", async () => {
    await bringIn(ago(9, "marta"), ago(6, "ada"));
    const stranger = await world.person();
    await expect(stranger.api(relationship.get, { id: marta })).rejects.toMatchObject({ body: { code: "not_found" } });
    const narrow = await ada.withScopes(["contacts:read"]);
    await expect(narrow(relationship.get, { id: marta })).rejects.toMatchObject({ body: { code: "forbidden" } });
  });
});
