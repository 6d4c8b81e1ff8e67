import { randomUUID } from "node:crypto";
import { serveStatic } from "@hono/node-server/serve-static";
import { CONTRACT_VERSION, LiveEvent, system } from "@sidenote/contract/system";
import { sql } from "drizzle-orm";
import { Hono } from "hono";
import type { Auth } from "../auth/auth.ts";
import { isStill } from "../auth/authenticate.ts";
import { LastActors } from "../auth/last-actors.ts";
import type { App } from "../context.ts";
import { databaseProblem } from "../db/failure.ts";
import { AppError } from "../errors.ts";
import { HELLO, inBounds } from "../events/live.ts";
import { VERSION } from "../version.ts";
import { guardBrowser } from "./guard.ts";
import { mountLocal } from "./local.ts";
import { openApi } from "./openapi.ts";
import { problemResponse } from "./problem.ts";
import { actorFor, contextOf, type HttpEnv, type Server, servePublic } from "./serve.ts";
import { mountSignIn } from "./sign-in.ts";
import { eventStream, left } from "./stream.ts";

/** The HTTP side of the process: what every route shares, then the slices' own routes, then the workspace's pages. */
export function buildHttp(
  app: App,
  auth: Auth,
  mounts: readonly ((server: Server) => void)[],
  options: { localSecret: string | null; webDir: string | null },
): Server {
  const hono = new Hono<HttpEnv>();
  const { localSecret } = options;
  const server: Server = { app, auth, lastActors: new LastActors(), hono, localSecret, endpoints: [] };

  hono.use(async (c, next) => {
    c.set("requestId", `req_${randomUUID()}`);
    // Set before there is an answer: for each header set later, Hono makes the answer anew and sends it as a stream.
    c.header("x-request-id", c.get("requestId"));
    c.header("x-content-type-options", "nosniff");
    c.header("referrer-policy", "no-referrer");
    const measured = app.metrics.requests.startTimer();
    await next();
    measured({ method: c.req.method, route: c.req.routePath, status: c.res.status });
  });
  hono.use(guardBrowser);
  hono.onError((thrown, c) => {
    const requestId = c.get("requestId") ?? "";
    const error = databaseProblem(thrown);
    if (!(error instanceof AppError)) app.log.error({ err: error, requestId, path: c.req.routePath }, "request failed");
    return problemResponse(c, error);
  });
  hono.notFound((c) => problemResponse(c, new AppError("not_found", `There is nothing at ${c.req.path}`)));

  mountOperations(server);
  mountSignIn(server);
  mountLocal(server);
  for (const mount of mounts) mount(server);
  if (options.webDir) mountWorkspace(hono, options.webDir);
  else hono.get("/", (c) => c.html(NOT_BUILT, 503, { "content-security-policy": PAGE_POLICY }));
  return server;
}

/** How often a live stream looks whether its reader may still listen: of signing out, for one, no event tells. */
const LOOK_AGAIN_MS = 60_000;

/** Health, metrics, the API description, what this server is, and the live stream. */
function mountOperations(server: Server): void {
  const { app, hono } = server;
  servePublic(server, system.meta, async () => ({
    name: "Sidenote" as const,
    version: VERSION,
    contract: CONTRACT_VERSION,
  }));
  hono.get("/health", (c) => c.json({ ok: true }));
  hono.get("/ready", async (c) => {
    await app.db.drizzle.execute(sql`select 1`);
    return c.json({ ok: true });
  });
  hono.get("/metrics", async (c) =>
    c.text(await app.metrics.registry.metrics(), 200, { "content-type": app.metrics.registry.contentType }),
  );
  let description: object | undefined;
  hono.get("/openapi.json", (c) => {
    description ??= openApi(server.endpoints, VERSION);
    return c.json(description);
  });
  hono.get("/v1/live", async (c) => {
    const ctx = contextOf(server, c, await actorFor(server, c, { access: "organization:read" }));
    return eventStream(c, ctx, async (emit, { actor, signal }) => {
      app.metrics.liveConnections.inc();
      const over = new AbortController();
      const look = async () => {
        if (!(await isStill(app, server.auth, c.req.raw.headers, actor))) over.abort();
      };
      // Where the database is away there is nothing to hear either.
      const lookAgain = () => void look().catch(() => {});
      const tell = inBounds((event) => emit(LiveEvent.parse(event)));
      const stop = app.live.subscribe(actor, (event) => {
        tell(event);
        if (event.type === "access.changed") lookAgain();
      });
      const timer = setInterval(lookAgain, LOOK_AGAIN_MS).unref();
      tell(HELLO);
      await left(AbortSignal.any([signal, over.signal]));
      clearInterval(timer);
      stop();
      app.metrics.liveConnections.dec();
    });
  });
}

/** Nothing from elsewhere runs in or is loaded by the workspace's pages, and no page may frame them. */
const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
  "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const NOT_BUILT =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>Sidenote</title><h1>The workspace is not built yet</h1>' +
  "<p>The server itself works. Run <code>npm run build</code> in Sidenote’s folder, start it again, and reload this page.</p></html>";

function mountWorkspace(hono: Hono<HttpEnv>, webDir: string): void {
  hono.use("/assets/*", async (c, next) => {
    await next();
    if (c.res.status === 200) c.header("cache-control", "public, max-age=31536000, immutable");
  });
  hono.use("/assets/*", serveStatic({ root: webDir }));
  hono.get("*", async (c, next) => {
    if (/^\/(v1|api|assets|local)\//.test(c.req.path)) return next();
    c.header("content-security-policy", PAGE_POLICY);
    c.header("cache-control", "no-cache");
    return serveStatic({ root: webDir, path: "index.html" })(c, next);
  });
}
