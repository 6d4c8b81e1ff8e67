import { context, emailDraft } from "@sidenote/contract/context";
import { model } from "@sidenote/contract/model";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { importMail, mail, mbox } from "../../server/testing/factories.ts";
import { chunk, type FakeModel, startFakeModel } from "../../server/testing/fake-model.ts";
import { createWorld, type Person, type World } from "../../server/testing/world.ts";

/** How long a model may be silent here; a draft has to stand there soon after. */
const SILENCE_SECONDS = 1;
/** A machine that is busy with other tests needs a while for the builtin draft itself. */
const IN_TIME_MS = 8000;

let world: World;
let fake: FakeModel;
beforeAll(async () => {
  fake = await startFakeModel();
  world = await createWorld({
    env: { LLM_BASE_URL: fake.baseUrl, LLM_MODEL: "fake-1", LLM_SILENCE_SECONDS: String(SILENCE_SECONDS) },
  });
});
afterAll(async () => {
  await world.close();
  await fake.close();
});
afterEach(() => fake.behave({ says: "Yes." }));

async function askedByMarta(at: World = world): Promise<Person> {
  const ada = await at.person();
  await importMail(at, ada, mbox(mail({ text: "Hi Ada,\n\nwhen can we visit?\n\nBest regards\nMarta" })));
  return ada;
}

async function drafted(ada: Person) {
  const { contact } = await ada.api(context.get, { address: "marta@nordfrakt.example" });
  const began = performance.now();
  const draft = await ada.api(emailDraft, { contact_id: contact!.id });
  return { ...draft, tookMs: performance.now() - began };
}

const streamed = (raw: string) => ({ raw, type: "text/event-stream" });

test.each<[string, Parameters<FakeModel["behave"]>[0], RegExp]>([
  ["a refused key", { status: 401 }, /refused the key\. An admin/],
  ["a forbidden key", { status: 403 }, /refused the key\. An admin/],
  ["too many requests", { status: 429 }, /too many requests.*Try again in a while$/],
  [
    "too many requests for longer than anybody waits",
    { status: 429, headers: { "retry-after": "60" } },
    /too many requests.* and asks to wait 60 s$/,
  ],
  ["too many requests, again and again", { status: 429, headers: { "retry-after": "0" } }, /too many requests/],
  ["an error of its own", { status: 500, body: "oops" }, /a fault of its own just now \(500\)/],
  ["silence", { silent: "before" }, /did not answer within 1 s/],
  ["silence between two words", { silent: "between" }, /fell silent in the middle/],
  ["half a stream", { breaksOffAfter: "The price is" }, /stopped in the middle/],
  ["an end without an end", { ends: "The price is", without: "finish" }, /stopped in the middle/],
  ["a web page", { raw: "<html>hello</html>" }, /answered nothing|no answer/],
  ["a stream that is not JSON", streamed("data: {oops\n\n"), /something that is no answer/],
  ["JSON that is no answer", streamed('data: {"hello": [1, 2]}\n\ndata: [DONE]\n\n'), /answered nothing|no answer/],
  [
    "a redirect elsewhere",
    { redirectsTo: "http://203.0.113.9/v1/chat/completions" },
    /no answer|could not be reached|redirect/,
  ],
  ["a status that no answer has", { status: 999 }, /no answer/],
  ["a status that says that there are no words", { status: 205 }, /no answer/],
  ["another protocol", { status: 101, headers: { connection: "upgrade", upgrade: "x" } }, /no answer/],
  ["pieces in which nothing is said", { repeats: chunk({ content: "" }), everyMs: 50 }, /did not answer within 1 s/],
  ["a line that does not end", { repeats: "data: ".padEnd(60_000, "x"), everyMs: 0 }, /no answer/],
  ["an error that does not end", { repeats: "x".repeat(60_000), everyMs: 0, status: 500 }, /a fault of its own/],
  ["nothing but inventions", { says: "Zog is 77." }, /nothing that the sources bear out/],
])("%s ends in time in a builtin draft with the reason", async (_, behaviour, reason) => {
  const ada = await askedByMarta();
  fake.behave(behaviour);
  const draft = await drafted(ada);
  expect(draft).toMatchObject({ model_used: "builtin", fallback_reason: expect.stringMatching(reason) });
  expect(draft.draft).toContain("Thank you for your mail of 2 February.");
  expect(draft.tookMs).toBeLessThan(IN_TIME_MS);
  expect((await ada.api(model.interactions, {})).items[0]).toMatchObject({ outcome: "fell_back", model: "fake-1" });
});

test.each([
  ["in seconds", { "retry-after": "0" }],
  ["in milliseconds", { "retry-after-ms": "80" }],
  ["by a time that has come", { "retry-after": "Mon, 02 Feb 2026 09:00:00 GMT" }],
])("a provider that asks to wait a moment (%s) is asked once more, and writes", async (_, headers) => {
  const ada = await askedByMarta();
  const before = fake.requests.length;
  fake.behave({ status: 429, headers }, { says: "Thank you for asking." });
  expect(await drafted(ada)).toMatchObject({ model_used: "fake-1", fallback_reason: null });
  expect(fake.requests.length - before).toBe(2);
});

test("an answer that comes to no end is ended", async () => {
  const hasty = await createWorld({
    env: { LLM_BASE_URL: fake.baseUrl, LLM_MODEL: "fake-1", LLM_SILENCE_SECONDS: "0.2" },
  });
  fake.behave({ repeats: chunk({ content: "a" }), everyMs: 50 });
  const draft = await drafted(await askedByMarta(hasty));
  expect(draft).toMatchObject({ model_used: "builtin", fallback_reason: expect.stringMatching(/came to no end/) });
  await hasty.close();
});

test.each([
  ["below nothing", { prompt_tokens: -5, completion_tokens: 3 }],
  ["beyond what is counted", { prompt_tokens: 11, completion_tokens: 1e30 }],
  ["in words", { prompt_tokens: "many", completion_tokens: 3 }],
])("what a provider counts %s is estimated instead, and its draft stands", async (_, usage) => {
  const ada = await askedByMarta();
  const end = `data: ${JSON.stringify({ choices: [], usage })}\n\ndata: [DONE]\n\n`;
  fake.behave(streamed(chunk({ content: "Thank you for asking." }) + chunk({}, "stop") + end));
  expect(await drafted(ada)).toMatchObject({ model_used: "fake-1", fallback_reason: null });
  const [row] = (await ada.api(model.interactions, {})).items;
  expect(row!.tokens.input).toBeGreaterThan(11);
  expect(row!.tokens.output).toBeLessThan(100);
});

test("a wait that does not fit into the time of a draft is not begun", async () => {
  const ada = await askedByMarta();
  const before = fake.requests.length;
  fake.behave({ status: 429, headers: { "retry-after": "60" } }, { says: "Thank you for asking." });
  expect(await drafted(ada)).toMatchObject({ model_used: "builtin" });
  expect(fake.requests.length - before).toBe(1);
});

test("a server that is not there ends in a builtin draft with the reason", async () => {
  const away = await createWorld({ env: { LLM_BASE_URL: "http://127.0.0.1:9/v1" } });
  expect(await drafted(await askedByMarta(away))).toMatchObject({
    model_used: "builtin",
    // In words: what happened, what to do, and no word of the system's.
    fallback_reason: expect.stringMatching(/could not be reached: nothing answers at its address\. Is it running\?$/),
  });
  await away.close();
});
