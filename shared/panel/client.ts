import type { Api, Endpoint, InputOf, OutputOf } from "@sidenote/contract/endpoint";
import type { LiveEvent } from "@sidenote/contract/system";
import { createContext, useContext } from "react";
import type { Refused } from "./refused.ts";

/** The server could not be reached: nobody answered, so nothing is known to have been done. */
export class Away extends Error {
  constructor() {
    super("The server does not answer");
    this.name = "Away";
  }
}

/** How the server is, as far as this client knows. */
export type ServerState = {
  away: boolean;
  /** Writes that wait to be sent when it is back. */
  waiting: number;
  /** Writes that had waited and that the server would not have, until somebody has seen to them. */
  refused: readonly Refused[];
};

export const NO_NEWS: ServerState = { away: false, waiting: 0, refused: [] };

/** What is kept on this device for the first paint, with its age. */
export type Kept = { value: unknown; at: string };

/** The way to the server. The workspace goes by fetch and a cookie, the extension by its background and a token. */
export interface Client {
  /** One call, one answer. Rejects with `ApiError` (the server said no) or `Away` (it did not say anything). */
  readonly api: Api;
  /** One call, answered as it is written. Ends with the output; rejects as `api` does, also when the stream is cut. */
  stream<E extends Endpoint>(
    target: E,
    input: InputOf<E>,
    options: { signal: AbortSignal; onEvent: (event: unknown) => void },
  ): Promise<OutputOf<E>>;
  /** A write that may wait: sent now, or once when the server is back. */
  save<E extends Endpoint>(
    target: E,
    input: InputOf<E>,
  ): Promise<{ sent: true; output: OutputOf<E> } | { sent: false }>;
  /** Tells of every change on the server that this member may know of, until the signal ends. */
  watchLive(tell: (event: LiveEvent) => void, signal: AbortSignal): void;
  /** Tells how the server is, at once and after every change, until the signal ends. */
  watchServer(tell: (state: ServerState) => void, signal: AbortSignal): void;
  /** Asks the server now instead of waiting for the next attempt. */
  tryNow(): void;
  /** Somebody has seen to a refused write: it is kept no longer. */
  dropRefused(key: string): void;
  /** The last answers, kept on the device; absent where nothing is. */
  readonly kept?: {
    /** What is known without waiting: of the latest. */
    read(key: string): Kept | null;
    /** What is there of the others, and stays in no memory. */
    look(key: string): Promise<Kept | null>;
    write(key: string, kept: Kept): Promise<void>;
    forget(): Promise<void>;
  };
}

const Current = createContext<Client | null>(null);
export const ClientProvider = Current.Provider;

export function useClient(): Client {
  const client = useContext(Current);
  if (!client) throw new Error("there is no ClientProvider around this");
  return client;
}
