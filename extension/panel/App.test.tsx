import { ofMarta } from "@sidenote/panel/testing/canned";
import { FakeHost } from "@sidenote/panel/testing/fake-host";
import { wellServer } from "@sidenote/panel/testing/server";
import { cleanup, configure, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { answer, type PanelAsks, type Session } from "../messages.ts";
import { device } from "../storage.ts";
import { App } from "./App.tsx";

// A machine that is busy with other tests is slow, not wrong.
configure({ asyncUtilTimeout: 5000 });
vi.mock("wxt/browser", () => import("../testing/browser.ts"));

let session: Session;
const becomes = async (next: Partial<Session>) => {
  session = { ...session, ...next };
  await device.set({ lost: session.lost, token: session.paired ? "sd_token" : null });
};
const field = () => screen.findByLabelText<HTMLTextAreaElement>("Note about Marta");

beforeEach(() => {
  session = { server: "http://localhost:8787", paired: true, lost: false };
  answer<PanelAsks>("panel", () => true, { session: () => session, pair: () => ({ state: "away" }) } as never);
});
afterEach(cleanup);

test("a note that is being written when the server takes its token back is there after pairing again", async () => {
  render(<App host={new FakeHost(ofMarta)} client={wellServer()} />);
  await screen.findByText("Saved");
  fireEvent.change(await field(), { target: { value: "wants two zones" } });
  await becomes({ paired: false, lost: true });
  await screen.findByRole("heading", { name: /^No server at/ });
  await becomes({ paired: true, lost: false });
  expect((await field()).value).toBe("wants two zones");
});

test("who unpairs leaves no words behind", async () => {
  render(<App host={new FakeHost(ofMarta)} client={wellServer()} />);
  await screen.findByText("Saved");
  fireEvent.change(await field(), { target: { value: "wants two zones" } });
  await becomes({ paired: false });
  await screen.findByRole("heading", { name: /^No server at/ });
  await becomes({ paired: true });
  expect((await field()).value).toBe("");
});
