import { setTimeout } from "node:timers/promises";
import { createApi } from "@sidenote/contract/endpoint";

/** Longer than a busy machine takes; a request that hangs is a fault. */
const ANSWER_MS = 40_000;

/** A client of a server that runs in a process of its own, with a key. */
export const clientOf = (url: string, key: string): ReturnType<typeof createApi> =>
  createApi(async ({ method, path, body, idempotencyKey }) => {
    const response = await fetch(url + path, {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        "content-type": "application/json",
        ...(idempotencyKey ? { "idempotency-key": idempotencyKey } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(ANSWER_MS),
    }).catch((error: unknown) => {
      throw new Error(`${method} ${path} was not answered in ${ANSWER_MS} ms`, { cause: error });
    });
    return { status: response.status, body: await response.json() };
  });

export async function until(holds: () => Promise<boolean>, patienceMs = 60_000): Promise<void> {
  const end = performance.now() + patienceMs;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error("it did not come to that in time");
    await setTimeout(50);
  }
}
