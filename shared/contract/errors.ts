import { z } from "zod";

/** What can go wrong for a person, and the HTTP status that it answers with. */
export const ERROR_STATUS = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  rate_limited: 429,
  upstream: 502,
  unavailable: 503,
  internal: 500,
} as const;

export const ErrorCode = z.enum(
  Object.keys(ERROR_STATUS) as [keyof typeof ERROR_STATUS, ...(keyof typeof ERROR_STATUS)[]],
);
export type ErrorCode = z.infer<typeof ErrorCode>;

/** A problem document (RFC 9457). `title` is a sentence for a person that says what to do where there is something to do. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: ErrorCode,
  requestId: z.string(),
  /** Which fields are wrong, as `a.b.0`. */
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  /** A stale update: the record as it is now, and what was sent. */
  current: z.unknown().optional(),
  yours: z.unknown().optional(),
});
export type Problem = z.infer<typeof Problem>;

export class ApiError extends Error {
  readonly body: Problem;
  constructor(body: Problem) {
    super(body.title);
    this.name = "ApiError";
    this.body = body;
  }
}
