import { imports } from "@sidenote/contract/imports";
import { afterAll, beforeAll, expect, test } from "vitest";
import { importMail, mail, mbox } from "../../testing/factories.ts";
import { createWorld, type World } from "../../testing/world.ts";
import { countAll } from "./count.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

test("a word that only forgotten mails had is not kept among those that are counted either", async () => {
  const ada = await world.person();
  const jam = Array.from({ length: 24 }, (_, i) => mail({ subject: `Jam ${i}`, text: `Zwetschgenmus ${i}` }));
  const done = await importMail(world, ada, mbox(...jam));
  expect(await world.everywhere("zwetschgenmus")).toContain("public.search_terms");
  await ada.api(imports.undo, { id: done.id });
  await world.work();
  await countAll(world.app);
  for (const word of ["zwetschgenmus", "Zwetschgenmus"]) expect(await world.everywhere(word)).toEqual([]);
});
