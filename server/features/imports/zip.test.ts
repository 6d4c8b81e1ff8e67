import { randomBytes } from "node:crypto";
import { deflateRawSync, gzipSync } from "node:zlib";
import { emails } from "@sidenote/contract/emails";
import type { ImportId } from "@sidenote/contract/ids";
import { imports } from "@sidenote/contract/imports";
import { ledger } from "@sidenote/contract/ledger";
import { pack } from "tar-stream";
import { afterAll, beforeAll, expect, test } from "vitest";
import { importMail, mail, mbox } from "../../testing/factories.ts";
import { createWorld, type Person, type World } from "../../testing/world.ts";
import { type ZipFileInput, zipOf } from "../../testing/zip.ts";
import { receiveBytes } from "./index.ts";
import { runImport } from "./run.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const notMail = async (ada: Person, id: ImportId) =>
  (await ada.api(imports.items, { id, outcome: "not_mail" })).items.map(({ file, reason }) => [file, reason]);

/** An import of these files as one .zip, what it says of those that are no mail, and whether its owner's ledger adds up. */
async function imported(files: readonly ZipFileInput[] | Buffer, name = "takeout.zip") {
  const ada = await world.person();
  const done = await importMail(world, ada, Buffer.isBuffer(files) ? files : zipOf(files), { name });
  expect(done).toMatchObject({ state: "done", bytesRead: done.bytesReceived });
  expect(await ada.api(ledger.sums, {})).toMatchObject({ unaccounted: 0, reconciled: true });
  return { ada, id: done.id, counts: done.counts, error: done.error, apart: await notMail(ada, done.id) };
}

const mailbox = (prefix: string, count = 2) =>
  mbox(...Array.from({ length: count }, (_, i) => mail({ id: `<${prefix}${i}@zip>`, subject: `${prefix} ${i}` })));

async function tarOf(files: Record<string, string | Buffer>): Promise<Buffer> {
  const tar = pack();
  for (const [name, content] of Object.entries(files)) tar.entry({ name }, content);
  tar.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of tar) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

test.each([
  ["deflated", {}, {}],
  ["stored", { stored: true }, {}],
  ["with sizes of eight bytes", {}, { zip64: true }],
])(
  "a Takeout as it comes is read, %s: its mailboxes and mails in any folder; the rest is left alone and said",
  async (_, file, options) => {
    const takeout = zipOf(
      [
        { name: "Takeout/", content: "", stored: true },
        { name: "Takeout/archive_browser.html", content: "<!doctype html><title>Takeout</title>" },
        { name: "Takeout/Mail/All mail.mbox", content: mailbox("all", 3) },
        { name: "Takeout/Mail/Räksmörgås.mbox", content: mailbox("other") },
        { name: "Takeout/Mail/Empty.mbox", content: "" },
        { name: "one.eml", content: mail({ id: "<eml@zip>" }) },
        { name: "Maildir/cur/1:2,S", content: mail({ id: "<maildir@zip>" }) },
        { name: "__MACOSX/._one.eml", content: mail({ id: "<shadow@zip>" }) },
      ].map((one) => ({ ...file, ...one })),
      options,
    );
    const { ada, id, counts, error, apart } = await imported(takeout);
    expect(error).toBeNull();
    expect(counts).toEqual({ seen: 7, stored: 7, duplicate: 0, setAside: 0, notWanted: 0, notMail: 1 });
    expect(apart).toEqual([["Takeout/archive_browser.html", "no headers of a mail at its beginning"]]);
    const { items } = await ada.api(imports.items, { id, outcome: "stored" });
    expect(items.map(({ file, position }) => `${file} ${position}`)).toEqual([
      ...[1, 2, 3].map((number) => `Takeout/Mail/All mail.mbox ${number}`),
      ...[1, 2].map((number) => `Takeout/Mail/Räksmörgås.mbox ${number}`),
      "one.eml 1",
      "Maildir/cur/1:2,S 1",
    ]);
  },
);

