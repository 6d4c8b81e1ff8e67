import { vi } from "vitest";

type Request = { method: string; path: string; key: string | null; token: string | null; body: unknown };
type Reply = { status: number; body: unknown };

/** A server that answers as told; `away` until told otherwise it is not. */
export function fakeServer(answer: (request: Request) => Reply) {
  const requests: Request[] = [];
  const server = { requests, away: false, answer };
  vi.stubGlobal("fetch", async (url: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    const { pathname, search } = new URL(url);
    const request = {
      method: init.method ?? "GET",
      path: pathname + search,
      key: headers.get("idempotency-key"),
      token: headers.get("authorization"),
      body: init.body ? JSON.parse(String(init.body)) : undefined,
    };
    requests.push(request);
    if (server.away) throw new TypeError("Failed to fetch");
    const { status, body } = server.answer(request);
    return new Response(typeof body === "string" ? body : JSON.stringify(body), { status });
  });
  return server;
}

export const problem = (status: number, code: string) => ({
  status,
  body: { type: `urn:sidenote:problem:${code}`, title: "No", status, code, requestId: "req_1" },
});
