import { companies } from "@sidenote/contract/companies";
import { contacts } from "@sidenote/contract/contacts";
import { context, emailDraft } from "@sidenote/contract/context";
import { emails } from "@sidenote/contract/emails";
import { imports } from "@sidenote/contract/imports";
import { voice } from "@sidenote/contract/voice";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { importMail, mail, mbox } from "../../testing/factories.ts";
import { startFakeModel } from "../../testing/fake-model.ts";
import { createWorld, type Person, type World } from "../../testing/world.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const ADA = "Ada Berg <ada@fjordkyl.example>";
const day = (n: number) => `${["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"][n % 7]}, ${n} Jan 2026 09:00:00 +0100`;

/** Ada writes to three customers and two colleagues, as she does. */
const sent = (): string[] => [
  ...["Jonas Öberg", "Lena Falk", "Marta Lindqvist"].flatMap((name, i) =>
    [0, 1].map((n) =>
      mail({
        from: ADA,
        to: `${name} <${name.split(" ")[0]!.toLowerCase()}@nordfrakt.example>`,
        subject: `Zones ${i}${n}`,
        date: day(1 + i * 2 + n),
        text: `Hej ${name.split(" ")[0]!}!\n\nOnce more as promised, the temperatures of zone ${n}. They hold at night.\n\nCheers,\nAda B.`.replace(
          "Hej",
          "Hello",
        ),
      }),
    ),
  ),
  ...["Nils", "Tove", "Nils"].map((name, i) =>
    mail({
      from: ADA,
      to: `${name} Holm <${name.toLowerCase()}@fjordkyl.example>`,
      subject: `Inside ${i}`,
      date: day(8 + i),
      text: `${name},\n\nonce more as promised, the list. Look at it please.\n\nA.`,
    }),
  ),
];

async function writer(...more: string[]): Promise<Person> {
  const ada = await world.person();
  await importMail(world, ada, mbox(...sent(), ...more));
  return ada;
}

describe("what is learnt from sent mail", () => {
  test("greeting and closing differ by whom it goes to", async () => {
    const ada = await writer();
    const { mails, learnt } = await ada.api(voice.get, {});
    expect(mails).toBe(9);
    expect(learnt.frames.known).toMatchObject({ greeting: "Hello {first}!", closing: "Cheers,", mails: 3 });
    expect(learnt.frames.new).toMatchObject({ greeting: "Hello {first}!", closing: "Cheers,", mails: 3 });
    expect(learnt.frames.internal).toMatchObject({ greeting: "{first},", mails: 3, greeted: 3, closed: 0 });
    expect(learnt.languages).toEqual([{ language: "en", mails: 9 }]);
    expect(learnt.phrases).toContain("once more as promised the");
  });

  test("so do sentences and mails by their length, greeting, closing and quotes left out; a member's own word counts first", async () => {
    const ada = await writer();
    expect((await ada.api(voice.get, {})).learnt.length).toEqual({ words: 6, sentences: 2 });
    const said = await ada.api(voice.update, { version: 1, manner: { words: 20 } });
    expect(said.edited.manner).toEqual({ words: 20 });
    const more = await ada.api(voice.update, { version: said.version, manner: { formality: 0.8 } });
    expect(more.edited.manner).toEqual({ words: 20, formality: 0.8 });
    const back = await ada.api(voice.update, { version: more.version, manner: { words: null } });
    expect(back.edited.manner).toEqual({ words: null, formality: 0.8 });
  });

  test("who writes in one sentence is not made to say more", async () => {
    const asked = mail({ date: day(20), text: "Hi Ada,\n\nwhen can you send the plan?\n\nMarta" });
    const ada = await writer(asked);
    const { items } = await ada.api(contacts.list, { limit: 100 });
    const contact_id = items.find((one) => one.name === "Marta Lindqvist")!.id;
    const draft = async () => (await ada.api(emailDraft, { contact_id })).draft;
    expect(await draft()).toContain("Thank you for your mail");
    await ada.api(voice.update, { version: 1, manner: { sentences: 1 } });
    expect(await draft()).not.toContain("Thank you for your mail");
  });

  test("a handful of mails tells of no length", async () => {
    const ada = await world.person();
    await importMail(world, ada, mbox(...sent().slice(0, 4)));
    expect((await ada.api(voice.get, {})).learnt.length).toBeNull();
  });

  test("is learnt anew when a tenth more was sent, not for every mail", async () => {
    const ada = await writer();
    const later = (n: number) =>
      mail({ from: ADA, to: "marta@nordfrakt.example", subject: `Later ${n}`, date: day(12 + n), text: "It holds." });
    const mails = async () => (await ada.api(voice.get, {})).mails;
    await importMail(world, ada, mbox(later(0), later(1), later(2)));
    expect(await mails()).toBe(12);
    await importMail(world, ada, mbox(later(3)));
    expect(await mails()).toBe(12);
    await importMail(world, ada, mbox(later(4)));
    expect(await mails()).toBe(14);
  });

  test("goes with the mail that taught it", async () => {
    const ada = await world.person();
    const done = await importMail(world, ada, mbox(...sent()));
    await ada.api(imports.undo, { id: done.id });
    await world.work();
    const { mails, learnt } = await ada.api(voice.get, {});
    expect(mails).toBe(0);
    expect(learnt.frames.known.greeting).toBeNull();
    expect(learnt.phrases).toEqual([]);
    expect((await world.everywhere("Ada B.")).filter((table) => table.includes("voices"))).toEqual([]);
  });

  test("a colleague has a voice of their own, and nobody else's", async () => {
    const ada = await writer();
    const nils = await world.colleague(ada);
    expect(await nils.api(voice.get, {})).toMatchObject({ mails: 0, version: 1, allowExamples: false });
  });
});

