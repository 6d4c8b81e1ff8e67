import { access } from "@sidenote/contract/access";
import { activities } from "@sidenote/contract/activities";
import { contacts } from "@sidenote/contract/contacts";
import { emails } from "@sidenote/contract/emails";
import { organizations } from "@sidenote/contract/organizations";
import { desc } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { auditTable } from "../../server/core/audit.table.ts";
import { chainIsIntact } from "../../server/core/audit.ts";
import { read } from "../../server/core/db/transaction.ts";
import { tidy } from "../../server/core/maintenance.ts";
import { createWorld, type World } from "../../server/testing/world.ts";

/** The machine's clock is set back while the server runs. */
let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const LATER = new Date("2026-03-02T09:00:00.000Z");
const EARLIER = new Date("2025-11-02T09:00:00.000Z");

const onScreen = (n: number) => ({
  sourceId: `gmail:c${n}`,
  subject: "Cold storage",
  from: { name: "", address: "marta@nordfrakt.example" },
  to: [{ name: "", address: "ada@fjordkyl.example" }],
  at: "2026-02-02T09:00:00.000Z",
  text: `Number ${n}.`,
});

test("a clock set back breaks neither ids, nor tokens, nor versions, nor the chain of the audit", async () => {
  world.setNow(LATER);
  const ada = await world.person();
  const key = await ada.api(access.createKey, { name: "before" });
  const contact = await ada.api(contacts.create, { name: "Marta", addresses: ["marta@nordfrakt.example"] });
  const first = await ada.api(activities.create, { kind: "note", text: "before", contactIds: [contact.id] });
  world.setNow(EARLIER);
  const second = await ada.api(activities.create, { kind: "note", text: "after", contactIds: [contact.id] });
  expect(second.id).not.toBe(first.id);
  const renamed = await ada.api(contacts.update, { id: contact.id, version: contact.version, name: "Marta L." });
  expect(renamed.version).toBe(contact.version + 1);
  for (const value of [key.value, (await ada.api(access.createKey, { name: "after" })).value]) {
    const response = await world.fetch("/v1/me", { headers: { authorization: `Bearer ${value}` } });
    expect(response.status).toBe(200);
  }
  expect((await ada.api(organizations.me, {})).member.name).toBe("Ada Berg");
  const chain = await read(ada.ctx, (tx) => tx.select().from(auditTable).orderBy(desc(auditTable.sequence)));
  expect(chain.length).toBeGreaterThan(4);
  expect(chainIsIntact(chain)).toBe(true);
});

test("a request repeated after the clock was set back is still done once, and nothing that is in use is tidied away", async () => {
  world.setNow(LATER);
  const ada = await world.person();
  const save = () => ada.api(emails.store, onScreen(1), { idempotencyKey: "once" });
  const saved = await save();
  world.setNow(EARLIER);
  await tidy(world.app);
  expect(await save()).toEqual(saved);
  world.setNow(LATER);
  await tidy(world.app);
  expect(await save()).toEqual(saved);
});

test("background work that was caused at a later time is done at an earlier one", async () => {
  world.setNow(LATER);
  const ada = await world.person();
  const { email } = await ada.api(emails.store, onScreen(2));
  world.setNow(EARLIER);
  await world.work();
  expect(await world.everywhere(email.text)).toContain("public.search_passages");
});
