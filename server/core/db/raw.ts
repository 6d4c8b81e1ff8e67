import { type SQL, sql } from "drizzle-orm";
import { toUuid } from "../ids.ts";

/** Ids as one parameter, to stand behind `= any`: the statement is the same however many they are. */
export const uuids = (ids: readonly string[], prefix: string): SQL =>
  sql`${`{${ids.map((id) => toUuid(id, prefix)).join(",")}}`}::uuid[]`;

/** Texts as the one value of a `text[]`. */
export const textList = (texts: readonly string[]): string =>
  `{${texts.map((text) => `"${text.replace(/[\\"]/g, "\\$&")}"`).join(",")}}`;

/** A time out of a raw statement, which the two drivers give as text or as a Date, as ISO 8601. */
export const iso = (value: string | Date): string => new Date(value).toISOString();
export const isoOrNull = (value: string | Date | null): string | null => (value === null ? null : iso(value));
