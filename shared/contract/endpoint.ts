import { z } from "zod";
import { ApiError, Problem } from "./errors.ts";

/** What a key or a paired device may touch; a signed-in member holds all of them, within the role. */
const SLICES = [
  "activities",
  "companies",
  "contacts",
  "context",
  "drafts",
  "emails",
  "imports",
  "organization",
  "search",
] as const;
export const Scope = z.enum(SLICES.flatMap((slice) => [`${slice}:read`, `${slice}:write`] as const));
export type Scope = z.infer<typeof Scope>;

/**
 * Who may call: a scope (members, keys and devices that hold it), `session` (a member signed in to the workspace and
 * nobody else: what a stolen device token must not reach), or `public`.
 */
export type Access = Scope | "session" | "public";

export type Endpoint<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** `:name` segments are taken from the input field of that name. */
  readonly path: `/v1/${string}`;
  readonly access: Access;
  /** One line for the API description. */
  readonly summary: string;
  /** GET takes it from the query string, decoded by each field's type; the others from a JSON body. */
  readonly input: I;
  readonly output: O;
  /** A POST that makes something: it takes an `Idempotency-Key`, and the same key answers the same again for 30 days. */
  readonly creates?: boolean;
  /** The request's body, or the answer, is bytes; then the whole input is in path and query. */
  readonly bytes?: "upload" | "download";
  /** It can also answer as server-sent events; each `data:` line is one of these. The last one holds the output. */
  readonly events?: z.ZodType;
};

export const endpoint = <I extends z.ZodType, O extends z.ZodType>(definition: Endpoint<I, O>): Endpoint<I, O> =>
  definition;

/** What an endpoint's handler is given, and what it answers. */
export type InputOf<E extends Endpoint> = z.output<E["input"]>;
export type OutputOf<E extends Endpoint> = z.output<E["output"]>;

/** Endpoints of one shape, by what goes in and what comes out. */
export type EndpointOf<I, O> = Endpoint<z.ZodType<I>, z.ZodType<O>>;

/** One page of a list. `nextCursor` is opaque; null on the last page. */
export const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable(), total: z.int().optional() });

/** What every list takes. */
export const pageInput = {
  limit: z.int().min(1).max(200).optional(),
  cursor: z.string().max(500).optional(),
};

/** ISO 8601 in UTC with milliseconds, as JavaScript prints it. PostgreSQL has no year 0. */
export const Instant = z.iso.datetime().refine((at) => !at.startsWith("0000"), "must be in the year 1 or later");
/** How often a record was changed; a change names the version that it was made from, and the one after it has to fit as well. */
export const Version = z
  .int32()
  .min(0)
  .max(2 ** 31 - 2);
export const Empty = z.object({});
export type Empty = Record<string, never>;

/** How a request leaves: the extension sends it through its background, the workspace by fetch, a test straight into the app. */
export type Send = (request: ApiRequest) => Promise<{ status: number; body: unknown }>;
export type ApiRequest = {
  method: Endpoint["method"];
  /** Path and query, without an origin. */
  path: string;
  body?: unknown;
  idempotencyKey?: string;
  signal?: AbortSignal;
};

/** A typed client over any way of sending. Parses every answer: an old client that meets a new server says so instead of showing `undefined`. */
export function createApi(send: Send) {
  return async <I extends z.ZodType, O extends z.ZodType>(
    target: Endpoint<I, O>,
    input: z.input<I>,
    options: { signal?: AbortSignal; idempotencyKey?: string } = {},
  ): Promise<z.output<O>> => {
    const { status, body } = await send({ ...toRequest(target, input), ...options });
    if (status >= 400) throw new ApiError(Problem.parse(body));
    return target.output.parse(body);
  };
}

export type Api = ReturnType<typeof createApi>;

/** Input → method, path with its parameters filled in, query or body. */
export function toRequest(target: Endpoint, input: unknown): ApiRequest {
  const rest = { ...(input as Record<string, unknown>) };
  const path = target.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = rest[name];
    delete rest[name];
    return encodeURIComponent(String(value));
  });
  if (target.method !== "GET" && target.bytes === undefined) return { method: target.method, path, body: rest };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(rest)) {
    if (value === undefined) continue;
    for (const one of Array.isArray(value) ? value : [value]) query.append(name, String(one));
  }
  return { method: target.method, path: query.size > 0 ? `${path}?${query}` : path };
}
