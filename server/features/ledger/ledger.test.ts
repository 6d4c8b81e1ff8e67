import { capture } from "@sidenote/contract/capture";
import { emails } from "@sidenote/contract/emails";
import { imports } from "@sidenote/contract/imports";
import { ledger } from "@sidenote/contract/ledger";
import { organizations } from "@sidenote/contract/organizations";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { derive } from "../../core/db/transaction.ts";
import { importMail, mail, mbox } from "../../testing/factories.ts";
import { createWorld, type Person, type World } from "../../testing/world.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const BROKEN = `From: x@y.example\n${'Content-Type: multipart/mixed; boundary="a"\n\n--a\n'.repeat(200)}`;

let made = 0;
const onScreen = (from = "marta@nordfrakt.example") => ({
  sourceId: `gmail:l${++made}`,
  threadSourceId: `gmail:lt${made}`,
  subject: "Cold storage",
  from: { name: "", address: from },
  to: [{ name: "me", address: "ada@fjordkyl.example" }],
  at: "2026-02-02T09:00:00.000Z",
  text: `Number ${made}.`,
});

const never = async (person: Person, ...neverStore: string[]) =>
  person.api(capture.update, { version: (await person.api(capture.policy, {})).version, neverStore });

test("every message of every source is in the sums, and the sums add up", async () => {
  const ada = await world.person();
  await never(ada, "clinic.example");
  await importMail(
    world,
    ada,
    mbox(mail({ id: "<a@l>" }), mail({ id: "<a@l>" }), BROKEN, mail({ from: "doctor@clinic.example" })),
  );
  await importMail(world, ada, mbox(mail({ id: "<a@l>" }), mail({ id: "<b@l>", subject: "New" })));
  const saved = onScreen();
  await ada.api(emails.store, saved);
  await ada.api(emails.store, saved);
  await ada.api(emails.capture, { messages: [saved, onScreen(), onScreen("x@clinic.example")] });
  const { items, ...all } = await ada.api(ledger.sums, {});
  expect(items).toMatchObject([
    {
      kind: "panel",
      counts: { seen: 3, stored: 1, duplicate: 0, setAside: 0, notWanted: 2 },
      kept: 1,
      rules: [
        { rule: "clinic.example", count: 1 },
        { rule: "saved_only", count: 1 },
      ],
    },
    { kind: "import", counts: { seen: 2, stored: 1, duplicate: 1 }, kept: 1, forgotten: 0, reconciled: true },
    {
      kind: "import",
      state: "done",
      counts: { seen: 4, stored: 1, duplicate: 1, setAside: 1, notWanted: 1 },
      rules: [{ rule: "clinic.example", count: 1 }],
      reconciled: true,
    },
  ]);
  expect(all).toMatchObject({
    sums: { seen: 9, stored: 3, duplicate: 2, setAside: 1, notWanted: 3, kept: 3, forgotten: 0 },
    mails: 3,
    unaccounted: 0,
    reconciled: true,
  });
});

test("what was forgotten later is named as that, in the sums and beside the message", async () => {
  const ada = await world.person();
  const done = await importMail(world, ada, mbox(mail(), mail({ subject: "Other" })));
  const saved = onScreen();
  const { email } = await ada.api(emails.store, saved);
  const [thread] = (await ada.api(emails.threads, {})).items.filter((one) => one.subject === "Other");
  await ada.api(emails.forgetThread, { thread: thread!.id });
  await ada.api(emails.forget, { id: email.id });
  const { items, reconciled } = await ada.api(ledger.sums, {});
  expect(items).toMatchObject([
    { kind: "panel", counts: { stored: 1 }, kept: 0, forgotten: 1 },
    { kind: "import", counts: { stored: 2 }, kept: 1, forgotten: 1 },
  ]);
  expect(reconciled).toBe(true);
  expect((await ada.api(imports.items, { id: done.id })).items.map((item) => item.forgotten)).toEqual([false, true]);
  expect((await ada.api(ledger.panel, {})).items).toMatchObject([
    { sourceId: saved.sourceId, outcome: "stored", by: "you", forgotten: true },
  ]);
  // Saved again it is one message, stored once more.
  await ada.api(emails.store, saved);
  expect((await ada.api(ledger.panel, { outcome: "stored" })).items).toMatchObject([{ forgotten: false }]);
  expect((await ada.api(ledger.sums, {})).items[0]).toMatchObject({ counts: { seen: 1, stored: 1 }, kept: 1 });
});

