import { emails } from "@sidenote/contract/emails";
import { imports } from "@sidenote/contract/imports";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sqlState } from "../../core/db/database.ts";
import { derive, read } from "../../core/db/transaction.ts";
import { importMail, mail, mbox } from "../../testing/factories.ts";
import { createWorld, type World } from "../../testing/world.ts";
import { emailTable } from "../emails/index.ts";
import { countAll } from "./count.ts";
import { searchJobs } from "./jobs.ts";

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

test("a mail that is just being made findable is not forgotten before that is done, and so leaves nothing behind", async ({
  skip,
}) => {
  if (world.db.kind === "pglite") skip("the built-in database does one thing after the other");
  const ada = await world.person();
  await importMail(world, ada, mbox(mail()));
  const [thread] = (await ada.api(emails.threads, {})).items;
  const { id } = (await ada.api(emails.thread, { id: thread!.id })).emails[0]!;
  const index = searchJobs.find((one) => one.name === "search.index-emails")!;
  await derive(ada.ctx, async (tx) => {
    await index.run({ ...ada.ctx, tx }, { emailIds: [id] } as never);
    const forgetting = derive(ada.ctx, (other) =>
      other.select({ id: emailTable.id }).from(emailTable).where(eq(emailTable.id, id)).for("update", { noWait: true }),
    );
    expect(sqlState(await forgetting.catch((error: unknown) => error))).toBe("55P03");
  });
  expect(await read(ada.ctx, (tx) => tx.select({ id: emailTable.id }).from(emailTable))).toEqual([{ id }]);
});
