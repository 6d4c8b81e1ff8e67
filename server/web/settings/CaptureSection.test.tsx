import { type CapturePolicy, capture } from "@sidenote/contract/capture";
import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { changedMeanwhile, type FakeWeb, fakeWeb } from "../testing/fake-web.ts";
import { open } from "../testing/render.tsx";
import { CaptureSection } from "./CaptureSection.tsx";

const policy: CapturePolicy = { mode: "saved_only", neverStore: ["pia@nordfrakt.example"], forgotten: 0, version: 2 };

/** A server that keeps what it is told, and refuses what was made on another version. */
function keeping(first: CapturePolicy = policy): FakeWeb {
  let now = first;
  return fakeWeb()
    .answer(capture.policy, () => now)
    .answer(capture.stored, { mails: 0 })
    .answer(capture.update, ({ version, ...change }) => {
      if (version !== now.version) throw changedMeanwhile(now);
      now = { ...now, ...JSON.parse(JSON.stringify(change)), version: version + 1 };
      return now;
    })
    .answer(capture.remember, () => {
      now = { ...now, forgotten: 0 };
      return now;
    });
}

test("which mail is stored is chosen in plain words, on the version that is shown", async () => {
  const client = keeping();
  const { user } = open(<CaptureSection />, client);
  expect(await screen.findByRole("radio", { name: /Only what I save/ })).toBeChecked();
  await user.click(screen.getByRole("radio", { name: /Threads with people I know/ }));
  expect(await screen.findByRole("radio", { name: /Threads with people I know/, checked: true })).toBeVisible();
  expect(client.asked(capture.update)).toEqual([{ version: 2, mode: "known_contacts" }]);
});

test("a domain is put on the never-store list as it is meant, and taken off again", async () => {
  const client = keeping();
  const { user } = open(<CaptureSection />, client);
  await user.type(await screen.findByRole("textbox", { name: "An address or a domain" }), "@Nordfrakt.example{Enter}");
  expect(await screen.findByText("and everything below it")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Remove pia@nordfrakt.example" }));
  expect(await screen.findByText(/is off the list/)).toBeVisible();
  expect(client.asked(capture.update)).toEqual([
    { version: 2, neverStore: ["pia@nordfrakt.example", "nordfrakt.example"] },
    { version: 3, neverStore: ["nordfrakt.example"] },
  ]);
});

test("what is neither an address nor a domain is not sent, and it says what would be", async () => {
  const client = keeping();
  const { user } = open(<CaptureSection />, client);
  await user.type(await screen.findByRole("textbox", { name: "An address or a domain" }), "Pia Holm{Enter}");
  expect(await screen.findByRole("alert")).toHaveTextContent("such as nordfrakt.example");
  expect(client.asked(capture.update)).toEqual([]);
});

test("a choice that came too late is shown beside what is there now", async () => {
  const client = keeping();
  const { user } = open(<CaptureSection />, client);
  await screen.findByRole("radio", { name: /Only what I save/ });
  await client.api(capture.update, { version: 2, mode: "everything_opened" });
  await user.click(screen.getByRole("radio", { name: /Threads with people I know/ }));
  const conflict = await screen.findByRole("alert");
  expect(within(conflict).getByRole("cell", { name: "Everything I open" })).toBeVisible();
  await user.click(within(conflict).getByRole("button", { name: "Use mine" }));
  expect(await screen.findByRole("radio", { name: /Threads with people I know/, checked: true })).toBeVisible();
});

test("what is stored of those on the list is forgotten once the member says so, part by part, and can be stopped", async () => {
  let left = 1200;
  const client = keeping()
    .answer(capture.stored, () => ({ mails: left }))
    .answer(capture.forgetStored, () => {
      const mails = Math.min(left, 500);
      left -= mails;
      return { mails, left, undoable: false as const };
    });
  const { user } = open(<CaptureSection />, client);
  await user.click(await screen.findByRole("button", { name: "Forget them …" }));
  await user.click(await screen.findByRole("button", { name: "Keep them" }));
  expect(client.asked(capture.forgetStored)).toEqual([]);
  await user.click(screen.getByRole("button", { name: "Forget them …" }));
  const release = client.hold(capture.forgetStored);
  await user.click(await screen.findByRole("button", { name: "Forget for good" }));
  expect(await screen.findByText("Forgetting … 0 of 1,200")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Stop" }));
  release();
  expect(await screen.findByText("500 mails forgotten.")).toBeVisible();
  expect(await screen.findByText("700 mails with them are stored from before.")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Forget them …" }));
  await user.click(await screen.findByRole("button", { name: "Forget for good" }));
  expect(await screen.findByText("700 mails forgotten.")).toBeVisible();
  expect(client.asked(capture.forgetStored)).toHaveLength(3);
  expect(screen.queryByRole("button", { name: "Forget them …" })).toBeNull();
});

test("what arrived of stopped imports is removed with it, also where nothing else is stored of those on the list", async () => {
  let unread = 1;
  const client = keeping()
    .answer(capture.stored, () => ({ mails: 0, unread }))
    .answer(capture.forgetStored, () => {
      unread = 0;
      return { mails: 0, left: 0, undoable: false as const };
    });
  const { user } = open(<CaptureSection />, client);
  expect(
    await screen.findByText(/What arrived of 1 stopped import is kept, and may hold mail with them/),
  ).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Forget them …" }));
  expect(await screen.findByRole("dialog")).toHaveTextContent(/nobody has read who is in it/);
  await user.click(screen.getByRole("button", { name: "Forget for good" }));
  expect(await screen.findByText("Removed.")).toBeVisible();
  expect(client.asked(capture.forgetStored)).toHaveLength(1);
  expect(screen.queryByText(/stopped import/)).toBeNull();
});

test("forgotten threads may come in again when the member says so", async () => {
  const client = keeping({ ...policy, forgotten: 3 });
  const { user } = open(<CaptureSection />, client);
  await user.click(await screen.findByRole("button", { name: "Let them come in again" }));
  expect(await screen.findByText("Forgotten threads may come in again")).toBeVisible();
  expect(screen.queryByRole("button", { name: "Let them come in again" })).toBeNull();
});
