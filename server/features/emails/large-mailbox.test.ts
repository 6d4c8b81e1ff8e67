import { emails } from "@sidenote/contract/emails";
import { organizations } from "@sidenote/contract/organizations";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rows } from "../../core/db/database.ts";
import { derive, read } from "../../core/db/transaction.ts";
import { importMail, mail, mbox } from "../../testing/factories.ts";
import { createWorld, type Person, type World } from "../../testing/world.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

test("a mail of a subject that more threads have than a statement takes parameters finds its own among them", async () => {
  const ada = await world.person();
  await importMail(world, ada, mbox(mail({ subject: "Backup finished" })));
  await derive(ada.ctx, (tx) =>
    tx.execute(
      sql`insert into threads (id, subject, subject_key, people, count, first_at, last_at, "lastDirection", snippet)
          select gen_random_uuid(), subject, subject_key, '[]', count, first_at, last_at, "lastDirection", snippet
          from threads, generate_series(1, 66000)`,
    ),
  );
  const answer = mail({ subject: "Re: Backup finished", date: "Tue, 3 Feb 2026 10:00:00 +0100" });
  expect((await importMail(world, ada, mbox(answer))).counts).toMatchObject({ stored: 1, setAside: 0 });
  expect((await ada.api(emails.threads, { limit: 1 })).items).toMatchObject([{ count: 2 }]);
});

test("an own address that is on no mail changes none of them", async () => {
  const ada = await world.person();
  await importMail(world, ada, mbox(mail(), mail({ from: "ada@fjordkyl.example", to: "marta@nordfrakt.example" })));
  const before = await versions(ada);
  await ada.api(organizations.addAddress, { address: "ada@old.example" });
  await world.work();
  expect(await versions(ada)).toEqual(before);
});

/** Which transaction wrote each row. */
const versions = (person: Person) =>
  read(person.ctx, (tx) =>
    rows(
      tx,
      sql`select id::text, xmin::text from emails union all select email_id::text || position, xmin::text from email_participants order by 1`,
    ),
  );
