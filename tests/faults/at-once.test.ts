import { capture } from "@sidenote/contract/capture";
import { emails } from "@sidenote/contract/emails";
import { imports } from "@sidenote/contract/imports";
import { ledger } from "@sidenote/contract/ledger";
import { afterAll, beforeAll, expect, test } from "vitest";
import { receiveBytes } from "../../server/features/imports/index.ts";
import { runImport } from "../../server/features/imports/run.ts";
import { mail, mbox } from "../../server/testing/factories.ts";
import { createWorld, type Person, type World } from "../../server/testing/world.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const COUNT = 120;
const text = (i: number) => `What would number ${i} of the ${COUNT} cost?`;
const minute = (i: number) => new Date(Date.UTC(2026, 1, 2, 9, i));

const letter = (i: number) =>
  mail({
    id: `<${i}@at-once>`,
    subject: `Offer ${i % 12}`,
    from: `Person ${i % 7} <person${i % 7}@nordfrakt.example>`,
    date: minute(i).toUTCString().replace("GMT", "+0000"),
    text: text(i),
  });

const onScreen = (i: number) => ({
  sourceId: `gmail:once${i}`,
  threadSourceId: `gmail:offer${i % 12}`,
  subject: `Offer ${i % 12}`,
  from: { name: "", address: `person${i % 7}@nordfrakt.example` },
  to: [{ name: "", address: "ada@fjordkyl.example" }],
  at: minute(i).toISOString(),
  text: text(i),
});

async function begun(ada: Person, file: string) {
  const { id } = await ada.api(imports.create, { name: "mail.mbox", as: "ada@fjordkyl.example" });
  await receiveBytes(
    ada.ctx,
    { id, offset: 0 },
    (async function* () {
      yield Buffer.from(file);
    })(),
  );
  await ada.api(imports.start, { id });
  return id;
}

test("two imports and a panel that saves, captures and asks at once: each mail is there once, and the ledger adds up", async () => {
  const ada = await world.person();
  await ada.api(capture.update, { version: 0, mode: "everything_opened" });
  const all = Array.from({ length: COUNT }, (_, i) => i);
  const ids = [
    await begun(ada, mbox(...all.slice(0, 90).map(letter))),
    await begun(ada, mbox(...all.slice(30).reverse().map(letter))),
  ];
  const live = async () => {
    for (const i of all.filter((one) => one % 6 === 0)) {
      await ada.api(emails.store, onScreen(i), { idempotencyKey: `save ${i}` });
      await ada.api(emails.capture, { messages: [onScreen(i), onScreen(i + 1)] });
      await ada.api(emails.screen, { messages: [onScreen(i), onScreen(i + 2)] });
      await ada.api(emails.threads, {});
    }
  };
  await Promise.all([...ids.map((id) => runImport(ada.ctx, id)), live(), live()]);
  await world.work();
  const found = await ada.api(ledger.sums, {});
  expect(found).toMatchObject({ mails: COUNT, unaccounted: 0, reconciled: true });
  expect(found.sums).toMatchObject({ stored: COUNT, kept: COUNT, forgotten: 0, setAside: 0, notWanted: 0 });
  const threads = (await ada.api(emails.threads, { limit: 200 })).items;
  expect(threads.reduce((sum, thread) => sum + thread.count, 0)).toBe(COUNT);
});

test("a thread that is forgotten while an import brings it is gone or whole, and the ledger adds up", async () => {
  const ada = await world.person();
  await ada.api(emails.store, onScreen(0));
  const id = await begun(ada, mbox(...Array.from({ length: 60 }, (_, i) => letter(i))));
  await Promise.all([runImport(ada.ctx, id), ada.api(emails.forgetThread, { thread: "gmail:offer0" })]);
  await world.work();
  const { reconciled, mails, sums } = await ada.api(ledger.sums, {});
  expect(reconciled).toBe(true);
  expect(sums.kept).toBe(mails);
});
