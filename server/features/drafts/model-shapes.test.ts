import { context, emailDraft } from "@sidenote/contract/context";
import { afterAll, beforeAll, expect, test } from "vitest";
import { importMail, mail, mbox } from "../../testing/factories.ts";
import { type FakeModel, startFakeModel } from "../../testing/fake-model.ts";
import { createWorld, type Person, type World } from "../../testing/world.ts";

let world: World;
let fake: FakeModel;
let ada: Person;
let contact_id: `con_${string}`;
const MARTA = "marta@nordfrakt.example";
beforeAll(async () => {
  fake = await startFakeModel();
  world = await createWorld({ env: { LLM_BASE_URL: fake.baseUrl, LLM_SILENCE_SECONDS: "5" } });
  ada = await world.person();
  const offer = mail({
    id: "<1@x>",
    subject: "Offer",
    from: "Ada Berg <ada@fjordkyl.example>",
    to: MARTA,
    date: "Mon, 2 Feb 2026 09:00:00 +0000",
    text: "Hi Marta,\n\nthe deposit is 900 EUR. We deliver the room on 14 April at 10:30.\n\nAda",
  });
  const theirs = mail({
    id: "<2@x>",
    subject: "Re: Offer",
    date: "Thu, 26 Feb 2026 15:20:00 +0000",
    text: "Hi Ada,\n\nour yard has a slope of 3 percent.\n\nBest regards\nMarta",
  });
  await importMail(world, ada, mbox(offer, theirs));
  contact_id = (await ada.api(context.get, { address: MARTA })).contact!.id as `con_${string}`;
});
afterAll(async () => {
  await world.close();
  await fake.close();
});

async function drafted(says: string, chunk = 7) {
  fake.behave({ says, chunk });
  return ada.api(emailDraft, { contact_id, purpose: "Answer" });
}

const BODY = "Thank you for your mail of 26 February. The deposit is 900 EUR.";
const LETTER = `Hi Marta,\n\n${BODY}\n\nBest regards,\nAda`;

test.each<[string, string]>([
  ["thoughts before it", `<think>\nThe deposit is 700 EUR, no: 900 EUR. We deliver the room.\n</think>\n\n${BODY} [1]`],
  ["thoughts whose beginning the server kept", `The user wants me to answer.</think>${BODY}`],
  ["thoughts that never end behind it", `${BODY}\n<thinking>We deliver the room on 14 April at 10:30.`],
  [
    "a word before and behind",
    `Sure! Here is the draft:\n\n${BODY}\n\nLet me know if you would like me to change the draft!`,
  ],
  [
    "a subject line and a signature",
    `Subject: Re: Offer\n\nDear Marta,\n\n${BODY}\n\nBest regards,\n[Your Name]\n[Your Position]`,
  ],
  [
    "Markdown",
    `**Subject:** Re: Offer\n\n---\n\nThank you for your mail of 26 February. The **deposit** is *900 EUR*.\n\n**Kind regards,**\nAda`,
  ],
  ["a block of code", `\`\`\`\n${BODY}\n\`\`\``],
  ["HTML", `<p>${BODY}</p><br>`],
  ["a list", "Thank you for your mail of 26 February.\n- The deposit is 900 EUR [1]"],
  ["quotation marks around it", `"${BODY}"`],
  ["curly ones", `“${BODY}”`],
  ["lines broken at a width", "Thank you for your mail\nof 26 February. The deposit is\n900 EUR [1].\n"],
  ["a greeting with a placeholder in the same line", `Hi [Name], ${BODY.replace("T", "t")}`],
  ["a closing and the name in one line", `${BODY}\n\nAll the best, Ada\nWe deliver the room on 14 April at 10:30.`],
  ["sources as facts", "Thank you for your mail of 26 February [Fact 2]. The deposit is 900 EUR (source 1)."],
  ["sources in other brackets", "Thank you for your mail of 26 February.【2】 The deposit is 900 EUR.【1†source】"],
  ["small letters", "thank you for your mail of 26 February.\nthe deposit is 900 EUR."],
  ["a placeholder for what it does not know", `${BODY} The price is [Insert Price].`],
  ["the same again and again", `${`${BODY}\n`.repeat(12)}`],
])("a mail is read out of %s", async (_, says) => {
  for (const chunk of [3, 400]) {
    const { draft, model_used } = await drafted(says, chunk);
    expect(model_used).toBe("fake-1");
    expect(draft.replace("February.\n\nThe deposit", "February. The deposit").replace(/\n\n+/g, "\n\n")).toBe(LETTER);
  }
});

test("of several sentences the one that is invented is left out, and the rest is kept", async () => {
  const { draft, model_used } = await drafted(
    "Thanks for getting back to me. The deposit is 900 EUR. I will send a discount of 12 percent tomorrow. As I mentioned in my mail of 2 February, we deliver the room on 14 April at 10:30. Please don't hesitate to reach out.",
  );
  expect(model_used).toBe("fake-1");
  expect(draft).toBe(
    "Hi Marta,\n\nThanks for getting back to me. The deposit is 900 EUR. As I mentioned in my mail of 2 February, we deliver the room on 14 April at 10:30. Please don't hesitate to reach out.\n\nBest regards,\nAda",
  );
});

test("who goes round in circles is not heard to the end: what held before stays", async () => {
  const { draft, model_used, tokens } = await drafted(
    `${`${BODY}\n\n`.repeat(9)}We deliver the room on 14 April at 10:30.`,
  );
  expect(model_used).toBe("fake-1");
  expect(draft).not.toContain("14 April");
  expect(tokens?.output).toBeGreaterThan(0);
  const lost = await drafted(`${"## What it must say\n\n".repeat(9)}${BODY}`);
  expect(lost.model_used).toBe("builtin");
});

test("a model that never comes to an end, whatever it says, is heard for a while and holds up nobody", async () => {
  for (const again of ["word ", "a", ' "', "\na "]) {
    const { draft } = await drafted(again.repeat(200_000 / again.length), 100);
    expect(draft, again).toMatch(/^Hi Marta,\n\n/);
    expect(draft.length, again).toBeLessThan(1000);
  }
});