test("a mail that no source accounts for, and a count that is wrong, are found", async () => {
  const ada = await world.person();
  const done = await importMail(world, ada, mbox(mail(), mail({ subject: "Second" })));
  await derive(ada.ctx, (tx) => tx.execute(sql`delete from import_items where item = 0`));
  expect(await ada.api(ledger.sums, {})).toMatchObject({
    unaccounted: 1,
    reconciled: false,
    items: [{ importId: done.id, counts: { seen: 1 }, reconciled: false }],
  });
});

test("an undone import accounts for nothing, and nothing is left of it", async () => {
  const ada = await world.person();
  const { id } = await importMail(world, ada, mbox(mail(), BROKEN));
  await ada.api(imports.undo, { id });
  await world.work();
  expect(await ada.api(ledger.sums, {})).toMatchObject({
    items: [{ state: "undone", counts: { seen: 0 }, reconciled: true }],
    mails: 0,
    reconciled: true,
  });
});

test("imports are paged, and the sums are over all of them", async () => {
  const ada = await world.person();
  for (const subject of ["One", "Two", "Three"]) await importMail(world, ada, mbox(mail({ subject })));
  await ada.api(emails.store, onScreen());
  const first = await ada.api(ledger.sums, { limit: 2 });
  expect(first.items.map((one) => one.kind)).toEqual(["panel", "import", "import"]);
  const second = await ada.api(ledger.sums, { limit: 2, cursor: first.nextCursor! });
  expect(second).toMatchObject({ items: [{ kind: "import" }], nextCursor: null, sums: { stored: 4 } });
  const all = (await ada.api(ledger.panel, {})).items;
  expect(all).toHaveLength(1);
});

test("the demo's mail is accounted for as the demo's", async () => {
  const ada = await world.person();
  const { id } = await ada.api(organizations.addDemo, {});
  await ada.api(organizations.switch, { organizationId: id });
  const { items, mails, reconciled } = await ada.api(ledger.sums, {});
  expect(items).toMatchObject([{ kind: "demo", counts: { stored: mails } }]);
  expect(mails).toBeGreaterThan(200);
  expect(reconciled).toBe(true);
});

test("a message set aside is retried where the limit was raised, and counts as stored from then on", async () => {
  const large = mail({ id: "<large@l>", text: "long line of text\n".repeat(500) });
  const small = await createWorld({ env: { SIDENOTE_MAX_MESSAGE_BYTES: "2000" } });
  const ada = await small.person();
  const done = await importMail(small, ada, mbox(mail(), large));
  const [item] = (await ada.api(imports.items, { id: done.id, outcome: "set_aside" })).items;
  expect(item).toMatchObject({ item: 1, position: 2 });
  const retry = () => ada.api(imports.retry, { id: done.id, item: item!.item });
  expect(await retry()).toMatchObject({ outcome: "set_aside", fileId: item!.fileId });
  Object.assign(small.app.config, { maxMessageBytes: 50_000 });
  const stored = await retry();
  expect(stored).toMatchObject({ outcome: "stored", reason: null, fileId: null });
  expect(await retry()).toEqual(stored);
  expect((await ada.api(emails.get, { id: stored.emailId! })).text).toContain("long line");
  expect((await ada.api(imports.get, { id: done.id })).counts).toMatchObject({ seen: 2, stored: 2, setAside: 0 });
  expect((await ada.api(ledger.sums, {})).reconciled).toBe(true);
  await small.close();
});

test("a message that still cannot be read stays set aside, and a retry at the same time stores once", async () => {
  const ada = await world.person();
  const done = await importMail(world, ada, mbox(BROKEN, mail()));
  const retry = (item: number) => ada.api(imports.retry, { id: done.id, item });
  expect(await Promise.all([retry(0), retry(0)])).toMatchObject([{ outcome: "set_aside" }, { outcome: "set_aside" }]);
  expect(await retry(1)).toMatchObject({ outcome: "stored" });
  await expect(retry(2)).rejects.toMatchObject({ body: { code: "not_found" } });
  const nils = await world.colleague(ada, "admin");
  await expect(nils.api(imports.retry, { id: done.id, item: 0 })).rejects.toMatchObject({
    body: { code: "not_found" },
  });
  expect((await ada.api(imports.get, { id: done.id })).counts).toMatchObject({ seen: 2, stored: 1, setAside: 1 });
});

test("a stranger, a colleague and an admin see nothing of a member's ledger", async () => {
  const ada = await world.person();
  await ada.api(emails.store, onScreen());
  await importMail(world, ada, mbox(mail()));
  for (const other of [await world.person(), await world.colleague(ada), await world.colleague(ada, "admin")]) {
    expect(await other.api(ledger.sums, {})).toMatchObject({ items: [], mails: 0, sums: { seen: 0 } });
    expect((await other.api(ledger.panel, {})).items).toEqual([]);
  }
});
