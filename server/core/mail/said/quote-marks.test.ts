import { expect, test } from "vitest";
import { endless } from "../../../testing/endless.ts";
import { saidText, splitQuotes } from "./quotes.ts";

const FROM = { name: "Marta Lindqvist", address: "marta@nordfrakt.example" };
const kinds = (text: string) => splitQuotes(text, { from: FROM }).map((span) => span.kind);
const said = (text: string) => saidText(text, splitQuotes(text, { from: FROM }));

const HEADER = "On Mon, 2 Feb 2026 at 10:00, Ada Berg <ada@fjordkyl.example> wrote:";

test("an answer in one line with the header of what it answers is what was said", () => {
  expect(said(`Thursday is fine. ${HEADER}\n> Thursday?`)).toBe("Thursday is fine.");
  expect(said(`Thursday is fine--- ${HEADER}\nThursday?`)).toBe("Thursday is fine");
  const told = "Our notes say: On Monday at 10:00 of 2 Feb 2026 Ada wrote to us about three things:";
  expect(said(`${told}\n\n- the hall was closed`)).toContain("three things");
});

test("a line is quoted that carries initials in front of the mark, as the one beside it does", () => {
  expect(said("AB> Is the hall free?\nAB> From when on?\n\nFrom March on.")).toBe("From March on.");
  expect(said("B> A is what we measured.\n\nIt holds.")).toContain("B> A");
});

test("the end of a quoted line that a client broke off is quoted", () => {
  const long = "> We would like to move into the hall in March, and need the floor plan";
  expect(said(`${HEADER}\n${long}\nbefore that\n> with all measures.\n\nIt comes today.`)).toBe("It comes today.");
  expect(said(`${HEADER}\n> The plan: https://fjordkyl.example/plan?\nhall=4)\n> Ada\n\nThanks.`)).toBe("Thanks.");
  expect(said(`${HEADER}\n> Would you like to move into the hall in March, or rather in April?\nyes\n> Ada`)).toBe(
    "yes",
  );
});

test("an ornament of marks is no quote", () => {
  expect(said("Visit us in hall 4\n>>> https://nordfrakt.example <<<\nor call.")).toContain("nordfrakt.example");
});

test.each([
  ["Gmail, years ago", "2013/7/20 Ada Berg <ada@fjordkyl.example>"],
  ["Gmail, with a time and no address", "2016-03-03 17:21 GMT+01:00 Ada Berg"],
  ["a telephone", "---- Ada Berg wrote ----"],
  ["a telephone, with what it is", "Sent from my Galaxy Ada Berg <ada@fjordkyl.example> wrote:"],
  [
    "an address in lines of its own",
    "On Mon, 2 Feb 2026 at 10:00 Ada Berg\n\n<\nmailto:Ada Berg <ada@fjordkyl.example>\n> wrote:",
  ],
  [
    "Dutch, the verb at the end",
    "Op 17-feb.-2026, om 13:18 heeft Ada Berg <ada@fjordkyl.example> het volgende geschreven:",
  ],
  ["a webmail", "-----Reply Message-----"],
  ["a webmail, as in a list", "- Le 2026-02-02 10:00, Ada Berg a écrit :"],
])("a quote is known by its header: %s", (_, header) => {
  expect(said(`Fine with me\n\n${header}\n\nWhat about it?`)).toBe("Fine with me");
  expect(said(`Fine with me\n\n${header}\n\n> What about it?`)).toBe("Fine with me");
});

test("a signature below the quote is a signature, whether a line of dashes or a name begins it", () => {
  const mail = `Fine with me.\n\n${HEADER}\n> What about it?\n\n`;
  expect(kinds(`${mail}-- \nMarta`)).toEqual(["said", "quote", "signature"]);
  expect(kinds(`${mail}Marta Lindqvist\nHead of Operations\n+46 31 123 45 67`)).toEqual(["said", "quote", "signature"]);
  expect(kinds("--\nMarta Lindqvist")).toEqual(["said"]);
  expect(said("It comes today.\n\nMarta\n--")).toBe("It comes today.\n\nMarta");
});

