import { emailDraft } from "@sidenote/contract/context";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ADA, answered, body, draftedIn, MARTA, offered } from "../../../testing/builtin-drafts.ts";
import { mail } from "../../../testing/factories.ts";
import { createWorld, type World } from "../../../testing/world.ts";
import { kindOf } from "./kinds.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const drafted = (...asked: Asked) => draftedIn(world, ...asked);
type Asked = Parameters<typeof draftedIn> extends [World, ...infer Rest] ? Rest : never;

describe("each kind of mail", () => {
  test("a follow-up comes back to the member's own mail and to what it asked", async () => {
    const draft = await drafted([offered("Hi Marta,\n\nthe offer is attached. When can you decide?\n\nAda")], {
      purpose: "Follow up",
    });
    expect(body(draft)).toBe(
      "I would like to come back to my mail of 2 February. I had asked when you can decide.\n\nIs there any news on this? I look forward to your answer.",
    );
  });

  test("an answer tells again what was told, in the words of then", async () => {
    const draft = await drafted(
      [offered("Hi Marta,\n\nThe deposit is SEK 9,000.\n\nAda"), answered("How much is the deposit?")],
      { purpose: "Answer" },
    );
    expect(body(draft)).toBe("Thank you for your mail.\n\nAs I wrote on 2 February, the deposit is SEK 9,000.");
  });

  test("an answer quotes with its day what was true of that day only", async () => {
    const draft = await drafted(
      [offered("Hi Marta,\n\nThe floor plan comes tomorrow.\n\nAda"), answered("When does the floor plan come?")],
      { purpose: "Answer" },
    );
    expect(body(draft)).toContain("On 2 February I wrote: “The floor plan comes tomorrow.”");
  });

  test("thanks are thanks, for what the member names", async () => {
    const mails = [answered("Hi Ada,\n\nthe plans are attached.\n\nMarta")];
    expect(body(await drafted(mails, { purpose: "Thank" }))).toBe("Thank you for the plans.");
    expect(body(await drafted(mails, { purpose: "Thank", key_points: ["thank for the tour"] }))).toContain(
      "Thank you for the tour.",
    );
  });

  test("scheduling asks for a time, offers the member's, or leaves theirs to be decided", async () => {
    const none = [answered("Hi Ada,\n\nlet us talk about the doors.\n\nMarta")];
    expect(body(await drafted(none, { purpose: "Schedule a meeting" }))).toContain(
      "I would like to find a time for us to meet. Which day and time would suit you?",
    );
    expect(
      body(await drafted(none, { purpose: "Schedule a meeting", key_points: ["propose 12 March at 9:00"] })),
    ).toContain("How about 12 March at 9:00?");
    const theirs = [answered("Hi Ada,\n\nwould Thursday at 10:00 suit you?\n\nMarta")];
    const draft = await drafted(theirs, { purpose: "Schedule a meeting" });
    expect(body(draft)).toContain("Thursday at 10:00 [suits or does not suit?] me.");
    expect(draft.statements.find((one) => one.text.includes("Thursday"))?.sources).toHaveLength(1);
    const free = [answered("Hi Ada,\n\nTuesday at 11:00 or Wednesday at 15:00 would work for us.\n\nMarta")];
    expect(body(await drafted(free, { purpose: "Schedule a meeting" }))).toContain(
      "[Tuesday at 11:00 or Wednesday at 15:00?] suits me.",
    );
  });

  test("a document goes with the mail that asks for it, or that the member names; which one is never guessed", async () => {
    const asked = [answered("Hi Ada,\n\ncould you send me your price list by Friday?\n\nMarta")];
    expect(body(await drafted(asked, { purpose: "Send a document" }))).toContain(
      "As you asked, please find our price list attached.",
    );
    expect(body(await drafted(asked, { purpose: "Send the floor plan" }))).toContain(
      "Please find the floor plan attached.",
    );
    const over = [answered("Hi Ada,\n\nCould you send over your questionnaire and the lease?\n\nMarta")];
    expect(body(await drafted(over, { purpose: "Send a document" }))).toContain(
      "As you asked, please find our questionnaire and the lease attached.",
    );
    const none = [answered("Hi Ada,\n\nall is well here.\n\nMarta")];
    expect(body(await drafted(none, { purpose: "Send a document" }))).toContain(
      "Please find [which document?] attached.",
    );
  });

  test("declining says no, and why where the member says why", async () => {
    const mails = [answered("Hi Ada,\n\ncould you lower the price?\n\nMarta")];
    const draft = await drafted(mails, { purpose: "Decline", key_points: ["we have no room left this year"] });
    expect(body(draft)).toBe(
      "Thank you for your mail.\n\nUnfortunately I cannot lower the price.\n\nWe have no room left this year.",
    );
  });

  test("an introduction names whom the member names, and nobody else", async () => {
    const mails = [answered("Hi Ada,\n\nall is well here.\n\nMarta")];
    expect(body(await drafted(mails, { purpose: "Introduce Nils Holm, our engineer, to Marta" }))).toBe(
      "I would like to introduce you to Nils Holm, our engineer.",
    );
    expect(body(await drafted(mails, { purpose: "Introduce" }))).toBe("I would like to introduce you to [whom?].");
  });

  test("chasing reminds of what they promised, in their words", async () => {
    const mails = [
      mail({
        id: "<0@b>",
        subject: "Offer",
        date: "Sun, 1 Feb 2026 09:00:00 +0000",
        text: "Hi Ada,\n\nI will send you the signed contract by Wednesday.\n\nMarta",
      }),
      mail({
        id: "<1@b>",
        inReplyTo: "<0@b>",
        subject: "Re: Offer",
        from: ADA,
        to: MARTA,
        date: "Mon, 2 Feb 2026 09:00:00 +0000",
        text: "Hi Marta,\n\ncould you confirm the delivery address?\n\nAda",
      }),
    ];
    const text = body(await drafted(mails, { purpose: "Chase" }));
    expect(text).toContain("I had asked you to confirm the delivery address.");
    expect(text).toContain("On 1 February you wrote: “I will send you the signed contract by Wednesday.”");
  });

  test.each([
    ["Following up", "follow-up"],
    ["Answer to a question", "answer"],
    ["Thanking", "thank"],
    ["Scheduling", "schedule"],
    ["Sending a document", "send"],
    ["Declining", "decline"],
    ["Introduction", "introduce"],
    ["Chasing", "chase"],
    ["Поквапити", "chase"],
    ["Нагадування", "chase"],
    ["Відповісти на запитання", "answer"],
    ["Подяка", "thank"],
    ["Призначити зустріч", "schedule"],
    ["Відмова", "decline"],
  ])("“%s” names its kind and nothing more", (purpose, kind) => {
    expect(kindOf(purpose, true)).toEqual({ kind, more: "" });
  });

  test("whoever promised something is reminded of it, also where they wrote last", async () => {
    const mails = [answered("Hi Ada,\n\nI will send you the signed contract by Wednesday.\n\nMarta")];
    expect(body(await drafted(mails, { purpose: "Chase" }))).toBe(
      "On 26 February you wrote: “I will send you the signed contract by Wednesday.”\n\nIs there any news on this? I look forward to your answer.",
    );
  });

  test("what they ask in a list is taken up without the marks of the list, and the document among it is the one that goes", async () => {
    const mails = [
      answered(
        "Hi Ada,\n\nthree things:\n\n- What is the warranty on the seals?\n- Is the second zone included?\n- Could you send me the data sheet again?\n\nMarta",
      ),
    ];
    const draft = await drafted(mails, { purpose: "Answer" });
    expect(body(draft)).toContain("The warranty on the seals is [warranty?].");
    expect(body(draft)).toContain("The second zone [is or is not?] included.");
    expect(body(await drafted(mails, { purpose: "Send a document" }))).toContain(
      "As you asked, please find the data sheet attached.",
    );
  });

  test("what the member says to a question is the answer to it, and nothing stays open", async () => {
    const mails = [
      answered("Hi Ada,\n\n1. What's the minimum term?\n2. Do you offer maintenance?\n3. When can we visit?\n\nMarta"),
    ];
    expect(body(await drafted(mails, { purpose: "Answer" }))).toContain("The minimum term is [minimum term?].");
    const draft = await drafted(mails, {
      purpose: "Answer",
      key_points: ["minimum term is 24 months", "we offer maintenance"],
    });
    expect(body(draft)).toBe(
      "Thank you for your mail.\n\nYou can visit [when?].\n\nThe minimum term is 24 months. We offer maintenance.",
    );
  });

  test.each([
    [
      "Please advise on the storage rate for the second hall.",
      "[Please advise on the storage rate for the second hall?]",
    ],
    ["Let me know which of the two halls is colder.", "[which of the two halls is colder?]"],
    [
      "Your thoughts on the second hall would be appreciated.",
      "[Your thoughts on the second hall would be appreciated?]",
    ],
    ["Please send the lease to our lawyer.", "I [will or cannot?] send the lease to your lawyer."],
  ])("what words fulfil waits for words, what is to be done for a yes: %s", async (ask, gap) => {
    expect(body(await drafted([answered(`Hi Ada,\n\n${ask}\n\nMarta`)], { purpose: "Answer" }))).toContain(gap);
  });

  test.each([
    ["Decline the visit politely", "Unfortunately I have to decline the visit."],
    ["ask if she has got my offer", "Could you tell me if you have got my offer?"],
    ["Congratulate her on the new hall", "Congratulations on the new hall."],
    ["write that we accept the offer", "We accept the offer."],
    ["Introduce her to Nils Holm", "I would like to introduce you to Nils Holm."],
    ["Thank her for the tour and ask for the address", "Thank you for the tour.\n\nCould you send me the address?"],
    ["напиши, що ціна 2000 євро", "Ціна 2000 євро."],
    ["Подякуй за план і попроси реквізити", "Дякую за план.\n\nНадішліть, будь ласка, реквізити."],
  ])("what is wished for is said to them: %s", async (purpose, says) => {
    expect(body(await drafted([answered("Hi Ada,\n\nall is well here.\n\nMarta")], { purpose }))).toContain(says);
  });

  test("a follow-up on what they promised calls it to mind", async () => {
    const mails = [
      offered("Hi Marta,\n\nhere is the offer.\n\nAda"),
      answered("Hi Ada,\n\nI will discuss it with our board and come back to you by Monday.\n\nMarta"),
    ];
    expect(body(await drafted(mails, { purpose: "Follow up" }))).toContain(
      "On 26 February you wrote: “I will discuss it with our board and come back to you by Monday.”",
    );
  });

  test("a word or two are the reason of a refusal, and nobody is introduced to “them”", async () => {
    const mails = [answered("Hi Ada,\n\ncould you lower the price?\n\nMarta")];
    expect(body(await drafted(mails, { purpose: "Decline", key_points: ["too expensive"] }))).toContain(
      "Unfortunately I cannot lower the price.\n\nIt is too expensive for us.",
    );
    expect(body(await drafted(mails, { purpose: "Introduce Nils Holm, our engineer, to them" }))).toBe(
      "I would like to introduce you to Nils Holm, our engineer.",
    );
  });

  test("nothing known and nothing wished leaves one blank, and invents nothing", async () => {
    const ada = await world.person();
    const draft = await ada.api(emailDraft, {
      screen: { address: "new@koelwijk.example", messages: [] },
      builtin: true,
    });
    expect(body(draft)).toBe("I am writing to you about [what?].");
  });
});

