import { organizations } from "@sidenote/contract/organizations";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createWorld, type World } from "../testing/world.ts";
import { addDemo } from "./demo.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

test("the demo is the admin's of this machine, and what is in it is said once", { timeout: 60_000 }, async () => {
  const admin = await world.person();
  const said: string[] = [];
  const terminal = { say: (line: string) => void said.push(line), progress: () => {} };
  await addDemo(world, terminal);
  await addDemo(world, terminal);
  expect(said).toEqual([
    "Added Fjord Kyl, an invented company: 30 people in 12 companies, 250 mails, 31 notes, calls, meetings and tasks. Settings has the button that removes it",
  ]);
  const { organizations: all } = await admin.api(organizations.me, {});
  expect(all).toMatchObject([{ demo: false }, { demo: true, role: "admin" }]);
});
