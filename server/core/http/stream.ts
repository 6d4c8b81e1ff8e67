import type { Context } from "hono";
import { streamSSE } from "hono/streaming";
import type { Ctx } from "../context.ts";
import { problemOf } from "./problem.ts";

const HEARTBEAT_MS = 15_000;

/**
 * Answers with server-sent events while `run` works. A caller who goes away aborts `ctx.signal`; an error after the first
 * byte is an event `error` with the problem document, because the status is already sent.
 */
export function eventStream(
  c: Context,
  ctx: Ctx,
  run: (emit: (event: unknown) => void, ctx: Ctx) => Promise<unknown>,
): Response {
  return streamSSE(c, async (stream) => {
    const gone = new AbortController();
    stream.onAbort(() => gone.abort());
    const signal = AbortSignal.any([ctx.signal, gone.signal]);
    const heartbeat = setInterval(() => void stream.write(": still here\n\n"), HEARTBEAT_MS);
    // A stream that nobody reads any more does not keep a stopped server alive.
    heartbeat.unref();
    let written: Promise<unknown> = Promise.resolve();
    const emit = (event: unknown) => {
      written = written.then(() => stream.writeSSE({ data: JSON.stringify(event) }));
    };
    try {
      await run(emit, { ...ctx, signal });
    } catch (error) {
      if (signal.aborted) return;
      // What was said before stays before.
      await written;
      ctx.app.log.error({ err: error, requestId: ctx.requestId }, "stream failed");
      await stream.writeSSE({ event: "error", data: JSON.stringify(problemOf(error, ctx.requestId)) });
    } finally {
      clearInterval(heartbeat);
      await written;
    }
  });
}

/** When the reader is gone; one who left while it was found out who asks is gone already. */
export const left = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