test("several zips dropped at once are each opened, beside other files; the same one again stores nothing twice, and all is taken back", async () => {
  const ada = await world.person();
  const first = zipOf([{ name: "Takeout/Mail/a.mbox", content: mailbox("a") }]);
  const files = await tarOf({
    "takeout-001.zip": first,
    [`${"long/".repeat(30)}takeout-002.zip`]: zipOf([{ name: "b.mbox", content: mailbox("b") }]),
    "notes.txt": "Just some notes of mine.",
    "c.mbox": mailbox("c"),
  });
  const done = await importMail(world, ada, files, { name: "4 files" });
  expect(done.counts).toMatchObject({ seen: 6, stored: 6, notMail: 1 });
  const { items } = await ada.api(imports.items, { id: done.id, outcome: "stored" });
  expect(items[0]).toMatchObject({ file: "takeout-001.zip/Takeout/Mail/a.mbox", position: 1 });
  const again = await importMail(world, ada, first, { name: "takeout-001.zip" });
  expect(again.counts).toMatchObject({ seen: 2, stored: 0, duplicate: 2 });
  for (const { id } of [done, again]) {
    await ada.api(imports.undo, { id });
    await world.work();
  }
  expect((await ada.api(emails.threads, {})).items).toEqual([]);
});

test("what cannot be opened in a zip says why and what to do, and the rest comes in", async () => {
  const secret = { name: "secret.mbox", content: mailbox("secret"), lies: { flags: 0x801 } };
  const { counts, error, apart } = await imported([
    secret,
    { name: "lzma.mbox", content: mailbox("lzma"), lies: { method: 14 } },
    { name: "inner.zip", content: zipOf([{ name: "x.mbox", content: mailbox("inner") }]) },
    { name: "inner.mbox.gz", content: gzipSync(mailbox("gz")) },
    { name: "offer.docx", content: zipOf([{ name: "[Content_Types].xml", content: "<Types/>" }]) },
    { name: "good.mbox", content: mailbox("good") },
  ]);
  expect(counts).toMatchObject({ seen: 2, stored: 2, setAside: 0, notMail: 5 });
  expect(error).toMatch(/^2 files could not be read, among them secret\.mbox: it is encrypted/);
  expect(apart).toEqual([
    ["secret.mbox", expect.stringMatching(/^it is encrypted: unpack the \.zip with its password/)],
    ["lzma.mbox", expect.stringMatching(/\(method 14\): unpack the \.zip/)],
    ["inner.zip", expect.stringMatching(/archive in an archive, which is not opened: unpack it/)],
    ["inner.mbox.gz", expect.stringMatching(/archive in an archive/)],
    ["offer.docx", "it is a document or a program, not mail"],
  ]);
});

test("a zip in a .tar.gz is not opened, and says so; an Office file is no archive of mail", async () => {
  const files = await tarOf({ "takeout.zip": zipOf([{ name: "x.mbox", content: mailbox("x") }]) });
  const packed = await imported(gzipSync(files), "mail.tgz");
  expect(packed.apart).toEqual([["takeout.zip", expect.stringMatching(/which is not opened/)]]);
  const office = await imported([{ name: "[Content_Types].xml", content: "<Types/>" }], "offer.docx");
  expect(office.apart).toEqual([["offer.docx", "it is a document or a program, not mail"]]);
});

test("names in a zip are shown and lead nowhere, whatever is in them", async () => {
  const names = ["../../etc/passwd.mbox", "/root/x.mbox", "C:\\mail\\y.mbox", "a\0b\u202e.mbox", "n".repeat(60_000)];
  const { ada, id, counts } = await imported([
    ...names.map((name, i) => ({ name, content: mailbox(`name${i}`, 1) })),
    { name: Buffer.from("R\x84ksm\x94rg\x86s.mbox", "latin1"), content: mailbox("dos", 1), lies: { flags: 0 } },
    { name: "../broken.eml", content: "" },
  ]);
  expect(counts).toMatchObject({ seen: 7, stored: 6, setAside: 1 });
  const { items } = await ada.api(imports.items, { id });
  expect(items.map((item) => item.file)).toEqual([
    "../../etc/passwd.mbox",
    "/root/x.mbox",
    "C:/mail/y.mbox",
    "a\ufffdb\ufffd.mbox",
    "n".repeat(500),
    "Räksmörgås.mbox",
    "../broken.eml",
  ]);
  const file = await world.fetch(`/v1/files/${items.at(-1)!.fileId}`, { headers: ada.headers });
  expect(file.headers.get("content-disposition")).not.toMatch(/[/\\]/);
});

