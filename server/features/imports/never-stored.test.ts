import { capture } from "@sidenote/contract/capture";
import { emails } from "@sidenote/contract/emails";
import { imports } from "@sidenote/contract/imports";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rows } from "../../core/db/database.ts";
import { derive, read } from "../../core/db/transaction.ts";
import { bytesOf, importMail, mail, mbox } from "../../testing/factories.ts";
import { createWorld, type Person, type World } from "../../testing/world.ts";
import { receiveBytes } from "./index.ts";
import { importTable } from "./table.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const neverStore = async (person: Person, list: string[]) => {
  const { version } = await person.api(capture.policy, {});
  return person.api(capture.update, { version, neverStore: list });
};

test("what was stored of those on the list before they were put on it is counted, and forgotten by the member alone", async () => {
  const ada = await world.person();
  const pia = await world.colleague(ada);
  const words = "Sauerampferauflauf";
  const mailbox = (text: string) =>
    mbox(
      mail({ id: "<a@x>", from: "doctor@mail.clinic.example", text }),
      mail({ id: "<b@x>", cc: "Eva <EVA@nordfrakt.example>" }),
      mail({ id: "<c@x>", subject: "Kept" }),
    );
  await importMail(world, ada, mailbox(words));
  await importMail(world, pia, mailbox("Another one."));
  expect(await ada.api(capture.stored, {})).toMatchObject({ mails: 0 });
  expect(await ada.api(capture.forgetStored, {})).toEqual({ mails: 0, left: 0, undoable: false });
  await neverStore(ada, ["clinic.example", "eva@nordfrakt.example", "fjordkyl.example"]);
  expect(await pia.api(capture.stored, {})).toMatchObject({ mails: 0 });
  expect(await pia.api(capture.forgetStored, {})).toMatchObject({ mails: 0 });
  expect(await ada.api(capture.stored, {})).toMatchObject({ mails: 2 });
  expect(await ada.api(capture.forgetStored, {})).toEqual({ mails: 2, left: 0, undoable: false });
  expect(await ada.api(capture.forgetStored, {})).toMatchObject({ mails: 0 });
  await world.work();
  expect((await ada.api(emails.threads, {})).items).toMatchObject([{ subject: "Kept" }]);
  expect((await pia.api(emails.threads, {})).items).toHaveLength(3);
  expect(await world.everywhere(words)).toEqual([]);
});

test("what somebody on the list sent in another's name, or has answers go to, is forgotten too, by how it was read when it came", async () => {
  const ada = await world.person();
  const pia = await world.colleague(ada);
  const words = "Sauerampferbrot";
  const mailbox = (text: string) =>
    mbox(
      mail({ headers: { Sender: "Desk\n <DESK@mail.clinic.example>" }, text }),
      mail({ headers: { "reply-to": "Pia <pia@other.example>,\n\tEva <eva@nordfrakt.example>" }, text }),
      mail({ headers: { "Reply-To": '"desk@clinic.example" <list@other.example>' }, subject: "A name" }),
      mail({ headers: { "X-Reply-To": "desk@clinic.example", Sender: "ada@fjordkyl.example" }, subject: "Kept" }),
      mail({ from: "doctor@clinic.example", headers: { Sender: "desk@clinic.example" }, text }),
    );
  await importMail(world, ada, mailbox(words));
  await importMail(world, pia, mailbox("Another one."));
  await neverStore(ada, ["clinic.example", "eva@nordfrakt.example", "fjordkyl.example"]);
  expect(await pia.api(capture.stored, {})).toMatchObject({ mails: 0 });
  expect(await ada.api(capture.stored, {})).toMatchObject({ mails: 3 });
  expect(await ada.api(capture.forgetStored, {})).toEqual({ mails: 3, left: 0, undoable: false });
  await world.work();
  const kept = (await ada.api(emails.threads, {})).items.map((thread) => thread.subject);
  expect(kept.sort()).toEqual(["A name", "Kept"]);
  expect(await world.everywhere(words)).toEqual([]);
});

