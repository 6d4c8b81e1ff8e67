/** One at a time, in the order in which they come; whoever may come later waits for all who may not. */
export class Turns {
  readonly #soon: (() => void)[] = [];
  readonly #later: (() => void)[] = [];
  #taken = false;

  /** Resolves when it is the caller's turn, which lasts until `pass`. */
  take(later: boolean): Promise<void> {
    if (!this.#taken) {
      this.#taken = true;
      return Promise.resolve();
    }
    return new Promise((resolve) => (later ? this.#later : this.#soon).push(resolve));
  }

  pass(): void {
    const next = this.#soon.shift() ?? this.#later.shift();
    if (next) next();
    else this.#taken = false;
  }
}
