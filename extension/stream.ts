import { ApiError, Problem } from "@sidenote/contract/errors";
import { Away } from "@sidenote/panel/client";
import { EventSourceParserStream } from "eventsource-parser/stream";
import { askAs, type PanelAsks } from "./messages.ts";

const ask = askAs<PanelAsks>("panel");

/**
 * Reads server-sent events as they come, by this page's own request: a background's is cut after half a minute. The token is
 * asked for each time and kept nowhere. Rejects with `Away` when nobody answers or the connection breaks.
 */
export async function* readEvents(
  request: { method: string; path: string; body?: unknown },
  signal: AbortSignal,
): AsyncGenerator<unknown> {
  const credentials = await ask("credentials", null);
  if (!credentials) throw new Away();
  const response = await orAway(signal, () =>
    fetch(`${credentials.server}${request.path}`, {
      method: request.method,
      headers: {
        accept: "text/event-stream",
        authorization: `Bearer ${credentials.token}`,
        ...(request.body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
      credentials: "omit",
      cache: "no-store",
      redirect: "error",
      signal,
    }),
  );
  if (!response.ok) throw await problemOf(response);
  if (!response.body) throw new Away();
  const events = response.body
    .pipeThrough(new TextDecoderStream() as TransformStream<Uint8Array, string>)
    .pipeThrough(new EventSourceParserStream())
    .getReader();
  try {
    for (;;) {
      const { done, value } = await orAway(signal, () => events.read());
      if (done) return;
      if (value.event === "error") throw new ApiError(Problem.parse(JSON.parse(value.data)));
      yield JSON.parse(value.data);
    }
  } finally {
    await events.cancel().catch(() => {});
  }
}

async function problemOf(response: Response): Promise<Error> {
  const problem = Problem.safeParse(await response.json().catch(() => null));
  return problem.success ? new ApiError(problem.data) : new Away();
}

async function orAway<T>(signal: AbortSignal, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (signal.aborted) throw error;
    throw new Away();
  }
}
