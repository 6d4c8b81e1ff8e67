import { ERROR_STATUS, type ErrorCode, type Problem } from "@sidenote/contract/errors";
import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { AppError, type ErrorDetails } from "../errors.ts";
import type { HttpEnv } from "./serve.ts";

/** Any error as a problem document (RFC 9457). What is not an AppError is a bug and says nothing about itself. */
export function problemOf(error: unknown, requestId: string): Problem {
  if (error instanceof AppError) return problem(error.code, error.message, requestId, error.details);
  return problem(
    "internal",
    `Something went wrong here. Nothing was changed; the log has it under ${requestId}`,
    requestId,
  );
}

/** A problem document: `title` is the sentence for a person. */
function problem(code: ErrorCode, title: string, requestId: string, details: ErrorDetails = {}): Problem {
  return {
    type: `urn:sidenote:problem:${code}`,
    title,
    status: ERROR_STATUS[code],
    code,
    requestId,
    ...(details.errors ? { errors: details.errors } : {}),
    ...(details.current !== undefined ? { current: details.current, yours: details.yours } : {}),
  };
}

/** An error as an answer of its status, with `Retry-After` where it says when trying again makes sense. */
export function problemResponse(c: Context<HttpEnv>, error: unknown): Response {
  const body = problemOf(error, c.get("requestId") ?? "");
  const headers: Record<string, string> = { "content-type": "application/problem+json" };
  if (error instanceof AppError && error.details.retryAfter !== undefined)
    headers["retry-after"] = String(error.details.retryAfter);
  return c.body(JSON.stringify(body), body.status as ContentfulStatusCode, headers);
}
