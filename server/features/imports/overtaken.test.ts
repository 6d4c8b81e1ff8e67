import type { ImportId } from "@sidenote/contract/ids";
import { imports } from "@sidenote/contract/imports";
import { ledger } from "@sidenote/contract/ledger";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rows } from "../../core/db/database.ts";
import { read } from "../../core/db/transaction.ts";
import { MailReader } from "../../core/mail/reader.ts";
import { bytesOf, mail, mbox } from "../../testing/factories.ts";
import { createWorld, type Person, type World } from "../../testing/world.ts";
import { receiveBytes } from "./index.ts";
import { runImport } from "./run.ts";

const LARGEST = 3000;

let world: World;
beforeAll(async () => {
  world = await createWorld({ env: { SIDENOTE_MAX_MESSAGE_BYTES: String(LARGEST) } });
});
afterAll(() => world.close());

const large = (id: string) => mail({ id, text: "A line of a long letter.\n".repeat(LARGEST / 10) });

async function started(ada: Person, file: string): Promise<ImportId> {
  const { id } = await ada.api(imports.create, { name: "mail.mbox", as: "ada@fjordkyl.example" });
  await receiveBytes(ada.ctx, { id, offset: 0 }, bytesOf(file));
  await ada.api(imports.start, { id });
  return id;
}

/** A reader that waits at its so many-th handful until it may go on: a process that is held up there, and does not know it. */
function heldUp(at: number) {
  const reader = new MailReader();
  const arrived = Promise.withResolvers<void>();
  const mayGoOn = Promise.withResolvers<void>();
  let handfuls = 0;
  const readAsEver = reader.read.bind(reader);
  reader.read = async (...handful) => {
    if (++handfuls === at) {
      arrived.resolve();
      await mayGoOn.promise;
    }
    return readAsEver(...handful);
  };
  return { reader, arrived: arrived.promise, goOn: () => mayGoOn.resolve() };
}

const withReader = (ada: Person, mailReader: MailReader, signal = ada.ctx.signal) => ({
  ...ada.ctx,
  signal,
  app: { ...world.app, mailReader },
});

const filesOf = (ada: Person) => read(ada.ctx, (tx) => rows<{ id: string }>(tx, sql`select id from files`));

async function contentOfSetAside(ada: Person, id: ImportId): Promise<string> {
  const { items } = await ada.api(imports.items, { id, outcome: "set_aside" });
  expect(items).toHaveLength(1);
  const response = await world.fetch(`/v1/files/${items[0]!.fileId}`, { headers: ada.headers });
  return response.text();
}

test("an import that a late process still read into is read to its end by the one that took it up, and the ledger adds up", async () => {
  const ada = await world.person();
  const count = 300;
  const id = await started(ada, mbox(...Array.from({ length: count }, (_, i) => mail({ id: `<${i}@late>` }))));
  const [late, next] = [heldUp(1), heldUp(1)];
  const hearsOfIt = new AbortController();
  const lateRun = runImport(withReader(ada, late.reader, hearsOfIt.signal), id);
  await late.arrived;
  const nextRun = runImport(withReader(ada, next.reader), id);
  await next.arrived;
  const stop = world.app.live.subscribe(ada.ctx.actor, ({ type }) => type === "import.progress" && hearsOfIt.abort());
  late.goOn();
  await expect(lateRun).rejects.toThrow();
  stop();
  const { counts } = await ada.api(imports.get, { id });
  expect(counts.seen).toBeGreaterThan(0);
  expect(counts.seen).toBeLessThan(count);
  next.goOn();
  await nextRun;
  expect(await ada.api(imports.get, { id })).toMatchObject({
    state: "done",
    error: null,
    counts: { seen: count, stored: count, duplicate: 0 },
  });
  expect(await ada.api(ledger.sums, {})).toMatchObject({ mails: count, unaccounted: 0, reconciled: true });
});

test("a large message that a late process and the next one read at once is kept once, and whole", async () => {
  const ada = await world.person();
  const letter = large("<large@late>");
  const id = await started(ada, mbox(mail(), letter, mail()));
  const [late, next] = [heldUp(1), heldUp(1)];
  const lateRun = runImport(withReader(ada, late.reader), id);
  await late.arrived;
  const nextRun = runImport(withReader(ada, next.reader), id);
  await next.arrived;
  late.goOn();
  await lateRun;
  next.goOn();
  await nextRun;
  expect(await ada.api(imports.get, { id })).toMatchObject({
    state: "done",
    error: null,
    counts: { seen: 3, stored: 2, setAside: 1 },
  });
  expect(await contentOfSetAside(ada, id)).toBe(`${letter}\n`);
  expect(await filesOf(ada)).toHaveLength(1);
});

test("of a large message that a process had read when it was killed, and not yet accounted for, nothing stays twice", async () => {
  const ada = await world.person();
  const letter = large("<large@killed>");
  const id = await started(ada, mbox(letter, mail()));
  const first = heldUp(1);
  const killed = new AbortController();
  const firstRun = runImport(withReader(ada, first.reader, killed.signal), id);
  await first.arrived;
  killed.abort();
  first.goOn();
  await expect(firstRun).rejects.toThrow();
  await runImport(ada.ctx, id);
  expect(await contentOfSetAside(ada, id)).toBe(`${letter}\n`);
  expect(await filesOf(ada)).toHaveLength(1);
});
