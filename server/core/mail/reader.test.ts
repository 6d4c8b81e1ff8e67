import { afterEach, expect, test } from "vitest";
import { MailReader, type ReaderOptions } from "./reader.ts";

const AT = "2026-03-02T09:00:00.000Z";
const readers: MailReader[] = [];
const reader = (options: Partial<ReaderOptions> = {}): MailReader => {
  const one = new MailReader(options);
  readers.push(one);
  return one;
};
afterEach(() => {
  for (const one of readers.splice(0)) one.close();
});

const bytes = (text: string): Uint8Array => Buffer.from(text);
const mail = (subject: string): Uint8Array =>
  bytes(`From: Marta Lindqvist <marta@nordfrakt.example>\r\nSubject: ${subject}\r\n\r\nCould you send the offer?\r\n`);

const threadOf = (code: string) => new URL(`data:text/javascript,${encodeURIComponent(code)}`);

/** A thread that knows nothing of mail: it ends at "end", never comes to an end with "never", and calls everything else unreadable. */
const FRAGILE = threadOf(`
    import { parentPort } from "node:worker_threads";
    parentPort.on("message", ({ id, bytes, lengths }) => {
      const text = Buffer.from(bytes).toString();
      if (text.includes("end")) process.exit(1);
      while (text.includes("never"));
      parentPort.postMessage({ id, messages: lengths.map(() => ({ unreadable: "seen" })) });
    });
    parentPort.postMessage("ready");`);

/** A thread that has started answers in a fraction of it, also where others want the processor. */
const LIMIT_MS = 1000;

test("messages are read in their order, each with what identifies it and what it asks", async () => {
  const [first, second] = await reader().read([mail("Offer"), mail("Prices")], AT);
  expect(first).toMatchObject({ mail: { subject: "Offer", at: AT, ask: { text: "Could you send the offer?" } } });
  expect(second).toMatchObject({ mail: { subject: "Prices", snippet: "Could you send the offer?" } });
});

test("attachments arrive whole, also small ones that share their memory", async () => {
  const attached = (content: string) =>
    bytes(
      `From: marta@nordfrakt.example\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: application/pdf; name="a.pdf"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(content).toString("base64")}\r\n--b--\r\n`,
    );
  const contents = ["a", "b".repeat(100_000)];
  const answers = await reader().read(contents.map(attached), AT);
  const found = answers.map((one) => ("mail" in one ? one.mail.attachments[0]!.content : new Uint8Array()));
  expect(found.map((content) => Buffer.from(content).toString())).toEqual(contents);
});

test("what is no mail is unreadable, with the reason; the rest is read", async () => {
  const answers = await reader().read([bytes(""), mail("Offer"), bytes("\r\n\r\nno headers")], AT);
  expect(answers).toMatchObject([
    { unreadable: "it is empty" },
    { mail: { subject: "Offer" } },
    { unreadable: expect.any(String) },
  ]);
});

test("a message that ends the thread is unreadable alone: those beside it are read by another", async () => {
  const answers = await reader({ thread: FRAGILE }).read(["a", "end", "b"].map(bytes), AT);
  expect(answers).toMatchObject([
    { unreadable: "seen" },
    { unreadable: expect.stringContaining("does not survive") },
    { unreadable: "seen" },
  ]);
});

test("a message that is read for ever is given up", async () => {
  const [answer] = await reader({ thread: FRAGILE, limitMs: LIMIT_MS }).read([bytes("never")], AT);
  expect(answer).toMatchObject({ unreadable: expect.stringContaining("too long") });
});

test("many handfuls may be asked for at once", async () => {
  const one = reader();
  const answers = await Promise.all(["A", "B", "C"].map((subject) => one.read([mail(subject)], AT)));
  expect(answers.flat()).toMatchObject([
    { mail: { subject: "A" } },
    { mail: { subject: "B" } },
    { mail: { subject: "C" } },
  ]);
});

test("nobody is blamed for what another handful does to the thread, by ending it or by never coming to an end", async () => {
  for (const fault of ["end", "never"]) {
    const one = reader({ thread: FRAGILE, limitMs: LIMIT_MS });
    const [, ...others] = await Promise.all([fault, "a", "b"].map((text) => one.read([bytes(text)], AT)));
    expect(others.flat()).toEqual([{ unreadable: "seen" }, { unreadable: "seen" }]);
  }
});

test("a thread that has rested is followed by another", async () => {
  const one = reader({ idleMs: 0 });
  await one.read([mail("A")], AT);
  await new Promise((resolve) => setImmediate(resolve));
  expect(await one.read([mail("B")], AT)).toMatchObject([{ mail: { subject: "B" } }]);
});

test("when the server stops, what is being read fails instead of being called unreadable", async () => {
  const one = reader({ thread: FRAGILE });
  const reading = one.read([bytes("never")], AT);
  one.close();
  await expect(reading).rejects.toThrow("the server stops");
  await expect(one.read([bytes("a")], AT)).rejects.toThrow("the server stops");
});

test("a thread that cannot start says nothing about any message: reading fails, with the reason, until one starts", async () => {
  for (const code of ["throw new Error('out of threads')", "process.exit(1)"]) {
    const reading = reader({ thread: threadOf(code) }).read([mail("Offer"), mail("Prices")], AT);
    await expect(reading).rejects.toMatchObject({
      code: "unavailable",
      message: expect.stringMatching(/does not start \((out of threads|it has stopped)\)/),
    });
  }
});

test("when the server stops while a thread starts, what was to be read fails", async () => {
  const one = reader({ thread: threadOf("await new Promise((resolve) => setTimeout(resolve, 2 ** 30))") });
  const reading = one.read([mail("Offer")], AT);
  one.close();
  await expect(reading).rejects.toThrow("the server stops");
});
