import type { Endpoint, OutputOf } from "@sidenote/contract/endpoint";
import { ApiError, Problem } from "@sidenote/contract/errors";
import { EventSourceParserStream } from "eventsource-parser/stream";
import { Away } from "./client.ts";

/** Server-sent events as they come. Rejects with the reason that the server gives, and with `Away` when the connection breaks. */
export async function* readEvents(body: ReadableStream<Uint8Array>, signal: AbortSignal): AsyncGenerator<unknown> {
  const events = body
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

/**
 * Reads an answer as it is written. The last event holds the output; a stream that ends without it was cut, which is the same
 * as no answer.
 */
export async function readStream<E extends Endpoint>(
  body: ReadableStream<Uint8Array>,
  target: E,
  { signal, onEvent }: { signal: AbortSignal; onEvent: (event: unknown) => void },
): Promise<OutputOf<E>> {
  let last: unknown;
  for await (const event of readEvents(body, signal)) {
    last = target.events?.parse(event);
    onEvent(last);
  }
  if (!isDone(last)) throw new Away();
  return target.output.parse(last.result) as OutputOf<E>;
}

/** What breaks on the way is no answer; what this side gave up is its own reason. */
export async function orAway<T>(signal: AbortSignal, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (signal.aborted) throw error;
    throw new Away();
  }
}

const isDone = (event: unknown): event is { result: unknown } =>
  typeof event === "object" && event !== null && "result" in event;
