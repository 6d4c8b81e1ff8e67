import { imports } from "@sidenote/contract/imports";
import { ledger } from "@sidenote/contract/ledger";
import { search } from "@sidenote/contract/search";
import postgres from "postgres";
import { expect, test } from "vitest";
import { mail, mbox } from "../../server/testing/factories.ts";
import { createDatabase, dropDatabase, freshDatabase } from "../databases.ts";
import { until as untilIn } from "./client.ts";
import { OwnServer } from "./own-server.ts";

/** A process is held up for longer than its heartbeat may be missed, in the middle of an import, and goes on where it was. */
const COUNT = 4000;
const admin = process.env.DATABASE_URL_TEST;
const LIMIT_MS = 600_000;
/** A lost worker's job comes back after ten seconds and more, and a busy machine takes its time. */
const PATIENCE_MS = 120_000;

const until = (holds: () => Promise<boolean>) => untilIn(holds, PATIENCE_MS);

const letter = (i: number) =>
  mail({ id: `<${i}@paused>`, subject: `Offer ${i}`, text: `What would kiosk${i}x cost, and when could it be there?` });

test.skipIf(!admin)(
  "of two processes that are held up in turn in the middle of an import, each doubles nothing and loses nothing of what the other did",
  { timeout: LIMIT_MS },
  async () => {
    const url = freshDatabase(admin!);
    await createDatabase(admin!, url);
    const sql = postgres(url, { max: 1, onnotice: () => {} });
    const [first, second] = [await OwnServer.start(url), await OwnServer.start(url)];
    const id = await first.upload(mbox(...Array.from({ length: COUNT }, (_, i) => letter(i))));
    const seen = async (at: OwnServer) => (await at.api(imports.get, { id })).counts.seen;
    const tries = async () => {
      const [job] = await sql<
        { tries: number }[]
      >`select retry_count as tries from pgboss.job where name = 'import.run'`;
      return job?.tries;
    };
    /** At the worst moment: between two statements of a transaction, which holds locks that all others want. */
    const isHeldUp = async (server: OwnServer) => {
      server.pause();
      const open = await sql`select 1 from pg_stat_activity
        where datname = current_database() and state = 'idle in transaction'`;
      if (open.length === 0) server.goOn();
      return open.length > 0;
    };

    // Only the first is there to take it.
    second.pause();
    await first.api(imports.start, { id });
    for (const [round, [held, other]] of [
      [first, second],
      [second, first],
    ].entries()) {
      await until(async () => (await seen(held!)) > round * 1000);
      await until(() => isHeldUp(held!));
      if (round === 0) other!.goOn();
      const before = await seen(other!);
      await until(async () => (await tries()) === round + 1);
      await until(async () => (await seen(other!)) > before);
      held!.goOn();
    }
    await until(async () => (await first.api(imports.get, { id })).state === "done");
    for (const server of [first, second]) {
      const { api } = server;
      expect(await api(imports.get, { id })).toMatchObject({
        state: "done",
        error: null,
        counts: { seen: COUNT, stored: COUNT, duplicate: 0, setAside: 0 },
      });
      expect(await api(ledger.sums, {})).toMatchObject({ mails: COUNT, unaccounted: 0, reconciled: true });
    }
    for (const i of [0, 1000, 2000, COUNT - 1]) {
      const found = async () => (await first.api(search.all, { q: `kiosk${i}x`, kind: "email" })).items.length;
      await until(async () => (await found()) > 0);
      expect(await found()).toBe(1);
    }
    expect(await sql`select name, error from job_failures`).toEqual([]);
    await sql.end();
    for (const server of [first, second]) {
      await server.stop();
      server.remove();
    }
    await dropDatabase(admin!, url);
  },
);
