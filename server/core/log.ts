import pino, { type Logger } from "pino";
import type { Config } from "./config.ts";

export type Log = Logger;

/**
 * Logs go to stderr as JSON lines, so that stdout stays for what a command answers. No text of a mail, draft or search is
 * ever logged: ids, counts, durations and error messages of ours only.
 */
export const createLog = (level: Config["logLevel"]): Log =>
  pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, redact: ["*.authorization", "*.cookie"] },
    pino.destination(2),
  );
