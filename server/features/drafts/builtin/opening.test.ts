import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answered, body, draftedIn, offered } from "../../../testing/builtin-drafts.ts";
import { mail } from "../../../testing/factories.ts";
import { createWorld, type World } from "../../../testing/world.ts";
import { tenorOf } from "./phrases/tenors.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const drafted = (mails: string[], wish: { purpose?: string; key_points?: string[] } = {}) =>
  draftedIn(world, mails, wish);
const answer = async (text: string, wish = {}) =>
  body(await drafted([answered(`Hi Ada,\n\n${text}\n\nMarta`)], { purpose: "Answer", ...wish }));
const answerUk = async (text: string, wish = {}) =>
  body(await drafted([answered(`${text}\n\nМарта`)], { purpose: "Answer", ...wish }));

describe("an answer begins", () => {
  test.each([
    [
      "thanks that need no thanks",
      "Thank you so much, that was quick! Have a nice weekend.",
      "You are very welcome. Have a good weekend, too.",
    ],
    [
      "praise",
      "Your fitters were brilliant and left the hall spotless.",
      "Thank you very much, I am glad to hear that.",
    ],
    ["what is only told", "The container has left the port this morning.", "Thank you for letting me know."],
    ["a paper that came with it", "Attached is our signed lease.", "Thank you for your signed lease."],
    ["an order", "Please go ahead with the order. Deliver to the yard please.", "Thank you for your order."],
    [
      "a refusal",
      "We have decided to go with another supplier.",
      "Thank you for letting me know. If anything changes, I am happy to help.",
    ],
    ["an introduction", "Meet Lena Vogt, who runs the depot. Over to you both.", "Thank you for the introduction."],
    ["a promise", "I will send you the drawings on Friday.", "Thank you for letting me know.\n\nI look forward to it."],
    ["a courtesy that is no promise", "We moved to Malmö. I will keep you posted.", "Thank you for letting me know."],
    [
      "somebody who was ill",
      "I was in hospital and am back now.",
      "Thank you for letting me know. I hope that you are feeling better.",
    ],
  ])("as it fits %s", async (_, text, says) => {
    expect(await answer(text)).toBe(says);
  });

  test.each([
    [
      "This is the second time that the door jams. What are you going to do about it?",
      "I am sorry to hear this.\n\n[what will you do about it?]",
    ],
    [
      "We still have not received the seals. When will they come?",
      "I am sorry to hear this.\n\nThey will come [when?].",
    ],
    [
      "That is a bit expensive for us. Is there anything you can do?",
      "Thank you for being open about the price.\n\n[what can you offer?]",
    ],
  ])("to a complaint and to a price that is too high, with one thing left open: %s", async (text, says) => {
    expect(await answer(text)).toBe(says);
  });

  test("to a complaint with what the member says about it, and nothing open", async () => {
    expect(
      await answer("Nobody answers your phone, fix it today.", { key_points: ["our phones were down until noon"] }),
    ).toBe("I am sorry to hear this.\n\nOur phones were down until noon.");
  });

  test("without thanks for a line or two, and with the day only of a mail that is some time ago", async () => {
    expect(await answer("Any news?")).toBe("[Any news?]");
    expect(await answer("ok?")).toBe("[ok?]");
    const old = mail({ date: "Mon, 2 Feb 2026 10:00:00 +0100", text: "Hi Ada,\n\nhow much is the deposit?\n\nMarta" });
    expect(body(await drafted([old], { purpose: "Answer" }))).toContain("Thank you for your mail of 2 February.");
  });

  test.each([
    ["Дякую, усе отримали! Гарних вихідних.", "Будь ласка, завжди радо допоможу. І вам гарних вихідних."],
    ["Скільки можна чекати на двері? Поверніть гроші.", "Мені прикро це чути.\n\n[як ви це вирішите?]"],
    ["Для нас забагато. Чи є щось дешевше?", "Дякую за відвертість щодо ціни.\n\n[що ви можете запропонувати?]"],
    [
      "Ми вирішили працювати з іншим постачальником.",
      "Дякую, що повідомили. Якщо щось зміниться, із задоволенням допоможу.",
    ],
  ])("in Ukrainian, too: %s", async (text, says) => {
    expect(await answerUk(`Доброго дня!\n\n${text}`)).toBe(says);
  });
});

test.each([
  [
    "an argument in a long mail",
    `${"The committee met again and went through the papers. ".repeat(20)}It was too expensive.`,
    "news",
  ],
  ["thanks below a request", "Here are the drawings. Thanks, Marta", "news"],
  ["praise of somebody else", "Nils did an excellent job at the fair.", "news"],
  ["what is only open", "We still haven't decided on the colour.", "news"],
  ["a question", "How long is the warranty?", null],
])("is taken for no more than it is: %s", (_, text, tenor) => {
  expect(tenorOf(text.split(/(?<=\.) /), "en", text.endsWith("?"))).toBe(tenor);
});

test("words without end are read in no time", () => {
  for (const one of ["still ", "thank you ", "meet A", "a bit ", "досі ", "Дякую "])
    tenorOf([one.repeat(100_000), one.repeat(100)], "uk", false);
});

test("an automatic reply is not answered: what was written still waits for when they are back", async () => {
  const away = mail({
    id: "<2@b>",
    inReplyTo: "<1@b>",
    subject: "Automatic reply: Offer",
    date: "Thu, 26 Feb 2026 15:20:00 +0000",
    text: "I am out of the office until 9 March.\n\nMarta",
  });
  const draft = await drafted([offered("Hi Marta,\n\nhere is our offer.\n\nAda"), away], { purpose: "Answer" });
  expect(body(draft)).toContain("On 2 February I sent you our offer. Have you had a chance to look at it?");
  expect(draft.limit).toMatch(/automatic reply/);
});

test("where they left off is told by what the member sent last", async () => {
  const draft = await drafted(
    [
      offered("Hi Marta,\n\nhere is the draft lease.\n\nAda"),
      answered("Hi Ada,\n\nwhere did we leave things?\n\nMarta"),
    ],
    { purpose: "Answer" },
  );
  expect(body(draft)).toContain("On 2 February I sent you the draft lease.");
});

describe("who says “ти” is answered so", () => {
  const familiar = (text: string, wish = {}) =>
    drafted([mail({ from: "Олена Коваль <marta@nordfrakt.example>", text: `Привіт, Адо!\n\n${text}\n\nОлена` })], {
      purpose: "Answer",
      ...wish,
    });

  test("from the greeting to what is asked back", async () => {
    const draft = await familiar("Коли зможеш глянути на договір?");
    expect(draft.draft).toMatch(/^Привіт, Олено!/);
    expect(draft.draft).toContain("Зможу глянути на договір [коли?].");
    const meet = await familiar("Ти будеш у місті?", { purpose: "Домовитися про зустріч" });
    expect(meet.draft).toContain("Який день і час тобі зручні?");
    const asked = await familiar("Ти будеш у місті?", { key_points: ["запитати, чи їм це зручно"] });
    expect(asked.draft).toContain("Скажи, будь ласка, чи тобі це зручно?");
  });

  test("and who says “ви” is not", async () => {
    const draft = await familiar("Коли зможете глянути на договір?", { purpose: "Домовитися про зустріч" });
    expect(draft.draft).toMatch(/^Вітаю, Олено!/);
    expect(draft.draft).toContain("Який день і час вам зручні?");
  });
});
