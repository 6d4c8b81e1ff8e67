import { statfsSync } from "node:fs";
import { AppError } from "../errors.ts";
import type { Database } from "./database.ts";

/** More than one transaction writes: a file or two of PGlite's log of 16 MB each, and the rows themselves. */
const RESERVE_BYTES = 48 * 1024 * 1024;

export const hasRoomIn = (folder: string): boolean => {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize >= RESERVE_BYTES;
};

/** PGlite neither answers nor ends when its log meets a full disk, so that must not happen. */
export function mustHaveRoom(db: Database): void {
  if (db.hasRoom?.() === false) throw diskFull();
}

export const diskFull = (cause?: unknown): AppError =>
  new AppError("unavailable", "The disk is full: nothing was changed. Make room and try again", { cause });
