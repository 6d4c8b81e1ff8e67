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
  const line = fc.constantFrom("From x", ">From y", "", "text", "\r", "From", ">");
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 30 }), fc.integer({ min: 1, max: 20 }), async (lines, size) => {
      const mbox = `From a\n${lines.join("\n")}`;
      expect(await split(mbox, size)).toEqual(await split(mbox, 10_000));
    }),
  );
});
