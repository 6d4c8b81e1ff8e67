import { Readable } from "node:stream";
import type { Endpoint, Scope } from "@sidenote/contract/endpoint";
import type { Context, Hono } from "hono";
import type { z } from "zod";
import type { Actor } from "../actor.ts";
import type { Auth } from "../auth/auth.ts";
import { authenticate, bearerIn, tokenHash } from "../auth/authenticate.ts";
import { isSameActor, type LastActors } from "../auth/last-actors.ts";
import type { App, Ctx } from "../context.ts";
import { evenIfCut } from "../db/transaction.ts";
import { AppError } from "../errors.ts";
import type { Download } from "../files/index.ts";
import { onceByKey } from "./idempotency.ts";
import { readInput } from "./input.ts";
import { eventStream } from "./stream.ts";

export type HttpEnv = { Variables: { requestId: string } };

/** What routes are mounted on. */
export type Server = {
  readonly app: App;
  readonly auth: Auth;
  readonly lastActors: LastActors;
  readonly hono: Hono<HttpEnv>;
  /** The one-run secret of this process for the command line on this machine. */
  readonly localSecret: string | null;
  /** Every endpoint that is served, for the API description and the isolation walk. */
  readonly endpoints: Endpoint[];
};

/**
 * The member who opened the page that sends this. A browser has one session for all its pages, and signing in on one changes it
 * under the others: those must not write as somebody else.
 */
const OPENED_BY = "x-sidenote-member";

/** An endpoint that can also answer as a stream; `emit` does nothing when the caller wants one answer. */
type StreamHandler<I extends z.ZodType, O extends z.ZodType> = (
  ctx: Ctx,
  input: z.output<I>,
  emit: (event: unknown) => void,
) => Promise<z.input<O>>;

/**
 * Answers an endpoint of the contract with a service function: finds out who asks, checks the scope, reads and checks the
 * input, runs, and checks the output (so a new column never leaks).
 */
export function serve<I extends z.ZodType, O extends z.ZodType>(
  server: Server,
  endpoint: Endpoint<I, O>,
  handler: StreamHandler<I, O>,
): void {
  server.endpoints.push(endpoint);
  server.hono.on(endpoint.method, endpoint.path, async (c) => {
    const ctx = contextOf(server, c, await actorFor(server, c, endpoint));
    const { input, unknown } = await readInput(endpoint, c.req.raw, c.req.param() as Record<string, string>);
    tellUnknown(c, ctx.actor, unknown);
    if (endpoint.events && c.req.header("accept")?.includes("text/event-stream")) {
      return eventStream(c, ctx, (emit, streamCtx) =>
        handler(streamCtx, input, (event) => emit(endpoint.events!.parse(event))),
      );
    }
    const run = async (at: Ctx) => endpoint.output.parse(await handler(at, input, () => {}));
    const key = c.req.header("idempotency-key");
    const output =
      endpoint.creates && key !== undefined ? await onceByKey(ctx, endpoint.path, key, input, run) : await run(ctx);
    return c.json(output as object);
  });
}

/**
 * Answers an endpoint that only reads, and that people wait for. The answer is begun as the actor that this token had last time,
 * while the token is looked up. It is given out if the look-up finds the same actor, and made again otherwise.
 */
export function serveLook<I extends z.ZodType, O extends z.ZodType>(
  server: Server,
  endpoint: Endpoint<I, O>,
  look: (ctx: Ctx, input: z.output<I>) => Promise<z.input<O>>,
): void {
  server.endpoints.push(endpoint);
  server.hono.on(endpoint.method, endpoint.path, async (c) => {
    const bearer = bearerIn(c.req.raw.headers);
    const token = bearer && tokenHash(server.app, bearer);
    const last = token ? server.lastActors.get(token) : undefined;
    const known = actorFor(server, c, endpoint);
    const given = readInput(endpoint, c.req.raw, c.req.param() as Record<string, string>);
    const begin = async (as: Actor) => {
      assertMayAsk(as, endpoint);
      return look(contextOf(server, c, as), (await given).input);
    };
    const begun = last && begin(last);
    // Their errors come up where they are awaited, unless the actor is refused first: then only that is said.
    for (const underWay of [given, begun]) underWay?.catch(() => {});
    const actor = await known.catch((error: unknown) => {
      if (token) server.lastActors.forget(token);
      throw error;
    });
    if (token) server.lastActors.set(token, actor);
    tellUnknown(c, actor, (await given).unknown);
    const answer = await (begun && isSameActor(actor, last) ? begun : begin(actor));
    return c.json(endpoint.output.parse(answer) as object);
  });
}

