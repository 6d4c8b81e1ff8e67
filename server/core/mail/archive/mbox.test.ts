import fc from "fast-check";
import { expect, test } from "vitest";
import { splitMbox } from "./mbox.ts";

async function split(text: string, chunkBytes = 7, limitBytes = 1_000_000): Promise<string[]> {
  const bytes = Buffer.from(text);
  async function* source() {
    for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes);
  }
  const messages: string[] = [];
  let current = "";
  for await (const { bytes: chunk, last } of splitMbox(source(), limitBytes)) {
    current += Buffer.from(chunk).toString();
    if (last) {
      messages.push(current);
      current = "";
    }
  }
  return messages;
}

test("each message ends where the next one begins", async () => {
  expect(await split("From a\nSubject: 1\n\none\n\nFrom b\nSubject: 2\n\ntwo\n")).toEqual([
    "Subject: 1\n\none\n\n",
    "Subject: 2\n\ntwo\n",
  ]);
});

test("a line that begins with From inside a paragraph does not end a message", async () => {
  expect(await split("From a\nSubject: 1\n\nhello\nFrom here on it is different\n")).toEqual([
    "Subject: 1\n\nhello\nFrom here on it is different\n",
  ]);
});

test("a sentence that begins with From, behind an empty line and not escaped, does not end a message either", async () => {
  const body = "Subject: 1\n\nhello\n\nFrom there we went on by train\n\n";
  expect(await split(`From a\n${body}From ada@fjordkyl.example Mon Feb  2 10:00:00 2026\nSubject: 2\n\ntwo\n`)).toEqual(
    [body, "Subject: 2\n\ntwo\n"],
  );
});

test("a line with a time or a date, behind an empty line and not escaped, ends no message where no header follows", async () => {
  for (const line of [
    "From 8:00 on the gate is open.",
    "From ada Mon Feb  2 10:00:00 2026",
    "From 1 to 9 March 2026",
  ]) {
    const body = `Subject: 1\n\nhello\n\n${line}\nand so on\n\n`;
    const file = `From a\n${body}From - Mon Feb  2 10:00:00 2026\nSubject: 2\n\ntwo\n`;
    for (const chunkBytes of [7, 1000]) expect(await split(file, chunkBytes)).toEqual([body, "Subject: 2\n\ntwo\n"]);
  }
  const alone = "Subject: 1\n\nFrom 8:00 on the gate is open.\n\nAda\n";
  expect(await split(`From a\n${alone}`)).toEqual([alone]);
});

test("a From line that no sentence looks like begins a message without an empty line in front, as Thunderbird leaves it", async () => {
  const first = "Subject: 1\n\nhello\n--b--\n";
  const second = "Return-Path: <ada@fjordkyl.example>\nSubject: 2\n\ntwo\n";
  for (const line of ["From - Mon Feb  2 10:00:00 2026", "From ", "From ada@fjordkyl.example Mon Feb  2 10:00:00 2026"])
    for (const chunkBytes of [7, 1000])
      expect(await split(`From a\n${first}${line}\n${second}`, chunkBytes)).toEqual([first, second]);
  const told = "Subject: 1\n\nhello\nFrom 8:00 2026\nSubject: lunch\n";
  expect(await split(`From a\n${told}`)).toEqual([told]);
});

const patch = (n: number) =>
  `From ${String(n).repeat(40)} Mon Sep 17 00:00:00 2001\nFrom: Ada <ada@fjordkyl.example>\n`;
test("a patch of git's within a mail is a part of it, and a file of such patches is a message for each", async () => {
  const mail = `Subject: 1\n\n--b\nContent-Type: text/x-patch\n\n${patch(1)}Subject: [PATCH] x\n\n--b--\n`;
  expect(await split(`From a\n${mail}`)).toEqual([mail]);
  expect(await split(`${patch(1)}Subject: x\n\n-- \n2.4\n\n${patch(2)}Subject: y\n`)).toHaveLength(2);
});

