import { context, emailDraft } from "@sidenote/contract/context";
import { drafts } from "@sidenote/contract/drafts";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { ADA, MARTA, offerDrafted } from "../../testing/builtin-drafts.ts";
import { importMail, mail, mbox } from "../../testing/factories.ts";
import { type FakeModel, startFakeModel } from "../../testing/fake-model.ts";
import { createWorld, type World } from "../../testing/world.ts";

let world: World;
let fake: FakeModel;
beforeAll(async () => {
  fake = await startFakeModel();
  world = await createWorld({ env: { LLM_BASE_URL: fake.baseUrl, LLM_MODEL: "fake-1", LLM_SILENCE_SECONDS: "1" } });
});
afterAll(async () => {
  await world.close();
  await fake.close();
});
afterEach(() => fake.behave({ says: "Yes." }));

const drafted = (asks?: string) => offerDrafted(world, asks);

describe("short replies", () => {
  const replies = async (asks: string, more: object = { builtin: true }) => {
    const { ada, contact_id } = await drafted(asks);
    return ada.api(drafts.replies, { contact_id, ...more });
  };
  const gist = ({ replies: all }: Awaited<ReturnType<typeof replies>>) =>
    all.map((one) => `${one.label}: ${one.draft.split("\n\n")[1]}`);

  test.each([
    [
      "How much is the deposit?",
      [
        "Answer: As I wrote on 2 February, the deposit is SEK 9,000.",
        "Later: Thank you for your mail. May I come back to you on this?",
        "Ask back: Could you tell me a little more about what you need?",
      ],
    ],
    [
      "Would Thursday at 10:00 suit you?",
      [
        "It suits: Thank you, Thursday at 10:00 suits me.",
        "It does not: Unfortunately Thursday at 10:00 does not suit me. Which other day and time would suit you?",
        "Later: Thank you for your mail. May I come back to you on this?",
      ],
    ],
    [
      "Does Thursday at 10:00 or Friday at 14:30 suit you?",
      [
        "Thursday at 10:00: Thank you, Thursday at 10:00 suits me.",
        "Friday at 14:30: Thank you, Friday at 14:30 suits me.",
        "It does not: Unfortunately neither Thursday at 10:00 nor Friday at 14:30 suits me. Which other day and time would suit you?",
      ],
    ],
    [
      "Can we move our call from Wednesday to Friday at 11?",
      [
        "It suits: Thank you, Friday at 11 suits me.",
        "It does not: Unfortunately Friday at 11 does not suit me. Which other day and time would suit you?",
        "Later: Thank you for your mail. May I come back to you on this?",
      ],
    ],
    [
      "Could you introduce me to your colleague in Bergen?",
      [
        "Yes: Yes, I will do that.",
        "No: Unfortunately that is not possible.",
        "Later: Thank you for your mail. May I come back to you on this?",
      ],
    ],
    [
      "Could you send me your price list?",
      [
        "Send it: As you asked, please find our price list attached.",
        "Later: Thank you for your mail. May I come back to you on this?",
        "No: Unfortunately this is not possible at the moment.",
      ],
    ],
    [
      "Do you have a safety certificate?",
      [
        "Yes: Yes, we have a safety certificate.",
        "No: Unfortunately we do not have a safety certificate.",
        "Later: Thank you for your mail. May I come back to you on this?",
      ],
    ],
    [
      "Is there anything we should prepare?",
      [
        "Answer: You should prepare [what, if anything?].",
        "Nothing: Thank you for asking, there is nothing at the moment.",
        "Later: Thank you for your mail. May I come back to you on this?",
      ],
    ],
    [
      "I will send you the signed contract by Friday.",
      [
        "Thank: Thank you, that is good to know.",
        "Look forward: Thank you, I look forward to it.",
        "Later: Thank you for your mail. May I come back to you on this?",
      ],
    ],
    [
      "The trucks are back in the yard.",
      [
        "Thank: Thank you, that is good to know.",
        "Agree: Thank you, I agree.",
        "Later: Thank you for your mail. May I come back to you on this?",
      ],
    ],
  ])("to “%s” there are three, whole, with their source", async (asks, expected) => {
    const answer = await replies(asks);
    expect(gist(answer)).toEqual(expected);
    for (const one of answer.replies) expect(one.draft).toMatch(/^Hi Marta,[\s\S]*Best regards,\nAda$/);
    expect(answer.replies[0]!.statements[1]!.sources.length).toBeGreaterThan(0);
  });

  test("a model's stand where they hold, and the builtin's in the place of those that do not", async () => {
    fake.behave({
      says: "1. The deposit is SEK 9,000 [1].\n2. The deposit is SEK 7,000.\n3. Zog will call you on 5 March.",
    });
    const answer = await replies("How much is the deposit?", {});
    expect(answer.model_used).toBe("fake-1");
    expect(gist(answer)[0]).toBe("Answer: The deposit is SEK 9,000.");
    expect(answer.replies).toHaveLength(3);
    expect(JSON.stringify(answer)).not.toMatch(/7,000|Zog|5 March/);
  });
});