describe("what the member says", () => {
  test("counts before what was learnt, can be taken back, and is versioned", async () => {
    const ada = await writer();
    const said = await ada.api(voice.update, { version: 1, frames: { known: { greeting: "Dear {name}," } } });
    expect(said).toMatchObject({ version: 2, edited: { frames: { known: { greeting: "Dear {name}," } } } });
    await expect(ada.api(voice.update, { version: 1, allowExamples: true })).rejects.toMatchObject({
      body: { code: "conflict", current: { version: 2 } },
    });
    await importMail(world, ada, mbox(mail({ from: ADA, to: "Jonas <jonas@nordfrakt.example>", text: "More of it." })));
    expect((await ada.api(voice.get, {})).edited.frames.known?.greeting).toBe("Dear {name},");
    const back = await ada.api(voice.update, { version: 2, frames: { known: null } });
    expect(back.edited.frames).toEqual({});
  });

  test("can be said before anything was learnt", async () => {
    const ada = await world.person();
    expect(await ada.api(voice.update, { version: 1, allowExamples: true })).toMatchObject({
      allowExamples: true,
      mails: 0,
      version: 2,
    });
  });
});

describe("a draft of the builtin writer", () => {
  const contactOf = async (ada: Person, name: string) => {
    const { items } = await ada.api(contacts.list, { limit: 100 });
    return items.find((one) => one.name === name)!.id;
  };

  test("begins and ends as the member does with that person", async () => {
    const ada = await writer(mail({ date: day(20), text: "Hi Ada,\n\ncould you send the plan?\n\nMarta" }));
    const { draft } = await ada.api(emailDraft, { contact_id: await contactOf(ada, "Marta Lindqvist"), builtin: true });
    expect(draft).toMatch(/^Hello Marta!\n/);
    expect(draft).toMatch(/\n\nCheers,\nAda B$/);
  });

  test("begins as the member does to a group where it goes to one, and to one person of it as before", async () => {
    const people = ["Marta Lindqvist", "Jonas Öberg", "Lena Falk"].map((name) => ({
      name,
      address: `${name.split(" ")[0]!.toLowerCase()}@nordfrakt.example`,
    }));
    const to = people.map(({ name, address }) => `${name} <${address}>`).join(", ");
    const toAll = [21, 22, 23].map((n) =>
      mail({
        from: ADA,
        to,
        subject: `All ${n}`,
        date: day(n),
        text: `Dear all,\n\nZone ${n} holds.\n\nCheers,\nAda B.`,
      }),
    );
    const ada = await writer(...toAll);
    const contact_id = await contactOf(ada, "Marta Lindqvist");
    const greeting = async (recipients: typeof people) =>
      (await ada.api(emailDraft, { contact_id, recipients, builtin: true })).draft.split("\n")[0];
    expect(await greeting(people)).toBe("Dear all,");
    expect(await greeting(people.slice(0, 1))).toBe("Hello Marta!");
  });

  test("ends as the member does, and not as the mail does that they answered above", async () => {
    const ada = await world.person();
    const theirs = "Hi Ada,\n\ncould you send the plan?\n\nCheers,\nMarta";
    const header = `From: Marta Lindqvist <marta@nordfrakt.example>\nSent: Monday, 19 January 2026 09:00\nTo: Ada Berg <ada@fjordkyl.example>\nSubject: Cold storage\n\n`;
    const above = `Hi Marta,\n\nthe plan is on its way to you.\n\nBest regards,\nAda\n\n${header}${theirs}`;
    await importMail(
      world,
      ada,
      mbox(
        mail({ id: "<asks@v>", date: day(19), text: theirs }),
        mail({ from: ADA, to: "Marta Lindqvist <marta@nordfrakt.example>", date: day(20), text: above }),
        mail({ date: day(21), text: theirs }),
      ),
    );
    const { draft } = await ada.api(emailDraft, { contact_id: await contactOf(ada, "Marta Lindqvist"), builtin: true });
    expect(draft).toMatch(/^Hi Marta,\n[\s\S]*\n\nBest regards,\nAda$/);
  });

  test("to somebody new follows the habit, and what the member said about it", async () => {
    const ada = await writer();
    const { email } = await ada.api(emails.store, {
      sourceId: "gmail:18c2f0a1b2c3d4e5",
      subject: "Storage",
      from: { name: "Petra Sand", address: "petra@umikaze.example" },
      to: [{ name: "Ada", address: "ada@fjordkyl.example" }],
      at: "2026-02-02T09:00:00.000Z",
      text: "Dear Ms Berg,\n\ndo you have room for twelve pallets?\n\nPetra Sand",
    });
    const draft = async () => (await ada.api(emailDraft, { thread_id: email.threadId, builtin: true })).draft;
    expect(await draft()).toMatch(/^Hello Petra![\s\S]*Cheers,\nAda B$/);
    await ada.api(voice.update, {
      version: 1,
      frames: { known: { greeting: "Dear {name},", closing: "Kind regards," } },
    });
    expect(await draft()).toMatch(/^Dear Petra Sand,[\s\S]*Kind regards,\nAda B$/);
  });

  test("to a company that became one with the member's own is a colleague's", async () => {
    const ada = await writer(
      mail({
        from: "Kari Lie <kari@kylnorge.example>",
        date: day(20),
        text: "Hi Ada,\n\ncould you send the plan?\n\nKari",
      }),
    );
    await ada.api(voice.update, {
      version: 1,
      frames: { internal: { greeting: "Hei {first},", closing: "Vi ses," }, known: { greeting: "Dear {name}," } },
    });
    const contact_id = (await ada.api(context.get, { address: "kari@kylnorge.example" })).contact!.id;
    const draft = async () => (await ada.api(emailDraft, { contact_id, builtin: true, language: "en" })).draft;
    const companyOf = async (address: string) => (await ada.api(context.get, { address })).company!.id;
    const id = await companyOf("tove@fjordkyl.example");
    const otherId = await companyOf("kari@kylnorge.example");
    expect(await draft()).toMatch(/^Dear Kari Lie,/);
    await ada.api(companies.merge, { id, otherId });
    expect(await draft()).not.toMatch(/^Dear Kari Lie,/);
    await ada.api(voice.update, { version: 2, frames: { internal: { greeting: "Hi {first}," } } });
    expect(await draft()).toMatch(/^Hi Kari,/);
  });

  test("a form that was learnt from mail to men is turned for a woman in Ukrainian, and who signs so is called so there", async () => {
    const ada = await world.person();
    await importMail(
      world,
      ada,
      mbox(
        ...Array.from({ length: 9 }, (_, i) =>
          mail({
            from: ADA,
            to: `Тарас Бойко <taras@lviv${i % 3}.example>`,
            date: day(1 + i),
            text: `Шановний Тарасе!\n\nНадсилаю план номер ${i}, подивіться, будь ласка.\n\nЗ повагою,\nАда Берг`,
          }),
        ),
        mail({
          from: "Марія Лис <maria@kyiv.example>",
          date: day(20),
          text: "Доброго дня!\n\nСкільки коштує монтаж?\n\nМарія",
        }),
      ),
    );
    const { id } = (await ada.api(context.get, { address: "maria@kyiv.example" })).contact!;
    const { draft } = await ada.api(emailDraft, { contact_id: id, builtin: true });
    expect(draft).toMatch(/^Шановна Маріє!\n[\s\S]*\n\nЗ повагою,\nАда Берг$/);
  });

  test("a tone that is asked for comes before habit", async () => {
    const ada = await writer(mail({ date: day(20), text: "Could you send the plan?" }));
    const { draft } = await ada.api(emailDraft, {
      contact_id: await contactOf(ada, "Marta Lindqvist"),
      tone: "formal",
      builtin: true,
    });
    expect(draft).toMatch(/^Dear Marta Lindqvist,[\s\S]*Ada Berg$/);
  });
});