test("of a damaged zip all that is whole comes in, and what is not is named", async () => {
  const many = mailbox("cut", 60);
  const packed = deflateRawSync(many);
  const rest = [{ name: "good.mbox", content: mailbox("good") }];
  const cut = await imported([{ name: "cut.mbox", content: many, lies: { packedSize: packed.length - 100 } }, ...rest]);
  expect(cut.counts.stored).toBeGreaterThan(40);
  expect(cut.error).toMatch(/^cut\.mbox: it is cut off or damaged/);
  expect(cut.apart).toEqual([["cut.mbox", expect.stringMatching(/cut off or damaged/)]]);
  const wrong = [
    [{ crc: 1 }, /its checksum does not fit/],
    [{ size: many.length - 1 }, /its checksum does not fit/],
    [{ size: many.length + 1 }, /cut off or damaged/],
  ] as const;
  for (const [lies, reason] of wrong) {
    const { counts, apart } = await imported([{ name: "wrong.mbox", content: many, lies }, ...rest]);
    expect(counts, JSON.stringify(lies)).toMatchObject({ stored: 62, notMail: 1 });
    expect(apart).toEqual([["wrong.mbox", expect.stringMatching(reason)]]);
  }
  const short = { name: "short.eml", content: mail(), stored: true, lies: { packedSize: 100 } };
  expect((await imported([short, ...rest])).apart).toEqual([
    ["short.eml", expect.stringMatching(/cut off or damaged/)],
  ]);
  for (const lies of [{ offset: 7 }, { offset: 2 ** 31 }, { packedSize: 2 ** 31 }]) {
    const lost = await imported([{ name: "lost.mbox", content: many, lies }, ...rest]);
    expect(lost.counts, JSON.stringify(lies)).toMatchObject({ stored: 2, notMail: 1 });
    expect(lost.apart).toEqual([["lost.mbox", expect.stringMatching(/cut off or damaged/)]]);
  }
});

test("a zip without its end is not guessed at: it says that it must be had again", async () => {
  const whole = zipOf([{ name: "a.mbox", content: mailbox("a", 50) }]);
  const noDirectory = Buffer.concat([whole.subarray(0, -60), Buffer.from("PK\x05\x06".padEnd(22, "\0"), "latin1")]);
  for (const bytes of [whole.subarray(0, whole.length / 2), whole.subarray(0, -1), whole.subarray(0, 10)]) {
    const { counts, apart } = await imported(bytes);
    expect(counts).toMatchObject({ seen: 0, notMail: 1 });
    expect(apart).toEqual([["takeout.zip", expect.stringMatching(/its directory.* download or copy it again/)]]);
  }
  expect((await imported(noDirectory)).counts).toMatchObject({ seen: 0 });
  expect((await imported([])).counts).toMatchObject({ seen: 0, notMail: 0 });
});

test("a zip that would fill the disk is not unpacked, in one file or in many that share their bytes; nothing beside it suffers", async () => {
  const zeros = Buffer.concat([Buffer.from(mailbox("bomb", 1)), Buffer.alloc(80_000_000)]);
  const one = await imported([
    { name: "bomb.mbox", content: zeros },
    { name: "good.mbox", content: mailbox("good") },
  ]);
  expect(one.counts).toMatchObject({ seen: 2, stored: 2, notMail: 1 });
  expect(one.apart).toEqual([["bomb.mbox", expect.stringMatching(/unpacks to far more than mail does/)]]);
  const shared = mailbox("shared", 1);
  const lies = { offset: 0, size: 20_000_000, packedSize: deflateRawSync(shared).length, method: 8 };
  const many = await imported([
    { name: "0.mbox", content: shared },
    ...Array.from({ length: 9 }, (_, i) => ({ name: `${i + 1}.mbox`, content: "", lies })),
  ]);
  expect(many.apart.filter(([, reason]) => reason?.includes("far more than mail"))).toHaveLength(6);
});

test("a .gz that would fill the disk is read no further than that, and what lies beside it comes in", async () => {
  const files = await tarOf({ "bomb.gz": gzipSync(Buffer.alloc(70_000_000)), "good.mbox": mailbox("good") });
  const { counts, apart } = await imported(files, "2 files");
  expect(counts).toMatchObject({ seen: 2, stored: 2, notMail: 2 });
  expect(apart[1]).toEqual(["bomb.gz", expect.stringMatching(/far more than mail does/)]);
});

/** Mails that hardly pack, so that what is received has several parts. */
const wide = (count: number, bytes = 1500) => {
  const padding = () => randomBytes(bytes).toString("base64").replace(/.{70}/g, "$&\n ");
  return mbox(
    ...Array.from({ length: count }, (_, i) => mail({ id: `<${i}@wide>`, headers: { "X-Padding": padding() } })),
  );
};

