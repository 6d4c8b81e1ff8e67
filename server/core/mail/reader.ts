import { Worker } from "node:worker_threads";
import { AppError } from "../errors.ts";
import type { IncomingMail } from "./incoming.ts";

/** A message of a file as it is stored, or why it cannot be read. */
export type ReadMessage = { mail: IncomingMail } | { unreadable: string };

/** Messages one behind the other, and how long each is. `fallbackAt` stands in where no header tells the time. */
export type ToReader = { id: number; bytes: Uint8Array<ArrayBuffer>; lengths: number[]; fallbackAt: string };
/** It says first that it can read: what ends before that says nothing about any message. */
export type FromReader = "ready" | { id: number; messages: ReadMessage[] };

export type ReaderOptions = {
  thread: URL;
  /** Longer than this no honest handful of messages takes. */
  limitMs: number;
  /** Its thread ends when nothing was asked for so long. */
  idleMs: number;
};

/** How long a thread has to load what it reads with. */
const START_MS = 60_000;

/** A message of 50 MB needs a third of it. What needs more ends the thread and not the process. */
const MEMORY_MB = 1024;

const OPTIONS: ReaderOptions = {
  thread: new URL("./reader-thread.ts", import.meta.url),
  limitMs: 60_000,
  idleMs: 30_000,
};

/** The machine or the installation lets no thread start. The mail is as it was, and can be read when one does. */
export class NoReader extends AppError {
  constructor(cause: Error) {
    super("unavailable", `Mail cannot be read at the moment: its reader does not start (${cause.message})`, { cause });
  }
}

/**
 * Reads messages in a thread of its own: a mailbox of gigabytes holds up nobody who asks for something meanwhile, and a message
 * made to break its reader breaks no more than that thread.
 */
export class MailReader {
  readonly #options: ReaderOptions;
  /** What the thread reads now: one handful at a time, so that none is blamed for what another does to the thread. */
  #current: { id: number; answer: PromiseWithResolvers<ReadMessage[]> } | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #thread: Worker | undefined;
  /** The thread can read. */
  #ready: PromiseWithResolvers<void> = Promise.withResolvers();
  #idle: NodeJS.Timeout | undefined;
  #nextId = 1;
  #closed = false;

  constructor(options: Partial<ReaderOptions> = {}) {
    this.#options = { ...OPTIONS, ...options };
  }

  /** One answer a message, in order. What the thread does not survive is read alone, and is unreadable if it fails again. */
  async read(messages: readonly Uint8Array[], fallbackAt: string): Promise<ReadMessage[]> {
    try {
      return await this.#inTurn(messages, fallbackAt);
    } catch (error) {
      if (this.#closed || error instanceof NoReader) throw error;
      if (messages.length === 1) return [{ unreadable: `the reader does not survive it: ${(error as Error).message}` }];
      const answers: ReadMessage[] = [];
      for (const message of messages) answers.push(...(await this.read([message], fallbackAt)));
      return answers;
    }
  }

  /** For good: what is being read fails. */
  close(): void {
    this.#closed = true;
    if (this.#thread) this.#lose(this.#thread, new Error("the server stops"));
  }

  #inTurn(messages: readonly Uint8Array[], fallbackAt: string): Promise<ReadMessage[]> {
    const answer = this.#last.then(() => this.#ask(messages, fallbackAt));
    this.#last = answer.catch(() => {});
    return answer;
  }

  async #ask(messages: readonly Uint8Array[], fallbackAt: string): Promise<ReadMessage[]> {
    if (this.#closed) throw new Error("the server stops");
    clearTimeout(this.#idle);
    const thread = await this.#started();
    const id = this.#nextId++;
    const answer = Promise.withResolvers<ReadMessage[]>();
    this.#current = { id, answer };
    const bytes = joined(messages);
    const lengths = messages.map((message) => message.length);
    thread.postMessage({ id, bytes, lengths, fallbackAt } satisfies ToReader, [bytes.buffer]);
    const limit = setTimeout(() => this.#lose(thread, new Error("it takes too long")), this.#options.limitMs);
    try {
      return await answer.promise;
    } finally {
      clearTimeout(limit);
      this.#current = undefined;
      if (this.#thread === thread) this.#rest(thread);
    }
  }

  /** One that can read, and keeps the process alive. */
  async #started(): Promise<Worker> {
    let limit: NodeJS.Timeout | undefined;
    try {
      if (this.#thread) this.#thread.ref();
      else this.#thread = this.#start();
      const thread = this.#thread;
      limit = setTimeout(() => this.#lose(thread, new Error("it takes too long")), START_MS);
      await this.#ready.promise;
      if (this.#thread !== thread) throw new Error("the server stops");
      return thread;
    } catch (error) {
      throw this.#closed ? error : new NoReader(error as Error);
    } finally {
      clearTimeout(limit);
    }
  }

  #start(): Worker {
    this.#ready = Promise.withResolvers();
    const thread = new Worker(this.#options.thread, { resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB } });
    thread.on("message", (said: FromReader) => {
      if (said === "ready") this.#ready.resolve();
      else if (this.#current?.id === said.id) this.#current.answer.resolve(said.messages);
    });
    thread.on("error", (error) => this.#lose(thread, error as Error));
    thread.on("exit", () => this.#lose(thread, new Error("it has stopped")));
    return thread;
  }

  /** Nothing is asked: the thread keeps no process alive, and ends after a while. */
  #rest(thread: Worker): void {
    thread.unref();
    this.#idle = setTimeout(() => this.#lose(thread, new Error("it rests")), this.#options.idleMs).unref();
  }

  #lose(thread: Worker, error: Error): void {
    if (this.#thread !== thread) return;
    this.#thread = undefined;
    clearTimeout(this.#idle);
    void thread.terminate();
    this.#ready.reject(error);
    this.#current?.answer.reject(error);
  }
}

/** In memory of its own, which travels to the thread without being copied again. */
function joined(messages: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(messages.reduce((sum, message) => sum + message.length, 0));
  let start = 0;
  for (const message of messages) {
    all.set(message, start);
    start += message.length;
  }
  return all;
}
