import { statSync } from "node:fs";
import { statfs } from "node:fs/promises";
import { sql } from "drizzle-orm";
import { guardedModels } from "./ai/probe.ts";
import type { Config } from "./config.ts";
import type { App } from "./context.ts";
import { rows } from "./db/database.ts";
import { secretKeyPath } from "./files/seal.ts";

/** One thing that was looked at. `todo` says what to do where it is not well. */
export type Finding = { what: string; ok: boolean; found: string; todo?: string };

const LEAST_FREE_BYTES = 1024 ** 3;
const LONGEST_WAIT_SECONDS = 120;

/** What can be told without opening the data: folder, permissions, secret, disk. */
export async function examineMachine(config: Config): Promise<Finding[]> {
  const findings: Finding[] = [];
  const mode = modeOf(config.dataDir);
  findings.push(
    mode === null
      ? {
          what: "data folder",
          ok: false,
          found: `${config.dataDir} is not there or cannot be read`,
          todo: "start Sidenote once, or set SIDENOTE_DATA",
        }
      : {
          what: "data folder",
          ok: (mode & 0o077) === 0,
          found: `${config.dataDir}, mode ${mode.toString(8)}`,
          todo: `chmod 700 ${config.dataDir}`,
        },
  );
  const key = modeOf(secretKeyPath(config));
  if (config.secret) findings.push({ what: "secret", ok: true, found: "SIDENOTE_SECRET is set" });
  else if (key === null)
    findings.push({
      what: "secret",
      ok: false,
      found: "there is no secret.key",
      todo: "put back the secret.key that this data was made with, or set SIDENOTE_SECRET",
    });
  else
    findings.push({
      what: "secret",
      ok: (key & 0o077) === 0,
      found: `secret.key, mode ${key.toString(8)}`,
      todo: `chmod 600 ${secretKeyPath(config)}`,
    });
  if (mode !== null) {
    const { bavail, bsize } = await statfs(config.dataDir);
    const free = bavail * bsize;
    findings.push({
      what: "disk",
      ok: free >= LEAST_FREE_BYTES,
      found: `${(free / 1024 ** 3).toFixed(1)} GB free`,
      todo: "make room: at least 1 GB should be free",
    });
  }
  return findings;
}

function modeOf(path: string): number | null {
  try {
    return statSync(path).mode & 0o777;
  } catch {
    return null;
  }
}

/** What the open database, the queue and the models tell. */
export async function examineData(app: App): Promise<Finding[]> {
  return [
    ...(await role(app)),
    ...(await extensions(app)),
    await rowSecurity(app),
    await leakproof(app),
    await waiting(app),
    await failed(app),
    await model(app),
  ];
}

async function role(app: App): Promise<Finding[]> {
  const [facts] = await rows<{ name: string; superuser: boolean; bypass: boolean; inherits: boolean; version: string }>(
    app.db.drizzle,
    sql`select r.rolname as name, rolsuper as superuser, rolbypassrls as bypass, rolinherit as inherits, current_setting('server_version') as version
        from pg_roles r where r.rolname = session_user`,
  );
  const safe = facts !== undefined && !facts.superuser && !facts.bypass && !facts.inherits;
  return [
    { what: "database", ok: true, found: `${app.db.kind === "pglite" ? "built in" : "PostgreSQL"}, ${facts?.version}` },
    {
      what: "database role",
      ok: safe,
      found: `${facts?.name}${facts?.superuser ? ", a superuser" : ""}${facts?.bypass ? ", bypasses row security" : ""}${facts?.inherits ? ", inherits the rights of its roles" : ""}`,
      todo: "row security does not hold for this role: run `npm run -s sidenote -- db init --admin-url URL` and use the URL that it prints",
    },
  ];
}

async function extensions(app: App): Promise<Finding[]> {
  const found = await rows<{ name: string; version: string }>(
    app.db.drizzle,
    sql`select extname as name, extversion as version from pg_extension`,
  );
  return ["vector", "pg_trgm", "unaccent"].map((name) => {
    const present = found.find((one) => one.name === name);
    return {
      what: `extension ${name}`,
      ok: present !== undefined,
      found: present?.version ?? "missing",
      todo: `as a superuser: create extension ${name}`,
    };
  });
}

async function rowSecurity(app: App): Promise<Finding> {
  const open = await rows<{ name: string }>(
    app.db.drizzle,
    sql`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and not (relrowsecurity and relforcerowsecurity)`,
  );
  const names = open.map((table) => table.name).join(", ");
  return {
    what: "row security",
    ok: open.length === 0,
    found: open.length === 0 ? "forced on every table" : `not forced on ${names}`,
    todo: "restart Sidenote: it forces it again",
  };
}

async function leakproof(app: App): Promise<Finding> {
  const [row] = await rows<{ ok: boolean }>(
    app.db.drizzle,
    sql`select bool_and(proleakproof) as ok from pg_proc where proname in ('ts_match_vq', 'texticlike')`,
  );
  return {
    what: "search under row security",
    ok: row?.ok === true,
    found: row?.ok ? "uses its index" : "cannot use its index",
    todo: "as a superuser run `npm run -s sidenote -- db init --admin-url URL` again",
  };
}

async function waiting(app: App): Promise<Finding> {
  const [row] = await app.db.drizzle.transaction(async (tx) => {
    await tx.execute(sql`select set_config('role', 'app_system', true)`);
    return rows<{ count: number; seconds: number | null }>(
      tx,
      sql`select count(*)::int as count, extract(epoch from now() - min(created_at))::float8 as seconds from outbox where sent_at is null`,
    );
  });
  const late = (row?.seconds ?? 0) > LONGEST_WAIT_SECONDS;
  return {
    what: "background work",
    ok: !late,
    found: row?.count
      ? `${row.count} events wait, the oldest since ${Math.round(row.seconds ?? 0)} s`
      : "nothing waits",
    todo: "no worker takes it up: start one (--role all or --role worker)",
  };
}

/** Work that gave up, by kind. What an error says may name people: of it only the words stay. */
async function failed(app: App): Promise<Finding> {
  const kinds = await app.db.drizzle.transaction(async (tx) => {
    await tx.execute(sql`select set_config('role', 'app_backup', true)`);
    return rows<{ name: string; count: number; error: string }>(
      tx,
      sql`select name, count(*)::int as count, (array_agg(error order by created_at desc))[1] as error
          from job_failures where retried_at is null group by name order by name`,
    );
  });
  return {
    what: "failed work",
    ok: kinds.length === 0,
    found:
      kinds.map(({ name, count, error }) => `${count} × ${name} (last: ${wordsOnly(error)})`).join("; ") ||
      "there is none",
    todo: "in the workspace, Settings → “Background work that gave up”, each can be tried again once its cause is gone",
  };
}

const wordsOnly = (error: string): string =>
  error
    .replace(/["“„«'‘][^"“”»’]*["”»’]|\S*@\S*|\b[\w-]+(\.[\w-]+)+\b/g, "…")
    .replace(/\s+/g, " ")
    .slice(0, 120);

async function model(app: App): Promise<Finding> {
  const { llm } = app.config;
  if (!llm) return { what: "model", ok: true, found: "none in the environment; the builtin writer works" };
  const answer = await guardedModels(llm.baseUrl, llm.apiKey);
  return {
    what: "model",
    ok: answer.ok,
    found: `${llm.baseUrl}: ${answer.found}`,
    todo: "check LLM_BASE_URL and LLM_API_KEY; until then the builtin writer works",
  };
}
