import { type Endpoint, type InputOf, type OutputOf, toRequest } from "@sidenote/contract/endpoint";
import { ApiError, Problem } from "@sidenote/contract/errors";
import { Away } from "@sidenote/panel/client";
import { readStream } from "@sidenote/panel/stream";
import { type Fetch, fetchOrAway, toInit } from "./send.ts";

/** Asks for an answer as it is written. */
export async function streamBy<E extends Endpoint>(
  fetch: Fetch,
  heard: (answered: boolean) => void,
  target: E,
  input: InputOf<E>,
  options: { signal: AbortSignal; onEvent: (event: unknown) => void; openedBy: string },
): Promise<OutputOf<E>> {
  const request = { ...toRequest(target, input), signal: options.signal };
  const init = toInit(request, options.openedBy);
  const headers = { ...(init.headers as Record<string, string>), accept: "text/event-stream" };
  const response = await fetchOrAway(fetch, heard, request.path, { ...init, headers });
  if (!response.ok) throw new ApiError(Problem.parse(await response.json()));
  if (!response.body) throw new Away();
  try {
    return await readStream(response.body, target, options);
  } catch (error) {
    if (error instanceof Away) heard(false);
    throw error;
  }
}
