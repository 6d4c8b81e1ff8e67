import type { ApiRequest, Send } from "@sidenote/contract/endpoint";
import type { Problem } from "@sidenote/contract/errors";
import { Away } from "@sidenote/panel/client";

export type Fetch = typeof globalThis.fetch;

/** One request to the server that served this page; the cookie goes with it. */
export function sendBy(fetch: Fetch, heard: (answered: boolean) => void, openedBy: () => string): Send {
  return async (request) => {
    const response = await fetchOrAway(fetch, heard, request.path, toInit(request, openedBy()));
    return { status: response.status, body: await jsonOf(response) };
  };
}

/** `openedBy`: the member whose page this is, empty until it is known; what another's session would write is refused. */
export const toInit = ({ method, body, idempotencyKey, signal }: ApiRequest, openedBy: string): RequestInit => ({
  method,
  credentials: "same-origin",
  headers: {
    ...(body === undefined
      ? {}
      : { "content-type": body instanceof Blob ? "application/octet-stream" : "application/json" }),
    ...(openedBy ? { "x-sidenote-member": openedBy } : {}),
    ...(idempotencyKey ? { "idempotency-key": idempotencyKey } : {}),
  },
  ...(body === undefined ? {} : { body: body instanceof Blob ? body : JSON.stringify(body) }),
  ...(signal ? { signal } : {}),
});

/** A request that nobody answers is `Away`; one that was given up here is what it was. */
export async function fetchOrAway(
  fetch: Fetch,
  heard: (answered: boolean) => void,
  path: string,
  init: RequestInit,
): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, init);
  } catch (error) {
    if (init.signal?.aborted) throw error;
    heard(false);
    throw new Away();
  }
  // A proxy in front answers for a server that is not there.
  if (response.status >= 502 && !isProblem(response)) {
    heard(false);
    throw new Away();
  }
  heard(true);
  return response;
}

const isProblem = (response: Response): boolean => /json/.test(response.headers.get("content-type") ?? "");

async function jsonOf(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    // Neither an answer nor a problem document: something between here and the server spoke.
    return {
      type: "urn:sidenote:problem:internal",
      title: `What answered was not Sidenote (${response.status}): something stands before it, or in its place`,
      status: response.status,
      code: "internal",
      requestId: response.headers.get("x-request-id") ?? "",
    } satisfies Problem;
  }
}
