/** PostgreSQL takes 65,535 parameters a statement; no row of ours has more than thirty columns. */
const MOST_ROWS = 2000;

/** The rows in portions that fit one statement each. */
export function* chunks<T>(rows: readonly T[], size = MOST_ROWS): Generator<T[]> {
  for (let at = 0; at < rows.length; at += size) yield rows.slice(at, at + size);
}
