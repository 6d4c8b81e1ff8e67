import { gzipSync } from "node:zlib";
import { contacts } from "@sidenote/contract/contacts";
import { emails, files } from "@sidenote/contract/emails";
import { imports } from "@sidenote/contract/imports";
import { organizations } from "@sidenote/contract/organizations";
import { system as systemContract } from "@sidenote/contract/system";
import { eq, sql } from "drizzle-orm";
import { pack } from "tar-stream";
import { afterAll, beforeAll, expect, test } from "vitest";
import { memberTable } from "../../core/auth/organization.table.ts";
import { rows } from "../../core/db/database.ts";
import { read } from "../../core/db/transaction.ts";
import { PART_BYTES } from "../../core/files/index.ts";
import { MailReader } from "../../core/mail/reader.ts";
import { bytesOf, importMail, mail, mbox } from "../../testing/factories.ts";
import { createWorld, type World } from "../../testing/world.ts";
import { receiveBytes } from "./index.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

test("every message is accounted for, and the sums add up", async () => {
  const ada = await world.person();
  const broken = `From: x@y.example\n${'Content-Type: multipart/mixed; boundary="a"\n\n--a\n'.repeat(200)}`;
  const { counts, state } = await importMail(
    world,
    ada,
    mbox(mail(), mail({ subject: "Second" }), broken, mail({ id: "<1@same>" }), mail({ id: "<1@same>" })),
  );
  expect(state).toBe("done");
  expect(counts).toEqual({ seen: 5, stored: 3, duplicate: 1, setAside: 1, notWanted: 0, notMail: 0 });
});

test("a second import of the same file stores nothing, and what was set aside stays set aside", async () => {
  const ada = await world.person();
  const file = mbox(mail({ id: "<a@b>" }), mail({ id: null, text: "no id at all" }), "");
  await importMail(world, ada, file);
  const { counts } = await importMail(world, ada, file);
  expect(counts).toEqual({ seen: 3, stored: 0, duplicate: 2, setAside: 1, notWanted: 0, notMail: 0 });
});

test("the same file imported twice at once is stored once", async () => {
  const ada = await world.person();
  const file = mbox(...Array.from({ length: 30 }, (_, i) => mail({ id: `<${i}@once>`, subject: `Subject ${i}` })));
  const open = async () => {
    const { id } = await ada.api(imports.create, { name: "mail.mbox", as: "ada@fjordkyl.example" });
    await receiveBytes(ada.ctx, { id, offset: 0 }, bytesOf(file));
    await ada.api(imports.start, { id });
    return id;
  };
  const ids = [await open(), await open()];
  const { runImport } = await import("./run.ts");
  await Promise.all(ids.map((id) => runImport(ada.ctx, id)));
  const counts = await Promise.all(ids.map(async (id) => (await ada.api(imports.get, { id })).counts));
  expect(counts[0]!.stored + counts[1]!.stored).toBe(30);
  expect(counts[0]!.duplicate + counts[1]!.duplicate).toBe(30);
});

test("a message that cannot be read is kept with its bytes and the reason", async () => {
  const ada = await world.person();
  const broken = `From: x@y.example\n${'Content-Type: multipart/mixed; boundary="a"\n\n--a\n'.repeat(200)}`;
  const done = await importMail(world, ada, mbox(broken));
  const { items } = await ada.api(imports.items, { id: done.id, outcome: "set_aside" });
  expect(items).toMatchObject([{ reason: "its parts are nested deeper than 100 levels", position: 1 }]);
  const response = await world.fetch(`/v1/files/${items[0]!.fileId}`, { headers: ada.headers });
  expect(await response.text()).toBe(`${broken}\n`);
});

test("what is sent is kept part by part, and the audit tells of the import and not of each part", async () => {
  const ada = await world.person();
  const { id } = await ada.api(imports.create, { name: "mail.mbox" });
  const three = "x".repeat(2.5 * PART_BYTES);
  expect(await receiveBytes(ada.ctx, { id, offset: 0 }, bytesOf(three))).toMatchObject({ bytesReceived: three.length });
  expect(await read(ada.ctx, (tx) => rows(tx, sql`select part from import_parts order by part`))).toEqual([
    { part: 0 },
    { part: 1 },
    { part: 2 },
  ]);
  const { items } = await ada.api(systemContract.audit, {});
  expect(items.map(({ action }) => action)).toEqual(["import.create"]);
});

