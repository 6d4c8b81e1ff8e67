import { context } from "@sidenote/contract/context";
import { act, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { wellServer } from "./testing/server.ts";
import { show } from "./testing/show.tsx";

afterEach(() => vi.restoreAllMocks());

/** Where everything stands: 200 pixels lower as soon as it is known who it is. */
const placed = () =>
  vi
    .spyOn(HTMLElement.prototype, "offsetTop", "get")
    .mockImplementation(() => (screen.queryByText("Saved") ? 300 : 100));
const scrolled = () => document.querySelector<HTMLElement>(".panel-body")!.scrollTop;

test("who writes while the server is slow stays where they are when its answer comes above", async () => {
  placed();
  const client = wellServer();
  const release = client.hold(context.get);
  const { user } = show({ client });
  await user.click(await screen.findByLabelText(/What it should say/));
  await act(async () => release());
  await screen.findByText("Saved");
  expect(scrolled()).toBe(200);
});

test("who only reads sees what comes first", async () => {
  placed();
  const client = wellServer();
  const release = client.hold(context.get);
  show({ client });
  await screen.findByLabelText(/What it should say/);
  await act(async () => release());
  await screen.findByText("Saved");
  expect(scrolled()).toBe(0);
});
