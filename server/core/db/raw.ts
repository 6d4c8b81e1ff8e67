/** A time out of a raw statement, which the two drivers give as text or as a Date, as ISO 8601. */
export const iso = (value: string | Date): string => new Date(value).toISOString();
export const isoOrNull = (value: string | Date | null): string | null => (value === null ? null : iso(value));
