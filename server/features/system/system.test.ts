import { createHash } from "node:crypto";
import { access } from "@sidenote/contract/access";
import { contacts } from "@sidenote/contract/contacts";
import { createApi } from "@sidenote/contract/endpoint";
import { system } from "@sidenote/contract/system";
import { desc } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { auditTable } from "../../core/audit.table.ts";
import { chainIsIntact } from "../../core/audit.ts";
import { read } from "../../core/db/transaction.ts";
import { newId, toUuid } from "../../core/ids.ts";
import { job } from "../../core/jobs/job.ts";
import { giveUp } from "../../core/jobs/run.ts";
import { createWorld, type World } from "../../testing/world.ts";

type AuditRow = typeof auditTable.$inferSelect;

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

test("every change leaves a row that an admin reads, with who, what and in which request", async () => {
  const ada = await world.person();
  const made = await ada.api(contacts.create, { name: "Marta" });
  await ada.api(contacts.update, { id: made.id, version: 1, name: "Marta L." });
  const { items, intact } = await ada.api(system.audit, {});
  expect(intact).toBe(true);
  expect(items).toMatchObject([
    { sequence: 2, action: "contact.update", recordId: made.id, actor: { kind: "member", name: "Ada Berg" } },
    { sequence: 1, action: "contact.create", recordId: made.id },
  ]);
  expect(items[0]!.requestId).toMatch(/^req_/);
});

test("a refused change leaves none", async () => {
  const ada = await world.person();
  const made = await ada.api(contacts.create, { name: "Marta" });
  await expect(ada.api(contacts.update, { id: made.id, version: 9, name: "X" })).rejects.toThrow();
  expect((await ada.api(system.audit, {})).items).toHaveLength(1);
});

test("a row that was tampered with breaks the chain", async () => {
  const ada = await world.person();
  for (const name of ["A", "B", "C"]) await ada.api(contacts.create, { name });
  const rows = await read(ada.ctx, (tx) => tx.select().from(auditTable).orderBy(desc(auditTable.sequence)));
  expect(chainIsIntact(rows)).toBe(true);
  expect(chainIsIntact(rows.map((row, i) => (i === 1 ? { ...row, action: "contact.archive" } : row)))).toBe(false);
  expect(chainIsIntact(rows.filter((_, i) => i !== 1))).toBe(false);
});

test("which token made a change cannot be told differently later", async () => {
  const ada = await world.person();
  const [key, other] = [await ada.api(access.createKey, { name: "a" }), await ada.api(access.createKey, { name: "b" })];
  await createApi(world.sendAs({ authorization: `Bearer ${key.value}` }))(contacts.create, { name: "Marta" });
  const rows = await read(ada.ctx, (tx) => tx.select().from(auditTable).orderBy(desc(auditTable.sequence)));
  const [byKey, byHerself] = rows as [AuditRow, AuditRow];
  expect([byKey.tokenId, byHerself.tokenId]).toEqual([key.id, null]);
  expect(chainIsIntact(rows)).toBe(true);
  expect(chainIsIntact([{ ...byKey, tokenId: other.id }, byHerself])).toBe(false);
  expect(chainIsIntact([{ ...byKey, tokenId: null }, byHerself])).toBe(false);
  expect(chainIsIntact([{ ...byHerself, tokenId: key.id }])).toBe(false);
});

test("a row whose hash does not cover the token, as early servers wrote it, is still vouched for", () => {
  const row: AuditRow = {
    orgId: newId("org"),
    sequence: 1,
    at: "2026-02-02T09:00:00.000Z",
    actorKind: "key",
    memberId: newId("mbr"),
    tokenId: newId("tok"),
    action: "contact.create",
    recordId: null,
    requestId: "req_1",
    beforeHash: null,
    afterHash: null,
    previousHash: "",
    hash: "",
  };
  const covered = [
    row.previousHash,
    row.at,
    row.actorKind,
    toUuid(row.memberId, "mbr"),
    row.action,
    "",
    "req_1",
    "",
    "",
  ];
  const hash = createHash("sha256").update(covered.join("\n")).digest("hex");
  expect(chainIsIntact([{ ...row, hash }])).toBe(true);
  expect(chainIsIntact([{ ...row, hash, action: "contact.archive" }])).toBe(false);
});

test("changes of one organization at the same time are numbered without a gap", async () => {
  const ada = await world.person();
  await Promise.all(Array.from({ length: 12 }, (_, i) => ada.api(contacts.create, { name: `N${i}` })));
  const { items, intact } = await ada.api(system.audit, {});
  expect(items.map((row) => row.sequence)).toEqual(Array.from({ length: 12 }, (_, i) => 12 - i));
  expect(intact).toBe(true);
});

test("an agent may not read the audit log", async () => {
  const ada = await world.person();
  const agent = await world.colleague(ada);
  await expect(agent.api(system.audit, {})).rejects.toMatchObject({ body: { code: "forbidden" } });
});

test("background work that gave up is seen by its member, and can be tried again", async () => {
  const ada = await world.person();
  const failing = job({
    name: "contact.fail",
    on: "contacts.changed",
    retries: 0,
    run: async () => {},
  });
  const made = await ada.api(contacts.create, { name: "Marta" });
  await world.work();
  const data = {
    organizationId: ada.organizationId,
    memberId: ada.memberId,
    requestId: "req_1",
    payload: { contactIds: [made.id] },
  };
  await giveUp(world.app, failing, data, "the machine slept", 3);
  // The queue tells of one more than once where it was cut off while it was told.
  await giveUp(world.app, failing, data, "the disk is full", 3);
  const { items } = await ada.api(system.failedJobs, {});
  expect(items).toMatchObject([{ name: "contact.fail", error: "the disk is full", attempts: 3 }]);
  const stranger = await world.person();
  expect((await stranger.api(system.failedJobs, {})).items).toEqual([]);
  await expect(stranger.api(system.retryJob, { id: items[0]!.id })).rejects.toMatchObject({
    body: { code: "not_found" },
  });
  await ada.api(system.retryJob, { id: items[0]!.id });
  expect((await ada.api(system.failedJobs, {})).items).toEqual([]);
  await expect(ada.api(system.retryJob, { id: items[0]!.id })).rejects.toMatchObject({ body: { code: "not_found" } });
});