/** Does something while an import is under way: its first mails are stored, later ones are being read. */
async function runAndMeanwhile(ada: Person, id: ImportId, act: () => unknown, signal = ada.ctx.signal): Promise<void> {
  const stored = Promise.withResolvers<void>();
  const stop = world.app.live.subscribe(ada.ctx.actor, (event) => event.type === "import.progress" && stored.resolve());
  let handfuls = 0;
  const mailReader = Object.assign(Object.create(world.app.mailReader), {
    read: async (...[messages, at]: Parameters<typeof world.app.mailReader.read>) => {
      if (++handfuls === 3) await stored.promise.then(act);
      return world.app.mailReader.read(messages, at);
    },
  });
  try {
    await runImport({ ...ada.ctx, signal, app: { ...world.app, mailReader } }, id);
  } finally {
    stop();
  }
}

async function opened(bytes: Buffer): Promise<{ ada: Person; id: ImportId }> {
  const ada = await world.person();
  const { id } = await ada.api(imports.create, { name: "takeout.zip", as: "ada@fjordkyl.example" });
  for (let at = 0; at < bytes.length; at += 100_001) {
    const some = bytes.subarray(at, at + 100_001);
    await receiveBytes(
      ada.ctx,
      { id, offset: at },
      (async function* () {
        yield some;
      })(),
    );
  }
  await ada.api(imports.start, { id });
  return { ada, id };
}

test("an import of a zip that was killed goes on at its message and doubles nothing; how far it is is told in what was received", async () => {
  const zip = zipOf([
    { name: "notes.txt", content: "Just some notes of mine." },
    { name: "a.mbox", content: wide(300) },
    { name: "packed.mbox", content: mailbox("packed", 300) },
  ]);
  const { ada, id } = await opened(zip);
  const killed = new AbortController();
  await expect(runAndMeanwhile(ada, id, () => killed.abort(), killed.signal)).rejects.toThrow();
  const half = await ada.api(imports.get, { id });
  expect(half.counts.seen).toBeGreaterThan(0);
  expect(half.counts.seen).toBeLessThan(600);
  expect(half.bytesRead).toBeGreaterThan(0);
  expect(half.bytesRead).toBeLessThan(zip.length);
  await runImport(ada.ctx, id);
  expect(await ada.api(imports.get, { id })).toMatchObject({
    state: "done",
    counts: { seen: 600, stored: 600, duplicate: 0, notMail: 1 },
  });
  expect(await notMail(ada, id)).toEqual([["notes.txt", expect.anything()]]);
});

test.each([
  ["beginning", 0],
  ["directory", 1],
  ["mailbox's beginning", 2],
  ["middle", 4],
])(
  "what the server cannot read at its %s is not the zip's fault: nothing is set aside for it, and it goes on",
  async (_, parts) => {
    const { ada, id } = await opened(
      zipOf([
        { name: "photo.jpg", content: randomBytes(300_000) },
        { name: "a.mbox", content: wide(60, 6000) },
      ]),
    );
    const seal = Object.assign(Object.create(world.app.seal), {
      open: (purpose: string, sealed: Uint8Array) => {
        if (left-- > 0) return world.app.seal.open(purpose, sealed);
        throw new Error("the key is another one");
      },
    });
    let left = parts;
    await expect(runImport({ ...ada.ctx, app: { ...world.app, seal } }, id)).rejects.toThrow("the key is another one");
    expect(await ada.api(imports.get, { id })).toMatchObject({ state: "running", counts: { notMail: 0, setAside: 0 } });
    await world.work();
    expect(await ada.api(imports.get, { id })).toMatchObject({ state: "done", counts: { seen: 60, stored: 60 } });
  },
);

test("a zip that is cancelled while it is read stops, and keeps what it stored", async () => {
  const { ada, id } = await opened(zipOf([{ name: "a.mbox", content: wide(300) }]));
  await runAndMeanwhile(ada, id, () => ada.api(imports.cancel, { id }));
  const { state, counts } = await ada.api(imports.get, { id });
  expect({ state, counts }).toMatchObject({ state: "cancelled", counts: { notMail: 0, setAside: 0 } });
  expect(counts.stored).toBeGreaterThan(0);
  expect(counts.stored).toBeLessThan(300);
});
