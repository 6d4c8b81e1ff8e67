import { capture } from "@sidenote/contract/capture";
import { emails } from "@sidenote/contract/emails";
import { imports } from "@sidenote/contract/imports";
import { afterAll, beforeAll, expect, test } from "vitest";
import { importMail, mail, mbox } from "../../testing/factories.ts";
import { createWorld, type World } from "../../testing/world.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

test("a time that no calendar has, or beyond the year 9999, does not stop an import", async () => {
  const dates = [
    "Mon, 2 Feb 99999 10:00:00 +0000",
    "Fri, 13 Sep 275760 00:00:00 +0000",
    "Sat, 31 Dec 9999 23:59:59 -1200",
  ];
  const more = [
    "Mon, 2 Feb 0000 10:00:00 +0000",
    "Thu, 01 Jan -500 00:00:00 +0000",
    "31 Feb 2026 25:61:00 +9999",
    "soon",
  ];
  const ada = await world.person();
  const done = await importMail(world, ada, mbox(...[...dates, ...more].map((date) => mail({ date }))));
  expect(done).toMatchObject({ state: "done", counts: { seen: 7, stored: 7 } });
});

test("a byte order mark before a mailbox or a message costs none", async () => {
  const ada = await world.person();
  const mailbox = `\ufeff${mbox(mail({ id: "<one@bom>" }), mail({ id: "<two@bom>" }))}`;
  expect((await importMail(world, ada, mailbox)).counts).toMatchObject({ seen: 2, stored: 2 });
  const done = await importMail(world, ada, `\ufeff${mail({ id: "<three@bom>" })}`, { name: "one.eml" });
  const [item] = (await ada.api(imports.items, { id: done.id })).items;
  expect((await ada.api(emails.get, { id: item!.emailId! })).from.address).toBe("marta@nordfrakt.example");
});

test("a file of Apple Mail is the message in it, without what the program knows of it; a length that is wrong cuts nothing away", async () => {
  const ada = await world.person();
  const text = async (length: number, body: string) => {
    const message = mail({ id: `<${length}@apple>`, text: body });
    const plist =
      '<?xml version="1.0" encoding="UTF-8"?>\n<plist version="1.0"><dict><key>flags</key></dict></plist>\n';
    const bytes = `${(length || Buffer.byteLength(message)).toString().padEnd(10)}\n${message}${plist}`;
    const done = await importMail(world, ada, bytes, { name: "12345.emlx" });
    expect(done.counts).toMatchObject({ seen: 1, stored: 1 });
    const [item] = (await ada.api(imports.items, { id: done.id })).items;
    return (await ada.api(emails.get, { id: item!.emailId! })).text.trim();
  };
  expect(await text(0, "Grüße, the ramp is free.")).toBe("Grüße, the ramp is free.");
  expect(await text(300, "Not all of it.\n\nThe end of it.")).toContain("The end of it.");
});

test("a message saved as UTF-16 is no empty mail: it is said what it is", async () => {
  const ada = await world.person();
  const done = await importMail(world, ada, Buffer.from(`\ufeff${mail()}`, "utf16le"), { name: "one.eml" });
  expect(done.counts).toMatchObject({ seen: 0, notMail: 1 });
  const [item] = (await ada.api(imports.items, { id: done.id })).items;
  expect(item?.reason).toMatch(/UTF-16/);
});

test("mail of an old Mac, whose lines end with a CR alone, is read as what it is, and is the same mail as elsewhere", async () => {
  const ada = await world.person();
  const inReturns = (text: string) => text.replaceAll("\n", "\r");
  const nameless = mail({ id: null, subject: "Nameless", text: "Two lines,\nboth kept.\n\n> and a quote" });
  const broken = `From: x@y.example\n${'Content-Type: multipart/mixed; boundary="a"\n\n--a\n'.repeat(200)}`;
  const mailbox = mbox(mail({ id: "<one@mac>" }), nameless, broken);
  const done = await importMail(world, ada, inReturns(mailbox), { as: null, name: "In" });
  expect(done).toMatchObject({
    counts: { seen: 3, stored: 2, setAside: 1, notMail: 0 },
    guessedAddress: "ada@fjordkyl.example",
  });
  const items = (await ada.api(imports.items, { id: done.id })).items;
  const namelessStored = await ada.api(emails.get, { id: items[1]!.emailId! });
  expect(namelessStored).toMatchObject({ subject: "Nameless", from: { address: "marta@nordfrakt.example" } });
  expect(namelessStored.text).toContain("Two lines,\nboth kept.");
  const aside = await world.fetch(`/v1/files/${items[2]!.fileId}`, { headers: ada.headers });
  expect(await aside.text()).toBe(inReturns(`${broken}\n`));
  expect((await importMail(world, ada, mailbox)).counts).toMatchObject({ stored: 0, duplicate: 2, setAside: 1 });
  const one = await importMail(world, ada, inReturns(`Status: RO\n${mail({ id: "<two@mac>" })}`), { name: "two" });
  expect(one.counts).toMatchObject({ seen: 1, stored: 1 });
});

