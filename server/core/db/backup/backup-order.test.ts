import { companies } from "@sidenote/contract/companies";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createWorld, type World } from "../../../testing/world.ts";
import { writeBackup } from "./backup.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

test("a company is in a backup after the one that it is part of, however long the chain", async () => {
  const ada = await world.person();
  const made = [];
  for (const name of ["Kystlast", "Nordfrakt", "Havsfisk", "Isverket"])
    made.push(await ada.api(companies.create, { name }));
  const [first, second, third, last] = made.map((one) => one.id);
  // The oldest id becomes part of the next, and so on: by id alone each would come too early.
  await ada.api(companies.merge, { id: second!, otherId: first! });
  await ada.api(companies.merge, { id: third!, otherId: second! });
  await ada.api(companies.merge, { id: last!, otherId: third! });
  const written: { id: string; joined_to: string | null }[] = [];
  await writeBackup(world.app, async (line) => {
    const { table, row } = JSON.parse(line) as { table?: string; row?: (typeof written)[number] };
    if (table === "public.companies" && row) written.push(row);
  });
  expect(written).toHaveLength(4);
  for (const [i, { joined_to }] of written.entries())
    expect(joined_to === null || written.slice(0, i).some((one) => one.id === joined_to)).toBe(true);
});