/** An endpoint whose request body is bytes, read as they come. */
export function serveUpload<I extends z.ZodType, O extends z.ZodType>(
  server: Server,
  endpoint: Endpoint<I, O>,
  handler: (ctx: Ctx, input: z.output<I>, body: AsyncIterable<Uint8Array>) => Promise<z.input<O>>,
): void {
  server.endpoints.push(endpoint);
  server.hono.on(endpoint.method, endpoint.path, async (c) => {
    const ctx = contextOf(server, c, await actorFor(server, c, endpoint));
    const { input } = await readInput(endpoint, c.req.raw, c.req.param() as Record<string, string>);
    const body = c.req.raw.body ?? new ReadableStream<Uint8Array>({ start: (controller) => controller.close() });
    return c.json(endpoint.output.parse(await handler(ctx, input, arriving(body))) as object);
  });
}

/** A caller who goes away in the middle, or a line that does: no fault of ours. */
async function* arriving(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* body;
  } catch (cause) {
    throw new AppError("unavailable", "What was sent broke off. What came whole is kept: go on after it", { cause });
  }
}

/** An endpoint that answers with a file: as a download and never as a page, whatever it claims to be. */
export function serveDownload<I extends z.ZodType, O extends z.ZodType>(
  server: Server,
  endpoint: Endpoint<I, O>,
  handler: (ctx: Ctx, input: z.output<I>) => Promise<Download>,
): void {
  server.endpoints.push(endpoint);
  server.hono.on(endpoint.method, endpoint.path, async (c) => {
    const ctx = contextOf(server, c, await actorFor(server, c, endpoint));
    const { input } = await readInput(endpoint, c.req.raw, c.req.param() as Record<string, string>);
    const { name, sizeBytes, content } = await handler(ctx, input);
    return c.body(Readable.toWeb(Readable.from(content)) as ReadableStream, 200, {
      "content-type": "application/octet-stream",
      "content-length": String(sizeBytes),
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      "content-security-policy": "sandbox; default-src 'none'",
    });
  });
}

/** An endpoint that anybody may call, before anybody is known. */
export function servePublic<I extends z.ZodType, O extends z.ZodType>(
  server: Server,
  endpoint: Endpoint<I, O>,
  handler: (app: App, input: z.output<I>) => Promise<z.input<O>>,
): void {
  server.endpoints.push(endpoint);
  server.hono.on(endpoint.method, endpoint.path, async (c) => {
    const { input } = await readInput(endpoint, c.req.raw, c.req.param() as Record<string, string>);
    return c.json(endpoint.output.parse(await handler(server.app, input)) as object);
  });
}

/** Who asks, if this endpoint is for them. */
export async function actorFor(
  server: Server,
  c: Context<HttpEnv>,
  endpoint: Pick<Endpoint, "access">,
): Promise<Actor> {
  const giveCookie = (cookie: string) => c.header("set-cookie", cookie, { append: true });
  const actor = await evenIfCut(() =>
    authenticate(server.app, server.auth, c.req.raw.headers, server.localSecret, giveCookie),
  );
  const opener = c.req.header(OPENED_BY);
  if (c.req.method !== "GET" && opener !== undefined && opener !== actor.memberId)
    throw new AppError(
      "conflict",
      "Somebody else is signed in here by now, or another organization is open. Load this page again",
    );
  assertMayAsk(actor, endpoint);
  return actor;
}

function assertMayAsk(actor: Actor, endpoint: Pick<Endpoint, "access">): void {
  if (endpoint.access === "session") {
    if (actor.kind !== "member")
      throw new AppError(
        "forbidden",
        "This is done in the workspace by a member who is signed in, not by a key or a device",
      );
  } else if (endpoint.access !== "public" && !holds(actor, endpoint.access)) {
    throw new AppError("forbidden", `This ${actor.kind} does not have the scope ${endpoint.access}`);
  }
}

const holds = (actor: Actor, scope: Scope): boolean => actor.scopes === null || actor.scopes.has(scope);

/** The context of a request: its end is the caller's going away. */
export function contextOf(server: Pick<Server, "app">, c: Context<HttpEnv>, actor: Actor): Ctx {
  return { app: server.app, actor, requestId: c.get("requestId"), now: server.app.now, signal: c.req.raw.signal };
}

/** A field that does not exist is an error for an API key; an extension may be newer than its server, and is told in a header. */
function tellUnknown(c: Context<HttpEnv>, actor: Actor, unknown: string[]): void {
  if (unknown.length === 0) return;
  if (actor.kind === "key") throw unknownField(unknown);
  c.header("x-sidenote-ignored", unknown.slice(0, 20).map(inHeader).join(", "));
}

/** A field's name may be anything, a header's value may not. */
const inHeader = (name: string): string => encodeURIComponent(name.slice(0, 100).toWellFormed());

const unknownField = (paths: string[]): AppError =>
  new AppError("invalid", `${paths[0]}: there is no such field`, {
    errors: paths.map((path) => ({ path, message: "there is no such field" })),
  });
