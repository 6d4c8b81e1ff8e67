import type { DraftEvent } from "@sidenote/contract/context";
import type { Api, Endpoint, InputOf, OutputOf } from "@sidenote/contract/endpoint";
import { ApiError, ERROR_STATUS, type ErrorCode } from "@sidenote/contract/errors";
import type { LiveEvent } from "@sidenote/contract/system";
import { Away, type Client, type Kept, NO_NEWS, type ServerState } from "../client.ts";

type Answer = (input: never) => unknown;

/** A server that answers what it was told to, and remembers what it was asked. Answers are checked against the contract. */
export class FakeClient implements Client {
  readonly calls: { target: Endpoint; input: unknown }[] = [];
  readonly keptHere = new Map<string, Kept>();
  /** What is on the device, and not known by heart. */
  readonly keptAway = new Map<string, Kept>();
  readonly kept = {
    read: (key: string) => this.keptHere.get(key) ?? null,
    look: async (key: string) => this.keptAway.get(key) ?? null,
    forget: async () => {
      this.forgot++;
      this.keptHere.clear();
      this.keptAway.clear();
    },
    write: async (key: string, kept: Kept) => void this.keptHere.set(key, kept),
  };
  tries = 0;
  forgot = 0;
  #answers = new Map<Endpoint, Answer>();
  #held = new Map<Endpoint, Promise<void>>();
  #state = NO_NEWS;
  #watchers = new Set<(state: ServerState) => void>();
  #live = new Set<(event: LiveEvent) => void>();
  #stream: FakeStream | null = null;

  answer<E extends Endpoint>(target: E, answer: OutputOf<E> | ((input: InputOf<E>) => OutputOf<E>)): this {
    this.#answers.set(target, (typeof answer === "function" ? answer : () => answer) as Answer);
    return this;
  }

  refuse(target: Endpoint, code: ErrorCode, title: string): this {
    const body = { type: "about:blank", title, status: ERROR_STATUS[code], code, requestId: "req_1" };
    this.#answers.set(target, () => {
      throw new ApiError(body);
    });
    return this;
  }

  /** Answers only after `release` is called. */
  hold(target: Endpoint): () => void {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#held.set(target, promise);
    return () => {
      this.#held.delete(target);
      resolve();
    };
  }

  asked = <E extends Endpoint>(target: E): InputOf<E>[] =>
    this.calls.filter((call) => call.target === target).map((call) => call.input as InputOf<E>);

  api = (async (target: Endpoint, input: unknown) => {
    this.calls.push({ target, input });
    await this.#held.get(target);
    if (this.#state.away) throw new Away();
    const answer = this.#answers.get(target);
    if (!answer) throw new Error(`nobody said what ${target.method} ${target.path} answers`);
    return target.output.parse(answer(target.input.parse(input) as never));
  }) as Api;

  async save<E extends Endpoint>(target: E, input: InputOf<E>) {
    if (this.#state.away) {
      this.say({ waiting: this.#state.waiting + 1 });
      return { sent: false } as const;
    }
    return { sent: true, output: (await this.api(target, input)) as OutputOf<E> } as const;
  }

  async stream<E extends Endpoint>(
    target: E,
    input: InputOf<E>,
    { signal, onEvent }: { signal: AbortSignal; onEvent: (event: unknown) => void },
  ): Promise<OutputOf<E>> {
    this.calls.push({ target, input: target.input.parse(input) });
    if (this.#state.away) throw new Away();
    this.#stream = new FakeStream(onEvent, signal);
    return (await this.#stream.end) as OutputOf<E>;
  }

  /** The draft that is being written, for the test to write. */
  get writing(): FakeStream {
    if (!this.#stream) throw new Error("no draft was asked for");
    return this.#stream;
  }

  watchLive(tell: (event: LiveEvent) => void, signal: AbortSignal): void {
    this.#live.add(tell);
    signal.addEventListener("abort", () => this.#live.delete(tell));
  }

  tell(event: LiveEvent): void {
    for (const tell of this.#live) tell(event);
  }

  watchServer(tell: (state: ServerState) => void, signal: AbortSignal): void {
    this.#watchers.add(tell);
    signal.addEventListener("abort", () => this.#watchers.delete(tell));
    tell(this.#state);
  }

  say(change: Partial<ServerState>): void {
    this.#state = { ...this.#state, ...change };
    for (const tell of this.#watchers) tell(this.#state);
  }

  tryNow(): void {
    this.tries++;
  }

  dropRefused(key: string): void {
    this.say({ refused: this.#state.refused.filter((one) => one.key !== key) });
  }
}

class FakeStream {
  readonly end: Promise<unknown>;
  readonly signal: AbortSignal;
  #event: (event: DraftEvent) => void;
  #resolve: (output: unknown) => void;
  #reject: (error: Error) => void;

  constructor(event: (event: DraftEvent) => void, signal: AbortSignal) {
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    this.end = promise;
    this.#event = event;
    this.signal = signal;
    this.#resolve = resolve;
    this.#reject = reject;
    signal.addEventListener("abort", () => reject(signal.reason as Error));
  }

  send(event: DraftEvent): void {
    this.#event(event);
    if (event.type === "done") this.#resolve(event.result);
  }

  cut(error: Error = new Away()): void {
    this.#reject(error);
  }
}