test("a message above the size limit is set aside whole, without being held whole", async () => {
  const small = await createWorld({ env: { SIDENOTE_MAX_MESSAGE_BYTES: "2000" } });
  const ada = await small.person();
  const large = mail({ text: "long line of text\n".repeat(500) });
  const done = await importMail(small, ada, mbox(mail(), large, mail()));
  expect(done.counts).toMatchObject({ seen: 3, stored: 2, setAside: 1 });
  const { items } = await ada.api(imports.items, { id: done.id, outcome: "set_aside" });
  const response = await small.fetch(`/v1/files/${items[0]!.fileId}`, { headers: ada.headers });
  expect(await response.text()).toBe(`${large}\n`);
  await small.close();
});

test("an archive of messages, mailboxes and other things is read file by file; what is not mail is listed apart", async () => {
  const ada = await world.person();
  const tar = pack();
  tar.entry({ name: "Maildir/cur/1:2,S" }, mail({ subject: "One" }));
  tar.entry({ name: "old.mbox" }, mbox(mail({ subject: "Two" }), mail({ subject: "Three" })));
  tar.entry({ name: "notes.txt" }, "Just some notes of mine.");
  tar.entry({ name: ".DS_Store" }, "x");
  tar.entry({ name: "empty.mbox" }, "");
  tar.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of tar) chunks.push(chunk as Buffer);
  const done = await importMail(world, ada, Buffer.concat(chunks), { name: "folder" });
  expect(done.counts).toEqual({ seen: 3, stored: 3, duplicate: 0, setAside: 0, notWanted: 0, notMail: 1 });
  const { items } = await ada.api(imports.items, { id: done.id, outcome: "not_mail" });
  expect(items).toMatchObject([{ file: "notes.txt" }]);
});

test("what people drop in place of mail says what it is, and what to do with it", async () => {
  const files = {
    "archive.pst": ["!BDN\0\0", /turn it into \.mbox/],
    "offer.msg": ["\xd0\xcf\x11\xe0\xa1\xb1", /save the mail as \.eml/],
  } as const;
  const ada = await world.person();
  for (const [name, [begins, reason]] of Object.entries(files)) {
    const done = await importMail(world, ada, Buffer.from(begins.padEnd(200, "\0"), "latin1"), { name });
    expect(done.counts, name).toMatchObject({ seen: 0, notMail: 1 });
    const { items } = await ada.api(imports.items, { id: done.id, outcome: "not_mail" });
    expect(items, name).toMatchObject([{ file: name, reason: expect.stringMatching(reason) }]);
  }
});

test("of an archive that is cut off, what stands before that place is stored, and the rest is said to be missing", async () => {
  const many = mbox(
    ...Array.from({ length: 200 }, (_, i) => mail({ subject: `Cut ${i}`, text: `${Math.sin(i)} `.repeat(50) })),
  );
  const tar = pack();
  tar.entry({ name: "a.mbox" }, many);
  tar.entry({ name: "b.mbox" }, many);
  tar.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of tar) chunks.push(chunk as Buffer);
  const whole = Buffer.concat(chunks);
  const zipped = gzipSync(many);
  const files = {
    "cut.mbox.gz": zipped.subarray(0, zipped.length / 2),
    "cut.tar": whole.subarray(0, many.length + 4096),
    "nonsense.gz": Buffer.concat([zipped.subarray(0, 10), Buffer.from("nonsense")]),
  };
  for (const [name, bytes] of Object.entries(files)) {
    const ada = await world.person();
    const done = await importMail(world, ada, bytes, { name });
    expect(done.state, name).toBe("done");
    expect(done.counts.stored > 50, name).toBe(name !== "nonsense.gz");
    const { items } = await ada.api(imports.items, { id: done.id, outcome: "not_mail" });
    expect(items.at(-1)?.reason, name).toMatch(/cut off or damaged/);
  }
});