test("a list's footer below the quote is a notice", () => {
  const footer = "_______________________________________________\nhalls mailing list\nhttps://lists.example/halls";
  expect(kinds(`${HEADER}\n> What about it?\n\nFine.\n\n> Ada\n${footer}`)).toEqual([
    "quote",
    "said",
    "quote",
    "disclaimer",
  ]);
});

test("the line of dashes above a signature that HTML marks belongs to it", () => {
  const text = "Fine.\n\n--\nMarta Lindqvist";
  const marks = [{ kind: "signature" as const, start: text.indexOf("Marta"), end: text.length }];
  expect(splitQuotes(text, { marks }).map((span) => span.kind)).toEqual(["said", "signature"]);
});

test("the sign with which a service counts who opens a mail was not said", () => {
  expect(said("It comes today.\n\nᐧ\n")).toBe("It comes today.");
});

test("a mail that begins with the header of another is what it passes on", () => {
  const older = "From: Ada Berg <ada@fjordkyl.example>\nSent: Monday\nTo: Marta\nSubject: Plan\n\nThe plan.";
  expect(kinds(older)).toEqual(["forward"]);
  expect(kinds(`Fine.\n\n${older}`)).toEqual(["said", "quote"]);
  expect(kinds("> The plan?")).toEqual(["quote"]);
});

test("what stands right above a line that says that the rest is passed on was said", () => {
  const passedOn =
    "---------------------- Forwarded by Marta Lindqvist on 04/23/2026 07:34 AM ----------------------\nFrom: Ada Berg on 04/20/2026 07:26 PM\nTo: Marta\ncc: Jonas\nSubject: Plan\n\nThe plan.";
  expect(said(`For you.\n${passedOn}`)).toBe("For you.");
});

test("a notice has its heading with it", () => {
  const notice = "The information in this e-mail is confidential and intended solely for the addressee.";
  expect(said(`Fine.\n\nDisclaimer\n\n${notice}`)).toBe("Fine.");
  expect(said("Fine.\n\nDisclaimer\n\nI know nothing of roofs.")).toContain("Disclaimer");
});

test("what a telephone says of itself is no part of what was said, right below it too", () => {
  expect(said("Fine.\nMarta\nGet Outlook for iOS<https://aka.ms/o0ukef>")).toBe("Fine.\nMarta");
  expect(said("Fine.\nSent from my iPhone")).toBe("Fine.");
  expect(said("Fine.\n--------------------------\nSent from my BlackBerry")).toBe("Fine.");
  expect(said("The racks are on their way.\nSent from my mobile crane, which is slow.")).toContain("crane");
  expect(said("The racks left the port,\nsent from Hamburg by rail.")).toContain("Hamburg");
});

test("hostile marks are read in linear time", () => {
  for (const line of [
    "AB> a\n",
    "On 1:11 2000 wrote ",
    "-- On 1:11 2000 wrote:\n",
    `${"-".repeat(200)} On 1:11 2000 wrote:\n`,
    `> ${"a".repeat(60)}\nb\n`,
    "> https://a\nb)\n",
    ">>> a <<<\n",
    "2013/7/20 a <",
  ])
    splitQuotes(endless(line), { from: FROM });
});

test("lines and headings as stand above notices are read in linear time, however many they are", () => {
  const notice = "This message is confidential and intended only for the addressee, who may not pass it on.\n\n";
  for (const block of ["=======\n\na\n\n", "Disclaimer\n\n", notice]) splitQuotes(endless(block));
});

test("answers between quotes are read in linear time, also below empty lines without end", () => {
  for (const block of ["> a\nb\n", "On Mon, 2 Feb 2026 Ada wrote:\n> a\nb\n"])
    splitQuotes(`${endless("\n")}${endless(block)}`, { from: FROM });
});
