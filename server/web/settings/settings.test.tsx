import { access } from "@sidenote/contract/access";
import { type ModelSettings, model } from "@sidenote/contract/model";
import { idOf } from "@sidenote/panel/testing/canned";
import { noModel } from "@sidenote/panel/testing/server";
import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { fakeWeb } from "../testing/fake-web.ts";
import { open } from "../testing/render.tsx";
import { ModelSection } from "./ModelSection.tsx";
import { DevicesSection, KeysSection } from "./TokenSections.tsx";

const none: ModelSettings = { ...noModel, version: 3 };
const remote: ModelSettings = {
  ...none,
  baseUrl: "https://models.example/v1",
  model: "big",
  hasKey: true,
  local: false,
};

test("a model is connected with its key, which is never shown again", async () => {
  const client = fakeWeb()
    .answer(model.get, none)
    .answer(model.update, { ...remote, version: 4 });
  const { user } = open(<ModelSection admin />, client);
  await user.type(await screen.findByRole("textbox", { name: /Base URL/ }), "https://models.example/v1");
  await user.type(screen.getByRole("textbox", { name: "Model" }), "big");
  await user.type(screen.getByLabelText("Key"), "secret");
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect(client.asked(model.update)).toEqual([
    { version: 3, baseUrl: "https://models.example/v1", model: "big", apiKey: "secret" },
  ]);
});

test("a model elsewhere is said to be elsewhere, and mail goes to it only after a tick that says what it means", async () => {
  const client = fakeWeb().answer(model.get, remote).answer(model.update, remote);
  const { user } = open(<ModelSection admin />, client);
  expect(await screen.findByText(/what is sent to it leaves this machine/)).toBeVisible();
  const tick = screen.getByRole("checkbox", { name: /Send mail unmasked.*its provider can read it/ });
  expect(tick).not.toBeChecked();
  await user.click(tick);
  expect(client.asked(model.update)).toEqual([{ version: 3, sendUnmasked: true }]);
});

test("a model that was set where the server was started can only be looked at", async () => {
  open(<ModelSection admin />, fakeWeb().answer(model.get, { ...remote, fromEnvironment: true }));
  expect(await screen.findByText(/can only be changed there/)).toBeVisible();
  expect(screen.queryByRole("textbox")).toBeNull();
});

test("who is no admin sees the model and changes nothing", async () => {
  open(<ModelSection admin={false} />, fakeWeb().answer(model.get, remote));
  expect(await screen.findByText("An admin can change this.")).toBeVisible();
  expect(screen.queryByRole("checkbox")).toBeNull();
});

const token = {
  id: idOf("tok", 1),
  kind: "device" as const,
  name: "Chrome",
  scopes: ["contacts:read" as const],
  createdAt: "2026-11-01T09:00:00.000Z",
  lastUsedAt: null,
  expiresAt: null,
};

test("a key's value is shown once and can be made with fewer rights", async () => {
  const client = fakeWeb()
    .answer(access.tokens, { items: [] })
    .answer(access.createKey, (input) => ({
      ...token,
      kind: "key" as const,
      name: input.name,
      scopes: input.scopes ?? [],
      value: "sk_shown_once",
    }));
  const { user } = open(<KeysSection />, client);
  await user.click(await screen.findByRole("button", { name: "New key" }));
  await user.type(screen.getByRole("textbox", { name: "What it is for" }), "backup");
  await user.click(screen.getByRole("checkbox", { name: /Read notes, calls/ }));
  await user.click(screen.getByRole("button", { name: "Make the key" }));
  expect(await screen.findByText("sk_shown_once")).toBeVisible();
  expect(client.asked(access.createKey)[0]!.scopes).not.toContain("activities:read");
  await user.click(screen.getByRole("button", { name: "I have it" }));
  expect(screen.queryByText("sk_shown_once")).toBeNull();
});

test("a device is unpaired with one press", async () => {
  const client = fakeWeb()
    .answer(access.tokens, { items: [token] })
    .answer(access.revoke, {});
  const { user } = open(<DevicesSection />, client);
  await user.click(await screen.findByRole("button", { name: "Unpair" }));
  expect(client.asked(access.revoke)).toEqual([{ id: token.id }]);
  expect(await screen.findByText("Chrome is unpaired")).toBeVisible();
});
