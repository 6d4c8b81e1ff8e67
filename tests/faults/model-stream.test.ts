import { context, emailDraft } from "@sidenote/contract/context";
import { afterAll, beforeAll, expect, test } from "vitest";
import { importMail, mail, mbox } from "../../server/testing/factories.ts";
import { type FakeModel, startFakeModel } from "../../server/testing/fake-model.ts";
import { createWorld, type Person, type World } from "../../server/testing/world.ts";

/** A model's answer that comes in pieces, or is cut, at each kind of place where a stream of events can be. */
const SAYS = "Каву п'ємо о 10 — the price is 1,200 EUR a month.";
const event = (delta: object, finish: string | null = null, end = "\n\n") =>
  `data: ${JSON.stringify({ id: "1", object: "chat.completion.chunk", created: 1, model: "fake-1", choices: [{ index: 0, delta, finish_reason: finish }] })}${end}`;
const stream = [
  ": hello\r\n\r\n",
  event({ role: "assistant", content: "" }, null, "\r\n\r\n"),
  event({ content: SAYS }),
  event({}, "stop"),
  "data: [DONE]\n\n",
];
const said = Buffer.from(stream.join(""));
const at = (text: string, more = 0) => said.indexOf(Buffer.from(text)) + more;

const PLACES: readonly (readonly [string, number])[] = [
  ["inside of a letter of two bytes", at("Каву", 1)],
  ["inside of a sign of three bytes", at("—", 2)],
  ["between CR and LF", at("\r\n", 1)],
  ["between the two ends of a line", at("\r\n\r\n", 2)],
  ["inside of a field's name", at('data: {"id":"1"', 2)],
  ["behind a field's colon", at('data: {"id":"1"', 5)],
  ["inside of the JSON", at("1,200", 2)],
  ["between two events", at(stream[3]!)],
  ["in front of the last word", at("data: [DONE]")],
];

let world: World;
let fake: FakeModel;
let ada: Person;
let id: string;
beforeAll(async () => {
  fake = await startFakeModel();
  world = await createWorld({ env: { LLM_BASE_URL: fake.baseUrl, LLM_MODEL: "fake-1", LLM_SILENCE_SECONDS: "5" } });
  ada = await world.person();
  const text = `Hi Ada,\n\n${SAYS}\n\nCould you confirm it?\n\nMarta`;
  await importMail(world, ada, mbox(mail({ text })));
  id = (await ada.api(context.get, { address: "marta@nordfrakt.example" })).contact!.id;
});
afterAll(async () => {
  await world.close();
  await fake.close();
});

const draft = () => ada.api(emailDraft, { contact_id: id as `cnt_${string}` });

test.each(PLACES)("an answer parted %s is read as one", async (_, place) => {
  fake.behave({ pieces: [said.subarray(0, place), said.subarray(place)], ending: "end" });
  expect(await draft()).toMatchObject({ model_used: "fake-1", fallback_reason: null });
  expect((await draft()).draft).toContain(SAYS);
});

test("an answer that comes byte by byte is read as one", async () => {
  fake.behave({ pieces: Array.from(said, (byte) => Uint8Array.of(byte)), ending: "end" });
  expect((await draft()).draft).toContain(SAYS);
});

test.each(
  PLACES.slice(0, -2).flatMap(([place, where]) =>
    (["end", "break"] as const).map((ending) => [place, where, ending] as const),
  ),
)("an answer cut %s is none, and the builtin's has nothing of it (%#)", async (_, place, ending) => {
  fake.behave({ pieces: [said.subarray(0, place)], ending });
  const { model_used, fallback_reason, draft: text } = await draft();
  expect(model_used).toBe("builtin");
  expect(fallback_reason).toMatch(/stopped in the middle|answered nothing|no answer|could not be reached/);
  expect(text).not.toContain("�");
});
