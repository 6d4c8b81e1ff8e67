import type { ApiRequest } from "@sidenote/contract/endpoint";
import type { Refused } from "@sidenote/panel/refused";

/** A write that waits for the server, with the key by which it is done once however often it is sent. */
export type Waiting = Pick<ApiRequest, "method" | "path" | "body"> & { idempotencyKey: string };

/** Whose it is, and of which organization: nobody else is shown it, and it is sent as nobody else. */
type Owned<T> = T & { owner: string };

/** What was saved while the server was away, and what it would not have later. It outlives the page where the browser lets it. */
export class Outbox {
  readonly #waiting: KeptList<Owned<Waiting>>;
  readonly #refused: KeptList<Owned<Refused>>;
  /** Who is signed in here. */
  owner = "";

  constructor(storage: Storage | null) {
    this.#waiting = new KeptList(storage, "sidenote.outbox");
    this.#refused = new KeptList(storage, "sidenote.refused");
  }

  get all(): readonly Waiting[] {
    return this.#waiting.all.flatMap(({ owner, ...one }) => (owner === this.owner ? [one] : []));
  }

  add(waiting: Waiting): void {
    this.#waiting.all = [...this.#waiting.all, { ...waiting, owner: this.owner }];
  }

  remove(idempotencyKey: string): void {
    this.#waiting.all = this.#waiting.all.filter((one) => one.idempotencyKey !== idempotencyKey);
  }

  get refused(): readonly Refused[] {
    return this.#refused.all.flatMap(({ owner, ...one }) => (owner === this.owner ? [one] : []));
  }

  refuse(refused: Refused): void {
    this.#refused.all = [...this.#refused.all, { ...refused, owner: this.owner }];
  }

  dropRefused(key: string): void {
    this.#refused.all = this.#refused.all.filter((one) => one.key !== key);
  }
}

/** A list under one key of a storage that several pages share; in memory where the storage is closed to this page. */
class KeptList<T> {
  #memory: readonly T[] = [];
  readonly #storage: Storage | null;
  readonly #key: string;

  constructor(storage: Storage | null, key: string) {
    this.#storage = storage;
    this.#key = key;
  }

  get all(): readonly T[] {
    try {
      const kept = this.#storage?.getItem(this.#key);
      if (kept) this.#memory = JSON.parse(kept) as T[];
      else if (this.#storage) this.#memory = [];
    } catch {
      // The storage is closed to this page: what is in memory is all there is.
    }
    return this.#memory;
  }

  set all(next: readonly T[]) {
    this.#memory = next;
    try {
      this.#storage?.setItem(this.#key, JSON.stringify(next));
    } catch {
      // As above.
    }
  }
}
