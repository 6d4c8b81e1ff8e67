/** Ends a call when nothing has come for too long: before the first word, or between two. */
export class Silence {
  readonly limitMs: number;
  readonly #controller = new AbortController();
  #timer: NodeJS.Timeout;
  #since = performance.now();

  constructor(limitMs: number) {
    this.limitMs = limitMs;
    this.#timer = this.#start();
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** How much longer it may last. */
  get leftMs(): number {
    return this.limitMs - (performance.now() - this.#since);
  }

  broken(): void {
    clearTimeout(this.#timer);
    this.#timer = this.#start();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #start(): NodeJS.Timeout {
    this.#since = performance.now();
    return setTimeout(() => this.#controller.abort(), this.limitMs);
  }
}
