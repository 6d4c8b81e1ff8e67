import { context, DraftEvent, emailDraft } from "@sidenote/contract/context";
import { createParser } from "eventsource-parser";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { importMail, mail, mbox } from "../../testing/factories.ts";
import { type FakeModel, startFakeModel } from "../../testing/fake-model.ts";
import { createWorld, type Person, type World } from "../../testing/world.ts";

let world: World;
let fake: FakeModel;
let ada: Person;
let contact_id: `con_${string}`;
beforeAll(async () => {
  fake = await startFakeModel();
  world = await createWorld({ env: { LLM_BASE_URL: fake.baseUrl, LLM_SILENCE_SECONDS: "0.5" } });
  ada = await world.person();
  const mine = mail({
    id: "<1@x>",
    subject: "Room",
    from: "Ada Berg <ada@fjordkyl.example>",
    to: "marta@nordfrakt.example",
    date: "Mon, 2 Feb 2026 09:00:00 +0000",
    text: "Hi Marta,\n\nthe price is 1,200 EUR a month over 36 months. The deposit is 900 EUR.\n\nAda",
  });
  const theirs = mail({
    id: "<2@x>",
    inReplyTo: "<1@x>",
    subject: "Re: Room",
    date: "Thu, 26 Feb 2026 15:20:00 +0000",
    text: "Hi Ada,\n\nwhat was the price over 36 months again? And where do we park on site?\n\nBest regards\nMarta",
  });
  await importMail(world, ada, mbox(mine, theirs));
  const found = await ada.api(context.get, { address: "marta@nordfrakt.example" });
  contact_id = found.contact!.id as `con_${string}`;
});
afterAll(async () => {
  await world.close();
  await fake.close();
});
afterEach(() => fake.behave({ says: "Yes." }));

const PRICE = "The price is 1,200 EUR a month over 36 months.";
const SEEN = `Hi Marta,\n\n${PRICE}`;

/** Goes on, and gives what came on the way and what it became. */
async function goOn(seen: string, more: { builtin?: boolean; key_points?: string[] } = {}) {
  const response = await world.fetch(emailDraft.path, {
    method: "POST",
    headers: { ...ada.headers, accept: "text/event-stream", "content-type": "application/json" },
    body: JSON.stringify({ contact_id, seen, ...more }),
  });
  const events: DraftEvent[] = [];
  const parser = createParser({ onEvent: ({ data }) => events.push(DraftEvent.parse(JSON.parse(data))) });
  parser.feed(await response.text());
  const restart = events.findLastIndex((event) => event.type === "restart");
  const came = events
    .slice(restart + 1)
    .flatMap((event) => (event.type === "text" ? [event.text] : []))
    .join("");
  const last = events.at(-1)!;
  if (last.type !== "done") throw new Error("The stream did not come to its end");
  return { came, restart, ...last.result };
}

test("a model goes on behind what was seen, says none of it again, and invents no more than in a first draft", async () => {
  fake.behave({
    says: "Hi Marta,\n\nThe price is 1,200 EUR a month over 36 months [1]. A month is 1,200 EUR in price [1]. The deposit is 900 EUR [1]. The freight is 77 EUR.\n\nBest,\nZeno",
    chunk: 7,
  });
  const { came, draft, statements, model_used } = await goOn(SEEN);
  expect(draft).toBe(`${SEEN}\n\nThe deposit is 900 EUR.\n\nBest regards,\nAda`);
  expect(SEEN + came).toBe(draft);
  expect(model_used).toBe("fake-1");
  for (const said of [PRICE, "The deposit is 900 EUR."])
    expect(statements.find(({ text }) => text === said)?.sources).toHaveLength(1);
  expect(fake.requests.at(-1)!.body.messages![1]!.content).toContain(`<draft>\n${SEEN}\n</draft>`);
});

test("what the member wrote into it meanwhile stays to the letter and is nobody else's statement", async () => {
  fake.behave({ says: "The deposit is 900 EUR [1]." });
  const seen = `${SEEN} Lars sends  his best!\n- and a list`;
  const { draft, statements } = await goOn(seen);
  expect(draft.startsWith(`${seen}\n\nThe deposit is 900 EUR.`)).toBe(true);
  expect(statements.some(({ text }) => /Lars|list/.test(text))).toBe(false);
});

test("the built-in writer comes to the same draft as without a loss, wherever that was", async () => {
  const { draft, statements } = await ada.api(emailDraft, { contact_id, builtin: true });
  for (const end of statements.map(({ text }) => draft.indexOf(text) + text.length)) {
    const seen = draft.slice(0, end);
    const again = await goOn(seen, { builtin: true });
    expect(again.draft).toBe(draft);
    expect(seen + again.came).toBe(draft);
    expect(again.statements).toEqual(statements);
  }
});

test("a model that fails again leaves what was seen, and the built-in writer goes on behind it", async () => {
  fake.behave({ breaksOffAfter: "The deposit is 900 EUR [1]. The" });
  const { came, draft, restart, model_used, fallback_reason } = await goOn(SEEN);
  expect(restart).toBeGreaterThanOrEqual(0);
  expect(model_used).toBe("builtin");
  expect(fallback_reason).toContain("stopped in the middle");
  expect(draft.startsWith(SEEN)).toBe(true);
  expect(draft.match(/1,200 EUR/g)).toHaveLength(1);
  expect(SEEN + came).toBe(draft);
});

test("where only the end of the stream was lost nobody is asked and nothing is added, and a model that has nothing to add has not failed", async () => {
  const whole = `${SEEN}\n\nBest regards,\nAda`;
  fake.behave({ says: "The deposit is 900 EUR [1]." });
  const asked = fake.requests.length;
  const left = { model_used: "builtin", fallback_reason: null, left_machine: false };
  expect(await goOn(whole)).toMatchObject({ came: "", draft: whole, ...left });
  expect(fake.requests).toHaveLength(asked);
  fake.behave({ says: "Nothing is missing." });
  expect(await goOn(SEEN)).toMatchObject({ draft: whole, model_used: "fake-1", fallback_reason: null });
});
