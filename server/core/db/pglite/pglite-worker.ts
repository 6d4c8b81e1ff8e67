import { parentPort, workerData } from "node:worker_threads";
import { PGlite, types } from "@electric-sql/pglite";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { unaccent } from "@electric-sql/pglite/contrib/unaccent";
import { vector } from "@electric-sql/pglite-pgvector";
import { bootstrapStatements } from "../bootstrap.ts";
import { Turns } from "../turns.ts";
import { PreparedStatements } from "./pglite-prepared.ts";
import { AS_TEXT, asTextOf, type FromWorker, type ToWorker, type WorkerOptions } from "./pglite-protocol.ts";
import { PlannerStatistics } from "./pglite-statistics.ts";
import { Wire } from "./pglite-wire.ts";

/**
 * PGlite off the event loop: this thread holds the database, `pglite.ts` is its other end. One connection, so statements
 * queue; a transaction holds the queue until it ends.
 */
const port = parentPort!;
const options = workerData as WorkerOptions;
const send = (message: FromWorker, transfer: ArrayBuffer[] = []) => port.postMessage(message, transfer);

const db = await PGlite.create({
  ...(options.dataDir ? { dataDir: options.dataDir } : {}),
  ...(options.template ? { loadDataDir: new Blob([options.template]) } : {}),
  extensions: { vector, pg_trgm, unaccent },
  // What needs more than its text is made where it is wanted; an object costs more to send. PGlite goes through bytes one by
  // one in JavaScript; files and imports are megabytes. They travel to it as they are.
  parsers: {
    ...Object.fromEntries(AS_TEXT.map((type) => [type, (text: string) => text])),
    [types.BYTEA]: (hex: string) => Buffer.from(hex.slice(2), "hex"),
  },
  serializers: { [types.BYTEA]: (bytes: Uint8Array) => bytes as unknown as string },
  // Few buffers: the operating system caches the folder anyway, and with four times as many an import is 5 % faster.
  startParams: [
    ...PGlite.defaultStartParams,
    "-c",
    "max_wal_size=128MB",
    "-c",
    "shared_buffers=48MB",
    "-c",
    "wal_init_zero=off",
  ],
});
const [present] = (await db.query<{ one: number }>("select 1 as one from pg_roles where rolname = 'sidenote_owner'"))
  .rows;
if (!present) {
  for (const statement of bootstrapStatements("postgres")) await db.exec(statement);
  await db.exec("alter database postgres owner to sidenote_owner");
}
// PGlite's own user is a superuser, for whom row security does not exist: leave it for good.
await db.exec("set session authorization sidenote_owner");

type Transaction = {
  run: (work: (begun: Promise<void>) => Promise<void>) => void;
  end: (commit: boolean) => void;
};
const transactions = new Map<number, Transaction>();
const wire = new Wire(db, (channel, payload) => send({ channel, payload }));
const prepared = new PreparedStatements(db, wire);
const statistics = new PlannerStatistics(wire);
const turns = new Turns();

port.on("message", (message: ToWorker) => {
  answer(message).catch((error: unknown) => send({ id: message.id, error: plainError(error) }));
});
send({ id: 0, result: "ready" });

async function answer(message: ToWorker): Promise<void> {
  const { id } = message;
  if (message.type === "begin") return begin(id, message.tx, message.later);
  if (message.type === "end") {
    transactions.get(message.tx)?.end(message.commit);
    return;
  }
  const run = async (): Promise<unknown> => {
    if (message.type === "query") {
      const { sql, params, rowMode, role } = message;
      const options = rowMode ? { rowMode } : {};
      const { rows, fields, affectedRows } = role
        ? await prepared.queryAs(role, sql, params, options)
        : await prepared.query(sql, params, options);
      statistics.wrote(affectedRows ?? 0);
      return { rows, affectedRows, asText: asTextOf(fields) };
    }
    if (message.type === "exec") {
      const results = await wire.exec(message.sql);
      return results.map(({ rows, fields, affectedRows }) => ({ rows, affectedRows, asText: asTextOf(fields) }));
    }
    throw new Error("not a statement");
  };
  if ("tx" in message && message.tx !== undefined) {
    const transaction = transactions.get(message.tx);
    if (!transaction) throw new Error("this transaction has ended");
    transaction.run(async (begun) => {
      try {
        await begun;
        send({ id, result: await run() });
      } catch (error) {
        send({ id, error: plainError(error) });
      }
    });
    return;
  }
  if (message.type === "query" || message.type === "exec") return send({ id, result: await alone(run) });
  if (message.type === "listen") {
    await alone(() => wire.exec(`listen "${message.channel}"`));
    return send({ id, result: null });
  }
  if (message.type === "dump") {
    const dump = await alone(() => db.dumpDataDir("gzip"));
    const buffer = await dump.arrayBuffer();
    return send({ id, result: buffer }, [buffer]);
  }
  await db.close();
  send({ id, result: null });
  port.close();
}

/**
 * Runs statements of nobody's transaction. A text that begins one itself and then fails leaves it open and broken: it is
 * ended before anybody else's turn, who would be refused for it.
 */
async function alone<T>(run: () => Promise<T>): Promise<T> {
  await turns.take(false);
  try {
    return await run();
  } catch (error) {
    await wire.exec("rollback").catch(() => {});
    throw error;
  } finally {
    turns.pass();
  }
}

/**
 * Opens a transaction and keeps it open, running what arrives for it one after the other, until `end`. What arrives before
 * its turn has come waits for it.
 */
async function begin(id: number, tx: number, later: boolean): Promise<void> {
  const ended = Promise.withResolvers<boolean>();
  const begun = Promise.withResolvers<void>();
  let last = begun.promise.catch(() => {});
  transactions.set(tx, {
    run: (work) => {
      last = last.then(() => work(begun.promise));
    },
    end: ended.resolve,
  });
  try {
    await turns.take(later);
    await wire.exec("begin");
    begun.resolve();
    send({ id, result: "begun" });
    const commit = await ended.promise;
    await last;
    await wire.exec(commit ? "commit" : "rollback");
    send({ id, result: "ended" });
    // Whoever comes next may have a plan that no longer fits; a look that fails is made again later.
    await statistics.renew().catch(() => {});
  } catch (error) {
    await wire.exec("rollback").catch(() => {});
    begun.reject(error);
    send({ id, error: plainError(error) });
  } finally {
    turns.pass();
    transactions.delete(tx);
  }
}

/** Code and constraint travel, the statement and its parameters do not: they hold people's data. */
function plainError(error: unknown) {
  const {
    message,
    code,
    constraint,
    detail: _,
    ...rest
  } = error as { message?: string; code?: string; constraint?: string; detail?: string; table?: string };
  return { message: message ?? String(error), code, constraint, table: rest.table };
}