test("what was set aside of somebody on the list is counted and its bytes go, and the import says why; what else was set aside stays", async () => {
  const ada = await world.person();
  const pia = await world.colleague(ada);
  const broken = (header: string) =>
    `${header}\nSubject: Odd\n${'Content-Type: multipart/mixed; boundary="a"\n\n--a\n'.repeat(200)}`;
  const mailbox = mbox(
    broken("From: doctor@mail.clinic.example"),
    broken("From: marta@nordfrakt.example"),
    broken("From: marta@nordfrakt.example\nReply-To: desk@clinic.example"),
    mail({ from: "doctor@clinic.example" }),
  );
  const { id, counts } = await importMail(world, ada, mailbox);
  const hers = await importMail(world, pia, mailbox);
  expect(counts).toMatchObject({ seen: 4, stored: 1, setAside: 3 });
  await neverStore(ada, ["clinic.example"]);
  expect(await pia.api(capture.forgetStored, {})).toMatchObject({ mails: 0 });
  expect(await ada.api(capture.stored, {})).toMatchObject({ mails: 3 });
  const [first, kept] = (await ada.api(imports.items, { id })).items;
  expect(await ada.api(capture.forgetStored, {})).toEqual({ mails: 3, left: 0, undoable: false });
  expect(await ada.api(capture.stored, {})).toMatchObject({ mails: 0 });
  expect((await ada.api(imports.get, { id })).counts).toMatchObject({ seen: 4, stored: 1, setAside: 1, notWanted: 2 });
  expect((await ada.api(imports.items, { id })).items).toMatchObject([
    { outcome: "not_wanted", rule: "clinic.example", reason: expect.stringContaining("never-store"), fileId: null },
    { outcome: "set_aside", fileId: kept!.fileId },
    { outcome: "not_wanted", fileId: null },
    { outcome: "stored", forgotten: true },
  ]);
  const files = await read(ada.ctx, (tx) => rows<{ id: string }>(tx, sql`select id::text from files`));
  expect(files).toHaveLength(1);
  expect(await ada.api(imports.retry, { id, item: first!.item })).toMatchObject({ outcome: "not_wanted" });
  expect((await pia.api(imports.get, { id: hers.id })).counts).toMatchObject({ setAside: 3 });
});

test("what arrived of the member's imports that were stopped or failed is counted with a list, and goes with what is forgotten", async () => {
  const ada = await world.person();
  const pia = await world.colleague(ada);
  const words = "Sauerampfersuppe";
  const stopped = async (person: Person) => {
    const { id } = await person.api(imports.create, { name: "mail.mbox", as: "ada@fjordkyl.example" });
    const file = mbox(mail({ from: "doctor@clinic.example", text: words }));
    await receiveBytes(person.ctx, { id, offset: 0 }, bytesOf(file));
    await person.api(imports.start, { id });
    await person.api(imports.cancel, { id });
    return id;
  };
  const [id, failed, hers] = [await stopped(ada), await stopped(ada), await stopped(pia)];
  await derive(ada.ctx, (tx) => tx.update(importTable).set({ state: "failed" }).where(eq(importTable.id, failed)));
  expect(await ada.api(capture.stored, {})).toEqual({ mails: 0, unread: 0 });
  await ada.api(capture.forgetStored, {});
  expect(await ada.api(imports.get, { id })).toMatchObject({ keptUntil: expect.any(String) });

  await neverStore(ada, ["clinic.example"]);
  await neverStore(pia, ["clinic.example"]);
  expect(await ada.api(capture.stored, {})).toEqual({ mails: 0, unread: 2 });
  expect(await ada.api(capture.forgetStored, {})).toMatchObject({ mails: 0, left: 0 });
  expect(await ada.api(capture.stored, {})).toEqual({ mails: 0, unread: 0 });
  for (const one of [id, failed]) {
    expect(await ada.api(imports.get, { id: one })).toMatchObject({ state: "cancelled", keptUntil: null });
    await expect(ada.api(imports.start, { id: one })).rejects.toMatchObject({ body: { code: "conflict" } });
  }
  expect(await read(ada.ctx, (tx) => rows(tx, sql`select 1 from import_parts`))).toEqual([]);
  expect(await pia.api(imports.get, { id: hers })).toMatchObject({ keptUntil: expect.any(String) });
});
