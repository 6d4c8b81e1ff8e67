import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { answer, type Pairing as PairingState, type PanelAsks } from "../messages.ts";
import { Pairing } from "./Pairing.tsx";

vi.mock("wxt/browser", () => import("../testing/browser.ts"));

let states: PairingState[];
let asked: { type: string; input: unknown }[];
const says = (type: keyof PanelAsks) => (input: unknown) => {
  asked.push({ type, input });
  return type === "pair" ? (states.length > 1 ? states.shift() : states[0]) : null;
};
const waiting: PairingState = {
  state: "waiting",
  userCode: "RTHK-9D4M",
  url: "http://localhost:8787/pair?code=RTHK-9D4M",
  expiresAt: new Date(Date.now() + 8.5 * 60_000).toISOString(),
  pollMs: 20,
};

beforeEach(() => {
  asked = [];
  answer<PanelAsks>("panel", () => true, { pair: says("pair"), open: says("open") } as never);
});
afterEach(cleanup);

const show = (lost = false) =>
  render(<Pairing session={{ server: "http://localhost:8787", paired: false, lost, memberId: null }} />);

test("shows the code, where to confirm it, how long it lives, and opens the workspace there", async () => {
  states = [waiting];
  show();
  expect((await screen.findByLabelText("Pairing code")).textContent).toBe("RTHK–9D4M");
  expect(screen.getByText("localhost:8787")).toBeTruthy();
  expect(screen.getByText("expires in 9 min")).toBeTruthy();
  expect(screen.getByRole("link", { name: "another server" }).getAttribute("href")).toMatch(/options\.html$/);
  screen.getByRole("button", { name: "Open the workspace" }).click();
  await expect.poll(() => asked).toContainEqual({ type: "open", input: "http://localhost:8787/pair?code=RTHK-9D4M" });
});

test("asks again and again until somebody has decided, and stops when it is gone", async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  states = [waiting, waiting, { state: "denied" }];
  const { unmount } = show();
  expect(await screen.findByText("The code was refused")).toBeTruthy();
  expect(asked.map(({ input }) => input)).toEqual([{ anew: false }, { anew: false }, { anew: false }]);
  states = [waiting];
  screen.getByRole("button", { name: "Get a new code" }).click();
  await screen.findByLabelText("Pairing code");
  expect(asked.map(({ input }) => input)).toContainEqual({ anew: true });
  unmount();
  const before = asked.length;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toHaveLength(before);
  vi.useRealTimers();
});

test("a tab behind others asks for no code and renews none until it is in front", async () => {
  const seen = vi.spyOn(document, "visibilityState", "get").mockReturnValue("hidden");
  const comesToFront = () => {
    seen.mockReturnValue("visible");
    document.dispatchEvent(new Event("visibilitychange"));
  };
  states = [{ ...waiting, expiresAt: new Date().toISOString(), pollMs: 60_000 } as PairingState];
  show();
  await new Promise((resolve) => setTimeout(resolve));
  expect(asked).toEqual([]);
  comesToFront();
  seen.mockReturnValue("hidden");
  await screen.findByLabelText("Pairing code");
  await new Promise((resolve) => setTimeout(resolve));
  expect(asked.map(({ input }) => input)).toEqual([{ anew: false }]);
  states = [waiting];
  comesToFront();
  await expect.poll(() => asked[1]?.input).toEqual({ anew: true });
  seen.mockRestore();
});

test("a server that is away is named, with what to do", async () => {
  states = [{ state: "away" }];
  show();
  expect(await screen.findByRole("heading", { name: "No server at localhost:8787" })).toBeTruthy();
  expect(screen.getByText(/npm start/)).toBeTruthy();
});

test("who was unpaired there is told so", async () => {
  states = [waiting];
  show(true);
  expect(await screen.findByRole("heading", { name: "Pair again with your server" })).toBeTruthy();
});