describe("a note of the member's own", () => {
  const asked = [answered("Hi Ada,\n\ncould the deposit be paid in two parts?\n\nMarta")];

  test("never answers a question by itself: it lies beside the blank", async () => {
    const note = "Deposit in two parts is fine: Lars agrees to half at signing, not more than two parts.";
    const draft = await drafted(asked, { purpose: "Answer" }, note);
    expect(draft.draft).not.toMatch(/Lars|half|signing/);
    expect(draft.for_your_eyes).toMatchObject([{ blank: "can or cannot?", source: { quote: note } }]);
  });

  test("tells again what it says they were told", async () => {
    const draft = await drafted(
      [answered("Hi Ada,\n\nhow long do the seals stay free of ice?\n\nMarta")],
      { purpose: "Answer" },
      "Told her the seals stay free of ice for six hours.",
    );
    expect(body(draft)).toContain("As I told you on 27 February, the seals stay free of ice for six hours.");
    expect(draft.for_your_eyes).toEqual([]);
  });

  test.each([
    "Price: SEK 38,000, could go down to SEK 36,000.",
    "Internal: price SEK 36,000 at least.",
    "He thinks the price of SEK 38,000 is fine.",
  ])("with a limit or an opinion in it is not told, also when its topic was asked for: %s", async (note) => {
    const draft = await drafted(asked, { purpose: "Confirm", key_points: ["Mention the price"] }, note);
    expect(draft.draft).not.toMatch(/36|38/);
    expect(draft.draft).toContain("[price?]");
    expect(draft.for_your_eyes?.map((one) => one.source.quote)).toEqual([note]);
  });

  test("that is newer than what was told keeps the old figure out of the letter", async () => {
    const draft = await drafted(
      [offered("Hi Marta,\n\nThe deposit is SEK 9,000.\n\nAda"), answered("How much is the deposit?")],
      { purpose: "Answer" },
      "The deposit is SEK 8,000 now.",
    );
    expect(draft.draft).not.toMatch(/9,000|8,000/);
    expect(draft.for_your_eyes).toHaveLength(1);
  });

  test("and what was passed on to a colleague in the same thread stays out of the letter", async () => {
    const inside = mail({
      id: "<9@b>",
      inReplyTo: "<1@b>",
      subject: "Fwd: Offer",
      from: ADA,
      to: "Lars Holm <lars@fjordkyl.example>",
      date: "Tue, 3 Feb 2026 09:00:00 +0000",
      text: "Lars,\n\nthe deposit is SEK 7,000 for them.\n\nAda",
    });
    const draft = await drafted(
      [offered("Hi Marta,\n\nhere is the offer.\n\nAda"), inside, answered("How much is the deposit?")],
      {
        purpose: "Answer",
      },
    );
    expect(draft.draft).not.toContain("7,000");
    expect(draft.for_your_eyes).toMatchObject([{ source: { quote: "the deposit is SEK 7,000 for them." } }]);
  });
});
