import { createHash } from "node:crypto";
import { createReadStream, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import type { ImportId } from "@sidenote/contract/ids";
import postgres from "postgres";
import { adminUser } from "../../server/cli/link.ts";
import { membershipOfUser } from "../../server/core/auth/members.ts";
import { readConfig } from "../../server/core/config.ts";
import type { Ctx } from "../../server/core/context.ts";
import { contextFor } from "../../server/core/context.ts";
import { CONNECTIONS, type Database } from "../../server/core/db/database.ts";
import { drain } from "../../server/core/jobs/drain.ts";
import { createImport, getImport, receiveBytes, startImport, undoImport } from "../../server/features/imports/index.ts";
import { countAll } from "../../server/features/search/count.ts";
import { type Opened, openData } from "../../server/main.ts";
import { jobs } from "../../server/slices.ts";
import { BENCH_OWNER, generateMbox } from "./generate.ts";
import { workInLanes } from "./lanes.ts";
import { seconds, tell } from "./measure.ts";

export type Kind = "PGlite" | "PostgreSQL";

/** The product opened on data of its own, and the same database as a superuser, for whom row security does not exist. */
export type Bed = {
  kind: Kind;
  opened: Opened;
  ctx: Ctx;
  /** Runs statements in one transaction, through the same driver and without row security. */
  floor(statements: readonly Statement[]): Promise<void>;
  /** The one value that a statement answers, as a superuser. */
  ask(sql: string): Promise<string>;
  close(): Promise<void>;
};

export type Statement = { sql: string; params: unknown[] };

const available: readonly Kind[] = process.env.DATABASE_URL_TEST ? ["PGlite", "PostgreSQL"] : ["PGlite"];
/** `BENCH_ON=PGlite` or `BENCH_ON=PostgreSQL` measures one of them alone. */
export const kinds = available.filter((kind) => (process.env.BENCH_ON ?? kind) === kind);
export const dataDir = process.env.SIDENOTE_TEST_DATA;
export const mailFolder = dataDir ? path.join(dataDir, "mail") : undefined;

const CACHE = path.join(import.meta.dirname, "../../node_modules/.cache/sidenote/bench");

const MIGRATIONS = path.join(import.meta.dirname, "../../server/core/db/migrations");

/** Up to five minutes. */
const [LOOK_MS, MOST_LOOKS] = [1000, 300];

/** What the data is like: filled beds are kept as long as this stays the same. */
function schemaHash(): string {
  const files = readdirSync(MIGRATIONS).filter((file) => file.endsWith(".sql"));
  const texts = files.sort().map((file) => readFileSync(path.join(MIGRATIONS, file), "utf8"));
  return createHash("sha256").update(texts.join("\0")).digest("hex").slice(0, 8);
}

const bedFolder = (kind: Kind, name: string): string =>
  path.join(CACHE, `${kind.toLowerCase()}-${name}-${schemaHash()}`);

/** A fresh bed, or the one of this name as it was left: filling it takes minutes. */
export async function openBed(kind: Kind, name: string): Promise<Bed & { fresh: boolean }> {
  const folder = bedFolder(kind, name);
  const database = `sidenote_bench_${name.replaceAll("-", "_")}`;
  const filled = existsSync(path.join(folder, "filled"));
  if (!filled) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const admin = kind === "PostgreSQL" ? await databaseFor(database, filled) : null;
  const config = readConfig({ SIDENOTE_DATA: folder, ...(admin ? { DATABASE_URL: admin } : {}) }, "/");
  const opened = await openData(config);
  const member = await membershipOfUser(opened.app, await adminUser(opened.app), null);
  const ctx = contextFor(opened.app, { kind: "member", ...member! });
  const superuser = admin ? postgres(admin, { max: CONNECTIONS, onnotice: () => {} }) : null;
  const views = viewsOf(ctx.actor.organizationUuid);
  if (superuser) await superuser.unsafe(views);
  else await asSuperuser(opened.app.db, (query) => query(views, []));
  // As drizzle does: what is JSON or a time is text already.
  if (superuser) for (const type of AS_TEXT) superuser.options.serializers[type] = (value: unknown) => value;
  return {
    kind,
    opened,
    ctx,
    fresh: !filled,
    floor: superuser
      ? (statements) =>
          superuser.begin(async (tx) => {
            await tx.unsafe(NAMED);
            for (const { sql, params } of statements) await tx.unsafe(sql, params as never[], { prepare: true });
          }) as Promise<void>
      : (statements) =>
          asSuperuser(opened.app.db, async (query) => {
            await query(NAMED, []);
            for (const { sql, params } of statements) await query(sql, params);
          }),
    ask: async (sql) => {
      if (!superuser) return asSuperuser(opened.app.db, async (query) => String((await query(sql, []))[0]?.[0]));
      const [row] = await superuser.unsafe(sql);
      return String(Object.values(row ?? {})[0]);
    },
    async close() {
      await superuser?.end();
      await opened.close();
    },
  };
}

/**
 * The same tables without row security but with the organization named, as whoever writes such SQL by hand would: without it a
 * superuser's plans cannot use the indexes, which all begin with it.
 */
const viewsOf = (organization: string): string => `do $$ declare name text; begin
  drop schema if exists plain cascade;
  create schema plain;
  for name in select table_name from information_schema.columns where table_schema = 'public' and column_name = 'org_id' loop
    execute format('create view plain.%1$I as select * from public.%1$I where org_id = %2$L', name, '${organization}');
  end loop;
end $$`;
const NAMED = "select set_config('search_path', 'plain, public', true)";

/** date, timestamp, timestamptz, json, jsonb. */
const AS_TEXT = [1082, 1114, 1184, 114, 3802];

async function databaseFor(name: string, keep: boolean): Promise<string> {
  const admin = postgres(process.env.DATABASE_URL_TEST ?? "", { max: 1, onnotice: () => {} });
  if (!keep) await admin.unsafe(`drop database if exists ${name} with (force)`);
  const [there] = await admin`select 1 from pg_database where datname = ${name}`;
  if (!there) await admin.unsafe(`create database ${name}`);
  await admin.end();
  const url = new URL(process.env.DATABASE_URL_TEST ?? "");
  url.pathname = `/${name}`;
  return url.toString();
}

type Query = (sql: string, params: unknown[]) => Promise<unknown[][]>;

/** The worker's connection began as a superuser's, and may become one again for a transaction. */
function asSuperuser<T>(db: Database, work: (query: Query) => Promise<T>): Promise<T> {
  const { queue } = db;
  if (!("pglite" in queue)) throw new Error("not PGlite");
  return queue.pglite.transaction(async (tx) => {
    await tx.exec("set session authorization postgres");
    const result = await work(
      async (sql, params) => (await tx.query<unknown[]>(sql, params, { rowMode: "array", parsers: {} })).rows,
    );
    await tx.exec("set session authorization sidenote_owner");
    return result;
  });
}

/** The statements that `run`, which only looks, sends, as drizzle hands them to the driver, without the one that takes a role. */
export async function statementsOf(db: Database, run: () => Promise<unknown>): Promise<Statement[]> {
  const heard: Statement[] = [];
  const { session } = db.reading as unknown as { session: { options: object; logger: object } };
  const before = { options: session.options, logger: session.logger };
  const logger = { logQuery: (sql: string, params: unknown[]) => heard.push({ sql, params }) };
  session.options = { ...before.options, logger };
  session.logger = logger;
  try {
    await run();
  } finally {
    session.options = before.options;
    session.logger = before.logger;
  }
  return heard.filter(({ sql }) => !sql.includes("set_config"));
}

/** What makes a mail stored and found; the other jobs (vectors, promises, signatures, voice) follow from it. */
const STORES = /^(import|email\.sort|search\.index)/;
export const isStoring = (job: string): boolean => STORES.test(job);

/** What an import stored, and how long that and what follows from it took, in seconds. */
export type BroughtIn = { id: ImportId; stored: number; storing: number; following: number };

/** Imports what a file, or the generator, has, and does all the work that comes of it. */
export async function bringIn(
  bed: Bed,
  source: { file: string } | { mails: number },
  wanted: (job: string) => boolean = () => true,
): Promise<BroughtIn> {
  const { ctx, opened } = bed;
  const { id } = await createImport(ctx, { name: "bench.mbox", as: BENCH_OWNER });
  const receiving = await seconds(async () => {
    const bytes =
      "file" in source ? createReadStream(source.file) : Readable.from(generateMbox(mailFolder ?? "", source.mails));
    await receiveBytes(ctx, { id, offset: 0 }, bytes);
    await startImport(ctx, { id });
  });
  const work = await workInLanes(
    opened.app,
    jobs.filter((job) => wanted(job.name)),
    (job) => isStoring(job.name),
  );
  return {
    id,
    stored: (await getImport(ctx, id)).counts.stored,
    storing: receiving + work.first,
    following: work.rest,
  };
}

/** A bed of so many mails, filled once and kept; it knows its words' counts and its tables' sizes, as after an hour's tidying. */
export async function filledBed(
  kind: Kind,
  { name, mails, wanted }: { name: string; mails: number; wanted: (job: string) => boolean },
): Promise<Bed> {
  const bed = await openBed(kind, name);
  if (bed.fresh) {
    tell(`${kind}: bringing in ${mails} mails, kept for the next run`);
    await bringIn(bed, { mails }, wanted);
    await countAll(bed.opened.app);
    await bed.opened.app.db.statement("vacuum (analyze)");
    if (kind === "PostgreSQL") await rested(bed);
    mkdirSync(path.join(bedFolder(kind, name), "filled"), { recursive: true });
  }
  tell(`${kind}: measuring with ${mails} mails`);
  return bed;
}

/** PostgreSQL has written out what was brought in, and tidies nothing by itself any more: both go on for minutes beside what is measured. */
async function rested(bed: Bed): Promise<void> {
  await bed.ask("checkpoint");
  const tidying = "select count(*) from pg_stat_activity where backend_type = 'autovacuum worker'";
  for (let tries = 0; tries < MOST_LOOKS && (await bed.ask(tidying)) !== "0"; tries += 1) await wait(LOOK_MS);
}

/** A server that has been running for a while: its code is compiled, its connections are open. */
export async function warmUp(bed: Bed): Promise<void> {
  const { id } = await bringIn(bed, { mails: 300 });
  await undoImport(bed.ctx, { id });
  await drain(bed.opened.app, jobs);
}
