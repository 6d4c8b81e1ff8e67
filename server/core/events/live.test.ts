import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { LiveEvent } from "@sidenote/contract/system";
import { sql } from "drizzle-orm";
import { createParser } from "eventsource-parser";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createWorld, type Person, type World } from "../../testing/world.ts";
import { LIVE_CHANNEL } from "./live.ts";

let world: World;
let http: ReturnType<typeof createAdaptorServer>;
beforeAll(async () => {
  world = await createWorld();
  http = createAdaptorServer({ fetch: world.server.hono.fetch });
  http.listen(0, "127.0.0.1");
  await once(http, "listening");
});
afterAll(async () => {
  http.close();
  await world.close();
});

/** A screen over a real connection, and what it has heard. */
async function screenOf({ headers }: Person): Promise<{ response: IncomingMessage; heard: LiveEvent[] }> {
  const { port } = http.address() as AddressInfo;
  const asked = get({ host: "127.0.0.1", port, path: "/v1/live", headers: { ...headers, host: `localhost:${port}` } });
  const [response] = (await once(asked, "response")) as [IncomingMessage];
  const heard: LiveEvent[] = [];
  const parser = createParser({ onEvent: ({ data }) => heard.push(LiveEvent.parse(JSON.parse(data))) });
  response.setEncoding("utf8").on("data", (text: string) => parser.feed(text));
  await expect.poll(() => heard.map(({ type }) => type)).toEqual(["hello"]);
  return { response, heard };
}

/** Seven kilobytes each: together more than the sockets of both sides hold. */
const TOLD = 3000;

test("a screen that does not read has little kept for it, and learns when it reads again that there was a gap", {
  timeout: 60_000,
}, async () => {
  const ada = await world.person();
  const screen = await screenOf(ada);
  let told = 0;
  const stop = world.app.live.subscribe(ada.ctx.actor, () => told++);
  const tell = (from: number, to: number) =>
    world.db.drizzle.execute(sql`
      select pg_notify(${LIVE_CHANNEL}, jsonb_build_object('organizationId', ${ada.organizationId}::text, 'memberId', null,
        'event', jsonb_build_object('type', 'contacts.changed', 'ids', jsonb_build_array(n::text, repeat('x', 7000))))::text)
      from generate_series(${from}::int, ${to}::int) as n`);

  screen.response.pause();
  await tell(1, TOLD);
  await expect.poll(() => told, { timeout: 30_000 }).toBe(TOLD);
  screen.response.resume();
  await expect.poll(() => screen.heard.slice(1).at(-1)?.type, { timeout: 30_000 }).toBe("hello");
  expect(screen.heard.length).toBeLessThan(TOLD);

  const before = screen.heard.length;
  await tell(TOLD + 1, TOLD + 1);
  await expect.poll(() => screen.heard.slice(before).map(({ ids }) => ids[0])).toEqual([`${TOLD + 1}`]);
  stop();
  screen.response.destroy();
});
