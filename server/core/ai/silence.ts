/** So many silences are longer than any answer takes. */
const LONGEST = 20;

/** Ends a call when nothing has come for too long, before the first word or between two, and one that comes to no end. */
export class Silence {
  readonly limitMs: number;
  /** There was no silence, and no end either. */
  cameToNoEnd = false;
  readonly #controller = new AbortController();
  readonly #end: NodeJS.Timeout;
  #timer: NodeJS.Timeout;
  #since = performance.now();

  constructor(limitMs: number) {
    this.limitMs = limitMs;
    this.#timer = this.#start();
    this.#end = setTimeout(() => {
      this.cameToNoEnd = true;
      this.#controller.abort();
    }, limitMs * LONGEST);
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
    clearTimeout(this.#end);
  }

  #start(): NodeJS.Timeout {
    this.#since = performance.now();
    return setTimeout(() => this.#controller.abort(), this.limitMs);
  }
}