test("what is never to be stored is not, also from an old Mac's mailbox, and what only quotes it is kept", async () => {
  const ada = await world.person();
  await ada.api(capture.update, { version: 0, neverStore: ["nordfrakt.example"] });
  const broken = `From: x@nordfrakt.example\n${'Content-Type: multipart/mixed; boundary="a"\n\n--a\n'.repeat(200)}`;
  const quoting = broken.replace("nordfrakt", "havsfisk").replace("\n\n", "\n\nFrom: x@nordfrakt.example\n");
  const done = await importMail(world, ada, mbox(mail(), broken, quoting).replaceAll("\n", "\r"));
  expect(done.counts).toMatchObject({ seen: 3, notWanted: 2, setAside: 1 });
});

test("a panel's copy is one of two alike mails of a file, and the other is not lost", async () => {
  const ada = await world.person();
  await ada.api(emails.store, {
    sourceId: "gmail:alike",
    threadSourceId: "gmail:alike-thread",
    subject: "Cold storage",
    from: { name: "Marta Lindqvist", address: "marta@nordfrakt.example" },
    to: [{ name: "me", address: "ada@fjordkyl.example" }],
    at: "2026-02-02T09:00:00.000Z",
    text: "ok",
  });
  const alike = mbox(mail({ id: "<one@alike>", text: "ok" }), mail({ id: "<two@alike>", text: "ok" }));
  expect((await importMail(world, ada, alike)).counts).toMatchObject({ stored: 1, duplicate: 1 });
  expect((await importMail(world, ada, alike)).counts).toMatchObject({ stored: 0, duplicate: 2 });
});

test("mails without a Message-ID are one when they are the same, and two when a file in them differs", async () => {
  const scan = (content: string) =>
    mail({ id: null, text: content, headers: { "Content-Type": "application/pdf; name=scan.pdf" } });
  const ada = await world.person();
  const file = mbox(scan("one"), scan("two"), scan("one"));
  expect((await importMail(world, ada, file)).counts).toMatchObject({ stored: 2, duplicate: 1 });
  expect((await importMail(world, ada, file)).counts).toMatchObject({ stored: 0, duplicate: 3 });
});

test("a mail with a Message-ID is not taken for one that a file had without, however alike", async () => {
  const ada = await world.person();
  const file = mbox(mail({ id: null }), mail({ id: "<one@named>" }), mail({ id: "<two@named>" }));
  expect((await importMail(world, ada, file)).counts).toMatchObject({ stored: 3, duplicate: 0 });
});

test("a mail that the database does not take is set aside with the reason and stops none of the others; tried again it comes in", async () => {
  const ada = await world.person();
  await world.app.db.statement(
    `create function refuse() returns trigger language plpgsql as
       $$ begin raise exception 'not this one' using errcode = '22P05'; end $$;
     create trigger refuse before insert on emails for each row when (new.subject = 'Too odd') execute function refuse()`,
  );
  const mails = ["One", "Too odd", "Three"].map((subject) => mail({ subject }));
  const done = await importMail(world, ada, mbox(...mails));
  expect(done).toMatchObject({ state: "done", counts: { seen: 3, stored: 2, setAside: 1 } });
  const odd = (await ada.api(imports.items, { id: done.id, outcome: "set_aside" })).items[0]!;
  expect(odd).toMatchObject({ position: 2, reason: expect.stringMatching(/cannot be stored.*22P05/) });
  expect(await ada.api(imports.retry, { id: done.id, item: odd.item })).toMatchObject({ outcome: "set_aside" });
  await world.app.db.statement("drop trigger refuse on emails; drop function refuse()");
  expect(await ada.api(imports.retry, { id: done.id, item: odd.item })).toMatchObject({ outcome: "stored" });
  expect((await ada.api(imports.get, { id: done.id })).counts).toMatchObject({ seen: 3, stored: 3, setAside: 0 });
});
