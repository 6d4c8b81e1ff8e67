import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { emails } from "@sidenote/contract/emails";
import { imports } from "@sidenote/contract/imports";
import { ledger } from "@sidenote/contract/ledger";
import { expect, test } from "vitest";
import { mail, mbox } from "../../server/testing/factories.ts";
import { dataFolder, launch, sidenote, start } from "../cli.ts";
import { clientOf, until } from "./client.ts";
import { createDatabase, dropDatabase, freshDatabase } from "./databases.ts";

const admin = process.env.DATABASE_URL_TEST;
const MAILS = 400;

/** Closing has less than this, whatever is under way. */
const LIMIT_MS = 6000;

const onScreen = (i: number) => ({
  sourceId: `gmail:s${i}`,
  subject: `On screen ${i}`,
  from: { name: "", address: "eva@nordfrakt.example" },
  to: [{ name: "", address: "ada@fjordkyl.example" }],
  at: new Date(Date.UTC(2026, 1, 3, 9, i)).toISOString(),
  text: `Seen on screen ${i}. Could you send me the offer by Friday?`,
});
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
      const folder = dataFolder();
      const env = { SIDENOTE_DATA: folder.path, LOG_LEVEL: "error", ...(url ? { DATABASE_URL: url } : {}) };
      let running = await start([], env);
      const key = (await sidenote(["key", "create", "--name", "Test"], env)).stdout.trim();
      const api = clientOf(running.url, key);
      const { pid } = JSON.parse(readFileSync(path.join(folder.path, "server.json"), "utf8")) as { pid: number };
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
      const { id } = await api(imports.create, { name: "mail.mbox", as: "ada@fjordkyl.example" });
      const put = await fetch(`${running.url}/v1/imports/${id}/bytes?offset=0`, {
        method: "PUT",
        headers: { authorization: `Bearer ${key}` },
        body: mbox(...Array.from({ length: MAILS }, (_, i) => letter(i))),
      });
      expect(put.status).toBe(200);
      await api(imports.start, { id });
      const live = await fetch(`${running.url}/v1/live`, { headers: { authorization: `Bearer ${key}` } });
      await until(async () => saved.size > 8);

      const began = performance.now();
      running.child.kill("SIGTERM");
      await until(async () => !existsSync(path.join(folder.path, "server.json")));
      process.kill(pid, "SIGTERM");
      expect(await running.ended).toMatchObject({ code: 0 });
      expect(performance.now() - began).toBeLessThan(LIMIT_MS);
      expect(existsSync(path.join(folder.path, "lock"))).toBe(false);
      await live.text().catch(() => {});
      await Promise.all(clients);

      running = await start([], env);
      const again = clientOf(running.url, key);
      await until(async () => (await again(imports.get, { id })).state === "done");
      const sums = await again(ledger.sums, {});
      expect(sums).toMatchObject({ unaccounted: 0, reconciled: true });
      expect(sums.mails).toBeGreaterThanOrEqual(MAILS + saved.size);
      running.child.kill("SIGTERM");
      expect((await running.ended).code).toBe(0);
      folder.remove();
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
