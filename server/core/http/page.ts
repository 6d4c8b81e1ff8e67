import type { z } from "zod";
import { AppError } from "../errors.ts";

/** A cursor is the sort key of the last row seen: opaque to callers, checked here. */
const encodeCursor = (key: readonly (string | number | null)[]): string =>
  Buffer.from(JSON.stringify(key)).toString("base64url");

/** The sort key in a cursor; null on the first page. Throws `invalid` for what this list did not give. */
export function decodeCursor<K>(cursor: string | undefined, key: z.ZodType<K>): K | null {
  if (cursor === undefined) return null;
  try {
    return key.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
  } catch {
    // Said below: whatever is wrong with it, the caller did not get it from here.
  }
  throw new AppError("invalid", "cursor: is not one that this list gave. Begin again without it", {
    errors: [{ path: "cursor", message: "is not one that this list gave" }],
  });
}

export const DEFAULT_LIMIT = 50;

/** Cuts a page out of `limit + 1` rows. */
export function pageOf<T>(
  rows: T[],
  limit: number,
  key: (row: T) => readonly (string | number | null)[],
): { items: T[]; nextCursor: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last !== undefined ? encodeCursor(key(last)) : null };
}
