import { organizations } from "@sidenote/contract/organizations";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createWorld, type World } from "../../testing/world.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

test("a member changes their own name and time zone, and a stale change is refused with the current one", async () => {
  const ada = await world.person();
  const { member } = await ada.api(organizations.me, {});
  const changed = await ada.api(organizations.updateMe, {
    version: member.version,
    name: "Ada B.",
    timeZone: "Europe/Kyiv",
  });
  expect(changed).toMatchObject({
    id: ada.memberId,
    name: "Ada B.",
    timeZone: "Europe/Kyiv",
    version: member.version + 1,
  });
  await expect(ada.api(organizations.updateMe, { version: member.version, name: "Ada" })).rejects.toMatchObject({
    body: { code: "conflict", current: { name: "Ada B." } },
  });
});

test("what is no time zone is refused with its field", async () => {
  const ada = await world.person();
  const { member } = await ada.api(organizations.me, {});
  const moved = ada.api(organizations.updateMe, { version: member.version, timeZone: "Europe/Nowhere" });
  await expect(moved).rejects.toMatchObject({ body: { code: "invalid", errors: [{ path: "timeZone" }] } });
});

test("an own address is kept once, in small letters, and goes when it is taken back", async () => {
  const ada = await world.person();
  const address = "Ada@FjordKyl.example";
  await ada.api(organizations.addAddress, { address });
  const twice = await ada.api(organizations.addAddress, { address: address.toLowerCase() });
  expect(twice.ownAddresses).toEqual(["ada@fjordkyl.example"]);
  expect((await ada.api(organizations.removeAddress, { address })).ownAddresses).toEqual([]);
});

test("a colleague, an admin and a stranger neither see nor take back a member's addresses, and may have the same", async () => {
  const ada = await world.person();
  const address = "ada@fjordkyl.example";
  await ada.api(organizations.addAddress, { address });
  for (const other of [await world.colleague(ada), await world.colleague(ada, "admin"), await world.person()]) {
    expect((await other.api(organizations.me, {})).ownAddresses).toEqual([]);
    await other.api(organizations.removeAddress, { address });
    expect((await other.api(organizations.addAddress, { address })).ownAddresses).toEqual([address]);
  }
  expect((await ada.api(organizations.me, {})).ownAddresses).toEqual([address]);
});

test("nobody works in an organization that is not theirs, and a key neither changes its member nor learns of their other organizations", async () => {
  const ada = await world.person();
  const stranger = await world.person();
  const into = stranger.api(organizations.switch, { organizationId: ada.organizationId });
  await expect(into).rejects.toMatchObject({ body: { code: "not_found" } });
  await ada.api(organizations.addDemo, {});
  const key = await ada.withScopes(["organization:read", "organization:write"]);
  expect((await ada.api(organizations.me, {})).organizations).toHaveLength(2);
  expect((await key(organizations.me, {})).organizations).toMatchObject([{ id: ada.organizationId }]);
  await expect(key(organizations.updateMe, { version: 1, name: "Eve" })).rejects.toMatchObject({
    body: { code: "forbidden" },
  });
});
