/** Text as PostgreSQL takes it: it refuses NUL, and half a surrogate pair within JSON. Nobody means either. */
export const storable = (text: string): string => text.replaceAll("\0", "").toWellFormed();

/** The first `length` UTF-16 units of a text, without half a surrogate pair at their end. */
export const beginningOf = (text: string, length: number): string =>
  text.slice(0, endsInPair(text, length) ? length - 1 : length);

const endsInPair = (text: string, length: number): boolean => (text.codePointAt(length - 1) ?? 0) > 0xffff;

/** What PostgreSQL refuses within JSON, as it is written there. */
const REFUSED = /\\u(0000|d[89a-f])/;

/** JSON as PostgreSQL takes it. */
export function storableJson(value: unknown): string {
  const json = JSON.stringify(value);
  if (!REFUSED.test(json)) return json;
  return JSON.stringify(value, (_, inside: unknown) => (typeof inside === "string" ? storable(inside) : inside));
}
