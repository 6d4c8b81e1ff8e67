import { companies } from "@sidenote/contract/companies";
import { contacts } from "@sidenote/contract/contacts";
import { emails } from "@sidenote/contract/emails";
import type { ImportId } from "@sidenote/contract/ids";
import { imports } from "@sidenote/contract/imports";
import { ledger } from "@sidenote/contract/ledger";
import { system } from "@sidenote/contract/system";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rows } from "../../core/db/database.ts";
import { derive, read } from "../../core/db/transaction.ts";
import { fileTable, savePart } from "../../core/files/index.ts";
import { drain } from "../../core/jobs/drain.ts";
import { bytesOf, importMail, mail, mbox } from "../../testing/factories.ts";
import { createWorld, type Person, type World } from "../../testing/world.ts";
import { importTable, receiveBytes } from "./index.ts";
import { importJobs } from "./jobs.ts";
import { stopStale } from "./stop.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const kept = (ada: Person, tables: string[]) =>
  read(ada.ctx, async (tx) => {
    const found = [];
    for (const table of tables) if ((await rows(tx, sql.raw(`select 1 from ${table}`))).length > 0) found.push(table);
    return found;
  });

const halfOf = (ada: Person, id: ImportId) =>
  derive(ada.ctx, async (tx) => {
    const half = { hash: `pending:${id}:half`, name: "half.eml", mediaType: "message/rfc822", sizeBytes: 0 };
    await tx.insert(fileTable).values(half);
    await savePart(tx, ada.ctx, half.hash, 0, Buffer.from("half of a message"));
  });

test("an import is taken back as a whole: its mail, its people, its companies", async () => {
  const ada = await world.person();
  await importMail(world, ada, mbox(mail({ from: "Jonas <jonas@havsfisk.example>", id: "<stays@x>" })));
  const done = await importMail(
    world,
    ada,
    mbox(mail(), mail({ from: "ada@fjordkyl.example", to: "Eva <eva@nordfrakt.example>" })),
  );
  expect((await ada.api(contacts.list, {})).items).toMatchObject([{ name: "Eva" }]);
  await ada.api(imports.undo, { id: done.id });
  await world.work();
  expect(await ada.api(imports.get, { id: done.id })).toMatchObject({ state: "undone" });
  expect((await ada.api(emails.threads, {})).items).toHaveLength(1);
  expect((await ada.api(contacts.list, {})).saved).toBe(0);
  expect((await ada.api(contacts.list, { state: "seen" })).items).toMatchObject([
    { address: "jonas@havsfisk.example" },
  ]);
  expect((await ada.api(companies.list, {})).items).toMatchObject([{ name: "Havsfisk" }]);
});

test("taking an import back leaves what another brought too, or the member saved, and every ledger adds up", async () => {
  const ada = await world.person();
  const [first, second, third] = ["one zone", "two zones", "three zones"].map((text) => mail({ subject: text, text }));
  const january = await importMail(world, ada, mbox(first!, second!, third!));
  const year = await importMail(world, ada, mbox(first!, first!));
  const onPage = {
    sourceId: "gmail:18c2f0a1b2c3d4e5",
    subject: "two zones",
    from: { name: "Marta Lindqvist", address: "marta@nordfrakt.example" },
    to: [{ name: "me", address: "ada@fjordkyl.example" }],
    at: "2026-02-02T09:00:00.000Z",
    text: "two zones",
  };
  expect((await ada.api(emails.store, onPage)).outcome).toBe("duplicate");
  const takeBack = async (id: typeof january.id) => {
    await ada.api(imports.undo, { id });
    await world.work();
    return (await ada.api(emails.threads, {})).items.map((thread) => thread.subject).sort();
  };

  expect(await takeBack(january.id)).toEqual(["one zone", "two zones"]);
  expect(await ada.api(imports.get, { id: january.id })).toMatchObject({ state: "undone", counts: { stored: 0 } });
  expect(await ada.api(imports.get, { id: year.id })).toMatchObject({ counts: { seen: 2, stored: 1, duplicate: 1 } });
  const { items } = await ada.api(imports.items, { id: year.id, outcome: "stored" });
  expect(items).toMatchObject([{ item: 0, forgotten: false }]);
  expect((await ada.api(emails.screen, { messages: [onPage] })).messages).toMatchObject([{ storedBy: "you" }]);
  expect(await ada.api(ledger.sums, {})).toMatchObject({ reconciled: true, mails: 2, sums: { stored: 2, kept: 2 } });

  expect(await takeBack(year.id)).toEqual(["two zones"]);
});

