import { expect, test } from "vitest";
import { endless } from "../../../testing/endless.ts";
import { htmlToMarkedText } from "../html/html.ts";
import { saidText, splitQuotes } from "./quotes.ts";

const marta = { name: "Marta Lindqvist", address: "marta.lindqvist@nordfrakt.example" };
const said = (text: string, from = marta) => saidText(text, splitQuotes(text, { from }));

test.each([
  "##- Please type your reply above this line -##",
  "##- Bitte geben Sie Ihre Antwort über dieser Zeile ein. -##",
  "—-—-—-—\nReply above this line.",
  "--- Please respond above this line ---",
  "Antwoord boven deze regel",
])("what a ticket system sent stands below its line: %s", (line) => {
  expect(said(`It is mended.\n\n${line}\n\nYour request was updated.\n\nIs it mended?`)).toBe("It is mended.");
});

test("a ticket system's own mail is read from below its line to the older ones", () => {
  const text =
    "##- Please type your reply above this line -##\n\nYour pallets leave on Thursday.\n\n----------------------\n\nAda Berg, Mar 3, 2026, 9:12 AM\n\nWhen do they leave?\n\n----------------------\nThis email is a service from Nordfrakt. Delivered by Zendesk";
  expect(splitQuotes(text).map(({ kind }) => kind)).toEqual(["disclaimer", "said", "quote"]);
  expect(said(text)).toBe("Your pallets leave on Thursday.");
});

test.each([
  "Please sign above this line and send it back.",
  "The deadline:\n\n--------------------\nSite Visit, March 5, 2026, 10:00\n\nDock 4",
  "The signature stands above this line. Reply when you have seen it.",
])("a person who draws lines or speaks of them is heard whole: %s", (text) => {
  expect(said(`Hello Ada,\n\n${text}`)).toBe(`Hello Ada,\n\n${text}`);
});

const BOX = `|---------+---------------------------->
|         |           Ada Berg         |
|         |           03/03/2026 09:12 |
|---------+---------------------------->
  >-------------------------------------------------|
  |      To:       Marta Lindqvist/NF@NF            |
  |      cc:                                        |
  |      Subject:  Plan                             |
  >-------------------------------------------------|`;

test.each([
  ["a drawn box", BOX],
  [
    "dashes around who wrote",
    "-----Ada Berg <ada@fjordkyl.example> wrote: -----\nTo: Marta <marta@nordfrakt.example>\nFrom: Ada\nSubject: Plan",
  ],
  [
    "the company's name above who wrote",
    "   \n\tFjordkyl Trading Corp.\n\t\n\tFrom:  Ada Berg                           03/03/2026 09:12 AM\n\t\n\nTo: Marta Lindqvist/NF@NF\ncc:  \nSubject: Plan",
  ],
  ["whom it went to and nothing else", "To: Marta Lindqvist/NF@NF, Bo Ek/NF@NF\ncc:  \nSubject: Plan"],
  ["the same in German", "-----Ada Berg schrieb: -----\nAn: Marta\nVon: Ada\nBetreff: Plan"],
])("what Lotus Notes repeats is a quote: %s", (_, header) => {
  expect(said(`Approved.\n\nMarta\n\n${header}\n\nPlease approve.\n`)).toBe("Approved.\n\nMarta");
});

test("a table that somebody draws is said", () => {
  const table = "|---------+---------|\n| Dock    | Pallets |\n|---------+---------|\n| 4       | 40      |";
  expect(said(`So:\n\n${table}`)).toBe(`So:\n\n${table}`);
});

const OUTLOOK = "From: Ada Berg <ada@fjordkyl.example>\nSent: Tuesday, March 3, 2026 9:12 AM\nTo: Marta\nSubject: Plan";

test.each([
  ["See my answers below.", "ML: Forty."],
  ["Answers inline in red.", "Marta: Forty."],
  ["Meine Antworten stehen unten.", "Marta Lindqvist: Vierzig."],
  ["Hi Ada,", "[Marta] Forty."],
  ["Hi Ada,", "[ML]: Forty."],
  ["Comments inline.", "ML> Forty."],
])("who answers within an Outlook quote, with their name in front, is heard: %s %s", (above, answer) => {
  const text = `${above}\n\n${OUTLOOK}\n\nHi Marta,\n\nHow many pallets?\n${answer}\n\nAda\n`;
  expect(said(text)).toBe(`${above}\n\n\n${answer}`);
});

test("an answer that goes on in the next line is heard whole, the next question is not", () => {
  const answer = "[Marta] We need forty of them, and as many again in the second week,\nso eighty in all.";
  const text = `See below.\n\n${OUTLOOK}\n\nHow many pallets?\n${answer}\nWhen do you start?\n`;
  expect(said(text)).toBe(`See below.\n\n\n${answer}`);
});

test.each([
  ["Thanks, noted.", "Marta: please bring the plan."],
  ["Thanks, noted.", "ML: brings the plan by Friday."],
  ["See my answers below.", "Jonas: Forty."],
  ["See my answers below.", "[Jonas] Forty."],
])("what others wrote, or wrote to them, stays a quote: %s %s", (above, line) => {
  expect(said(`${above}\n\n${OUTLOOK}\n\nHi Marta,\n\n${line}\n\nAda\n`)).toBe(above);
});

test("what they answered in an older mail stays a quote", () => {
  const older = `Hello,\n\n${"so we go on.\n".repeat(12)}\n${OUTLOOK}\n\nHow many?\n[Marta] Forty.\n`;
  expect(said(`Fine.\n\n${OUTLOOK}\n\n${older}`)).toBe("Fine.");
});

test("dates in the figures of other scripts are dates", () => {
  const header = "في الثلاثاء، ٣ مارس ٢٠٢٦ في ٩:١٢ ص تمت كتابة ما يلي بواسطة Ada Berg <ada@fjordkyl.example>:";
  expect(said(`Ok.\n\n${header}\n\n> Thursday?\n`)).toBe("Ok.");
});

test("Outlook on a phone wraps the mail that is answered", () => {
  const { text, marks } = htmlToMarkedText(
    '<div>On my way.</div><div id="mail-editor-reference-message-container"><div><b>Xyz:</b> Ada</div><p>Thursday?</p></div>',
  );
  expect(saidText(text, splitQuotes(text, { marks }))).toBe("On my way.");
});

test("hostile runs of such lines are read in linear time", () => {
  for (const text of [
    `a\n${endless("|----------|\n")}`,
    `a\n${endless("reply above this line. ")}`,
    `a\n${endless("---------------\nAda Berg, Mar 3, 2026, 9:12 AM\n")}`,
    `${endless("\n")}${endless("---------------\nAda, 2026 9:12\n")}`,
    `see below\n\n${OUTLOOK}\n\n${endless("[Marta] ")}`,
    `see below\n\n${OUTLOOK}\n\n${endless(`[Marta] ${"x".repeat(60)}\n`)}`,
    `see below\n\n${OUTLOOK}\n\n${endless("M. ")}`,
    endless("٣"),
  ]) {
    splitQuotes(text, { from: marta });
  }
});
