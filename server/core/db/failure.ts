import { AppError } from "../errors.ts";
import { sqlState } from "./database.ts";
import { diskFull } from "./room.ts";

/** Nobody answers, or the connection was cut: by the driver's words, and by PostgreSQL's own as it shuts down or starts. */
const AWAY = new Set([
  "CONNECTION_CLOSED",
  "CONNECTION_DESTROYED",
  "CONNECTION_ENDED",
  "CONNECT_TIMEOUT",
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
]);
const AWAY_STATE = /^(08...|57P0[123]|53300)$/;
const SECONDS_UNTIL_AGAIN = 2;

/** What the database says, to a person; what is a bug stays as it is. Row security refuses with 42501 what a member may not write. */
export function databaseProblem(error: unknown): unknown {
  if (error instanceof AppError) return error;
  const state = sqlState(error);
  if (state === "42501") return new AppError("forbidden", "You may not change this", { cause: error });
  if (state === "53100") return diskFull(error);
  if (isAway(error) || (state !== undefined && AWAY_STATE.test(state)))
    return new AppError("unavailable", "The database does not answer at the moment. Try again in a few seconds", {
      retryAfter: SECONDS_UNTIL_AGAIN,
      cause: error,
    });
  return error;
}

function isAway(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ("code" in at && typeof at.code === "string" && AWAY.has(at.code)) return true;
    if (at instanceof AggregateError && at.errors.some(isAway)) return true;
  }
  return false;
}
