import { contacts } from "@sidenote/contract/contacts";
import { emailDraft } from "@sidenote/contract/context";
import { model } from "@sidenote/contract/model";
import { system } from "@sidenote/contract/system";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createWorld, type Person, type World } from "../../testing/world.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const KEY = "sk-of-the-provider";
const connect = (admin: Person) =>
  admin.api(model.update, { version: 0, baseUrl: "http://127.0.0.1:9/v1", model: "small-1", apiKey: KEY });

test("an admin connects a model for everybody in the organization, and nobody is ever given its key", async () => {
  const ada = await world.person();
  expect(await connect(ada)).toMatchObject({ model: "small-1", hasKey: true, local: true, version: 1 });
  const agent = await world.colleague(ada);
  const seen = await agent.api(model.get, {});
  expect(seen).toMatchObject({ baseUrl: "http://127.0.0.1:9/v1", hasKey: true, sendUnmasked: false });
  expect(JSON.stringify([seen, await ada.api(system.audit, {})])).not.toContain(KEY);
  expect(await world.everywhere(KEY)).toEqual([]);
});

test("a key is kept while other things change, and goes when it is taken away", async () => {
  const ada = await world.person();
  await connect(ada);
  expect(await ada.api(model.update, { version: 1, model: "small-2" })).toMatchObject({ hasKey: true });
  expect(await ada.api(model.update, { version: 2, apiKey: null })).toMatchObject({ model: "small-2", hasKey: false });
});

test("a key is never sent to another server than the one that it was given for", async () => {
  const ada = await world.person();
  await connect(ada);
  const same = await ada.api(model.update, { version: 1, baseUrl: "http://127.0.0.1:9/v2" });
  expect(same).toMatchObject({ hasKey: true });
  const other = await ada.api(model.update, { version: 2, baseUrl: "http://127.0.0.1:10/v1" });
  expect(other).toMatchObject({ baseUrl: "http://127.0.0.1:10/v1", hasKey: false });
  const both = { version: 3, baseUrl: "http://127.0.0.1:11/v1", apiKey: "sk-another" };
  expect(await ada.api(model.update, both)).toMatchObject({ hasKey: true });
});

test("that mail may go out unmasked is said of one server, and of another anew", async () => {
  const ada = await world.person();
  await connect(ada);
  expect(await ada.api(model.update, { version: 1, sendUnmasked: true })).toMatchObject({ sendUnmasked: true });
  const same = await ada.api(model.update, { version: 2, baseUrl: "http://127.0.0.1:9/v2", model: "small-2" });
  expect(same).toMatchObject({ sendUnmasked: true });
  const other = await ada.api(model.update, { version: 3, baseUrl: "https://models.example/v1" });
  expect(other).toMatchObject({ sendUnmasked: false });
});

test("that mail may go out unmasked to the server that the environment names holds for no other that it names later", async () => {
  const elsewhere = await createWorld({ env: { LLM_BASE_URL: "http://203.0.113.9/v1", LLM_SILENCE_SECONDS: "0.3" } });
  const ada = await elsewhere.person();
  expect(await ada.api(model.update, { version: 0, sendUnmasked: true })).toMatchObject({ sendUnmasked: true });
  Object.assign(elsewhere.app.config, { llm: { baseUrl: "http://203.0.113.10/v1" } });
  expect(await ada.api(model.get, {})).toMatchObject({ baseUrl: "http://203.0.113.10/v1", sendUnmasked: false });
  const refused = { ok: false, message: expect.stringContaining("not on this machine or network") };
  expect(await ada.api(model.test, {})).toMatchObject(refused);
  Object.assign(elsewhere.app.config, { llm: { baseUrl: "http://203.0.113.9/v2" } });
  expect(await ada.api(model.get, {})).toMatchObject({ sendUnmasked: true });
  await elsewhere.close();
});

test("a stale change is refused with the current settings and without the key that came with it", async () => {
  const ada = await world.person();
  await connect(ada);
  const refused = ada.api(model.update, { version: 0, apiKey: "sk-another" });
  await expect(refused).rejects.toMatchObject({
    body: { code: "conflict", current: { model: "small-1", version: 1 } },
  });
  expect(JSON.stringify(await refused.catch((error: { body: unknown }) => error.body))).not.toContain("sk-another");
});

test.each(["agent", "manager"] as const)("no %s connects a model or has it tested", async (role) => {
  const ada = await world.person();
  const member = await world.colleague(ada, role);
  for (const call of [() => member.api(model.update, { version: 0, model: "mine" }), () => member.api(model.test, {})])
    await expect(call()).rejects.toMatchObject({ body: { code: "forbidden" } });
  expect(await ada.api(model.get, {})).toMatchObject({ model: null, version: 0 });
});

test("another organization has nothing of a model that is connected", async () => {
  await connect(await world.person());
  const stranger = await world.person();
  expect(await stranger.api(model.get, {})).toMatchObject({ baseUrl: null, model: null, hasKey: false, version: 0 });
  expect(await stranger.api(model.test, {})).toMatchObject({ ok: false, message: "No model is connected" });
});

test("a model that does not answer its test says why", async () => {
  const ada = await world.person();
  await connect(ada);
  const said = await ada.api(model.test, {});
  expect(said).toMatchObject({ ok: false });
  expect(said.message).toContain("nothing answers at its address");
});

test("a member's calls are in their own ledger, and in no colleague's, admin's or stranger's", async () => {
  const ada = await world.person();
  const { id } = await ada.api(contacts.create, { name: "Marta Lindqvist", addresses: ["marta@nordfrakt.example"] });
  await ada.api(emailDraft, { contact_id: id, purpose: "ask how she is" });
  expect((await ada.api(model.interactions, {})).items).toMatchObject([
    { task: "draft", model: "builtin", outcome: "ok" },
  ]);
  for (const other of [await world.colleague(ada), await world.colleague(ada, "admin"), await world.person()])
    expect((await other.api(model.interactions, {})).items).toEqual([]);
});
