import { ERROR_STATUS, type ErrorCode } from "@sidenote/contract/errors";

export type ErrorDetails = {
  /** Which fields are wrong. */
  errors?: { path: string; message: string }[];
  /** A stale update: the record as it is now, and what was sent. */
  current?: unknown;
  yours?: unknown;
  /** Seconds until trying again makes sense. */
  retryAfter?: number;
  cause?: unknown;
};

/** What a user can meet. Anything else that is thrown is a bug: it answers 500 with a request id and no details. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: Exclude<ErrorCode, "internal">, message: string, details: ErrorDetails = {}) {
    super(message, { cause: details.cause });
    this.name = "AppError";
    this.code = code;
    this.details = details;
  }

  get status(): number {
    return ERROR_STATUS[this.code];
  }
}

/** Says the same for what does not exist and what the asker may not see. */
export const notFound = (what: string, id: string) => new AppError("not_found", `There is no ${what} ${id}`);

export const invalid = (path: string, message: string) =>
  new AppError("invalid", `${path}: ${message}`, { errors: [{ path, message }] });

/** The record has changed since the caller read it. */
export const stale = (current: unknown, yours: unknown) =>
  new AppError("conflict", "This was changed in the meantime. Look at the current version and try again", {
    current,
    yours,
  });
