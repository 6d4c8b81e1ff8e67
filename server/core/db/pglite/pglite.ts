import { AsyncLocalStorage } from "node:async_hooks";
import { Worker } from "node:worker_threads";
import { isBackground } from "../../background.ts";
import { within } from "../../within.ts";
import type { AsText, FromWorker, PlainError, ToWorker, WorkerOptions } from "./pglite-protocol.ts";

type Result<Row> = { rows: Row[]; affectedRows?: number };
type Answer<Row> = Result<Row> & { asText: AsText };
type QueryOptions = { rowMode?: "array" | "object"; parsers?: object };
type Statements = {
  query<Row>(sql: string, params?: unknown[], options?: QueryOptions): Promise<Result<Row>>;
  exec(sql: string): Promise<unknown>;
};
type Message = ToWorker extends infer M ? (M extends ToWorker ? Omit<M, "id"> : never) : never;

/** The protocol counts them in 16 bits. */
const MOST_PARAMETERS = 65_535;
/** A transaction in which nothing happens for this long was forgotten by its caller, and would hold up every other query. */
const IDLE_TRANSACTION_MS = 60_000;
/** How long transactions have to end before the database is closed, and how long the closing itself has. */
const END_MS = 500;
const CLOSE_MS = 1500;

/**
 * The part of PGlite's interface that drizzle, its migrator and pg-boss use, served by a worker thread. A heavy query does
 * not hold the event loop, and a crash of the database is an error here and not the end of the process.
 */
export class PgliteClient implements Statements {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  readonly #channels = new Map<string, (payload: string) => void>();
  readonly #inside = new AsyncLocalStorage<number>();
  readonly #hearLoss: (error: Error) => void;
  /** Resolves when the database has ended without having been closed. */
  readonly lost: Promise<Error>;
  #nextId = 1;
  /** No new work is taken; what is open may end. */
  #closing = false;
  #gone: Error | undefined;

  static async open(options: WorkerOptions): Promise<PgliteClient> {
    const client = new PgliteClient(options);
    await client.#ready();
    return client;
  }

  private constructor(options: WorkerOptions) {
    const { promise, resolve } = Promise.withResolvers<Error>();
    this.lost = promise;
    this.#hearLoss = resolve;
    this.#worker = new Worker(new URL("./pglite-worker.ts", import.meta.url), { workerData: options });
    this.#worker.on("message", (message: FromWorker) => this.#receive(message));
    this.#worker.on("error", (error) => this.#fail(error as Error));
    this.#worker.on("exit", () => this.#fail(new Error("the database has stopped")));
  }

  query<Row>(sql: string, params: unknown[] = [], options: QueryOptions = {}): Promise<Result<Row>> {
    this.#guard();
    return this.#query(sql, params, options);
  }

  /** One statement as another role, in one journey. */
  queryAs<Row>(role: string, sql: string, params: unknown[] = [], options: QueryOptions = {}): Promise<Result<Row>> {
    this.#guard();
    return this.#query(sql, params, options, { role });
  }

  exec(sql: string): Promise<unknown> {
    this.#guard();
    return this.#exec(sql);
  }

