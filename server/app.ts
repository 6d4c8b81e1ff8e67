import { createGateway } from "./core/ai/gateway.ts";
import { type Auth, createAuth } from "./core/auth/auth.ts";
import { demoOrganizationOf } from "./core/auth/members.ts";
import type { Config } from "./core/config.ts";
import type { App } from "./core/context.ts";
import type { Database } from "./core/db/database.ts";
import { Live } from "./core/events/live.ts";
import type { Seal } from "./core/files/seal.ts";
import { buildHttp } from "./core/http/app.ts";
import type { Server } from "./core/http/serve.ts";
import type { Log } from "./core/log.ts";
import { MailReader } from "./core/mail/reader.ts";
import { createMetrics } from "./core/metrics.ts";
import { routes } from "./slices.ts";

export type Built = { app: App; auth: Auth; server: Server };

/** Puts the process together from what it is given. Nothing is opened, read or listened to here. */
export function buildApp(deps: {
  config: Config;
  db: Database;
  seal: Seal;
  log: Log;
  now: () => Date;
  localSecret: string | null;
  webDir: string | null;
}): Built {
  const { config, db, seal, log, now } = deps;
  const app: App = {
    config,
    db,
    seal,
    log,
    now,
    metrics: createMetrics(),
    live: new Live(),
    ai: createGateway(),
    mailReader: new MailReader(),
  };
  const auth = createAuth({ db, seal, demoOrganizationOf: (userId) => demoOrganizationOf(app, userId) });
  return { app, auth, server: buildHttp(app, auth, routes, { localSecret: deps.localSecret, webDir: deps.webDir }) };
}
