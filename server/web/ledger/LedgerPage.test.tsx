import { type Import, imports } from "@sidenote/contract/imports";
import { type LedgerSource, ledger, type PanelItem } from "@sidenote/contract/ledger";
import { idOf } from "@sidenote/panel/testing/canned";
import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { ImportItems } from "../imports/ImportItems.tsx";
import { fakeWeb } from "../testing/fake-web.ts";
import { open } from "../testing/render.tsx";
import { LedgerPage } from "./LedgerPage.tsx";

const counts = { seen: 480, stored: 470, duplicate: 5, setAside: 2, notWanted: 3, notMail: 1 };
const takeout: LedgerSource = {
  kind: "import",
  importId: idOf("imp", 1),
  name: "takeout.mbox",
  state: "done",
  at: "2026-11-02T09:00:00.000Z",
  counts,
  kept: 460,
  forgotten: 10,
  rules: [
    { rule: "nordfrakt.example", count: 2 },
    { rule: "forgotten", count: 1 },
  ],
  reconciled: true,
};
const panel: LedgerSource = {
  ...takeout,
  kind: "panel",
  importId: null,
  name: "Panel",
  state: null,
  counts: { seen: 1, stored: 0, duplicate: 0, setAside: 0, notWanted: 1, notMail: 0 },
  kept: 0,
  forgotten: 0,
  rules: [],
};
const sumsOf = (items: LedgerSource[], unaccounted = 0) => ({
  items,
  nextCursor: null,
  sums: { ...counts, kept: 460, forgotten: 10 },
  mails: 460,
  unaccounted,
  reconciled: unaccounted === 0 && items.every(({ reconciled }) => reconciled),
});

test("each source shows its sum, what was forgotten since and which rule did not want what", async () => {
  open(<LedgerPage />, fakeWeb().answer(ledger.sums, sumsOf([takeout])), "/ledger");
  const row = within(await screen.findByRole("listitem"));
  expect(
    row.getByText("480 seen = 470 stored + 5 already there + 2 set aside + 3 not wanted; 1 not mail"),
  ).toBeVisible();
  expect(row.getByText(/460 of the stored are here, 10 forgotten since/)).toHaveTextContent(
    "Not wanted: 2 with nordfrakt.example, 1 that you had forgotten",
  );
  expect(row.getByRole("link", { name: /set aside/ })).toHaveAttribute("href", `/imports/${takeout.importId}`);
  expect(screen.getByText(/Every message that came in is accounted for, and 460 mails are here now/)).toBeVisible();
});

test("what does not add up is said, with how much of it", async () => {
  open(<LedgerPage />, fakeWeb().answer(ledger.sums, sumsOf([{ ...takeout, reconciled: false }], 4)), "/ledger");
  expect(await screen.findByText(/4 mails here came from no source that is known/)).toBeVisible();
  expect(within(screen.getByRole("listitem")).getByText("Does not add up")).toBeVisible();
});

test("what the panel handed in is listed with the reason why it was not stored", async () => {
  const item: PanelItem = {
    sourceId: "gmail:18c2f0a1",
    outcome: "not_wanted",
    by: "policy",
    reason: "nordfrakt.example is on your never-store list",
    rule: "nordfrakt.example",
    emailId: null,
    forgotten: false,
    at: "2026-11-02T09:00:00.000Z",
  };
  const client = fakeWeb()
    .answer(ledger.sums, sumsOf([panel]))
    .answer(ledger.panel, { items: [item], nextCursor: null });
  const { user } = open(<LedgerPage />, client, "/ledger");
  expect(await screen.findByText("nordfrakt.example is on your never-store list")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Not wanted" }));
  expect(client.asked(ledger.panel).at(-1)).toMatchObject({ outcome: "not_wanted" });
});

test("nothing came in yet: the page says where mail comes from", async () => {
  open(<LedgerPage />, fakeWeb().answer(ledger.sums, { ...sumsOf([]), mails: 0 }), "/ledger");
  expect(await screen.findByRole("link", { name: "Import mail" })).toHaveAttribute("href", "/import");
});

test("what was set aside can be downloaded, and read again with an answer in words", async () => {
  const item = {
    item: 7,
    file: "takeout.mbox",
    position: 8,
    outcome: "set_aside" as const,
    reason: "larger than 50 MB",
    rule: null,
    emailId: null,
    forgotten: false,
    fileId: idOf("fil", 1),
    sizeBytes: 60_000_000,
  };
  const client = fakeWeb()
    .answer(imports.items, { items: [item], nextCursor: null })
    .answer(imports.retry, { ...item, outcome: "stored", reason: null, emailId: idOf("eml", 1), fileId: null });
  const one = { id: idOf("imp", 1), counts: { ...counts, duplicate: 0 } } as Import;
  const { user } = open(<ImportItems one={one} />, client);
  expect(await screen.findByRole("link", { name: "Download" })).toHaveAttribute("href", `/v1/files/${item.fileId}`);
  await user.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByText("It could be read, and is stored")).toBeVisible();
  expect(client.asked(imports.retry)).toEqual([{ id: idOf("imp", 1), item: 7 }]);
});
