import type { Context } from "hono";
import { streamSSE } from "hono/streaming";
import type { Ctx } from "../context.ts";
import { problemOf } from "./problem.ts";

const HEARTBEAT_MS = 15_000;

/** Sends one event; resolves when the caller's side has taken it. */
export type Emit = (event: unknown) => Promise<void>;

/**
 * Answers with server-sent events while `run` works. A caller who goes away aborts `ctx.signal`; an error after the first
 * byte is an event `error` with the problem document, because the status is already sent.
 */
export function eventStream(c: Context, ctx: Ctx, run: (emit: Emit, ctx: Ctx) => Promise<unknown>): Response {
  return streamSSE(c, async (stream) => {
    const gone = new AbortController();
    stream.onAbort(() => gone.abort());
    const signal = AbortSignal.any([ctx.signal, gone.signal]);
    let unread = 0;
    let written = Promise.resolve();
    const write = (send: () => Promise<unknown>): Promise<void> => {
      unread++;
      written = written.then(send).then(() => void unread--);
      return written;
    };
    const emit: Emit = (event) => write(() => stream.writeSSE({ data: JSON.stringify(event) }));
    const heartbeat = setInterval(() => {
      // Whoever has not read the last line needs no other, and they would heap up.
      if (unread === 0) void write(() => stream.write(": still here\n\n"));
    }, HEARTBEAT_MS);
    // A stream that nobody reads any more does not keep a stopped server alive.
    heartbeat.unref();
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
