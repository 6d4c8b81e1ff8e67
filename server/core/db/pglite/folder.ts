import { existsSync, readdirSync, readFileSync, rmSync, statfsSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { AppError } from "../../errors.ts";

/** The PostgreSQL that PGlite is. Its folders are of one major version, and it opens no other. */
const MAJOR = 18;
const LEAST_FREE_BYTES = 32 * 1024 * 1024;

/** Where the built-in database lives in a data folder, and the note that its first start has not got to the end. */
const databaseIn = (dataDir: string) => path.join(dataDir, "db");
const unfinishedIn = (dataDir: string) => path.join(dataDir, "db.unfinished");

/**
 * Gets the folder of the built-in database ready to open: refuses one that PGlite would abort on, or take for empty and make
 * anew over what is there. What a first start that was cut off left behind goes: nothing was ever answered from it.
 */
export function prepareFolder(dataDir: string): { folder: string; finished(): void } {
  const folder = databaseIn(dataDir);
  const note = unfinishedIn(dataDir);
  const finished = () => rmSync(note, { force: true });
  if (existsSync(note)) rmSync(folder, { recursive: true, force: true });
  if (!existsSync(folder) || (statSync(folder).isDirectory() && readdirSync(folder).length === 0)) {
    writeFileSync(note, "The first start has not got to the end.\n", { mode: 0o600 });
    return { folder, finished };
  }
  const version = versionOf(folder);
  if (version === null) throw damaged(folder, "it has no PG_VERSION");
  if (version > MAJOR)
    throw new AppError(
      "unavailable",
      `${folder} was made by a newer version of Sidenote (its database is PostgreSQL ${version}, this one is ${MAJOR}). Update Sidenote, or restore a backup into another SIDENOTE_DATA`,
    );
  if (version < MAJOR)
    throw new AppError(
      "unavailable",
      `${folder} was made by an older version of Sidenote (its database is PostgreSQL ${version}, this one is ${MAJOR}). Make a backup with that version, and restore it with this one into another SIDENOTE_DATA`,
    );
  return { folder, finished };
}

function versionOf(folder: string): number | null {
  try {
    return Number.parseInt(readFileSync(path.join(folder, "PG_VERSION"), "utf8"), 10) || null;
  } catch {
    return null;
  }
}

/** What an opening that failed means to a person. PGlite itself only says that it was aborted. */
export function openFailure(folder: string, cause: unknown): AppError {
  if (cause instanceof AppError) return cause;
  const { bavail, bsize } = statfsSync(path.dirname(folder));
  if (bavail * bsize < LEAST_FREE_BYTES)
    return new AppError(
      "unavailable",
      `The disk of ${folder} is full, so the database cannot be opened. Nothing is lost: make room and start again`,
      { cause },
    );
  return damaged(folder, "a part of it is missing or cut off", cause);
}

const damaged = (folder: string, what: string, cause?: unknown): AppError =>
  new AppError(
    "unavailable",
    `The database in ${folder} cannot be opened: ${what}. Keep the folder as it is, and restore your last backup into another one: ` +
      "SIDENOTE_DATA=… npm run -s sidenote -- restore FILE",
    { cause },
  );
