import { contacts } from "@sidenote/contract/contacts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createWorld, type World } from "../../testing/world.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

test("on a disk that is nearly full nothing is changed, with what to do; what is there can be read, and with room all goes on", async () => {
  const ada = await world.person();
  let hasRoom = true;
  Object.assign(world.app.db, { hasRoom: () => hasRoom });
  const eva = { name: "Eva", addresses: ["eva@nordfrakt.example"] };
  await ada.api(contacts.create, eva);
  hasRoom = false;
  await expect(ada.api(contacts.create, { name: "Nils" })).rejects.toMatchObject({
    body: { code: "unavailable", title: expect.stringContaining("The disk is full") },
  });
  expect((await ada.api(contacts.list, {} as never)).items).toMatchObject([{ name: "Eva" }]);
  hasRoom = true;
  await ada.api(contacts.create, { name: "Nils" });
});
