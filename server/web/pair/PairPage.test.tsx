import { access, PANEL_SCOPES } from "@sidenote/contract/access";
import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { fakeWeb, me } from "../testing/fake-web.ts";
import { open } from "../testing/render.tsx";
import { PairPage } from "./PairPage.tsx";

const request = {
  userCode: "RTHK-9D4M",
  device: "Chrome on Ada's laptop",
  scopes: [...PANEL_SCOPES],
  expiresAt: new Date(Date.now() + 540_000).toISOString(),
};
const asked = () => fakeWeb().answer(access.pairing, request).answer(access.decidePairing, {});

test("a code shows which device asks and what it could do in plain words, and decides nothing by itself", async () => {
  const client = asked();
  open(<PairPage me={me} />, client, "/pair?code=RTHK-9D4M");
  expect(await screen.findByRole("heading", { name: "Pair “Chrome on Ada's laptop”?" })).toBeVisible();
  expect(screen.getByText("RTHK-9D4M")).toBeVisible();
  expect(screen.getByText("Have replies drafted")).toBeVisible();
  expect(screen.getByText("Read your mail that is stored here")).toBeVisible();
  expect(client.asked(access.decidePairing)).toEqual([]);
});

test("the member's yes pairs", async () => {
  const client = asked();
  const { user } = open(<PairPage me={me} />, client, "/pair?code=RTHK-9D4M");
  await user.click(await screen.findByRole("button", { name: "Pair" }));
  expect(await screen.findByText("Paired")).toBeVisible();
  expect(client.asked(access.decidePairing)).toEqual([{ userCode: "RTHK-9D4M", approve: true }]);
});

test("the member's no gives the device nothing", async () => {
  const client = asked();
  const { user } = open(<PairPage me={me} />, client, "/pair?code=RTHK-9D4M");
  await user.click(await screen.findByRole("button", { name: "Refuse" }));
  expect(await screen.findByText("Refused")).toBeVisible();
  expect(client.asked(access.decidePairing)).toEqual([{ userCode: "RTHK-9D4M", approve: false }]);
});

test("a code that is used up leads to the current one", async () => {
  const client = fakeWeb().refuse(access.pairing, "not_found", "No device is waiting");
  open(<PairPage me={me} />, client, "/pair?code=RTHK-9D4M");
  expect(await screen.findByRole("alert")).toHaveTextContent("No device is waiting with the code RTHK-9D4M");
  expect(screen.getByRole("textbox", { name: "The code that the panel shows" })).toBeVisible();
});

test("a code is taken as the panel shows it, copied with its long dash, or with a space between", async () => {
  for (const typed of ["RTHK–9D4M", " rthk 9d4m "]) {
    const client = asked();
    const { user, unmount } = open(<PairPage me={me} />, client, "/pair");
    await user.type(screen.getByRole("textbox"), `${typed}{Enter}`);
    expect(await screen.findByRole("heading", { name: /^Pair/ })).toHaveTextContent("Chrome on Ada's laptop");
    unmount();
  }
});

test("what is no code is not asked about", async () => {
  const client = asked();
  const { user } = open(<PairPage me={me} />, client, "/pair");
  await user.type(screen.getByRole("textbox"), "nonsense{Enter}");
  expect(screen.getByRole("alert")).toHaveTextContent("That is not a code");
  expect(client.asked(access.pairing)).toEqual([]);
});
