import { once } from "node:events";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout } from "node:timers/promises";

/** How a fake model behaves; each speaks the real protocol as far as it gets. */
type Behaviour =
  | { says: string; chunk?: number }
  /** Says what it makes of what it is asked. */
  | { writes: (prompt: string) => string; chunk?: number }
  /** Takes its limit as `max_completion_tokens` alone and no temperature, as models that think do; then says it. */
  | { thinks: string }
  | { status: number; body?: string; headers?: Record<string, string> }
  | { silent: "before" | "between" }
  | { breaksOffAfter: string }
  | { ends: string; without: "finish" }
  | { raw: string; type?: string }
  /** An event stream in these pieces, each sent by itself; then it ends, or the connection breaks. */
  | { pieces: readonly Uint8Array[]; ending: "end" | "break" }
  /** The same piece again and again, until nobody listens. */
  | { repeats: string; everyMs: number; status?: number }
  | { redirectsTo: string };

export type FakeModel = {
  baseUrl: string;
  /** What was asked of it, in order. */
  requests: {
    path: string;
    authorization: string | undefined;
    body: { messages?: { role: string; content: string }[] } & Record<string, unknown>;
  }[];
  /** From now on, or `then` in turn: one behaviour a request, the last for all that follow. */
  behave(as: Behaviour, ...then: Behaviour[]): void;
  close(): Promise<void>;
};

/** A model provider on loopback that behaves as it is told. */
export async function startFakeModel(): Promise<FakeModel> {
  let behaviours: Behaviour[] = [{ says: "Yes." }];
  const requests: FakeModel["requests"] = [];
  const server = http.createServer((request, response) => {
    let raw = "";
    request.on("data", (chunk) => {
      raw += chunk;
    });
    request.on("end", () => {
      requests.push({
        path: request.url ?? "",
        authorization: request.headers.authorization,
        body: raw ? JSON.parse(raw) : {},
      });
      if (request.url?.endsWith("/models")) {
        response.writeHead(200, { "content-type": "application/json" });
        response.end(JSON.stringify({ object: "list", data: [{ id: "fake-1", object: "model" }] }));
        return;
      }
      answer(response, said(behaviours.length > 1 ? behaviours.shift()! : behaviours[0]!, requests.at(-1)!));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    behave(...as) {
      behaviours = as;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

type Said = Exclude<Behaviour, { writes: unknown } | { thinks: unknown }>;

function said(as: Behaviour, { body }: FakeModel["requests"][number]): Said {
  if ("thinks" in as) return untaken(body) ?? { says: as.thinks };
  if (!("writes" in as)) return as;
  return { says: as.writes(body.messages?.at(-1)?.content ?? ""), ...(as.chunk ? { chunk: as.chunk } : {}) };
}

function untaken(body: Record<string, unknown>): Said | null {
  const refuses = (param: string, code: string, message: string): Said => ({
    status: 400,
    body: JSON.stringify({ error: { message, type: "invalid_request_error", param, code } }),
  });
  if ("max_tokens" in body)
    return refuses(
      "max_tokens",
      "unsupported_parameter",
      "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
    );
  if ("temperature" in body)
    return refuses(
      "temperature",
      "unsupported_value",
      `Unsupported value: 'temperature' does not support ${String(body.temperature)} with this model. Only the default (1) value is supported.`,
    );
  return null;
}

export const chunk = (delta: object, finish: string | null = null) =>
  `data: ${JSON.stringify({ id: "1", object: "chat.completion.chunk", created: 1, model: "fake-1", choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`;

function answer(response: http.ServerResponse, as: Said): void {
  if ("status" in as && !("repeats" in as)) {
    response.writeHead(as.status, { "content-type": "application/json", ...as.headers });
    response.end(as.body ?? JSON.stringify({ error: { message: "no" } }));
    return;
  }
  if ("redirectsTo" in as) {
    response.writeHead(307, { location: as.redirectsTo });
    response.end();
    return;
  }
  if ("pieces" in as) {
    response.writeHead(200, { "content-type": "text/event-stream" });
    void sendPieces(response, as.pieces, as.ending);
    return;
  }
  if ("repeats" in as) {
    response.writeHead(as.status ?? 200, { "content-type": "text/event-stream" });
    void repeat(response, as);
    return;
  }
  if ("raw" in as) {
    response.writeHead(200, { "content-type": as.type ?? "text/html" });
    response.end(as.raw);
    return;
  }
  if ("silent" in as && as.silent === "before") return;
  response.writeHead(200, { "content-type": "text/event-stream" });
  if ("silent" in as) {
    response.write(chunk({ role: "assistant", content: "Thank you" }));
    return;
  }
  if ("breaksOffAfter" in as) {
    response.write(chunk({ content: as.breaksOffAfter }), () => response.destroy());
    return;
  }
  const text = "ends" in as ? as.ends : as.says;
  const size = ("says" in as && as.chunk) || 7;
  for (let at = 0; at < text.length; at += size) response.write(chunk({ content: text.slice(at, at + size) }));
  if ("says" in as) {
    response.write(chunk({}, "stop"));
    response.write(
      `data: ${JSON.stringify({ id: "1", object: "chat.completion.chunk", created: 1, model: "fake-1", choices: [], usage: { prompt_tokens: 11, completion_tokens: 5, total_tokens: 16 } })}\n\n`,
    );
    response.end("data: [DONE]\n\n");
  } else {
    response.end();
  }
}

async function repeat(response: http.ServerResponse, { repeats, everyMs }: Extract<Said, { repeats: unknown }>) {
  while (!response.destroyed) {
    if (!response.write(repeats)) await Promise.race([once(response, "drain"), once(response, "close")]);
    await setTimeout(everyMs);
  }
}

async function sendPieces(response: http.ServerResponse, pieces: readonly Uint8Array[], ending: "end" | "break") {
  for (const piece of pieces) {
    await new Promise<void>((resolve) => response.write(piece, () => resolve()));
    // Into a packet of its own.
    await new Promise((resolve) => setImmediate(resolve));
  }
  if (ending === "end") response.end();
  else response.destroy();
}