describe("a model's short replies", () => {
  const replies = async (asks: string, says: string, more: object = {}) => {
    const { ada, contact_id } = await drafted(asks);
    fake.behave({ says });
    const { replies: all } = await ada.api(drafts.replies, { contact_id, ...more });
    return all.map((one) => `${one.label}: ${one.draft.split("\n\n")[1]}`);
  };
  const LATER = "3. Can I get back to you soon?";

  test("are called by what they were asked to say, and stand where the built-in writer says the same", async () => {
    expect(await replies("Could you send me your price list?", LATER)).toEqual([
      "Send it: As you asked, please find our price list attached.",
      "Later: Can I get back to you soon?",
      "No: Unfortunately this is not possible at the moment.",
    ]);
    expect(await replies("Would Thursday at 10:00 suit you?", `2. Which other time would suit you?\n${LATER}`)).toEqual(
      [
        "It suits: Thank you, Thursday at 10:00 suits me.",
        "No: Which other time would suit you?",
        "Later: Can I get back to you soon?",
      ],
    );
    expect(await replies("The trucks are back in the yard.", "1. Thank you very much!")).toEqual([
      "Thank: Thank you, that is good to know.",
      "Agree: Thank you very much!",
      "Later: Thank you for your mail. May I come back to you on this?",
    ]);
  });

  test("are asked for in the language that was named", async () => {
    await replies("How much is the deposit?", LATER, { language: "de" });
    expect(fake.requests.at(-1)!.body.messages![1]!.content).toContain("in the language “de”");
  });

  test("are not asked for where the last mail is the member's own", async () => {
    const ada = await world.person();
    await importMail(world, ada, mbox(mail({ from: ADA, to: MARTA, text: "Is Thursday fine?" })));
    const { id } = (await ada.api(context.get, { address: MARTA })).contact!;
    fake.behave({ says: LATER });
    const { model_used, replies: all } = await ada.api(drafts.replies, { contact_id: id });
    expect([model_used, all[0]?.label]).toEqual(["builtin", "Remind"]);
  });
});

describe("subject lines", () => {
  test("are made of the thread's and the draft's own words", async () => {
    const { ada, contact_id, draft } = await drafted();
    const { subjects } = await ada.api(drafts.subjects, { contact_id, draft: draft.draft, builtin: true });
    expect(subjects).toEqual(["Re: Offer", "The deposit is SEK 9,000", "Your question: Offer"]);
  });

  test("are no two that say the same, and none that any mail could have", async () => {
    const { ada, contact_id } = await drafted("Could you join us in Rotterdam?");
    const wish = { purpose: "Decline", key_points: ["offer a call instead"] };
    const { draft } = await ada.api(emailDraft, { contact_id, builtin: true, ...wish });
    const { subjects } = await ada.api(drafts.subjects, { contact_id, draft, purpose: "Decline", builtin: true });
    expect(subjects).toEqual(["Re: Offer", "A call instead"]);
  });

  test("never are the name of who signs without a closing", async () => {
    const ada = await world.person();
    const draft = "Hello,\n\nWe have moved.\n\nNora";
    const input = { screen: { address: MARTA, messages: [] }, draft, purpose: "Write", builtin: true };
    expect((await ada.api(drafts.subjects, input)).subjects).toEqual(["We have moved"]);
  });

  test("of a mail of its own come from what it is for", async () => {
    const ada = await world.person();
    const screen = { address: MARTA, messages: [] };
    const input = {
      screen,
      draft: "Hello,\n\nWe have moved.\n\nBest,\nAda",
      purpose: "Follow up on the site visit",
      builtin: true,
    };
    expect((await ada.api(drafts.subjects, input)).subjects).toEqual(["Site visit", "We have moved"]);
  });

  test("of a model have no figure or name that the draft has not", async () => {
    const { ada, contact_id, draft } = await drafted();
    fake.behave({ says: "1. Deposit of SEK 9,000\n2. Deposit of SEK 4,000\n3. For Jonas Wexell" });
    const { subjects } = await ada.api(drafts.subjects, { contact_id, draft: draft.draft });
    expect(subjects[0]).toBe("Deposit of SEK 9,000");
    expect(subjects.join()).not.toMatch(/4,000|Wexell/);
  });
});

test("a day of another year ends no sentence with two full stops in Ukrainian", async () => {
  const ada = await world.person();
  const own = mail({
    from: "Ada Berg <ada@fjordkyl.example>",
    to: "marta@nordfrakt.example",
    date: "Tue, 18 Nov 2025 09:00:00 +0000",
    text: "The price is SEK 9,000 a month.",
  });
  await importMail(world, ada, mbox(own));
  const { id } = (await ada.api(context.get, { address: "marta@nordfrakt.example" })).contact!;
  const { replies } = await ada.api(drafts.replies, { contact_id: id, language: "uk", builtin: true });
  expect(replies[0]!.draft).toContain("18 листопада 2025 року");
  expect(replies.map((one) => one.draft).join("\n")).not.toContain("..");
});
