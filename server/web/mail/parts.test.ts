import type { Span } from "@sidenote/contract/emails";
import { expect, test } from "vitest";
import { isHidden, partsOf } from "./parts.ts";

const mail = (...stretches: [Span["kind"], string][]) => {
  let text = "";
  const spans = stretches.map(([kind, words]) => {
    const start = text.length;
    text += words;
    return { kind, start, end: text.length };
  });
  return partsOf({ text, spans })
    .filter(isHidden)
    .map(({ kind }) => kind);
};

test("what somebody passes on is read, also where it is all that a mail holds", () => {
  expect(mail(["said", "Have a look.\n"], ["forward", "From: Karin\nIce machines?\n"])).toEqual([]);
  expect(mail(["forward", "From: Karin\nIce machines?\n"])).toEqual([]);
});

test("quote, signature and notice at the end are hidden", () => {
  expect(
    mail(["said", "Yes.\n"], ["signature", "Marta\n"], ["quote", "> Is it?\n"], ["disclaimer", "Private.\n"]),
  ).toEqual(["signature", "quote", "disclaimer"]);
});

test("a quote that is answered below stays, because the answer needs it", () => {
  expect(mail(["quote", "> Is it?\n"], ["said", "Yes.\n"])).toEqual([]);
});
