import { LiveEvent } from "@sidenote/contract/system";

const FIRST_RETRY_MS = 1000;
const LAST_RETRY_MS = 60_000;

/** The one live connection of this page, open while somebody listens and the page is in front: browsers allow few at a time. */
export class LiveConnection {
  readonly #listeners = new Set<(event: LiveEvent) => void>();
  readonly #heard: (answered: boolean) => void;
  #source: EventSource | null = null;
  #greeted = false;
  #retryMs = FIRST_RETRY_MS;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(heard: (answered: boolean) => void) {
    this.#heard = heard;
    document.addEventListener("visibilitychange", () => this.#adjust());
  }

  watch(tell: (event: LiveEvent) => void, signal: AbortSignal): void {
    this.#listeners.add(tell);
    signal.addEventListener(
      "abort",
      () => {
        this.#listeners.delete(tell);
        this.#adjust();
      },
      { once: true },
    );
    this.#adjust();
  }

  /** After the server was away, or another organization was opened. */
  restart(): void {
    this.#close();
    this.#adjust();
  }

  #adjust(): void {
    const wanted = this.#listeners.size > 0 && document.visibilityState !== "hidden";
    if (wanted && !this.#source) this.#open();
    else if (!wanted) this.#close();
  }

  #open(): void {
    const source = new EventSource("/v1/live");
    this.#source = source;
    source.onmessage = ({ data }: MessageEvent<string>) => {
      const event = LiveEvent.parse(JSON.parse(data));
      this.#heard(true);
      this.#retryMs = FIRST_RETRY_MS;
      // The first greeting of a page that has just asked for everything tells nothing new; a later one ends a gap.
      if (event.type === "hello" && !this.#greeted) this.#greeted = true;
      else for (const tell of this.#listeners) tell(event);
    };
    source.onerror = () => {
      if (this.#source !== source) return;
      this.#close();
      // Refused or broken looks the same from here; asking for it again and again would not help.
      this.#timer = setTimeout(() => this.#adjust(), this.#retryMs);
      this.#retryMs = Math.min(this.#retryMs * 2, LAST_RETRY_MS);
      this.#heard(false);
    };
  }

  #close(): void {
    clearTimeout(this.#timer);
    this.#source?.close();
    this.#source = null;
  }
}
