import { ApiError } from "@sidenote/contract/errors";
import type { ImportId } from "@sidenote/contract/ids";
import { type Import, imports } from "@sidenote/contract/imports";
import { Away } from "@sidenote/panel/client";
import { createContext, useContext, useSyncExternalStore } from "react";
import type { WebClient } from "../client/web-client.ts";
import { nameOf } from "./choose.ts";
import { type Chosen, tarOf } from "./tar.ts";

/** Small enough that a broken connection costs little and progress moves, large enough to be quick. */
export const PART_BYTES = 4 * 1024 * 1024;
const RETRY_MS = 1500;
/** What a server could not take is asked of it again so often; each part that arrives begins the count anew. */
const RETRIES = 5;

type Upload = {
  sent: number;
  total: number;
  /** Since when it goes without a break, and how much had arrived then. */
  startedAt: number;
  startedFrom: number;
  /** The server is away: it goes on by itself. */
  waiting: boolean;
  /** All of it is there and the server reads it. Kept, for it may be a while until the page hears that from the server. */
  handedOver: boolean;
  error: Error | null;
};

/** Files on their way to the server. They go on while the member looks at other pages. */
export class Uploads {
  readonly #client: WebClient;
  readonly #retryMs: number;
  readonly #all = new Map<ImportId, Upload>();
  readonly #stops = new Map<ImportId, AbortController>();
  readonly #files = new Map<ImportId, readonly Chosen[]>();
  readonly #listeners = new Set<() => void>();

  constructor(client: WebClient, retryMs = RETRY_MS) {
    this.#client = client;
    this.#retryMs = retryMs;
    globalThis.addEventListener?.("beforeunload", (event) => {
      if ([...this.#all.values()].some(({ error, handedOver }) => !error && !handedOver)) event.preventDefault();
    });
  }

  subscribe = (tell: () => void): (() => void) => {
    this.#listeners.add(tell);
    return () => this.#listeners.delete(tell);
  };

  get = (id: ImportId): Upload | undefined => this.#all.get(id);

  /** Opens an import for these files and begins to send them. */
  async begin(files: readonly Chosen[], as: string): Promise<Import> {
    const bytes = bytesOf(files);
    const opened = await this.#client.api(imports.create, {
      name: nameOf(files),
      bytesTotal: bytes.size,
      ...(as ? { as } : {}),
    });
    void this.send(opened, files);
    return opened;
  }

  /** Sends what the server does not have yet, then has it read. Rejects never: what went wrong is in the state. */
  async send({ id, bytesReceived }: Pick<Import, "id" | "bytesReceived">, files: readonly Chosen[]): Promise<void> {
    const bytes = bytesOf(files);
    const stop = new AbortController();
    this.#stops.set(id, stop);
    this.#files.set(id, files);
    this.#set(id, {
      sent: bytesReceived,
      total: bytes.size,
      startedAt: Date.now(),
      startedFrom: bytesReceived,
      waiting: false,
      handedOver: false,
      error: null,
    });
    try {
      await this.#sendFrom(id, bytes, bytesReceived, stop.signal);
      await this.#client.api(imports.start, { id });
      this.#files.delete(id);
      const sent = this.#all.get(id);
      if (sent) this.#set(id, { ...sent, handedOver: true });
    } catch (error) {
      if (stop.signal.aborted) this.#forget(id);
      else this.#set(id, { ...this.#all.get(id)!, waiting: false, error: error as Error });
    } finally {
      this.#stops.delete(id);
      this.#tell();
    }
  }

  async #sendFrom(id: ImportId, bytes: Blob, from: number, signal: AbortSignal): Promise<void> {
    let at = from;
    let failures = 0;
    while (at < bytes.size) {
      try {
        const part = bytes.slice(at, at + PART_BYTES);
        at = (await this.#client.upload(imports.receive, { id, offset: at }, part, signal)).bytesReceived;
        this.#set(id, { ...this.#all.get(id)!, sent: at, waiting: false });
        failures = 0;
      } catch (error) {
        signal.throwIfAborted();
        const wanted = wantedFrom(error);
        if (wanted !== null && wanted !== at) at = wanted;
        else if (error instanceof Away || (isTheirs(error) && ++failures <= RETRIES))
          at = await this.#whenBack(id, signal);
        else throw error;
      }
    }
  }

  /** Waits for the server; the answer is from where it wants the bytes. */
  async #whenBack(id: ImportId, signal: AbortSignal): Promise<number> {
    this.#set(id, { ...this.#all.get(id)!, waiting: true });
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, this.#retryMs));
      signal.throwIfAborted();
      try {
        const { bytesReceived } = await this.#client.api(imports.get, { id }, { signal });
        this.#set(id, { ...this.#all.get(id)!, startedAt: Date.now(), startedFrom: bytesReceived });
        return bytesReceived;
      } catch (error) {
        if (!(error instanceof Away || isTheirs(error))) throw error;
      }
    }
  }

  /** Tries once more with the files that this page still has. */
  async again(id: ImportId): Promise<void> {
    const files = this.#files.get(id);
    if (files) await this.send(await this.#client.api(imports.get, { id }), files);
  }

  /** Nothing more is sent, and the server is told so until it has heard it, also when the member looks at other pages. */
  async stop(id: ImportId): Promise<Import> {
    this.#stops.get(id)?.abort();
    this.#forget(id);
    for (let failures = 0; ; ) {
      try {
        return await this.#client.api(imports.cancel, { id });
      } catch (error) {
        if (!(error instanceof Away || (isTheirs(error) && ++failures <= RETRIES))) throw error;
        await new Promise((resolve) => setTimeout(resolve, this.#retryMs));
      }
    }
  }

  #forget(id: ImportId): void {
    this.#all.delete(id);
    this.#files.delete(id);
  }

  #set(id: ImportId, upload: Upload): void {
    this.#all.set(id, upload);
    this.#tell();
  }

  #tell(): void {
    for (const tell of this.#listeners) tell();
  }
}

export const bytesOf = (files: readonly Chosen[]): Blob => (files.length === 1 ? files[0]!.file : tarOf(files));

/** The server's own fault, or something that it cannot do now: nothing was changed, and it may go well the next time. */
const isTheirs = (error: unknown): boolean => error instanceof ApiError && error.body.status >= 500;

/** The server says from where on it wants the bytes when they do not follow each other. */
function wantedFrom(error: unknown): number | null {
  if (!(error instanceof ApiError) || error.body.code !== "conflict") return null;
  const { current } = error.body;
  const wanted = (current as { bytesReceived?: unknown } | undefined)?.bytesReceived;
  return typeof wanted === "number" ? wanted : null;
}

const Current = createContext<Uploads | null>(null);
export const UploadsProvider = Current.Provider;

export function useUploads(): Uploads {
  const uploads = useContext(Current);
  if (!uploads) throw new Error("there is no UploadsProvider around this");
  return uploads;
}

export function useUpload(id: ImportId): Upload | undefined {
  const uploads = useUploads();
  return useSyncExternalStore(uploads.subscribe, () => uploads.get(id));
}
