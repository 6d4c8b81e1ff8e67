import { afterEach, expect, test, vi } from "vitest";
import { answer, type PageAsks } from "../messages.ts";
import { gmail } from "../sites/gmail/adapter.ts";
import { BACKGROUND, deliver, GMAIL, speaks } from "../testing/browser.ts";
import { openPage } from "../testing/page.ts";
import { runInPage } from "./page.ts";

vi.mock("wxt/browser", () => import("../testing/browser.ts"));

const end = new AbortController();
afterEach(() => end.abort());

test("a draft whose first answer was lost is put there once; the same words asked for anew are another draft", async () => {
  speaks.as = GMAIL;
  answer<PageAsks>("page", () => true, {
    dock: () => ({ width: 360, open: false }),
    "dock-changed": () => null,
    subject: () => null,
    fallback: () => null,
  });
  const doc = openPage("gmail", "reply.html");
  await runInPage(gmail, doc, end.signal);
  const insert = (once: string) =>
    deliver({ kind: "to-page", type: "insert", input: { text: "Hi Marta,", once } }, BACKGROUND);
  const first = await insert("a");
  expect(first).toMatchObject({ value: { ok: true } });
  expect(await insert("a")).toEqual(first);
  expect(doc.querySelector("[contenteditable=true]")!.textContent!.match(/Hi Marta,/g)).toHaveLength(1);
  expect(await insert("b")).not.toEqual(first);
});
