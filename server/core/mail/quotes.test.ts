import fc from "fast-check";
import { expect, test } from "vitest";
import { saidText, splitQuotes } from "./quotes.ts";

const said = (text: string) => saidText(text, splitQuotes(text));

test("an answer above a quote is what was said", () => {
  expect(
    said("Yes, Thursday.\n\nOn Mon, 2 Feb 2026 at 10:00, Ada Berg <ada@fjordkyl.example> wrote:\n> Thursday?\n> Ada"),
  ).toBe("Yes, Thursday.");
});

test("an answer below or between quotes is what was said", () => {
  expect(said("On Mon, 2 Feb 2026 Ada wrote:\n> One?\nYes.\n> Two?\nNo.")).toBe("Yes.\n\nNo.");
});

test.each([
  ["English, wrapped", "On Mon, Aug 26, 2019 at 4:37 PM The Hiring Engine <\njobs@hiring.example> wrote:"],
  ["Ukrainian", "пн, 2 лют. 2026 р. о 10:00 Ада Берг <ada@fjordkyl.example> пише:"],
  ["German", 'Am 13.12.2017 21:11 schrieb "Ada Berg" <ada@fjordkyl.example>:'],
  ["French", "Le lun. 15 nov. 2021 à 19:42, Ada Berg <ada@fjordkyl.example> a écrit :"],
  ["Polish", "W dniu 2017-01-09 11:59:39 użytkownik Ada <ada@fjordkyl.example> napisał:"],
  ["Norwegian", "tir. 18. apr. 2017 kl. 13:09 skrev Ada Berg <ada@fjordkyl.example>:"],
  ["no verb", "2017-11-24 16:32 GMT+01:00 Ada Berg <ada@fjordkyl.example>:"],
])("a quote is known by its header: %s", (_, header) => {
  expect(said(`Fine.\n\n${header}\n\nWhat about it?`)).toBe("Fine.");
});

test.each([
  "-----Original Message-----\nFrom: Ada\nSent: Monday\nSubject: Plan",
  "---------------------- Forwarded by Ada Berg/FK on 02/02/2026 10:00 AM ---------------------------",
  "________________________________\nFrom: Ada <ada@fjordkyl.example>\nSent: Monday\nTo: Marta\nSubject: Plan",
  "Von: Ada Berg <ada@fjordkyl.example>\nGesendet: Montag\nAn: Marta\nBetreff: Plan",
  "Ada Berg\n02/02/2026 10:00 AM\nTo: Marta@NF\ncc: Bo@NF\nSubject: Plan",
])("what a forward brings is a quote to the end: %s", (header) => {
  expect(said(`See below.\n\n${header}\n\nThe plan is attached.`)).toBe("See below.");
});

test.each([
  "On the one hand, this is good.\nOn the other hand: it costs.",
  "One outstanding question from 2024: who wrote: it?",
  "Sent from my desk, it is easier.",
  "-- first point\n-- second point",
  "From: where I stand, it looks good.",
])("a sentence that only looks like a header is said: %s", (text) => {
  expect(said(text)).toBe(text);
});

test("a signature behind its delimiter is not said, nor is what a phone adds", () => {
  expect(said("Thanks\n\n-- \nMarta Lindqvist\nNordfrakt AB")).toBe("Thanks");
  expect(said("Thanks\n\nSent from my iPhone")).toBe("Thanks");
});

test("spans cover any text without a gap and keep every character", () => {
  const line = fc.constantFrom(
    "> q",
    "On 2 Feb Ada wrote:",
    "",
    "--",
    "text",
    "From: a@b.example",
    "Sent: x",
    "Subject: y",
    "-----Original Message-----",
    "Sent from my iPhone",
    "🎉",
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 40 }), fc.constantFrom("\n", "\r\n"), (lines, newline) => {
      const text = lines.join(newline);
      expect(
        splitQuotes(text)
          .map((span) => text.slice(span.start, span.end))
          .join(""),
      ).toBe(text);
    }),
  );
});

test("what stands above the header of a quote is not part of it", () => {
  const quote = "On Mon, 2 Feb 2026 at 10:00, Ada Berg <ada@fjordkyl.example> wrote:\n\n> Thursday?\n";
  expect(said(`Yes, Thursday works\n\n${quote}`)).toBe("Yes, Thursday works");
  expect(said(`Fine.\n\nBest regards\nMarta\n\n${quote}`)).toBe("Fine.\n\nBest regards\nMarta");
});

test("a long quote below does not hide the signature above it", () => {
  const quote = `On Mon, 2 Feb 2026 at 10:00, Ada Berg <ada@fjordkyl.example> wrote:\n\n${"> line\n".repeat(30)}\n`;
  expect(said(`Thanks\n\n-- \nMarta Lindqvist\nNordfrakt AB\n\n${quote}`)).toBe("Thanks");
});
