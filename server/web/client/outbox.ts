import type { ApiRequest } from "@sidenote/contract/endpoint";

/** A write that waits for the server, with the key by which it is done once however often it is sent. */
export type Waiting = Pick<ApiRequest, "method" | "path" | "body"> & {
  idempotencyKey: string;
  /** Where it belongs: it is not sent while another organization is open. */
  organizationId: string;
};

const KEY = "sidenote.outbox";

/** What was saved while the server was away. It outlives the page where the browser lets it. */
export class Outbox {
  #memory: Waiting[];
  readonly #storage: Storage | null;

  constructor(storage: Storage | null) {
    this.#storage = storage;
    this.#memory = [];
  }

  get all(): readonly Waiting[] {
    try {
      const kept = this.#storage?.getItem(KEY);
      if (kept) this.#memory = JSON.parse(kept) as Waiting[];
      else if (this.#storage) this.#memory = [];
    } catch {
      // The storage is closed to this page: what is in memory is all there is.
    }
    return this.#memory;
  }

  add(waiting: Waiting): void {
    this.#write([...this.all, waiting]);
  }

  remove(idempotencyKey: string): void {
    this.#write(this.all.filter((one) => one.idempotencyKey !== idempotencyKey));
  }

  #write(next: Waiting[]): void {
    this.#memory = next;
    try {
      this.#storage?.setItem(KEY, JSON.stringify(next));
    } catch {
      // As above.
    }
  }
}
