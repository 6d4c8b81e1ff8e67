import { AppError } from "../errors.ts";
import { sqlState } from "./database.ts";
import { diskFull } from "./room.ts";

/** The connection was cut: by the driver's words, and by PostgreSQL's own as it shuts down. */
const CUT = new Set(["CONNECTION_CLOSED", "CONNECTION_DESTROYED", "ECONNRESET", "EPIPE"]);
const CUT_STATE = /^(08...|57P0[12])$/;
/** That, or nobody answers: there is none, it starts, or it has too many to answer. */
const AWAY = new Set([...CUT, "CONNECTION_ENDED", "CONNECT_TIMEOUT", "ECONNREFUSED", "ETIMEDOUT"]);
const AWAY_STATE = /^(08...|57P0[123]|53300)$/;
const SECONDS_UNTIL_AGAIN = 2;

/** What the database says, to a person; what is a bug stays as it is. Row security refuses with 42501 what a member may not write. */
export function databaseProblem(error: unknown): unknown {
  if (error instanceof AppError) return error;
  const state = sqlState(error);
  if (state === "42501") return new AppError("forbidden", "You may not change this", { cause: error });
  if (state === "53100") return diskFull(error);
  if (says(error, AWAY, AWAY_STATE))
    return new AppError("unavailable", "The database does not answer at the moment. Try again in a few seconds", {
      retryAfter: SECONDS_UNTIL_AGAIN,
      cause: error,
    });
  return error;
}

/** A connection that was open is no more. The next may be well: what only looks can look again. */
export const isCut = (error: unknown): boolean => says(error, CUT, CUT_STATE);

/** Data that the database does not take, or that our own code does not survive: asked again without it, all else goes through. */
export const isOfTheData = (error: unknown): boolean =>
  says(error, TOO_MANY, DATA_STATE) || error instanceof TypeError || error instanceof RangeError;

/** More parameters than a statement takes, in the driver's words. */
const TOO_MANY = new Set(["MAX_PARAMETERS_EXCEEDED"]);
/** Data exceptions, program limits, a value that must be there, a check; not what two that write at once do to each other. */
const DATA_STATE = /^(22...|54...|23502|23514)$/;

function says(error: unknown, words: ReadonlySet<string>, states: RegExp): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ("code" in at && typeof at.code === "string" && (words.has(at.code) || states.test(at.code))) return true;
    if (at instanceof AggregateError && at.errors.some((one) => says(one, words, states))) return true;
  }
  return false;
}
