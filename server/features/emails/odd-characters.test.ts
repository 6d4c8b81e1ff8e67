import { emails } from "@sidenote/contract/emails";
import { afterAll, beforeAll, expect, test } from "vitest";
import { importMail, mail, mbox } from "../../testing/factories.ts";
import { createWorld, type World } from "../../testing/world.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

/** Whoever cuts these by the number of units cuts through an emoji of one or the other. */
const EMOJI = "😀".repeat(400);
const THROUGH_ONE = `x${EMOJI}`;

test("mail with an emoji wherever something is cut is stored, from a file and from a page", async () => {
  const ada = await world.person();
  const boundary = { "Content-Type": 'multipart/mixed; boundary="a"' };
  const text = (said: string) => `--a\nContent-Type: text/plain; charset=utf-8\n\n${said}\n`;
  const file = (name: string) =>
    `--a\nContent-Type: text/csv\nContent-Disposition: attachment; filename="${name}"\n\na,b\n--a--`;
  const done = await importMail(
    world,
    ada,
    mbox(
      ...[EMOJI, THROUGH_ONE].map((said) =>
        mail({
          subject: said,
          from: `"${said}" <marta@nordfrakt.example>`,
          headers: boundary,
          text: text(`${said}?`) + file(said),
        }),
      ),
    ),
  );
  expect(done.counts).toMatchObject({ seen: 2, stored: 2, setAside: 0 });
  for (const [i, said] of [EMOJI, THROUGH_ONE].entries()) {
    const { email } = await ada.api(emails.store, {
      sourceId: `gmail:${i}`,
      threadSourceId: `gmail:thread${i}`,
      subject: `${said}.`,
      from: { name: said.slice(i).slice(0, 100), address: "marta@nordfrakt.example" },
      to: [{ name: "me", address: "ada@fjordkyl.example" }],
      at: "2026-02-03T09:00:00.000Z",
      text: said,
    });
    expect(email.text).toBe(said);
  }
  await world.work();
  const { items } = await ada.api(emails.threads, {});
  expect(items.map((thread) => thread.snippet.isWellFormed())).toEqual([true, true, true, true]);
});
