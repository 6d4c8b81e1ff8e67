import { closeSync, linkSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { AppError } from "../../errors.ts";

/** Who holds a data folder. */
export type Holder = { pid: number; since: string };

/**
 * Takes the data folder for this process, or says who has it. PGlite has no lock of its own, and a second process loses
 * committed rows. A lock left by a process that is gone is taken over.
 */
export function lockDataFolder(dataDir: string, now: Date): { release(): void } {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = path.join(dataDir, "lock");
  const mine = JSON.stringify({ pid: process.pid, since: now.toISOString() } satisfies Holder);
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      const handle = openSync(file, "wx", 0o600);
      writeSync(handle, mine);
      closeSync(handle);
      return { release: () => rmSync(file, { force: true }) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw folderError(dataDir, error);
      const holder = holderOf(dataDir);
      if (holder && isAlive(holder.pid) && isSinceBoot(holder, now)) {
        throw new AppError(
          "conflict",
          `${dataDir} is in use by process ${holder.pid} since ${holder.since}. Stop it first, or start with another SIDENOTE_DATA`,
        );
      }
      clearStale(file, holder);
    }
  }
  throw new AppError("conflict", `${dataDir} is being taken by another process at this moment. Try again`);
}

/** Takes a dead lock out of the way; puts it back when another process was faster and it is that one's by now. */
function clearStale(file: string, stale: Holder | null): void {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
    if (stale && readFileSync(aside, "utf8") !== JSON.stringify(stale)) linkSync(aside, file);
  } catch {
    // Gone already, or taken anew: the next attempt sees which.
  }
  rmSync(aside, { force: true });
}

/** Null: nobody, or a lock that cannot be read. */
export function holderOf(dataDir: string): Holder | null {
  try {
    return JSON.parse(readFileSync(path.join(dataDir, "lock"), "utf8")) as Holder;
  } catch {
    return null;
  }
}

/** Whether another process of this number runs on this machine, whoever's it is. */
export function isAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** After a restart of the machine the number may be another program's. */
const isSinceBoot = ({ since }: Holder, now: Date): boolean =>
  Date.parse(since) > now.getTime() - os.uptime() * 1000 - CLOCK_SLACK_MS;
const CLOCK_SLACK_MS = 60_000;

function folderError(dataDir: string, cause: unknown): AppError {
  const { code } = cause as NodeJS.ErrnoException;
  return new AppError(
    "unavailable",
    `${dataDir} cannot be written (${code}). Choose another SIDENOTE_DATA, or give yourself the right to write there`,
    { cause },
  );
}
