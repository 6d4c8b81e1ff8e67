const FIRST_RETRY_MS = 2000;
const LAST_RETRY_MS = 20_000;

/** Whether the server answers. While it does not, it is asked again, later and later. */
export class Presence {
  readonly #ask: () => void;
  readonly #changed: (away: boolean) => void;
  #away = false;
  #retryMs = FIRST_RETRY_MS;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `ask` sends something harmless, of which `heard` is told; `changed` hears when the server goes away and when it is back. */
  constructor({ ask, changed }: { ask: () => void; changed: (away: boolean) => void }) {
    this.#ask = ask;
    this.#changed = changed;
  }

  get away(): boolean {
    return this.#away;
  }

  /** Is told of every request whether it was answered. */
  readonly heard = (answered: boolean): void => {
    clearTimeout(this.#timer);
    if (answered) this.#retryMs = FIRST_RETRY_MS;
    const away = !answered;
    if (this.#away !== away) {
      this.#away = away;
      this.#changed(away);
    }
    if (answered) return;
    this.#timer = setTimeout(this.askNow, this.#retryMs);
    this.#retryMs = Math.min(this.#retryMs * 1.6, LAST_RETRY_MS);
  };

  readonly askNow = (): void => {
    clearTimeout(this.#timer);
    this.#ask();
  };
}
