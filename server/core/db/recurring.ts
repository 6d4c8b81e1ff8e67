/** Statements that are remembered as seen once, and statements that are kept prepared: what a whole server asks is fewer. */
const REMEMBERED = 1000;
export const KEPT = 300;

/**
 * Tells what is asked again and again, which is worth preparing: the database parses and plans it once, not each time, and with
 * row security that takes as long as running it. What is asked once, such as a list of a length of its own, is not.
 */
export class Recurring {
  readonly #seen = new Set<string>();

  /** Whether this statement was asked before. */
  again(statement: string): boolean {
    const known = this.#seen.delete(statement);
    this.#seen.add(statement);
    if (this.#seen.size > REMEMBERED) this.#seen.delete(this.#seen.values().next().value!);
    return known;
  }
}
