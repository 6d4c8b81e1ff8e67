import { context, emailDraft } from "@sidenote/contract/context";
import { model } from "@sidenote/contract/model";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { importMail, mail, mbox } from "../../testing/factories.ts";
import { type FakeModel, startFakeModel } from "../../testing/fake-model.ts";
import { createWorld, type Person, type World } from "../../testing/world.ts";

let world: World;
let fake: FakeModel;
beforeAll(async () => {
  fake = await startFakeModel();
  world = await createWorld({ env: { LLM_BASE_URL: fake.baseUrl, LLM_SILENCE_SECONDS: "20" } });
});
afterAll(async () => {
  await world.close();
  await fake.close();
});
afterEach(() => fake.behave({ says: "Yes." }));

const last = async (person: Person) => (await person.api(model.interactions, {})).items[0];

async function askedByMarta(): Promise<{ ada: Person; contact_id: `cnt_${string}` }> {
  const ada = await world.person();
  await importMail(world, ada, mbox(mail({ text: "Hi Ada,\n\nwhen can we visit?\n\nMarta" })));
  return { ada, contact_id: (await ada.api(context.get, { address: "marta@nordfrakt.example" })).contact!.id };
}

test("a draft that is cancelled half way is booked with the model that was asked and what it had been told", async () => {
  const { ada, contact_id } = await askedByMarta();
  fake.behave({ silent: "between" });
  const response = await world.fetch(emailDraft.path, {
    method: "POST",
    headers: { ...ada.headers, accept: "text/event-stream", "content-type": "application/json" },
    body: JSON.stringify({ contact_id }),
  });
  const reader = response.body!.getReader();
  // What it may rest on is told before its first word.
  for (let told = ""; !/"text":"[^"]/.test(told); ) {
    const { value, done } = await reader.read();
    if (done) throw new Error("It ended before its first word");
    told += new TextDecoder().decode(value);
  }
  await reader.cancel();
  await expect.poll(() => last(ada)).toMatchObject({ outcome: "cancelled", model: "fake-1" });
  expect((await last(ada))!.tokens.input).toBeGreaterThan(100);
});

test("a call that fell back is booked with the model that was asked", async () => {
  const { ada, contact_id } = await askedByMarta();
  fake.behave({ breaksOffAfter: "It is a pleasure. The" });
  const { model_used, tokens } = await ada.api(emailDraft, { contact_id });
  expect(model_used).toBe("builtin");
  expect(await last(ada)).toMatchObject({ outcome: "fell_back", model: "fake-1", tokens });
  expect(tokens.output).toBeGreaterThan(0);
});

test("a fault of our own while an answer is read is a fault, and not laid to the provider", async () => {
  const ada = await world.person();
  const asked = world.app.ai.ask(ada.ctx, {
    task: "test",
    prompt: { version: 1, system: "You are being tested.", user: "ready?", maxTokens: 16, temperature: 0 },
    preferBuiltin: false,
    onText() {
      throw new TypeError("ours");
    },
    accept: () => true,
    builtin: async () => "",
    onRestart: () => {},
  });
  await expect(asked).rejects.toThrow("ours");
  expect(await last(ada)).toMatchObject({ outcome: "refused", error: "TypeError", model: "fake-1" });
});

test("a model that thinks before it answers is asked once more in its own terms, writes, and is asked so from then on", async () => {
  const { ada, contact_id } = await askedByMarta();
  fake.behave({ thinks: "It is a pleasure." });
  const before = fake.requests.length;
  const draft = await ada.api(emailDraft, { contact_id });
  expect(draft).toMatchObject({ model_used: "fake-1", fallback_reason: null });
  const [first, second, ...more] = fake.requests.slice(before).filter(({ path }) => path.endsWith("completions"));
  expect(first!.body.max_tokens).toBeGreaterThan(0);
  expect(second!.body.max_completion_tokens).toBeGreaterThan(first!.body.max_tokens as number);
  expect(second!.body).not.toHaveProperty("max_tokens");
  expect(second!.body).not.toHaveProperty("temperature");
  expect(more).toEqual([]);
  const then = fake.requests.length;
  await ada.api(emailDraft, { contact_id });
  const asked = fake.requests.slice(then).filter(({ path }) => path.endsWith("completions"));
  expect(asked.map(({ body }) => "max_completion_tokens" in body)).toEqual([true]);
});

test("why a provider does not take a question is said in its own words, in one short line that no ledger keeps", async () => {
  const { ada, contact_id } = await askedByMarta();
  const message = `The model does\n\u202enot take\u0000 this. ${"Why? ".repeat(1000)}`;
  fake.behave({ status: 400, body: JSON.stringify({ error: { message } }) });
  const { fallback_reason } = await ada.api(emailDraft, { contact_id });
  expect(fallback_reason).toMatch(/would not take the question \(400\): “The model does not take this\. Why\? .*…”$/);
  expect(fallback_reason!.length).toBeLessThan(250);
  expect((await last(ada))!.error).toMatch(/would not take the question \(400\)$/);
});
