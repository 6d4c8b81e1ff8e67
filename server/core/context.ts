import { randomUUID } from "node:crypto";
import { type Actor, actorOf } from "./actor.ts";
import type { Gateway } from "./ai/gateway.ts";
import type { Config } from "./config.ts";
import type { Database, Tx } from "./db/database.ts";
import type { Live } from "./events/live.ts";
import type { Seal } from "./files/seal.ts";
import type { Log } from "./log.ts";
import type { MailReader } from "./mail/reader.ts";
import type { Metrics } from "./metrics.ts";

/** What the process holds. Made once in `main.ts` (or in a test's world) and handed down, never imported. */
export type App = {
  readonly config: Config;
  readonly db: Database;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly seal: Seal;
  readonly live: Live;
  readonly ai: Gateway;
  readonly mailReader: MailReader;
  readonly now: () => Date;
};

/** What every service takes first: who asks, in which request, and when "now" is. */
export type Ctx = {
  readonly app: App;
  readonly actor: Actor;
  readonly requestId: string;
  readonly now: () => Date;
  /** Ends when the caller has gone away. */
  readonly signal: AbortSignal;
  /** The change that this call is part of. For `core/db` alone. */
  readonly tx?: Tx;
};

/** A context for what runs without a request: the command line, regular work, a test, the first start. */
export const contextFor = (
  app: App,
  member: Parameters<typeof actorOf>[0],
  signal: AbortSignal = new AbortController().signal,
): Ctx => ({
  app,
  actor: actorOf(member),
  requestId: `req_${randomUUID()}`,
  now: app.now,
  signal,
});
