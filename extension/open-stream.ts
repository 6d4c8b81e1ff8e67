import { ApiError, Problem } from "@sidenote/contract/errors";
import { Away } from "@sidenote/panel/client";
import { orAway } from "@sidenote/panel/stream";
import { askAs, type PanelAsks } from "./messages.ts";

const ask = askAs<PanelAsks>("panel");

/**
 * An answer that comes in pieces, by this page's own request: a background's is cut after half a minute. The token is asked for
 * each time and kept nowhere.
 */
export async function openStream(
  { method, path, body }: { method: string; path: string; body?: unknown },
  signal: AbortSignal,
): Promise<ReadableStream<Uint8Array>> {
  const credentials = await ask("credentials", null);
  if (!credentials) throw new Away();
  const response = await orAway(signal, () =>
    fetch(`${credentials.server}${path}`, {
      method,
      headers: {
        accept: "text/event-stream",
        authorization: `Bearer ${credentials.token}`,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      credentials: "omit",
      cache: "no-store",
      redirect: "error",
      signal,
    }),
  );
  if (!response.ok) throw await problemOf(response);
  if (!response.body) throw new Away();
  return response.body;
}

async function problemOf(response: Response): Promise<Error> {
  const problem = Problem.safeParse(await response.json().catch(() => null));
  return problem.success ? new ApiError(problem.data) : new Away();
}
