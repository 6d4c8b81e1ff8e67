import { emails } from "@sidenote/contract/emails";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rows } from "../../core/db/database.ts";
import { derive, read } from "../../core/db/transaction.ts";
import { incomingFromScreen } from "../../core/mail/incoming.ts";
import { createWorld, type Person, type World } from "../../testing/world.ts";
import { storeMails } from "./store.ts";
import { refreshThreads } from "./thread-summary.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const onScreen = (sourceId: string, at: string) => ({
  sourceId,
  threadSourceId: "gmail:18c2f0a1b2c3d4e0",
  subject: "Cold storage",
  from: { name: "Marta Lindqvist", address: "marta@nordfrakt.example" },
  to: [{ name: "me", address: "ada@fjordkyl.example" }],
  at,
  text: `The two zones are what we need (${sourceId}).`,
});

/** Whether somebody waits for what another has changed and not yet committed. */
const somebodyWaits = (person: Person): Promise<boolean> =>
  read(person.ctx, async (tx) => {
    const waiting = await rows(
      tx,
      sql`select 1 from pg_locks l join pg_stat_activity a on a.pid = l.pid
          where a.datname = current_database() and l.locktype = 'transactionid' and not l.granted`,
    );
    return waiting.length > 0;
  });

test("a thread that is summed up while a mail is stored in it counts that mail too", async () => {
  const ada = await world.person();
  const { email } = await ada.api(emails.store, onScreen("gmail:1", "2026-02-02T09:00:00.000Z"));
  const later = incomingFromScreen(onScreen("gmail:2", "2026-02-03T09:00:00.000Z"));
  let summing: Promise<void> | undefined;
  await derive(ada.ctx, async (tx) => {
    await storeMails(tx, ada.ctx, [later], { kind: "panel", by: "you" });
    summing = derive(ada.ctx, (other) => refreshThreads(other, [email.threadId]));
    await expect.poll(() => somebodyWaits(ada)).toBe(true);
  });
  await summing;
  expect((await ada.api(emails.threads, {})).items).toMatchObject([{ count: 2, lastAt: "2026-02-03T09:00:00.000Z" }]);
});
