import { context, emailDraft } from "@sidenote/contract/context";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { importMail, mail, mbox } from "../../testing/factories.ts";
import { type FakeModel, startFakeModel } from "../../testing/fake-model.ts";
import { createWorld, type Person, type World } from "../../testing/world.ts";

let world: World;
let fake: FakeModel;
beforeAll(async () => {
  fake = await startFakeModel();
  world = await createWorld({ env: { LLM_BASE_URL: fake.baseUrl, LLM_SILENCE_SECONDS: "0.5" } });
});
afterAll(async () => {
  await world.close();
  await fake.close();
});
afterEach(() => fake.behave({ says: "Yes." }));

const MARTA = "marta@nordfrakt.example";
const mine = (number: number, text: string) =>
  mail({
    id: `<${number}@x>`,
    subject: `Room ${number}`,
    from: "Ada Berg <ada@fjordkyl.example>",
    to: MARTA,
    date: `Mon, ${number} Feb 2026 09:00:00 +0000`,
    text,
  });
const theirs = mail({
  id: "<30@x>",
  subject: "Yard",
  date: "Thu, 26 Feb 2026 15:20:00 +0000",
  text: "Hi Ada,\n\nthe yard has a slope of 3 percent. We expect the crew at gate 14.\n\nBest regards\nMarta",
});

async function withMails(...mails: string[]): Promise<{ ada: Person; contact_id: `con_${string}` }> {
  const ada = await world.person();
  await importMail(world, ada, mbox(...mails, theirs));
  const { contact } = await ada.api(context.get, { address: MARTA });
  return { ada, contact_id: contact!.id as `con_${string}` };
}

test("what was to be told and a model left out is told behind it, with its source, once", async () => {
  const { ada, contact_id } = await withMails(mine(2, "Hi Marta,\n\nthe deposit is 900 EUR.\n\nAda"));
  const points = { contact_id, key_points: ["Mention the slope of the yard", "Mention the deposit"] };
  fake.behave({ says: "The deposit is 900 EUR [2]. It is a pleasure." });
  const { draft, statements, model_used } = await ada.api(emailDraft, points);
  expect(model_used).toBe("fake-1");
  expect(draft.match(/900 EUR/g)).toHaveLength(1);
  expect(draft).toContain("It is a pleasure.\n\nOn 26 February you wrote: “the yard has a slope of 3 percent.”");
  expect(statements.find(({ text }) => text.includes("slope"))?.sources).toHaveLength(1);
});

test("what a model says behind its greeting in one line is kept, and the greeting stays ours", async () => {
  const { ada, contact_id } = await withMails(mine(2, "Hi Marta,\n\nthe deposit is 900 EUR.\n\nAda"));
  fake.behave({ says: "Dear Mrs Lindqvist, the deposit is 900 EUR [2]." });
  const { draft } = await ada.api(emailDraft, { contact_id });
  expect(draft).toContain("Hi Marta,\n\nThe deposit is 900 EUR.\n\n");
});

test("a model is shown the old mail and the end of the long one in which stands what is to be told", async () => {
  const long = `${"The room stays as it is and the crew knows the yard well. ".repeat(40)}\n\nThe alarm code of the gate is 5512.`;
  const many = Array.from({ length: 16 }, (_, i) => mine(i + 3, `Hi Marta,\n\nhere is plan ${i + 3}.\n\nAda`));
  const { ada, contact_id } = await withMails(mine(1, long), mine(2, "The freight is 380 EUR."), ...many);
  await ada.api(emailDraft, { contact_id, key_points: ["Mention the freight", "Mention the alarm code of the gate"] });
  const asked = fake.requests.at(-1)!.body.messages![1]!.content;
  expect(asked).toContain("The freight is 380 EUR.");
  expect(asked).toContain("The alarm code of the gate is 5512.");
});

test("a topic with a word in it that may be a verb is looked up, not said", async () => {
  const { ada, contact_id } = await withMails(mine(2, "The signed reports come by 8 May 2026."));
  const { draft } = await ada.api(emailDraft, {
    contact_id,
    key_points: ["Mention the signed reports May"],
    builtin: true,
  });
  expect(draft).toContain("8 May 2026");
  expect(draft).not.toContain("The signed reports May.");
});

test("a model reads last what is known of what is to be told, with its numbers, and no heading that it could go on with", async () => {
  const { ada, contact_id } = await withMails(mine(2, "Hi Marta,\n\nthe deposit is 900 EUR.\n\nAda"));
  await ada.api(emailDraft, { contact_id, key_points: ["Mention the deposit"] });
  const { messages } = fake.requests.at(-1)!.body;
  const asked = messages![1]!.content;
  expect(asked).toMatch(/<known>\n[^<]*the deposit is 900 EUR\. \[\d+\]\n<\/known>\n\nWrite the body now\.$/);
  expect(asked).not.toMatch(/^#/m);
  // The card of a contact says nothing that belongs into a letter.
  expect(asked).not.toMatch(/^\[\d+\] Record/m);
});

test("a greeting of a model's own in Ukrainian is left out like one in English, and one that says something is kept", async () => {
  const { ada, contact_id } = await withMails(
    mine(
      2,
      "Hi Marta,\n\nthe deposit is 900 EUR. Good morning is fine, the gate of the second hall is open for the crew.\n\nAda",
    ),
  );
  fake.behave({
    says: "Шановна Марто\nthe deposit is 900 EUR [2].\nGood morning is fine, the gate of the second hall is open for the crew [2].",
  });
  const { draft } = await ada.api(emailDraft, { contact_id });
  expect(draft).toContain("Good morning is fine, the gate of the second hall is open for the crew.");
  expect(draft).toContain("The deposit is 900 EUR.");
  expect(draft).not.toContain("Марто");
});
