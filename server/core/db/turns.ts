/** So many may go before one that can wait: a page that asks without end does not stop the work for good. */
const MOST_BEFORE = 20;

/** One at a time, in the order in which they come; whoever may come later waits for those who may not. */
export class Turns {
  readonly #soon: (() => void)[] = [];
  readonly #later: (() => void)[] = [];
  #taken = false;
  #before = 0;

  /** Resolves when it is the caller's turn, which lasts until `pass`. */
  take(later: boolean): Promise<void> {
    if (!this.#taken) {
      this.#taken = true;
      return Promise.resolve();
    }
    return new Promise((resolve) => (later ? this.#later : this.#soon).push(resolve));
  }

  pass(): void {
    const isTheirs = this.#soon.length === 0 || this.#before >= MOST_BEFORE;
    const later = isTheirs ? this.#later.shift() : undefined;
    const next = later ?? this.#soon.shift();
    this.#before = later || this.#later.length === 0 ? 0 : this.#before + 1;
    if (next) next();
    else this.#taken = false;
  }
}
