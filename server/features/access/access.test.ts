import { access, PANEL_SCOPES } from "@sidenote/contract/access";
import { contacts } from "@sidenote/contract/contacts";
import { createApi } from "@sidenote/contract/endpoint";
import { organizations } from "@sidenote/contract/organizations";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createWorld, type World } from "../../testing/world.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

/** A device that has nothing yet. */
const device = () => createApi(world.sendAs({}));
const asked = { device: "Chrome on this laptop", scopes: [...PANEL_SCOPES] };

test("a device shows a code, a member sees what it would allow and confirms, and the device gets a token", async () => {
  const ada = await world.person();
  const { deviceCode, userCode, verificationPath } = await device()(access.requestPairing, asked);
  expect(userCode).toMatch(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/);
  expect(verificationPath).toBe(`/pair?code=${userCode}`);
  expect(await device()(access.pollPairing, { deviceCode })).toMatchObject({ state: "waiting" });
  expect(await ada.api(access.pairing, { userCode: userCode.toLowerCase().replace("-", "") })).toMatchObject({
    device: "Chrome on this laptop",
    scopes: PANEL_SCOPES,
  });
  await ada.api(access.decidePairing, { userCode, approve: true });
  const paired = await device()(access.pollPairing, { deviceCode });
  if (paired.state !== "paired") throw new Error("not paired");
  const panel = createApi(world.sendAs({ authorization: `Bearer ${paired.token}` }));
  expect(await panel(organizations.me, {})).toMatchObject({ member: { id: ada.memberId } });
  expect((await ada.api(access.tokens, {})).items).toMatchObject([
    { kind: "device", name: "Chrome on this laptop", lastUsedAt: "2026-03-02T09:00:00.000Z" },
  ]);
});

test("a token that was lost on its way is handed out again, the same one, until it was used; then never", async () => {
  const ada = await world.person();
  const { deviceCode, userCode } = await device()(access.requestPairing, asked);
  await ada.api(access.decidePairing, { userCode, approve: true });
  const lost = await device()(access.pollPairing, { deviceCode });
  const again = await device()(access.pollPairing, { deviceCode });
  expect(again).toEqual(lost);
  if (again.state !== "paired") throw new Error("not paired");
  expect((await ada.api(access.tokens, {})).items).toHaveLength(1);
  await createApi(world.sendAs({ authorization: `Bearer ${again.token}` }))(organizations.me, {});
  expect(await device()(access.pollPairing, { deviceCode })).toEqual({ state: "expired" });
});

test("a device that was revoked before its first use is not paired again by its code", async () => {
  const ada = await world.person();
  const { deviceCode, userCode } = await device()(access.requestPairing, asked);
  await ada.api(access.decidePairing, { userCode, approve: true });
  const paired = await device()(access.pollPairing, { deviceCode });
  if (paired.state !== "paired") throw new Error("not paired");
  await ada.api(access.revoke, { id: paired.tokenId });
  expect(await device()(access.pollPairing, { deviceCode })).toEqual({ state: "expired" });
  expect((await ada.api(access.tokens, {})).items).toEqual([]);
});

test("a refused code gives no token", async () => {
  const ada = await world.person();
  const { deviceCode, userCode } = await device()(access.requestPairing, asked);
  await ada.api(access.decidePairing, { userCode, approve: false });
  expect(await device()(access.pollPairing, { deviceCode })).toEqual({ state: "denied" });
  expect((await ada.api(access.tokens, {})).items).toEqual([]);
});

test("a code that nobody confirmed in ten minutes is worth nothing", async () => {
  const ada = await world.person();
  const { deviceCode, userCode } = await device()(access.requestPairing, asked);
  world.setNow(new Date("2026-03-02T09:10:01.000Z"));
  await expect(ada.api(access.decidePairing, { userCode, approve: true })).rejects.toMatchObject({
    body: { code: "not_found" },
  });
  expect(await device()(access.pollPairing, { deviceCode })).toEqual({ state: "expired" });
  world.setNow(new Date("2026-03-02T09:00:00.000Z"));
});

