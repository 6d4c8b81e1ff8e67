import { contacts } from "@sidenote/contract/contacts";
import { emails } from "@sidenote/contract/emails";
import { afterAll, beforeAll, expect, test } from "vitest";
import { importMail, mail, mbox } from "../../testing/factories.ts";
import { createWorld, type World } from "../../testing/world.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const TEXT = "Could you send me a price for two zones?";
/** As a group writes it, or whoever says that they are one; `Delivered-To` may be a sender's own, too. */
const through = (list: string, delivered = "ada@fjordkyl.example") =>
  mail({
    from: `'Marta Lindqvist' via Sales <${list}>`,
    to: list,
    text: TEXT,
    headers: {
      "Delivered-To": delivered,
      "List-Post": `<mailto:${list}>`,
      "X-Original-From": "Marta Lindqvist <marta@nordfrakt.example>",
    },
  });

test("a customer's mail through a group of colleagues is the customer's, also beside what the page shows of it", async () => {
  const ada = await world.person();
  await importMail(world, ada, mbox(through("sales@fjordkyl.example")));
  const [thread] = (await ada.api(emails.threads, {})).items;
  expect(thread).toMatchObject({ people: [{ address: "marta@nordfrakt.example" }, {}], lastDirection: "in" });
  const shown = {
    sourceId: "gmail:18c2f0a1b2c3d4e5",
    subject: "Cold storage",
    from: { name: "'Marta Lindqvist' via Sales", address: "sales@fjordkyl.example" },
    to: [{ name: "", address: "sales@fjordkyl.example" }],
    at: "2026-02-02T09:00:00.000Z",
    text: TEXT,
  };
  expect((await ada.api(emails.store, shown)).outcome).toBe("duplicate");
});

test("a stranger's list speaks as nobody's customer, whatever it writes into its headers", async () => {
  const ada = await world.person();
  await importMail(world, ada, mbox(through("list@evil.example"), through("list@evil.example", "x@evil.example")));
  const threads = (await ada.api(emails.threads, {})).items;
  expect(threads).not.toEqual([]);
  expect(JSON.stringify(threads)).not.toContain("marta@nordfrakt.example");
  const seen = (await ada.api(contacts.list, { state: "seen" })).items;
  expect(seen.map((contact) => contact.address)).not.toContain("marta@nordfrakt.example");
});
