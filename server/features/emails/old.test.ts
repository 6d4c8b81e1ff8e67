import { context } from "@sidenote/contract/context";
import { emails } from "@sidenote/contract/emails";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { importMail, mail, mbox } from "../../testing/factories.ts";
import { createWorld, type Person, type World } from "../../testing/world.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());
afterEach(() => world.setNow(new Date("2026-03-02T09:00:00Z")));

const ASKS = "Could you tell me what the deposit is?";
const asked = async (): Promise<Person> => {
  const ada = await world.person();
  await importMail(
    world,
    ada,
    mbox(mail({ date: "Mon, 2 Feb 2026 10:00:00 +0100", text: `Hi Ada,\n\n${ASKS}\n\nMarta` })),
  );
  return ada;
};
const waiting = async (ada: Person, day: string) => {
  world.setNow(new Date(`${day}T12:00:00Z`));
  const { items, waitingForYou, old } = await ada.api(emails.threads, { owed: "you" });
  return { listed: items.length, waitingForYou, old };
};

test("a thread in which nobody has written for three months is waited for no longer, and is not lost", async () => {
  const ada = await asked();
  expect(await waiting(ada, "2026-05-02")).toEqual({ listed: 1, waitingForYou: 1, old: 0 });
  expect(await waiting(ada, "2026-05-04")).toEqual({ listed: 0, waitingForYou: 0, old: 1 });
  const { items } = await ada.api(emails.threads, { old: true });
  expect(items).toMatchObject([{ owed: { by: "you", asks: ASKS, old: true } }]);
});

test("beside their mail it is folded away, once", async () => {
  const ada = await asked();
  const shown = async (day: string) => {
    world.setNow(new Date(`${day}T12:00:00Z`));
    const {
      owed,
      oldOwed = [],
      promises = [],
      oldPromises = [],
    } = await ada.api(context.get, {
      address: "marta@nordfrakt.example",
    });
    return [owed.length + promises.length, oldOwed.length + oldPromises.length];
  };
  expect(await shown("2026-05-02")).toEqual([1, 0]);
  expect(await shown("2026-05-04")).toEqual([0, 1]);
});

test("whoever writes in it again waits again", async () => {
  const ada = await asked();
  const again = { inReplyTo: "<x@b>", subject: "Re: Cold storage", date: "Fri, 1 May 2026 10:00:00 +0200" };
  await importMail(world, ada, mbox(mail({ ...again, text: "Hi Ada,\n\nany news of it?\n\nMarta" })));
  expect((await waiting(ada, "2026-05-04")).waitingForYou).toBeGreaterThan(0);
});