test("requests that nobody confirmed in time stand in no one's way: as many as may be open at once can ask again", async () => {
  const full = await createWorld();
  const there = () => createApi(full.sendAs({}))(access.requestPairing, asked);
  for (let i = 0; i < 200; i++) await there();
  await expect(there()).rejects.toMatchObject({ body: { code: "rate_limited" } });
  full.setNow(new Date("2026-03-02T09:10:01.000Z"));
  expect(await there()).toMatchObject({ userCode: expect.any(String) });
  await full.close();
});

test("a key whose day is past is no longer listed", async () => {
  const ada = await world.person();
  await ada.api(access.createKey, { name: "Reports", expiresAt: "2026-03-03T09:00:00.000Z" });
  expect((await ada.api(access.tokens, {})).items).toMatchObject([{ name: "Reports" }]);
  world.setNow(new Date("2026-03-03T09:00:01.000Z"));
  expect((await ada.api(access.tokens, {})).items).toEqual([]);
  world.setNow(new Date("2026-03-02T09:00:00.000Z"));
});

test("a device cannot ask for what a panel never needs", async () => {
  await expect(device()(access.requestPairing, { device: "x", scopes: ["imports:write"] })).rejects.toMatchObject({
    body: { code: "forbidden" },
  });
});

test("a device's life grows with its use and ends after ninety days without", async () => {
  const ada = await world.person();
  const { deviceCode, userCode } = await device()(access.requestPairing, asked);
  await ada.api(access.decidePairing, { userCode, approve: true });
  const paired = await device()(access.pollPairing, { deviceCode });
  if (paired.state !== "paired") throw new Error("not paired");
  const panel = createApi(world.sendAs({ authorization: `Bearer ${paired.token}` }));
  world.setNow(new Date("2026-05-20T09:00:00.000Z"));
  await panel(organizations.me, {});
  world.setNow(new Date("2026-08-10T09:00:00.000Z"));
  await panel(organizations.me, {});
  world.setNow(new Date("2026-11-09T09:00:01.000Z"));
  await expect(panel(organizations.me, {})).rejects.toMatchObject({ body: { code: "unauthenticated" } });
  world.setNow(new Date("2026-03-02T09:00:00.000Z"));
});

test("a device that unpairs itself, or that is revoked, is out at once", async () => {
  const ada = await world.person();
  const own = await ada.withScopes([...PANEL_SCOPES], "device");
  await own(access.unpair, {});
  await expect(own(organizations.me, {})).rejects.toMatchObject({ body: { code: "unauthenticated" } });
  const key = await ada.api(access.createKey, { name: "Reports", scopes: ["contacts:read"] });
  const reports = createApi(world.sendAs({ authorization: `Bearer ${key.value}` }));
  expect((await reports(contacts.list, {})).items).toEqual([]);
  await ada.api(access.revoke, { id: key.id });
  await expect(reports(contacts.list, {})).rejects.toMatchObject({ body: { code: "unauthenticated" } });
});

test("a key's value is shown once and kept nowhere in the clear", async () => {
  const ada = await world.person();
  const key = await ada.api(access.createKey, { name: "Reports" }, { idempotencyKey: "k" });
  expect(key.value).toMatch(/^sk_/);
  expect(JSON.stringify(await ada.api(access.tokens, {}))).not.toContain(key.value);
  expect((await ada.api(access.createKey, { name: "Reports" }, { idempotencyKey: "k" })).value).toBe(key.value);
  expect(await world.everywhere(key.value)).toEqual([]);
});

test("a colleague sees and revokes none of a member's keys", async () => {
  const ada = await world.person();
  const key = await ada.api(access.createKey, { name: "Hers" });
  const admin = await world.colleague(ada, "admin");
  expect((await admin.api(access.tokens, {})).items).toEqual([]);
  await expect(admin.api(access.revoke, { id: key.id })).rejects.toMatchObject({ body: { code: "not_found" } });
});
