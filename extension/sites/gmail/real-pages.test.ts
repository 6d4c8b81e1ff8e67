import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { findAll, findOptional } from "../selector.ts";
import * as at from "./selectors.ts";

const data = process.env.SIDENOTE_TEST_DATA;
const real = (name: string) =>
  new DOMParser().parseFromString(readFileSync(path.join(data!, "gmail-pages", name), "utf8"), "text/html");

test.skipIf(!data)("an open message of 2026 (needs SIDENOTE_TEST_DATA)", () => {
  const doc = real("current/thread-open.html");
  expect(findAll(doc, at.message)).toHaveLength(1);
  expect(findOptional(doc, at.sender)?.getAttribute("email")).toMatch(/@/);
  expect(findAll(doc, at.messageRecipient)).toHaveLength(1);
  expect(findOptional(doc, at.messageTime)?.title).toMatch(/2026/);
  expect(findOptional(doc, at.messageBody)?.textContent).toMatch(/\S/);
  expect(findOptional(doc, at.openThread)).toBeNull();
});

test.skipIf(!data)("a row of a list of 2026 is no message (needs SIDENOTE_TEST_DATA)", () => {
  const doc = new DOMParser().parseFromString(
    `<table>${readFileSync(path.join(data!, "gmail-pages/current/list-row.html"), "utf8")}</table>`,
    "text/html",
  );
  expect(doc.querySelector("[data-legacy-thread-id]")).not.toBeNull();
  expect(findAll(doc, at.message)).toEqual([]);
  expect(findAll(doc, at.openThread)).toEqual([]);
});

test.skipIf(!data)("a whole compose window of 2020 (needs SIDENOTE_TEST_DATA)", () => {
  const doc = real("compose/compose-new-message-2020.html");
  expect(findAll(doc, at.editor)).toHaveLength(1);
  expect(findAll(doc, at.composeWindow)).toHaveLength(1);
  expect(findAll(doc, at.composeSubject)).toHaveLength(1);
  expect(findAll(doc, at.composeRecipient)).toEqual([]);
  expect(findOptional(doc, at.answeredMessage)).toBeNull();
});
