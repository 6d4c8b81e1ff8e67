import { contacts } from "@sidenote/contract/contacts";
import { context } from "@sidenote/contract/context";
import { emails } from "@sidenote/contract/emails";
import { imports } from "@sidenote/contract/imports";
import { type PromiseRecord, promises } from "@sidenote/contract/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { importMail, type MailInput, mail, mbox } from "../../testing/factories.ts";
import { createWorld, type Person, type World } from "../../testing/world.ts";

let world: World;
let ada: Person;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const MARTA = "Marta Lindqvist <marta@nordfrakt.example>";
const ADA = "Ada Berg <ada@fjordkyl.example>";

/** A thread between Marta and Ada: one mail a day from 2 February, a Monday. */
const thread = (...texts: [from: "marta" | "ada", text: string, more?: MailInput][]): string =>
  mbox(
    ...texts.map(([from, text, more], i) =>
      mail({
        from: from === "marta" ? MARTA : ADA,
        to: from === "marta" ? ADA : MARTA,
        subject: i === 0 ? "Cold storage" : "Re: Cold storage",
        date: `${["Mon", "Tue", "Wed", "Thu", "Fri"][i]}, ${2 + i} Feb 2026 10:00:00 +0100`,
        text,
        ...more,
      }),
    ),
  );

async function bringIn(mails: string): Promise<PromiseRecord[]> {
  ada = await world.person();
  await importMail(world, ada, mails);
  return all();
}

/** In every state, oldest first. */
async function all(): Promise<PromiseRecord[]> {
  const pages = [];
  for (const state of ["open", "answered", "done", "dismissed"] as const)
    pages.push(...(await ada.api(promises.list, { state })).items);
  return pages.sort((a, b) => a.at.localeCompare(b.at) || a.source.start - b.source.start);
}

const shape = ({ kind, owes, owedTo, state, source, due }: PromiseRecord) =>
  [kind, owes, owedTo, state, source.quote, due?.on ?? null] as const;

describe("who owes what to whom", () => {
  test("is read from both sides' mail, with the sentence, its place and its day", async () => {
    const found = await bringIn(
      thread(
        ["marta", "Hi Ada,\n\ncould you send me the floor plan? I will pay the deposit by Friday.\n\nMarta"],
        ["ada", "Hi Marta,\n\nthank you. I'll send the floor plan tomorrow.\n\nAda"],
      ),
    );
    expect(found.map(shape)).toEqual([
      ["ask", "you", "them", "answered", "could you send me the floor plan?", null],
      ["promise", "them", "you", "open", "I will pay the deposit by Friday.", "2026-02-06"],
      ["promise", "you", "them", "open", "I'll send the floor plan tomorrow.", "2026-02-04"],
    ]);
    for (const { source, answer, person } of found) {
      expect(person.address).toBe("marta@nordfrakt.example");
      for (const quoted of answer ? [source, answer] : [source]) {
        const { text } = await ada.api(emails.get, { id: quoted.id as `eml_${string}` });
        expect(text.slice(quoted.start, quoted.end)).toBe(quoted.quote);
      }
    }
    expect(found[0]!.answer?.quote).toBe("I'll send the floor plan tomorrow.");
  });

  test("a day is counted on the writer's calendar, not on the server's", async () => {
    const found = await bringIn(
      thread(["marta", "I'll call you tomorrow.", { date: "Mon, 2 Feb 2026 22:30:00 -0800" }]),
    );
    expect(found[0]?.due).toEqual({ on: "2026-02-03", words: "tomorrow" });
  });

  test("who is only copied in, or named as somebody else, owes nothing", async () => {
    const found = await bringIn(
      mbox(
        mail({ to: "Jonas <jonas@nordfrakt.example>", cc: ADA, text: "Could you check the ramp by Friday?" }),
        mail({
          subject: "Ramp",
          to: `Jonas Öberg <jonas@nordfrakt.example>, ${ADA}`,
          text: "Jonas, could you measure the ramp?",
        }),
      ),
    );
    expect(found.map(({ owes, owedTo }) => [owes, owedTo])).toEqual([
      ["other", "them"],
      ["other", "them"],
    ]);
  });

  test("robots and announcements make nobody owe anything", async () => {
    const many = Array.from({ length: 15 }, (_, i) => `Guest ${i} <guest${i}@nordfrakt.example>`).join(", ");
    expect(
      await bringIn(
        mbox(
          mail({ headers: { "List-Id": "<news.nordfrakt.example>" }, text: "Could you confirm your address?" }),
          mail({ subject: "To all", to: `${ADA}, ${many}`, text: "We will send you the new prices by Monday." }),
        ),
      ),
    ).toEqual([]);
  });
});

