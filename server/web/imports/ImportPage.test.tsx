import { type Import, type ImportItem, imports } from "@sidenote/contract/imports";
import { ago, idOf } from "@sidenote/panel/testing/canned";
import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { fakeWeb } from "../testing/fake-web.ts";
import { open } from "../testing/render.tsx";
import { ImportPage } from "./ImportPage.tsx";

const nothing = { seen: 0, stored: 0, duplicate: 0, setAside: 0, notWanted: 0, notMail: 0 };
const takeout: Import = {
  id: idOf("imp", 1),
  name: "takeout.zip",
  state: "done",
  counts: { ...nothing, notMail: 1 },
  bytesReceived: 3000,
  bytesRead: 3000,
  bytesTotal: 3000,
  ownAddresses: [],
  guessedAddress: null,
  error: null,
  createdAt: ago(1),
  finishedAt: ago(1),
  keptUntil: null,
};
const opened = (one: Partial<Import>) => {
  const client = fakeWeb()
    .answer(imports.get, { ...takeout, ...one })
    .answer(imports.items, { items: [], nextCursor: null });
  return { client, ...open(<ImportPage id={takeout.id} />, client) };
};
const goesOn = async ({ client, user }: ReturnType<typeof opened>) => {
  const again: Import = { ...takeout, state: "running" };
  client.answer(imports.start, () => {
    client.answer(imports.get, again);
    return again;
  });
  await user.click(screen.getByRole("button", { name: "Go on" }));
  expect(await screen.findByText("Reading")).toBeVisible();
  expect(client.asked(imports.start)).toEqual([{ id: takeout.id }]);
};
const leadsOn = () => expect(screen.getByRole("link", { name: "Choose files" })).toHaveAttribute("href", "/import");

test("an import in which nothing was mail is not praised: it says so, what mail is, and leads on", async () => {
  opened({});
  expect(await screen.findByText("No mail read")).toBeVisible();
  expect(screen.getByText("Nothing in it could be read as mail.")).toBeVisible();
  expect(screen.getByText(/Mail comes as/)).toBeVisible();
  expect(screen.queryByText("Done")).toBeNull();
  leadsOn();
});

test("one that failed says why, what is here all the same, and that it can be done again or goes on", async () => {
  const counts = { ...nothing, seen: 5, stored: 5 };
  const at = opened({ state: "failed", error: "The disk is nearly full", counts });
  expect(await screen.findByRole("alert")).toHaveTextContent("The disk is nearly full");
  expect(screen.getByText("5 mails are here now.")).toBeVisible();
  expect(screen.getByText(/stores what is missing, and nothing twice/)).toBeVisible();
  leadsOn();
  await goesOn(at);
});

test("one that is done says what of it could not be read", async () => {
  opened({ counts: { ...nothing, seen: 7, stored: 5, setAside: 2, notMail: 1 } });
  expect(await screen.findByText(/2 mails were set aside, 1 file was not read as mail/)).toBeVisible();
});

test("where not all of the mail in it could be read, one that is done says so beside what is here", async () => {
  const error = "Takeout/Mail/All mail.mbox: it is cut off or damaged";
  opened({ error, counts: { ...nothing, seen: 5, stored: 5, notMail: 1 } });
  expect(await screen.findByRole("alert")).toHaveTextContent(error);
  expect(screen.getByText("5 mails are here now.")).toBeVisible();
  expect(screen.getByText("Done")).toBeVisible();
});

test("when everything was sent it says so until the server is heard to read, and asks for no files again", async () => {
  const receiving: Import = { ...takeout, state: "receiving", finishedAt: null, counts: nothing };
  const { client, user } = opened(receiving);
  client.answer(imports.start, { ...receiving, state: "running" });
  await screen.findByText("The same files or the same folder as before");
  const [files] = document.querySelectorAll<HTMLInputElement>("input[type=file]");
  await user.upload(files!, new File([new Uint8Array(3000)], "takeout.zip"));
  await expect.poll(() => client.asked(imports.start)).toHaveLength(1);
  expect(await screen.findByText("Everything has arrived; reading begins")).toBeVisible();
  expect(screen.queryByText("The same files or the same folder as before")).toBeNull();
});

test("one that was stopped before anything came does not say that there was no mail", async () => {
  opened({ state: "cancelled", counts: nothing });
  expect(await screen.findByText("No mail was stored.")).toBeVisible();
  leadsOn();
});

test("one that was stopped says until when it can go on, and goes on with one press", async () => {
  const counts = { ...nothing, seen: 5, stored: 5 };
  const at = opened({ state: "cancelled", counts, keptUntil: "2026-03-16T09:00:00.000Z" });
  const kept = await screen.findByText(/is kept until 16 Mar.*: it can go on from here/);
  expect(kept).toHaveTextContent(/also mail that you have forgotten since, or never want stored/);
  await goesOn(at);
});