test("an import that cannot be read on says so and ends, and can be started again from there", async () => {
  const ada = await world.person();
  const { id } = await ada.api(imports.create, { name: "mail.mbox", as: "ada@fjordkyl.example" });
  await receiveBytes(ada.ctx, { id, offset: 0 }, bytesOf(mbox(mail(), mail({ subject: "Second" }))));
  await ada.api(imports.start, { id });
  const { runImport } = await import("./run.ts");
  const { seal } = world.app;
  const sealed = {
    ...ada.ctx,
    app: { ...world.app, seal: Object.assign(Object.create(seal), { open: () => fail() }) },
  };
  const fail = () => {
    throw new Error("the key is another one");
  };
  await expect(runImport(sealed, id)).rejects.toThrow("another one");
  expect(await ada.api(imports.get, { id })).toMatchObject({ state: "running" });
  await runImport(sealed, id);
  expect(await ada.api(imports.get, { id })).toMatchObject({
    state: "failed",
    error: "Reading stopped at message 1: the key is another one",
  });
  await ada.api(imports.start, { id });
  await world.work();
  expect(await ada.api(imports.get, { id })).toMatchObject({ state: "done", error: null, counts: { stored: 2 } });
});

test("a mailbox of no bytes is an import of nothing", async () => {
  expect(await importMail(world, await world.person(), "")).toMatchObject({ state: "done", counts: { seen: 0 } });
});

test("without a known own address the commonest recipient is taken, and said", async () => {
  const ada = await world.person();
  const file = mbox(
    mail({ to: "ada@fjordkyl.example, info@fjordkyl.example" }),
    mail({ to: "ada@fjordkyl.example" }),
    mail({ to: "info@fjordkyl.example" }),
  );
  const done = await importMail(world, ada, file, { as: null });
  expect(done).toMatchObject({ guessedAddress: "ada@fjordkyl.example", ownAddresses: ["ada@fjordkyl.example"] });
});

test("a member with a login for a name is called as in their mail, until they say otherwise", async () => {
  const ada = await world.person();
  const rename = async (name: string, version: number) => {
    await world.db.drizzle.transaction(async (tx) => {
      await tx.execute(sql`select set_config('role', 'app_system', true)`);
      await tx.update(memberTable).set({ name, version }).where(eq(memberTable.id, ada.memberId));
    });
  };
  await rename("root", 1);
  await importMail(world, ada, mbox(mail(), mail({ to: "ada@fjordkyl.example" }), mail({ subject: "Third" })));
  expect((await ada.api(organizations.me, {})).member).toMatchObject({ name: "Ada Berg", version: 2 });
  await rename("ada", 2);
  await importMail(world, ada, mbox(mail({ subject: "Fourth" })));
  expect((await ada.api(organizations.me, {})).member).toMatchObject({ name: "ada" });
});

test("an import of which a part is still missing is not read as if it were all", async () => {
  const ada = await world.person();
  const file = mbox(mail(), mail({ subject: "Second" }));
  const { id } = await ada.api(imports.create, { name: "mail.mbox", bytesTotal: file.length });
  await receiveBytes(ada.ctx, { id, offset: 0 }, bytesOf(file.slice(0, 100)));
  await expect(ada.api(imports.start, { id })).rejects.toMatchObject({
    body: { code: "conflict", current: { bytesReceived: 100 } },
  });
  await receiveBytes(ada.ctx, { id, offset: 100 }, bytesOf(file.slice(100)));
  await ada.api(imports.start, { id });
  await world.work();
  expect(await ada.api(imports.get, { id })).toMatchObject({ state: "done", counts: { stored: 2 } });
});

test("bytes that do not continue where the last ended are refused with where to go on", async () => {
  const ada = await world.person();
  const { id } = await ada.api(imports.create, { name: "x" });
  await receiveBytes(ada.ctx, { id, offset: 0 }, bytesOf("abc"));
  await expect(receiveBytes(ada.ctx, { id, offset: 7 }, bytesOf("def"))).rejects.toMatchObject({
    code: "conflict",
    details: { current: { bytesReceived: 3 } },
  });
  expect(await receiveBytes(ada.ctx, { id, offset: 3 }, bytesOf("def"))).toMatchObject({ bytesReceived: 6 });
});