test("one whose taking back failed at each try says so, and goes on with it when asked again", async () => {
  const own = await createWorld();
  const ada = await own.person();
  const { id } = await importMail(own, ada, mbox(mail({ id: "<1@x>" }), mail({ id: "<2@x>" })));
  await own.db.statement(
    `create function public.fails() returns trigger language plpgsql as $$ begin raise exception 'out of reach'; end $$;
     create trigger fails before delete on public.emails for each row execute function public.fails()`,
  );
  await ada.api(imports.undo, { id });
  await drain(own.app, importJobs, true);
  expect(await ada.api(imports.get, { id })).toMatchObject({
    state: "undoing",
    error: expect.stringMatching(/^Taking it back stopped: .*Go on: what is left is taken back then$/),
  });
  expect((await ada.api(system.failedJobs, {})).items).toEqual([]);
  await own.db.statement("drop trigger fails on public.emails");
  expect(await ada.api(imports.undo, { id })).toMatchObject({ state: "undoing", error: null });
  await own.work();
  expect(await ada.api(imports.get, { id })).toMatchObject({ state: "undone", error: null });
  expect((await ada.api(emails.threads, {})).items).toEqual([]);
  await own.close();
});

test("a cancelled import stops and keeps what it stored", async () => {
  const ada = await world.person();
  const { id } = await ada.api(imports.create, { name: "x" });
  expect(await ada.api(imports.cancel, { id })).toMatchObject({ state: "cancelled" });
  await expect(ada.api(imports.start, { id })).rejects.toMatchObject({ body: { code: "conflict" } });
});

test("of an import that failed and is given up nothing unread stays, nor half of a large message", async () => {
  const ada = await world.person();
  const { id } = await ada.api(imports.create, { name: "mail.mbox", as: "ada@fjordkyl.example" });
  await receiveBytes(ada.ctx, { id, offset: 0 }, bytesOf(mbox(mail())));
  await halfOf(ada, id);
  await derive(ada.ctx, (tx) => tx.update(importTable).set({ state: "failed" }).where(eq(importTable.id, id)));
  expect(await ada.api(imports.cancel, { id })).toMatchObject({ state: "cancelled" });
  expect(await kept(ada, ["import_parts", "files", "blob_parts"])).toEqual([]);
});

test("one that was stopped in the middle of a large message keeps no half of it", async () => {
  const ada = await world.person();
  const { id } = await ada.api(imports.create, { name: "mail.mbox", as: "ada@fjordkyl.example" });
  await receiveBytes(ada.ctx, { id, offset: 0 }, bytesOf(mbox(mail())));
  await ada.api(imports.start, { id });
  await halfOf(ada, id);
  await ada.api(imports.cancel, { id });
  await world.work();
  expect(await kept(ada, ["files", "blob_parts"])).toEqual([]);
});

/** An upload that broke off, and how it stands by now. */
async function uploadOf(person: Person, at: string) {
  const { id } = await person.api(imports.create, { name: "mail.mbox" });
  await receiveBytes(person.ctx, { id, offset: 0 }, bytesOf("half a mailbox"));
  await derive(person.ctx, (tx) => tx.update(importTable).set({ createdAt: at }).where(eq(importTable.id, id)));
  return async () => (await person.api(imports.get, { id })).state;
}

test("an upload that broke off two weeks ago is stopped, and what had arrived of it is gone; a newer one can go on", async () => {
  const own = await createWorld();
  const ada = await own.person();
  const old = await uploadOf(ada, "2026-02-15T09:00:00.000Z");
  const recent = await uploadOf(ada, "2026-02-23T09:00:00.000Z");
  await stopStale(own.app);
  expect([await old(), await recent()]).toEqual(["cancelled", "receiving"]);
  expect(await read(ada.ctx, (tx) => rows(tx, sql`select part from import_parts`))).toHaveLength(1);
  await own.close();
});

test("what cannot be tidied away for one member keeps nobody else's from going", async () => {
  const own = await createWorld();
  const ada = await own.person();
  const nils = await own.colleague(ada);
  const adas = await uploadOf(ada, "2026-02-15T09:00:00.000Z");
  const his = await uploadOf(nils, "2026-02-15T09:00:00.000Z");
  await own.db.statement(
    `create function public.refuse() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$`,
  );
  await own.db.statement(
    `create trigger refuse before update on imports for each row when (app.role() = 'admin') execute function public.refuse()`,
  );
  await stopStale(own.app);
  expect([await adas(), await his()]).toEqual(["receiving", "cancelled"]);
  await own.close();
});

test("what a process that was killed had kept of a large message is gone when the import goes on", async () => {
  const ada = await world.person();
  const { id } = await ada.api(imports.create, { name: "mail.mbox", as: "ada@fjordkyl.example" });
  await receiveBytes(ada.ctx, { id, offset: 0 }, bytesOf(mbox(mail())));
  await halfOf(ada, id);
  await ada.api(imports.start, { id });
  await world.work();
  expect(await ada.api(imports.get, { id })).toMatchObject({ state: "done", counts: { stored: 1 } });
  expect(await kept(ada, ["files", "blob_parts"])).toEqual([]);
});