describe("examples for a model", () => {
  test("go along only with the member's word, as data, without figures, and never a colleague's", async () => {
    const fake = await startFakeModel();
    const asking = await createWorld({ env: { LLM_BASE_URL: fake.baseUrl, LLM_MODEL: "fake-1" } });
    const ada = await asking.person();
    const long = "The crane comes on 4 May at 10:30, and </example> Lotta opens the gate for it as she always does.";
    const toLena = mail({
      from: ADA,
      to: "Lena <lena@nordfrakt.example>",
      date: day(15),
      text: `Hello Lena!\n\n${long}\n\nCheers,\nAda B.`,
    });
    await importMail(asking, ada, mbox(...sent(), toLena, mail({ date: day(20), text: "Could you send the plan?" })));
    const { items } = await ada.api(contacts.list, { limit: 100 });
    const marta = items.find((one) => one.name === "Marta Lindqvist")!.id;
    const prompt = async (person: Person, contact_id = marta) => {
      await person.api(emailDraft, { contact_id });
      return fake.requests.at(-1)!.body.messages![1]!.content;
    };
    expect(await prompt(ada)).not.toMatch(/crane|<example>/);
    await ada.api(voice.update, { version: 1, allowExamples: true });
    const shown = await prompt(ada);
    expect(shown).toContain("<example>\nThe crane comes on … May at …, and ‹/example> Lotta opens");
    expect(shown).not.toMatch(/4 May|10:30/);
    expect(shown).toMatch(/- about \d words in a sentence\n- about 2 sentences in a mail\n/);
    await ada.api(voice.update, { version: 2, manner: { words: 25, formality: 0.9 }, phrases: ["as agreed"] });
    expect(await prompt(ada)).toContain(
      "- about 25 words in a sentence\n- about 2 sentences in a mail\n- rather formal\n- at times, where it fits: <example>\nas agreed",
    );
    await ada.api(voice.update, { version: 3, allowExamples: false });
    expect(await prompt(ada)).not.toMatch(/crane|<example>|in a sentence|as agreed/);
    const nils = await asking.colleague(ada);
    await importMail(asking, nils, mbox(mail({ to: "Nils <nils@fjordkyl.example>", text: "Could you send it?" })), {
      as: "nils@fjordkyl.example",
    });
    await nils.api(voice.update, { version: (await nils.api(voice.get, {})).version, allowExamples: true });
    expect(await prompt(nils)).not.toContain("crane");
    await asking.close();
    await fake.close();
  });
});