  /**
   * Commits when `work` resolves, rolls back when it throws. An error of the commit itself reaches the caller, too. Work that only
   * `looks` has its answer before that, and does not wait for the end.
   */
  async transaction<T>(
    work: (tx: Statements & { rollback(): Promise<void> }) => Promise<T>,
    { looks = false }: { looks?: boolean } = {},
  ): Promise<T> {
    this.#guard();
    if (this.#gone) throw this.#gone;
    const tx = this.#nextId;
    const beginId = this.#nextId++;
    let finished = false;
    let expired = false;
    let limit: NodeJS.Timeout | undefined;
    let running = 0;
    const begun = () => {
      if (finished) return;
      limit = setTimeout(() => {
        if (running > 0) return void limit?.refresh();
        expired = true;
        this.#post({ id: this.#nextId++, type: "end", tx, commit: false });
      }, IDLE_TRANSACTION_MS);
    };
    const ended = new Promise<void>((resolve, reject) => {
      this.#waiting.set(beginId, { resolve: begun as never, reject });
      this.#onEnd.set(beginId, { resolve, reject });
    });
    this.#open.add(ended);
    // `finish` awaits it and throws its error; until then it must not count as an unhandled rejection.
    ended.catch(() => {}).finally(() => this.#open.delete(ended));
    // Not waited for: what `work` asks is run when this transaction's turn has come.
    this.#post({ id: beginId, type: "begin", tx, later: isBackground() });
    let rolledBack = false;
    const finish = async (commit: boolean) => {
      finished = true;
      clearTimeout(limit);
      this.#post({ id: this.#nextId++, type: "end", tx, commit });
      if (!looks) await ended;
      if (expired) throw new Error("the transaction did nothing for a minute and was rolled back");
    };
    const watched = async <T>(statement: Promise<T>): Promise<T> => {
      running += 1;
      try {
        return await statement;
      } finally {
        running -= 1;
        if (!finished) limit?.refresh();
      }
    };
    const statements = {
      query: <Row>(sql: string, params: unknown[] = [], options: QueryOptions = {}) =>
        watched(this.#query<Row>(sql, params, options, { tx })),
      exec: (sql: string) => watched(this.#exec(sql, tx)),
      rollback: async () => {
        rolledBack = true;
      },
    };
    let result: T;
    try {
      result = await this.#inside.run(tx, () => work(statements));
    } catch (error) {
      await finish(false).catch(() => {});
      throw error;
    }
    await finish(!rolledBack);
    return result;
  }

  /** Hears of a channel until the returned function is called. */
  async listen(channel: string, onPayload: (payload: string) => void): Promise<() => Promise<void>> {
    this.#channels.set(channel, onPayload);
    await this.#ask({ type: "listen", channel });
    return async () => void this.#channels.delete(channel);
  }

  async dump(): Promise<Uint8Array<ArrayBuffer>> {
    return new Uint8Array(await this.#ask<ArrayBuffer>({ type: "dump" }));
  }

  /**
   * Transactions that are open may end, new ones are refused. One that takes too long is rolled back, and a database that does
   * not close in time is left as a crash would leave it: what was committed is in its log.
   */
  async close(): Promise<void> {
    if (this.#gone) return;
    this.#closing = true;
    await within(END_MS, Promise.allSettled(this.#open));
    await within(CLOSE_MS, this.#ask({ type: "close" }));
    this.#gone = isClosed();
    await this.#worker.terminate();
  }

  readonly #open = new Set<Promise<void>>();
  readonly #onEnd = new Map<number, { resolve: () => void; reject: (error: Error) => void }>();

  #ready(): Promise<void> {
    return new Promise((resolve, reject) => this.#waiting.set(0, { resolve: resolve as never, reject }));
  }

  /** None once it closes; and with one connection a query beside an open transaction of the same caller would wait for itself. */
  #guard(): void {
    if (this.#closing) throw isClosed();
    if (this.#inside.getStore() !== undefined) {
      throw new Error("a query outside of the transaction that is open here would never return: use the transaction");
    }
  }

  async #query<Row>(
    sql: string,
    params: unknown[],
    options: QueryOptions,
    where: { tx?: number; role?: string } = {},
  ): Promise<Result<Row>> {
    // The worker would send their number cut to 16 bits, and the database take it for a broken connection.
    if (params.length > MOST_PARAMETERS)
      throw Object.assign(new Error(`${params.length} parameters are too many for one statement`), { code: "54023" });
    const { rowMode } = options;
    const answer = await this.#ask<Answer<Row>>({ type: "query", sql, params, rowMode, ...where });
    // Drizzle, which brings parsers, wants times as PostgreSQL prints them; everything else wants them as times.
    return revived(answer, options.parsers !== undefined);
  }

  /** What each statement of the text answers. */
  async #exec(sql: string, tx?: number): Promise<Result<unknown>[]> {
    const answers = await this.#ask<Answer<unknown>[]>({ type: "exec", sql, tx });
    return answers.map((answer) => revived(answer, false));
  }

  #ask<T>(message: Message): Promise<T> {
    if (this.#gone) return Promise.reject(this.#gone);
    const id = this.#nextId++;
    return new Promise<T>((resolve, reject) => {
      this.#waiting.set(id, { resolve: resolve as never, reject });
      this.#post({ ...message, id } as ToWorker);
    });
  }

  #post(message: ToWorker): void {
    if (!this.#gone) this.#worker.postMessage(message);
  }

  #receive(message: FromWorker): void {
    if ("channel" in message) {
      this.#channels.get(message.channel)?.(message.payload);
      return;
    }
    const { id } = message;
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if ("result" in message) {
      if (message.result === "ended") this.#settle(id)?.resolve();
      else waiting?.resolve(message.result as never);
      return;
    }
    const error = rebuilt(message.error);
    waiting?.reject(error);
    this.#settle(id)?.reject(error);
  }

  #settle(id: number) {
    const end = this.#onEnd.get(id);
    this.#onEnd.delete(id);
    return end;
  }

  #fail(error: Error): void {
    if (!this.#gone) this.#hearLoss(error);
    this.#gone ??= isClosed(error);
    for (const { reject } of [...this.#waiting.values(), ...this.#onEnd.values()]) reject(this.#gone);
    this.#waiting.clear();
    this.#onEnd.clear();
  }
}

/** Makes of what has come as text what it is, in place. */
function revived<Row>({ asText, ...result }: Answer<Row>, textTimes: boolean): Result<Row> {
  for (const { index, name, isTime } of asText) {
    if (isTime && textTimes) continue;
    const revive = isTime ? asTime : JSON.parse;
    for (const row of result.rows as Record<string | number, unknown>[]) {
      const key = Array.isArray(row) ? index : name;
      if (typeof row[key] === "string") row[key] = revive(row[key]);
    }
  }
  return result;
}

const asTime = (text: string): Date => new Date(text);

/** As a driver of PostgreSQL says it of a connection. */
const isClosed = (cause?: Error) =>
  Object.assign(new Error("the database is closed", { cause }), { code: "CONNECTION_ENDED" });

const rebuilt = ({ message, ...fields }: PlainError) => Object.assign(new Error(message), fields);
