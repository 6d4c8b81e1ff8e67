import { emails } from "@sidenote/contract/emails";
import { organizations } from "@sidenote/contract/organizations";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rows } from "../../core/db/database.ts";
import { read } from "../../core/db/transaction.ts";
import { importMail, mail, mbox } from "../../testing/factories.ts";
import { createWorld, type Person, type World } from "../../testing/world.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const MARTA = "Marta Lindqvist <marta@nordfrakt.example>";
const EVERYBODY = `${MARTA}, info@nordfrakt.example, Jonas <jonas@havsfisk.example>, anna@news.example`;

/** Each way in which somebody may be on a mail, and some in two ways. */
const mails = [
  mail({ cc: EVERYBODY }),
  mail({ from: "info@nordfrakt.example", cc: EVERYBODY }),
  mail({ from: "Anna <anna@news.example>", cc: EVERYBODY, headers: { "List-Id": "<news.example>" } }),
  mail({ from: "ada@fjordkyl.example", to: EVERYBODY, cc: MARTA }),
  mail({ from: "Jonas <jonas@havsfisk.example>", to: MARTA, cc: EVERYBODY }),
];

const counted = (person: Person) =>
  read(person.ctx, (tx) =>
    rows(
      tx,
      sql`select address, first_at::text, last_at::text, mails_in, mails_out, mails_observed from contact_sightings order by address`,
    ),
  );

test("once a mail is forgotten people count as if it had never been there", async () => {
  const never = await world.person();
  await importMail(world, never, mbox(...mails));
  const ada = await world.person();
  await importMail(world, ada, mbox(mail({ subject: "Ice machines", cc: EVERYBODY, text: "Forget this." }), ...mails));
  const thread = (await ada.api(emails.threads, {})).items.find((one) => one.subject === "Ice machines")!;
  await ada.api(emails.forgetThread, { thread: thread.id });
  expect(await counted(ada)).toEqual(await counted(never));
});

test("once mail is sorted anew people count as if the address had been known before", async () => {
  const before = await world.person();
  await importMail(world, before, mbox(...mails));
  const ada = await world.person();
  await importMail(world, ada, mbox(...mails), { as: "ada@old.example" });
  await ada.api(organizations.addAddress, { address: "ada@fjordkyl.example" });
  await world.work();
  expect(await counted(ada)).toEqual(await counted(before));
});