describe("a promise is open until a later mail keeps it", () => {
  test.each<[string, Parameters<typeof thread>, string | null]>([
    [
      "the thing itself, sent",
      [
        ["ada", "I'll send the floor plan by Friday."],
        ["ada", "Hello Marta,\n\nattached is the floor plan of both zones."],
      ],
      "attached is the floor plan of both zones.",
    ],
    [
      "thanks for it",
      [
        ["ada", "I'll send the floor plan by Friday."],
        ["marta", "Hi,\n\nthanks for the floor plan, it fits well."],
      ],
      "thanks for the floor plan, it fits well.",
    ],
    [
      "the news that was promised",
      [
        ["marta", "I will let you know what our board says about the lease."],
        ["marta", "The board agrees to the lease from April."],
      ],
      "The board agrees to the lease from April.",
    ],
    [
      "the talk that was had",
      [
        ["ada", "I'll call you on Thursday about the ramp."],
        ["marta", "As discussed on the phone, the ramp stays."],
      ],
      "As discussed on the phone, the ramp stays.",
    ],
    [
      "a newer promise of the same",
      [
        ["ada", "I'll send the floor plan tomorrow."],
        ["ada", "Sorry, I will send the floor plan on Friday."],
      ],
      "Sorry, I will send the floor plan on Friday.",
    ],
    [
      "mail about something else does not",
      [
        ["ada", "I'll send the floor plan by Friday."],
        ["ada", "Our new prices are on the web page."],
      ],
      null,
    ],
    [
      "thanks for something else do not",
      [
        ["ada", "I'll send the floor plan by Friday."],
        ["marta", "Thank you for the invitation to Bergen."],
      ],
      null,
    ],
  ])("%s", async (_, mails, answer) => {
    const [first] = await bringIn(thread(...mails));
    expect(first?.answer?.quote ?? null).toBe(answer);
    expect(first?.state).toBe(answer === null ? "open" : "answered");
  });

  const TWO = "Hi Ada,\n\nwhat is the lead time for the belt? And can you send the drawing of the frame?\n\nMarta";
  const ONE = "Hi Marta,\n\nthe lead time for the belt is six weeks.\n\nAda";

  test.each<[string, Parameters<typeof thread>, ["answered" | "open", "answered" | "open"]]>([
    ["of two questions only one", [["ada", ONE]], ["answered", "open"]],
    ["both", [["ada", "Hi Marta,\n\nsix weeks, and here you are.\n\nAda"]], ["answered", "answered"]],
    [
      "the other later",
      [
        ["ada", ONE],
        ["ada", "Hi Marta,\n\nhere is the drawing.\n\nAda"],
      ],
      ["answered", "answered"],
    ],
    [
      "one, for which they say thanks",
      [
        ["ada", ONE],
        ["marta", "Hi Ada,\n\nthanks, perfect.\n\nMarta"],
      ],
      ["answered", "answered"],
    ],
  ])("an answer may answer %s", async (_, answers, states) => {
    const found = await bringIn(thread(["marta", TWO], ...answers));
    expect(found.filter(({ kind, owes }) => kind === "ask" && owes === "you").map(({ state }) => state)).toEqual(
      states,
    );
  });

  test("a mail that arrives later settles it then, and forgetting that mail opens it again", async () => {
    const [open] = await bringIn(thread(["ada", "I'll send the floor plan by Friday.", { id: "<plan@x>" }]));
    expect(open?.state).toBe("open");
    await importMail(
      world,
      ada,
      mbox(
        mail({
          from: ADA,
          to: MARTA,
          inReplyTo: "<plan@x>",
          text: "Here is the floor plan.",
          date: "Fri, 6 Feb 2026 09:00:00 +0100",
        }),
      ),
    );
    const answered = await ada.api(promises.get, { id: open!.id });
    expect(answered).toMatchObject({ state: "answered", answer: { quote: "Here is the floor plan." } });
    await ada.api(emails.forget, { id: answered.answer!.id as `eml_${string}` });
    expect((await ada.api(promises.get, { id: open!.id })).answer).toBeNull();
    await world.work();
    expect(await ada.api(promises.get, { id: open!.id })).toMatchObject({ state: "open", answer: null });
  });
});