test("what a stopped one has not read is removed only after a question, and then it goes on no more", async () => {
  const counts = { ...nothing, seen: 5, stored: 5 };
  const stopped = { state: "cancelled" as const, counts };
  const { client, user } = opened({ ...stopped, keptUntil: "2026-03-16T09:00:00.000Z" });
  const removed: Import = { ...takeout, ...stopped };
  client.answer(imports.discard, () => {
    client.answer(imports.get, removed);
    return removed;
  });
  await user.click(await screen.findByRole("button", { name: "Remove" }));
  expect(screen.getByRole("dialog")).toHaveTextContent(/cannot go on then. 5 mails that are stored stay/);
  expect(client.asked(imports.discard)).toEqual([]);
  await user.click(screen.getByRole("button", { name: "Remove it" }));
  await expect.poll(() => screen.queryByRole("button", { name: "Go on" })).toBeNull();
  expect(client.asked(imports.discard)).toEqual([{ id: takeout.id }]);
  expect(screen.queryByRole("button", { name: "Remove" })).toBeNull();
});

test("one that was taken back leads on", async () => {
  opened({ state: "undone", counts: nothing });
  expect(await screen.findByText(/has been taken back/)).toBeVisible();
  leadsOn();
});

test("one whose taking back gave up says why, and goes on with one press", async () => {
  const counts = { ...nothing, seen: 5, stored: 5 };
  const { client, user } = opened({ state: "undoing", error: "Taking it back stopped: the disk is full", counts });
  client.answer(imports.undo, { ...takeout, state: "undoing", counts });
  expect(await screen.findByRole("alert")).toHaveTextContent("the disk is full");
  expect(screen.getByText("Taken back in part")).toBeVisible();
  expect(screen.queryByText(/Taking back what was stored/)).toBeNull();
  await user.click(screen.getByRole("button", { name: "Go on" }));
  expect(client.asked(imports.undo)).toEqual([{ id: takeout.id }]);
});

test("an import is taken back only after a question that says how many mails go, and Enter keeps them", async () => {
  const counts = { ...nothing, seen: 1240, stored: 1234, setAside: 6 };
  const { client, user } = opened({ counts });
  client.answer(imports.undo, { ...takeout, state: "undoing", counts });
  await user.click(await screen.findByRole("button", { name: "Take it back" }));
  const asked = screen.getByRole("dialog", { name: "Take back this import?" });
  expect(asked).toHaveTextContent("1,234 mails that it stored and 6 mails set aside go from Sidenote");
  await user.keyboard("{Enter}");
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(client.asked(imports.undo)).toEqual([]);
  await user.click(screen.getByRole("button", { name: "Take it back" }));
  await user.click(screen.getByRole("button", { name: "Take back 1,234 mails" }));
  expect(client.asked(imports.undo)).toEqual([{ id: takeout.id }]);
});

test("one that is being read stops only after a question that says what stays", async () => {
  const one: Partial<Import> = { state: "running", counts: { ...nothing, seen: 5, stored: 5 }, finishedAt: null };
  const { client, user } = opened(one);
  client.answer(imports.cancel, { ...takeout, ...one, state: "cancelled" });
  await user.click(await screen.findByRole("button", { name: "Stop" }));
  expect(screen.getByRole("dialog", { name: "Stop this import?" })).toHaveTextContent("5 mails that are stored stay");
  expect(client.asked(imports.cancel)).toEqual([]);
  await user.click(screen.getByRole("button", { name: "Stop it" }));
  expect(client.asked(imports.cancel)).toEqual([{ id: takeout.id }]);
});

test("one that failed with nothing stored can be removed", async () => {
  const { client, user } = opened({ state: "failed", counts: nothing, error: "the key is another one" });
  client.answer(imports.cancel, { ...takeout, state: "cancelled", counts: nothing });
  await user.click(await screen.findByRole("button", { name: "Remove" }));
  await user.click(screen.getByRole("button", { name: "Remove it" }));
  expect(client.asked(imports.cancel)).toEqual([{ id: takeout.id }]);
  expect(screen.queryByRole("button", { name: "Take it back" })).toBeNull();
});

test("what an import set aside can be taken back where it stored nothing", async () => {
  opened({ counts: { ...nothing, seen: 2, setAside: 2 } });
  expect(await screen.findByRole("button", { name: "Take it back" })).toBeVisible();
});

test("all that was set aside is tried again with one press, also beyond the first page, and told of once", async () => {
  const { client, user } = opened({ counts: { ...nothing, seen: 3, setAside: 3 } });
  const item = (number: number): ImportItem => ({
    item: number,
    file: "mail.mbox",
    position: number,
    outcome: "set_aside",
    reason: "it is larger than 50 MB",
    rule: null,
    emailId: null,
    forgotten: false,
    fileId: idOf("fil", number),
    sizeBytes: 60_000_000,
  });
  client
    .answer(imports.items, ({ cursor }) =>
      cursor ? { items: [item(3)], nextCursor: null } : { items: [item(1), item(2)], nextCursor: "more" },
    )
    .answer(imports.retry, (input) => ({
      ...item(input.item),
      ...(input.item === 2 ? {} : { outcome: "stored" as const }),
    }));
  await user.click(await screen.findByRole("button", { name: "Try all again" }));
  expect(await screen.findByText("2 mails could be read, 1 is still set aside")).toBeVisible();
  expect(client.asked(imports.retry).map((input) => input.item)).toEqual([1, 2, 3]);
});