test("whatever name or time a From line has, it begins a message", async () => {
  const lines = [
    "From ",
    "From -",
    "From nobody",
    "From - Mon Feb  2 10:00:00 2026",
    "From a b Thu Jan 1 1970",
    "From a 2 Feb 9:05 CET",
  ];
  expect(await split(lines.map((line) => `${line}\nSubject: x\n\n`).join(""))).toHaveLength(lines.length);
});

test("a mailbox whose first From line was lost keeps its first message", async () => {
  expect(await split("Subject: 1\n\none\n\nFrom b\nSubject: 2\n")).toEqual(["Subject: 1\n\none\n\n", "Subject: 2\n"]);
});

test("an escaped From line loses one mark", async () => {
  expect(await split("From a\n\n>From me\n>>From him\n> From nobody\n")).toEqual([
    "\nFrom me\n>From him\n> From nobody\n",
  ]);
});

test("a truncated mailbox still gives what is there of its last message", async () => {
  expect(await split("From a\nSubject: 1\n\none\n\nFrom b\nSubj")).toEqual(["Subject: 1\n\none\n\n", "Subj"]);
});

test("an empty mailbox holds no message", async () => {
  expect(await split("")).toEqual([]);
});

test("a message above the limit comes in pieces and is not held whole", async () => {
  const body = "x".repeat(60).concat("\n").repeat(100);
  const pieces: number[] = [];
  async function* source() {
    for (const line of `From a\n${body}`.match(/.*\n/g)!) yield Buffer.from(line);
  }
  for await (const { bytes } of splitMbox(source(), 1000)) pieces.push(bytes.length);
  expect(Math.max(...pieces)).toBeLessThan(1200);
  expect(pieces.reduce((a, b) => a + b)).toBe(body.length);
});

test("where the chunks are cut makes no difference", async () => {
  const line = fc.constantFrom("From x", "From - A 1:00", "Subject: x", ">From y", "", "text", "\r", "\n", "From", ">");
  const end = fc.constantFrom("\n", "\r\n", "\r");
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { maxLength: 30 }),
      fc.integer({ min: 1, max: 20 }),
      end,
      async (lines, size, ends) => {
        const mbox = ["From a", ...lines].join(ends);
        expect(await split(mbox, size)).toEqual(await split(mbox, 10_000));
      },
    ),
  );
});

const inReturns = (text: string) => text.replaceAll("\n", "\r");

test("a mailbox of an old Mac, whose lines end with a CR alone, is split like any other, and its messages stay as they are", async () => {
  const text = "From a\nSubject: 1\n\none\n\n>From here\n\nFrom there we went\n\nFrom b 2026\nSubject: 2\n\ntwo\n";
  for (const size of [1, 7, 1000])
    expect(await split(inReturns(text), size)).toEqual((await split(text)).map(inReturns));
});

test("behind such a mailbox others may stand with lines that end otherwise", async () => {
  const [lf, cr, crlf] = [1, 2, 3].map((n) => `From a ${2000 + n}\nSubject: ${n}\n\nOpen\nFrom 9:00 on\n\n`) as [
    string,
    string,
    string,
  ];
  const text = inReturns(cr) + lf + crlf.replaceAll("\n", "\r\n") + inReturns(cr);
  for (const size of [1, 7, 1000]) expect(await split(text, size)).toHaveLength(4);
});

test("a CR in a line that ends with LF, or before its CRLF, ends none", async () => {
  const text = "From a\nSubject: 1\n\nat 10 %\r\r\rFrom 2025 to 2026\n\nFrom b\r\r\nSubject: 2\n";
  expect(await split(text)).toHaveLength(2);
  expect(await split("From a\r\r\nSubject: 1\r\r\n")).toEqual(["Subject: 1\r\r\n"]);
});

test("a large message of an old Mac comes in pieces too", async () => {
  const body = "x".repeat(60).concat("\r").repeat(100);
  const pieces: number[] = [];
  async function* source() {
    for (const line of `From a\r${body}`.match(/.*\r/g)!) yield Buffer.from(line);
  }
  for await (const { bytes } of splitMbox(source(), 1000)) pieces.push(bytes.length);
  expect(Math.max(...pieces)).toBeLessThan(1200);
  expect(pieces.reduce((a, b) => a + b)).toBe(body.length);
});