describe("a person's word", () => {
  test("is final when the mail is read again, and can be taken back", async () => {
    const [promise] = await bringIn(thread(["ada", "I'll send the floor plan by Friday.", { id: "<word@x>" }]));
    const done = await ada.api(promises.decide, { id: promise!.id, version: 1, decision: "done" });
    expect(done).toMatchObject({ state: "done", version: 2 });
    await importMail(world, ada, mbox(mail({ inReplyTo: "<word@x>", text: "Thanks for the floor plan." })));
    expect(await ada.api(promises.get, { id: promise!.id })).toMatchObject({ state: "done", version: 2 });
    const back = await ada.api(promises.decide, { id: promise!.id, version: 2, decision: null });
    expect(back).toMatchObject({ state: "answered", version: 3 });
    await expect(
      ada.api(promises.decide, { id: promise!.id, version: 2, decision: "dismissed" }),
    ).rejects.toMatchObject({ body: { code: "conflict", current: { version: 3 } } });
  });

  test("a question that is none keeps its thread waiting no longer, until it is taken back", async () => {
    const [ask] = await bringIn(thread(["marta", "Could you send the floor plan?"]));
    const owed = async () => (await ada.api(emails.threads, {})).items[0]?.owed?.by ?? null;
    expect(await owed()).toBe("you");
    await ada.api(promises.decide, { id: ask!.id, version: 1, decision: "dismissed" });
    expect(await owed()).toBeNull();
    await ada.api(promises.decide, { id: ask!.id, version: 2, decision: null });
    expect(await owed()).toBe("you");
  });
});

describe("what goes with the mail", () => {
  test("a forgotten mail, and an undone import, leave no promise behind", async () => {
    ada = await world.person();
    const file = thread(["marta", "Could you send me the Kräuterplan? I will pay for the Kräuterplan by Friday."]);
    const done = await importMail(world, ada, file);
    expect(await all()).toHaveLength(2);
    await ada.api(imports.undo, { id: done.id });
    await world.work();
    expect(await all()).toEqual([]);
    await importMail(world, ada, file);
    const [{ source }] = (await all()) as [PromiseRecord];
    await ada.api(emails.forget, { id: source.id as `eml_${string}` });
    await world.work();
    expect(await all()).toEqual([]);
    expect((await world.everywhere("Kräuterplan")).filter((table) => table.includes("promise"))).toEqual([]);
  });

  test("the same mail read twice is one promise", async () => {
    const file = thread(["ada", "I'll send the floor plan by Friday."]);
    const first = await bringIn(file);
    await importMail(world, ada, file);
    expect(await all()).toEqual(first);
  });
});

describe("a panel's context", () => {
  test("holds the open promises of either side, and none that is settled", async () => {
    await bringIn(
      thread(
        ["marta", "I will pay the deposit by Friday."],
        ["ada", "Thank you. I'll send the floor plan on Thursday, and I will check the ramp."],
        ["ada", "Attached is the drawing of the gate."],
      ),
    );
    const known = await ada.api(context.get, { address: "marta@nordfrakt.example" });
    expect(known.promises?.map(({ owes, source, due }) => [owes, source.quote, due?.words])).toEqual([
      ["you", "I'll send the floor plan on Thursday, and I will check the ramp.", "on Thursday"],
      ["them", "I will pay the deposit by Friday.", "by Friday"],
    ]);
    const { items } = await ada.api(contacts.list, { state: "saved" });
    const ofMarta = await ada.api(promises.list, { contactId: items[0]!.id, owes: "you" });
    expect(ofMarta.items).toHaveLength(1);
  });

  test("also tells what is promised on screen, and keeps nothing of it", async () => {
    ada = await world.person();
    const known = await ada.api(context.ofScreen, {
      screen: {
        address: "marta@nordfrakt.example",
        messages: [
          { id: "1", from: MARTA, at: "2026-02-02T09:00:00.000Z", text: "I will send the Kräuterplan by Friday." },
        ],
      },
    });
    expect(known.promises).toMatchObject([
      {
        id: null,
        owes: "them",
        source: { id: "screen:0", quote: "I will send the Kräuterplan by Friday." },
        due: { on: "2026-02-06" },
      },
    ]);
    expect(await world.everywhere("Kräuterplan")).toEqual([]);
  });
});
