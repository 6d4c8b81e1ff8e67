import { martaDraft, ofMarta } from "@sidenote/panel/testing/canned";
import { FakeHost } from "@sidenote/panel/testing/fake-host";
import { wellServer } from "@sidenote/panel/testing/server";
import { act, cleanup, configure, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openBegun } from "../background/begun.ts";
import { answer, type PanelAsks, type Session } from "../messages.ts";
import { device } from "../storage.ts";
import { App } from "./App.tsx";

// A machine that is busy with other tests is slow, not wrong.
configure({ asyncUtilTimeout: 5000 });
vi.mock("wxt/browser", () => import("../testing/browser.ts"));

let session: Session;
const becomes = async (next: Partial<Session>) => {
  session = { ...session, ...next };
  await device.set({
    lost: session.lost,
    token: session.paired ? "sd_token" : null,
    memberId: session.memberId,
  });
};
const field = () => screen.findByLabelText<HTMLTextAreaElement>("Note about Marta");

const noServer = () => screen.findByRole("heading", { name: /^No server at/ });
const letter = () => screen.findByText(/thank you for your patience/);
const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole("button", { name }));
/** Opens the panel, and has a draft written with a point of the member's. */
async function drafted() {
  const client = wellServer();
  const { unmount } = render(<App host={new FakeHost(ofMarta)} client={client} shelf={await openBegun()} />);
  fireEvent.change(await screen.findByLabelText(/What it should say/), { target: { value: "two zones" } });
  await press(/^Write/);
  await act(async () => client.writing.send({ type: "done", result: martaDraft }));
  await letter();
  return { client, unmount };
}
const loadAnew = async () =>
  render(<App host={new FakeHost(ofMarta)} client={wellServer()} shelf={await openBegun()} />);

beforeEach(() => {
  session = { server: "http://localhost:8787", paired: true, lost: false, memberId: "org/ada" };
  answer<PanelAsks>("panel", () => true, { session: () => session, pair: () => ({ state: "away" }) } as never);
});
afterEach(cleanup);

test("a note that is being written when the server takes its token back is there after pairing again", async () => {
  render(<App host={new FakeHost(ofMarta)} client={wellServer()} />);
  await screen.findByText("Saved");
  fireEvent.change(await field(), { target: { value: "wants two zones" } });
  await becomes({ paired: false, lost: true });
  await noServer();
  await becomes({ paired: true, lost: false });
  expect((await field()).value).toBe("wants two zones");
});

test("who unpairs leaves no words behind", async () => {
  render(<App host={new FakeHost(ofMarta)} client={wellServer()} />);
  await screen.findByText("Saved");
  fireEvent.change(await field(), { target: { value: "wants two zones" } });
  await becomes({ paired: false });
  await noServer();
  await becomes({ paired: true });
  expect((await field()).value).toBe("");
});

test("a draft, and what it was to say, outlive a pairing that the server took back", async () => {
  await drafted();
  await press("Edit");
  fireEvent.change(screen.getByLabelText("Draft text"), { target: { value: `${martaDraft.draft} PS: see you.` } });
  await becomes({ paired: false, lost: true });
  await noServer();
  await becomes({ paired: true, lost: false });
  await screen.findByText(/PS: see you\./);
  await press(/^Change/);
});

test("what came of a draft before the pairing was taken back stays", async () => {
  const client = wellServer();
  render(<App host={new FakeHost(ofMarta)} client={client} shelf={await openBegun()} />);
  await press(/^Write/);
  act(() => client.writing.send({ type: "text", text: "Hi Marta, thank you" }));
  await becomes({ paired: false, lost: true });
  await noServer();
  await becomes({ paired: true, lost: false });
  await screen.findByText("Hi Marta, thank you");
  await screen.findByRole("button", { name: /^Insert/ });
});

test("a draft and a note are there after the panel was loaded anew, and nothing is said to be inserted", async () => {
  const { unmount } = await drafted();
  await press(/^Insert/);
  await screen.findByRole("button", { name: /^Replace/ });
  fireEvent.change(await field(), { target: { value: "wants two zones" } });
  unmount();
  await loadAnew();
  await letter();
  expect((await field()).value).toBe("wants two zones");
  await screen.findByRole("button", { name: /^Insert/ });
});

test("what one member was writing is not shown to another who pairs here next", async () => {
  await drafted();
  fireEvent.change(await field(), { target: { value: "wants two zones" } });
  await becomes({ paired: false, lost: true });
  await noServer();
  // The token comes first, and whose it is a moment later.
  await becomes({ paired: true, lost: false, memberId: null });
  expect((await field()).value).toBe("");
  expect(screen.queryByText(/thank you for your patience/)).toBeNull();
  await becomes({ memberId: "org/bo" });
  expect((await field()).value).toBe("");
  expect(screen.queryByText(/thank you for your patience/)).toBeNull();
  await expect.poll(async () => (await openBegun()).all()).toEqual([]);
});

test("who unpairs leaves no draft behind, for a panel that is loaded anew either", async () => {
  const { unmount } = await drafted();
  await becomes({ paired: false, memberId: null });
  await noServer();
  unmount();
  session = { ...session, paired: true, memberId: "org/ada" };
  await loadAnew();
  await screen.findByRole("button", { name: /^Write/ });
});
