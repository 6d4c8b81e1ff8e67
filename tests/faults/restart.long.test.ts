import net from "node:net";
import { setTimeout } from "node:timers/promises";
import { emails } from "@sidenote/contract/emails";
import { ApiError } from "@sidenote/contract/errors";
import { ledger } from "@sidenote/contract/ledger";
import { search } from "@sidenote/contract/search";
import { afterAll, expect, test } from "vitest";
import { createDatabase, dropDatabase, freshDatabase } from "../databases.ts";
import { until } from "./client.ts";
import { ownCluster } from "./own-postgres.ts";
import { OwnServer, onScreen, wordOf } from "./own-server.ts";

const admin = process.env.DATABASE_URL_TEST;
const AWAY_MS = 3000;

/** A database that can go away and come back. */
type Database = { url: string; open(): Promise<void>; close(): Promise<void>; remove(): Promise<void> };

const own = admin ? await ownCluster(admin) : null;
afterAll(() => own?.remove());

const databases: [string, (() => Promise<Database>) | null][] = [
  // What a client sees of it, in front of the one that others use at the same time.
  ["PostgreSQL cut off", admin ? behindDoor : null],
  ["PostgreSQL restarted", own && (() => stopped("fast"))],
  ["PostgreSQL crashed", own && (() => stopped("immediate"))],
];

for (const [what, open] of databases)
  test.skipIf(!open)(
    `${what} under load: requests fail with what is the matter, the server recovers by itself, and nothing acknowledged is lost`,
    { timeout: 600_000 },
    () => goesOn(open!),
  );

async function behindDoor(): Promise<Database> {
  const url = freshDatabase(admin!);
  await createDatabase(admin!, url);
  return { ...(await doorTo(url)), remove: () => dropDatabase(admin!, url) };
}

async function stopped(mode: "fast" | "immediate"): Promise<Database> {
  const url = freshDatabase(own!.url);
  await createDatabase(own!.url, url);
  return { url, open: own!.start, close: () => own!.stop(mode), remove: () => dropDatabase(own!.url, url) };
}

async function goesOn(openDatabase: () => Promise<Database>): Promise<void> {
  const door = await openDatabase();
  const server = await OwnServer.start(door.url);
  const { api } = server;
  const saved = new Set<number>();
  const refused: ApiError[] = [];
  let next = 0;
  let busy = true;
  /** As a panel's queue does: the same request again, until it is answered. */
  const insist = async <T>(ask: () => Promise<T>): Promise<T> => {
    for (;;) {
      try {
        return await ask();
      } catch (error) {
        if (!(error instanceof ApiError) || error.body.code !== "unavailable") throw error;
        refused.push(error);
        await setTimeout(100);
      }
    }
  };
  const client = async () => {
    while (busy) {
      const i = next++;
      await insist(() => api(emails.store, onScreen(i), { idempotencyKey: `${i}` }));
      saved.add(i);
    }
  };
  const clients = [client(), client(), client(), client()];
  const live = await server.fetch("/v1/live");
  for (let round = 0; round < 2; round++) {
    await until(async () => saved.size > 10 + round * 30);
    await door.close();
    const health = await server.fetch("/health");
    expect(health.status).toBe(200);
    const ready = await server.fetch("/ready");
    expect(ready.status).toBe(503);
    await setTimeout(AWAY_MS);
    const before = saved.size;
    await door.open();
    await until(async () => saved.size > before + 5);
  }
  busy = false;
  await Promise.all(clients);
  expect(refused.length).toBeGreaterThan(0);
  for (const { body } of refused) {
    expect(body).toMatchObject({ code: "unavailable", status: 503 });
    expect(body.title).toMatch(/database/);
  }
  const sums = await insist(() => api(ledger.sums, {}));
  expect(sums).toMatchObject({ unaccounted: 0, reconciled: true });
  expect(sums.mails).toBeGreaterThanOrEqual(saved.size);
  // The background work goes on too, and what it was told of while away is not forgotten.
  const last = Math.max(...saved);
  for (const i of [0, last])
    await until(async () => (await insist(() => api(search.all, { q: wordOf(i), kind: "email" }))).items.length === 1);
  // An open screen hears of changes again.
  expect(await heard(live, () => api(emails.store, onScreen(9999)))).toMatch(/emails\.stored/);
  await server.stop();
  server.remove();
  await door.remove();
}

/** What an open live stream says after something was done. */
async function heard(response: Response, what: () => Promise<unknown>): Promise<string> {
  const reader = response.body!.getReader();
  let said = "";
  let finished = false;
  const reading = (async () => {
    while (!finished) {
      const { value, done } = await reader.read();
      if (done) return;
      said += Buffer.from(value).toString("utf8");
    }
  })();
  said = "";
  await what();
  await until(async () => said.includes("emails.stored"));
  finished = true;
  await reader.cancel();
  await reading;
  return said;
}

/** A way to the database that can be shut. */
async function doorTo(url: string): Promise<{ url: string; open(): Promise<void>; close(): Promise<void> }> {
  const there = new URL(url);
  const open = new Set<net.Socket>();
  let port = 0;
  let server: net.Server;
  const listen = () =>
    new Promise<void>((resolve) => {
      server = net.createServer((near) => {
        const far = net.connect(Number(there.port), there.hostname);
        for (const [one, other] of [
          [near, far],
          [far, near],
        ] as const) {
          open.add(one);
          one.pipe(other);
          one.on("error", () => {});
          one.on("close", () => {
            open.delete(one);
            other.destroy();
          });
        }
      });
      server.listen(port, "127.0.0.1", () => {
        port = (server.address() as net.AddressInfo).port;
        resolve();
      });
    });
  await listen();
  const through = new URL(url);
  through.port = String(port);
  through.hostname = "127.0.0.1";
  return {
    url: through.toString(),
    open: listen,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}
