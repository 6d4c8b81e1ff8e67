import { emails } from "@sidenote/contract/emails";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sqlState } from "../../core/db/database.ts";
import { derive, read } from "../../core/db/transaction.ts";
import { importMail, mail, mbox } from "../../testing/factories.ts";
import { createWorld, type World } from "../../testing/world.ts";
import { emailTable } from "../emails/index.ts";
import { searchJobs } from "./jobs.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

test("a mail that is just being made findable is not forgotten before that is done, and so leaves nothing behind", async () => {
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
