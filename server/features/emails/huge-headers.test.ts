import { emails } from "@sidenote/contract/emails";
import { imports } from "@sidenote/contract/imports";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rows } from "../../core/db/database.ts";
import { isOfTheData } from "../../core/db/failure.ts";
import { read } from "../../core/db/transaction.ts";
import { importMail, mail, mbox } from "../../testing/factories.ts";
import { createWorld, type World } from "../../testing/world.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

/** More than a statement takes parameters. */
const TOO_MANY = 66_000;

const numbered = (count: number, one: (i: string) => string, between: string): string =>
  Array.from({ length: count }, (_, i) => one(i.toString(36))).join(between);

test("a mail that refers to more mails than any thread has is stored, in the thread of the last ones", async () => {
  const ada = await world.person();
  const references = numbered(TOO_MANY, (i) => `<${i}@x>`, "\n ");
  const last = mail({ id: `<${(TOO_MANY - 1).toString(36)}@x>`, subject: "Ice machines" });
  const done = await importMail(world, ada, mbox(last, mail({ headers: { References: references } }), mail()));
  expect(done).toMatchObject({ state: "done", counts: { seen: 3, stored: 3, setAside: 0 } });
  expect((await ada.api(emails.threads, {})).items.map((thread) => thread.count).sort()).toEqual([1, 2]);
});

test("a mail of more parts than a statement takes files is stored with all of them", async () => {
  const ada = await world.person();
  const parts = 14_000;
  const text = numbered(parts, () => "--a\nContent-Type: image/png\nContent-Disposition: attachment\n\nx\n", "");
  const many = mail({ headers: { "Content-Type": 'multipart/mixed; boundary="a"' }, text: `${text}--a--` });
  const done = await importMail(world, ada, mbox(many, mail()));
  expect(done).toMatchObject({ state: "done", counts: { seen: 2, stored: 2, setAside: 0 } });
  const [kept] = await read(ada.ctx, (tx) =>
    rows<{ files: number }>(
      tx,
      sql`select count(*)::int as files from email_attachments a join files f on f.id = a.file_id`,
    ),
  );
  expect(kept).toEqual({ files: parts });
});

test("a mail to more addresses than a statement takes is stored, and taken back with its import", async () => {
  const ada = await world.person();
  // Of no person, who would take longer.
  const to = numbered(TOO_MANY, (i) => `info+${i}@nordfrakt.example`, ",\n ");
  const done = await importMail(world, ada, mbox(mail({ to })));
  expect(done.counts).toMatchObject({ stored: 1 });
  await ada.api(imports.undo, { id: done.id });
  await world.work();
  expect(await ada.api(imports.get, { id: done.id })).toMatchObject({ state: "undone" });
  expect((await ada.api(emails.threads, {})).items).toEqual([]);
});

test("more parameters than a statement takes are a fault of the data, not of the connection", async () => {
  const ada = await world.person();
  const list = sql.join(
    Array.from({ length: TOO_MANY }, (_, i) => sql`${i}::int`),
    sql`, `,
  );
  const error = await read(ada.ctx, (tx) => rows(tx, sql`select 1 where 7 in (${list})`)).catch((thrown) => thrown);
  expect(isOfTheData(error)).toBe(true);
});