test("an import that was killed between two batches goes on there and doubles nothing", async () => {
  const ada = await world.person();
  const file = mbox(...Array.from({ length: 700 }, (_, i) => mail({ id: `<${i}@killed>`, subject: `S${i}` })));
  const { id } = await ada.api(imports.create, { name: "mail.mbox", as: "ada@fjordkyl.example" });
  await receiveBytes(ada.ctx, { id, offset: 0 }, bytesOf(file));
  await ada.api(imports.start, { id });
  const { runImport } = await import("./run.ts");
  const killed = new AbortController();
  const stopAfterOne = { ...ada.ctx, signal: killed.signal, app: { ...world.app, db: { ...world.app.db } } };
  const stop = world.app.live.subscribe(ada.ctx.actor, (event) => event.type === "import.progress" && killed.abort());
  await expect(runImport(stopAfterOne, id)).rejects.toThrow();
  stop();
  const half = await ada.api(imports.get, { id });
  expect(half.counts.seen).toBeGreaterThan(0);
  expect(half.counts.seen).toBeLessThan(700);
  await runImport(ada.ctx, id);
  expect(await ada.api(imports.get, { id })).toMatchObject({
    state: "done",
    counts: { seen: 700, stored: 700, duplicate: 0 },
  });
});

test("where no reader of mail can be started nothing is set aside: the import waits, then fails with the reason, and goes on when it is started again", async () => {
  const ada = await world.person();
  const { id } = await ada.api(imports.create, { name: "mail.mbox", as: "ada@fjordkyl.example" });
  await receiveBytes(ada.ctx, { id, offset: 0 }, bytesOf(mbox(mail(), mail({ subject: "Second" }))));
  await ada.api(imports.start, { id });
  const broken = new MailReader({ thread: new URL("data:text/javascript,throw new Error('out of threads')") });
  const without = { ...ada.ctx, app: { ...world.app, mailReader: broken } };
  const { runImport } = await import("./run.ts");
  await expect(runImport(without, id)).rejects.toThrow("out of threads");
  const reason = expect.stringMatching(/^Reading stopped at message 1: .*does not start \(out of threads\)/);
  const none = { seen: 0, setAside: 0 };
  expect(await ada.api(imports.get, { id })).toMatchObject({ state: "running", error: reason, counts: none });
  await runImport(without, id);
  expect(await ada.api(imports.get, { id })).toMatchObject({ state: "failed", error: reason, counts: none });
  await ada.api(imports.start, { id });
  await world.work();
  expect(await ada.api(imports.get, { id })).toMatchObject({
    state: "done",
    error: null,
    counts: { seen: 2, stored: 2, setAside: 0 },
  });
});

test("a stranger and a colleague see nothing of an import or of a file in it", async () => {
  const ada = await world.person();
  const done = await importMail(world, ada, mbox(""));
  const { items } = await ada.api(imports.items, { id: done.id });
  for (const other of [await world.person(), await world.colleague(ada, "admin")]) {
    await expect(other.api(imports.get, { id: done.id })).rejects.toMatchObject({ body: { code: "not_found" } });
    await expect(other.api(imports.items, { id: done.id })).rejects.toMatchObject({ body: { code: "not_found" } });
    await expect(other.api(imports.undo, { id: done.id })).rejects.toMatchObject({ body: { code: "not_found" } });
    expect(
      (await world.fetch(files.download.path.replace(":id", items[0]!.fileId!), { headers: other.headers })).status,
    ).toBe(404);
    expect((await other.api(imports.list, {})).items).toEqual([]);
  }
});

test("an address said to be one's own sorts the mail that is already there anew", async () => {
  const ada = await world.person();
  await importMail(
    world,
    ada,
    mbox(mail({ from: "ada@old.example", to: "marta@nordfrakt.example", text: "Could you send the plan?" })),
  );
  expect((await ada.api(emails.threads, {})).items).toMatchObject([{ lastDirection: "observed", owed: null }]);
  await ada.api(organizations.addAddress, { address: "Ada@Old.example" });
  await world.work();
  expect((await ada.api(emails.threads, {})).items).toMatchObject([
    { lastDirection: "out", owed: { by: "them", asks: "Could you send the plan?" } },
  ]);
  expect((await ada.api(contacts.list, {})).items).toMatchObject([{ address: "marta@nordfrakt.example" }]);
  expect((await ada.api(contacts.list, { state: "seen" })).items).toEqual([]);
});
