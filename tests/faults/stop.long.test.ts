import { existsSync } from "node:fs";
import path from "node:path";
import { emails } from "@sidenote/contract/emails";
import { imports } from "@sidenote/contract/imports";
import { ledger } from "@sidenote/contract/ledger";
import { expect, test } from "vitest";
import { mail, mbox } from "../../server/testing/factories.ts";
import { dataFolder, launch, start } from "../cli.ts";
import { createDatabase, dropDatabase, freshDatabase } from "../databases.ts";
import { until } from "./client.ts";
import { OwnServer, onScreen } from "./own-server.ts";

const admin = process.env.DATABASE_URL_TEST;
const MAILS = 400;

/** Closing has less than this, whatever is under way. */
const LIMIT_MS = 6000;

const letter = (i: number) =>
  mail({ id: `<${i}@stop>`, subject: `Offer ${i}`, from: `P ${i} <p${i}@nordfrakt.example>`, text: `Number ${i}.` });

for (const [what, url] of [
  ["the built-in database", null],
  ["PostgreSQL", admin ? freshDatabase(admin) : undefined],
] as const)
  test.skipIf(url === undefined)(
    `stopped in the middle of everything, twice, a server on ${what} ends well and in time, and the next one goes on`,
    { timeout: 300_000 },
    async () => {
      if (url) await createDatabase(admin!, url);
      const server = await OwnServer.start(url);
      const { api, pid } = server;
      const saved = new Set<number>();
      let next = 0;
      const client = async () => {
        for (;;) {
          const i = next++;
          await api(emails.store, onScreen(i), { idempotencyKey: `${i}` });
          saved.add(i);
        }
      };
      const clients = [client(), client(), client(), client()].map((one) => one.catch((error: unknown) => error));
      const id = await server.upload(mbox(...Array.from({ length: MAILS }, (_, i) => letter(i))));
      await api(imports.start, { id });
      const live = await server.fetch("/v1/live");
      await until(async () => saved.size > 8);

      const began = performance.now();
      server.running.child.kill("SIGTERM");
      await until(async () => !existsSync(server.path("server.json")));
      process.kill(pid, "SIGTERM");
      expect(await server.running.ended).toMatchObject({ code: 0 });
      expect(performance.now() - began).toBeLessThan(LIMIT_MS);
      expect(existsSync(server.path("lock"))).toBe(false);
      await live.text().catch(() => {});
      await Promise.all(clients);

      await server.again();
      const again = server.api;
      await until(async () => (await again(imports.get, { id })).state === "done");
      const sums = await again(ledger.sums, {});
      expect(sums).toMatchObject({ unaccounted: 0, reconciled: true });
      expect(sums.mails).toBeGreaterThanOrEqual(MAILS + saved.size);
      await server.stop();
      server.remove();
      if (url) await dropDatabase(admin!, url);
    },
  );

test("stopped while it starts it ends at once, and the next start is as if that one had not been", {
  timeout: 120_000,
}, async () => {
  const folder = dataFolder();
  const env = { SIDENOTE_DATA: folder.path, PORT: "0" };
  const { child, ended } = launch(["start"], env);
  await until(async () => existsSync(path.join(folder.path, "lock")));
  const began = performance.now();
  child.kill("SIGTERM");
  expect((await ended).code).toBe(0);
  expect(performance.now() - began).toBeLessThan(LIMIT_MS);
  const running = await start([], env);
  expect((await fetch(`${running.url}/ready`)).status).toBe(200);
  running.child.kill("SIGTERM");
  expect((await running.ended).code).toBe(0);
  folder.remove();
});
