import pino, { type Logger } from "pino";
import type { Config } from "./config.ts";
import { sqlState } from "./db/database.ts";

export type Log = Logger;

/**
 * Logs go to stderr as JSON lines, so that stdout stays for what a command answers. No text of a mail, draft or search is
 * ever logged: ids, counts, durations and error messages of ours only.
 */
export const createLog = (level: Config["logLevel"]): Log =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: ["*.authorization", "*.cookie"],
      serializers: { err: withoutData },
    },
    pino.destination(2),
  );

/** An error of the database quotes the statement with its values, which are people's data: of it only the code is kept. */
export function withoutData(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = sqlState(error);
  const frames = error.stack?.slice(error.stack.indexOf("\n    at ") + 1);
  const { name } = error;
  if (code === undefined && name !== "DrizzleQueryError") return { type: name, message: error.message, stack: frames };
  const cause = error.cause as
    | { constraint?: string; constraint_name?: string; table?: string; table_name?: string }
    | undefined;
  return {
    type: "database",
    code,
    constraint: cause?.constraint ?? cause?.constraint_name,
    table: cause?.table ?? cause?.table_name,
    stack: frames,
  };
}

/** An error in one line, for people to see: what the database says of values is left out. */
export function errorLine(error: unknown): string {
  const { type, message, code, constraint, table } = withoutData(error) as Record<string, string | undefined>;
  if (type !== "database") return (message ?? "an error").slice(0, 500);
  return ["The database refused it", code, constraint ?? table].filter((part) => part !== undefined).join(", ");
}
