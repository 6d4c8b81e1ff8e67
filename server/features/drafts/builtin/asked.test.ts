import { expect, test } from "vitest";
import type { FactSource } from "../../context/index.ts";
import { proposedTimes, theirAsks } from "./asked.ts";

const mail = (text: string): FactSource => ({
  id: "eml_1",
  kind: "mail",
  at: "2026-02-26T15:20:00.000Z",
  by: "them",
  seen: true,
  author: "Marta",
  subject: "Visit",
  text,
  said: [{ kind: "said", start: 0, end: text.length }],
  spans: [],
});
const timesIn = (text: string) => proposedTimes(mail(text))?.times ?? [];

test.each([
  ["Would Monday, Tuesday or Friday at 9:00 suit you?", ["Monday", "Tuesday", "Friday at 9:00"]],
  ["Can we move our call from Wednesday to Friday at 11?", ["Friday at 11"]],
  ["Could we meet on Thursday instead of Monday?", ["Thursday"]],
  ["Shall we meet between Monday and Wednesday?", ["Monday"]],
  ["The hall was empty on Monday.", []],
])("what can be taken up of “%s” is %j", (text, times) => {
  expect(timesIn(text)).toEqual(times);
});

test("of a mail of thousands of questions the first few are looked at", () => {
  expect(theirAsks(mail("Is the gate open? ".repeat(50_000)))).toHaveLength(6);
});

test.each(["from Monday ", "Monday or ", "not tomorrow, ", "z from "])(
  "a sentence of a million characters comes to an end, whatever was pasted into it: %j",
  (piece) => {
    const text = `Let us meet ${piece.repeat(1_000_000 / piece.length)}`;
    expect(timesIn(`${text}.`).length).toBeLessThan(4);
    expect(theirAsks(mail(`${text}.`))).toEqual([]);
  },
);
