import type { Endpoint, OutputOf } from "@sidenote/contract/endpoint";
import { ApiError, Problem } from "@sidenote/contract/errors";
import { EventSourceParserStream } from "eventsource-parser/stream";
import { Away } from "./client.ts";

/**
 * Reads an answer as it is written. The last event holds the output; a stream that ends without it was cut, which is the same
 * as no answer.
 */
export async function readStream<E extends Endpoint>(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  target: E,
  { signal, onEvent }: { signal: AbortSignal; onEvent: (event: unknown) => void },
): Promise<OutputOf<E>> {
  let last: unknown;
  try {
    const events = body.pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream()).getReader();
    for (;;) {
      const { value, done } = await events.read();
      if (done) break;
      if (value.event === "error") throw new ApiError(Problem.parse(JSON.parse(value.data)));
      last = target.events?.parse(JSON.parse(value.data));
      onEvent(last);
    }
  } catch (error) {
    if (signal.aborted || error instanceof ApiError) throw error;
    throw new Away();
  }
  if (!isDone(last)) throw new Away();
  return target.output.parse(last.result) as OutputOf<E>;
}

const isDone = (event: unknown): event is { result: unknown } =>
  typeof event === "object" && event !== null && "result" in event;
