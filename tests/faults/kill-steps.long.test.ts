import { emails } from "@sidenote/contract/emails";
import { ledger } from "@sidenote/contract/ledger";
import { search } from "@sidenote/contract/search";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createDatabase, dropDatabase, freshDatabase } from "../databases.ts";
import { until } from "./client.ts";
import { OwnServer, onScreen, wordOf } from "./own-server.ts";

/**
 * The server is killed at a step of its work that has a name: a lock makes it wait exactly there, and it is killed while it
 * waits. Afterwards the step is done, once.
 */
type Step = {
  name: string;
  table: string;
  isAnswered: boolean;
  /** Waits at these writes only, the others to the table go through. */
  at?: { write: "insert" | "update"; when: string };
};

const STEPS: readonly Step[] = [
  { name: "a mail is stored", table: "emails", isAnswered: false },
  { name: "its passages are written", table: "search_passages", isAnswered: true },
  { name: "its vectors are written", table: "embeddings", isAnswered: true },
  {
    name: "its event is handed to the first queue",
    table: "pgboss.job",
    isAnswered: true,
    at: { write: "insert", when: "new.name = 'email.learn'" },
  },
  {
    name: "its event is handed to the last queue, and to the others it was",
    table: "pgboss.job",
    isAnswered: true,
    at: { write: "insert", when: "new.name = 'search.index-emails'" },
  },
  {
    name: "its event is marked as handed over, and is in every queue",
    table: "outbox",
    isAnswered: true,
    at: { write: "update", when: "new.sent_at is not null" },
  },
];

const admin = process.env.DATABASE_URL_TEST;
const LIMIT_MS = 300_000;
/** A dead worker's job comes back after this long, and a busy machine takes its time. */
const PATIENCE_MS = 200_000;
const url = admin ? freshDatabase(admin) : "";
let sql: postgres.Sql;
let server: OwnServer;
const sent: number[] = [];

beforeAll(async () => {
  if (!admin) return;
  await createDatabase(admin, url);
  server = await OwnServer.start(url);
  sql = postgres(url, { max: 4, onnotice: () => {} });
}, LIMIT_MS);

afterAll(async () => {
  if (!admin) return;
  await server.stop();
  await sql.end();
  await dropDatabase(admin, url);
  server.remove();
}, LIMIT_MS);

/** Holds a table so that nothing is written to it, or not what is said, until told. What waits then comes to nothing. */
async function held({ table, at }: Step): Promise<() => Promise<void>> {
  const connection = await sql.reserve();
  if (at) {
    await connection.unsafe(`
      create or replace function held() returns trigger language plpgsql as
        $$ begin perform pg_advisory_xact_lock(${HELD}); return new; end $$;
      create trigger held before ${at.write} on ${table} for each row when (${at.when}) execute function held();
      select pg_advisory_lock(${HELD})`);
  } else await connection.unsafe(`begin; lock table ${table} in share row exclusive mode`);
  return async () => {
    await connection`select pg_terminate_backend(pid) from pg_locks where not granted`;
    await connection.unsafe(at ? `select pg_advisory_unlock(${HELD}); drop trigger held on ${table}` : "rollback");
    connection.release();
  };
}
const HELD = 4242;

const waitsFor = ({ table, at }: Step): Promise<void> =>
  until(async () => {
    const waiting = await sql.unsafe(
      at
        ? `select 1 from pg_locks where not granted and locktype = 'advisory' and objid = ${HELD}`
        : `select 1 from pg_locks where not granted and relation in
            (select inhrelid from pg_inherits where inhparent = '${table}'::regclass union select '${table}'::regclass)`,
    );
    return waiting.length > 0;
  }, PATIENCE_MS);

test.skipIf(!admin).each(STEPS.map((step, i) => ({ ...step, i })))(
  "killed while $name: it is done afterwards, and once",
  { timeout: LIMIT_MS },
  async (step) => {
    const { isAnswered, i } = step;
    const { api } = server;
    const save = (at: typeof api) => at(emails.store, onScreen(i), { idempotencyKey: `step ${i}` });
    const release = await held(step);
    try {
      const answer = save(api).then(
        () => true,
        () => false,
      );
      if (isAnswered) expect(await answer).toBe(true);
      await waitsFor(step);
      await server.kill();
      expect(await answer).toBe(isAnswered);
    } finally {
      await release();
    }

    await server.again();
    const again = server.api;
    // A panel's queue sends again what was not answered, and may send what was.
    await save(again);
    sent.push(i);
    for (const n of sent) {
      const found = async () => (await again(search.all, { q: wordOf(n), kind: "email" })).items.length;
      await until(async () => (await found()) > 0, PATIENCE_MS);
      expect(await found()).toBe(1);
    }
    await until(async () => (await sql`select 1 from outbox where sent_at is null`).length === 0, PATIENCE_MS);
    const [once] =
      await sql`select count(*)::int as emails, (select count(*)::int from search_passages where record_kind = 'email') as passages from emails`;
    expect(once).toMatchObject({ emails: sent.length, passages: sent.length });
    const twice = await sql`select name from pgboss.job where name in ('email.learn', 'search.index-emails')
      group by name, data -> 'payload' having count(*) > 1`;
    expect(twice).toEqual([]);
    expect(await again(ledger.sums, {})).toMatchObject({ mails: sent.length, unaccounted: 0, reconciled: true });
  },
);
