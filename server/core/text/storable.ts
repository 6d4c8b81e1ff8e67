/** Text as PostgreSQL takes it: it refuses NUL, and half a surrogate pair within JSON. Nobody means either. */
export const storable = (text: string): string => text.replaceAll("\0", "").toWellFormed();
