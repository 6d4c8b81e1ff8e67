import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createApi, type Scope, type Send } from "@sidenote/contract/endpoint";
import type { MemberId, OrganizationId } from "@sidenote/contract/ids";
import type { Role } from "@sidenote/contract/organizations";
import { sql } from "drizzle-orm";
import postgres from "postgres";
import { inject } from "vitest";
import { type Built, buildApp } from "../app.ts";
import { tokenHash } from "../core/auth/authenticate.ts";
import { createSignInToken } from "../core/auth/one-time-link.ts";
import { accessTokenTable, memberTable } from "../core/auth/organization.table.ts";
import { createUser } from "../core/auth/users.ts";
import { readConfig } from "../core/config.ts";
import { type Ctx, contextFor } from "../core/context.ts";
import { type Database, openPglite, openPostgres, rows } from "../core/db/database.ts";
import { system } from "../core/db/transaction.ts";
import { Seal } from "../core/files/seal.ts";
import { newId } from "../core/ids.ts";
import { drain } from "../core/jobs/drain.ts";
import { createLog } from "../core/log.ts";
import { createOrganization } from "../features/organizations/index.ts";
import { jobs } from "../slices.ts";

/** Somebody who uses the product: a context for services, and a client that goes through the contract and the real app. */
export type Person = {
  organizationId: OrganizationId;
  memberId: MemberId;
  userId: string;
  ctx: Ctx;
  /** This person's session, for requests that no client makes. */
  headers: Record<string, string>;
  api: ReturnType<typeof createApi>;
  send: Send;
  /** The value of a token of this person's that holds only these scopes. */
  token(scopes: readonly Scope[], options?: { kind?: "key" | "device"; expiresAt?: string | null }): Promise<string>;
  /** A client with a token of this person's that holds only these scopes. */
  withScopes(scopes: Scope[], kind?: "key" | "device"): Promise<ReturnType<typeof createApi>>;
};

export type World = Built & {
  db: Database;
  /** The admin of a fresh organization. */
  person(): Promise<Person>;
  /** Somebody else in the same organization. */
  colleague(of: Person, role?: Role): Promise<Person>;
  /** Does the background work that is waiting, until there is none. */
  work(): Promise<void>;
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** A way of sending for a client of one's own. */
  sendAs(headers: Record<string, string>): Send;
  /** The tables of which some row, of anybody, holds these words. */
  everywhere(words: string): Promise<string[]>;
  /** The clock: stands still unless it is set. */
  setNow(now: Date): void;
  close(): Promise<void>;
};

declare module "vitest" {
  interface ProvidedContext {
    /** A migrated database to start from, as a file; null when the tests run on PostgreSQL. */
    pgliteTemplate: string | null;
    /** The owner's URL of a migrated database to copy; null on PGlite. */
    postgresTemplate: string | null;
  }
}

const ORIGIN = "http://localhost:8787";

/** A world of its own: a fresh database and the real app over it. */
export async function createWorld(options: { env?: Record<string, string> } = {}): Promise<World> {
  let now = new Date("2026-03-02T09:00:00.000Z");
  const db = await freshDatabase();
  const config = readConfig({ SIDENOTE_DATA: "/nonexistent", ...options.env }, "/");
  const built = buildApp({
    config,
    db,
    seal: new Seal("a secret for tests, and for nothing else"),
    // A bug answers 500 and says no more: LOG_LEVEL=error shows it.
    log: createLog(process.env.LOG_LEVEL === "error" ? "error" : "silent"),
    now: () => now,
    localSecret: null,
    webDir: null,
  });
  const { app, server } = built;
  await app.live.start(db);
  const fetch = async (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    if (!headers.has("host")) headers.set("host", "localhost:8787");
    return server.hono.request(`${ORIGIN}${path}`, { ...init, headers });
  };

  const enter = (member: Membership): Promise<Person> => personOf(built, fetch, member);

  return {
    ...built,
    db,
    fetch,
    sendAs: (headers) => sendWith(fetch, headers),
    everywhere: (words) => tablesWith(db, words),
    async person() {
      const userId = await createUser(built.auth, "Ada Berg");
      const made = await createOrganization(app, {
        name: "Fjord Kyl",
        demo: false,
        userId,
        memberName: "Ada Berg",
        timeZone: "Europe/Stockholm",
      });
      return enter({ ...made, userId });
    },
    async colleague(of, role = "agent") {
      const userId = await createUser(built.auth, "Ada Berg");
      const memberId = newId("mbr");
      await system(app, "first start", (tx) =>
        tx.insert(memberTable).values({
          id: memberId,
          orgId: of.organizationId,
          userId,
          name: "Nils Holm",
          role,
          timeZone: "Europe/Stockholm",
        }),
      );
      return enter({ organizationId: of.organizationId, memberId, userId, role });
    },
    work: () => drain(app, jobs),
    setNow(to) {
      now = to;
    },
    async close() {
      await db.close();
    },
  };
}

type Membership = { organizationId: OrganizationId; memberId: MemberId; userId: string; role: Role };

/** A member who is signed in, with everything that a test asks of one. */
async function personOf(built: Built, fetch: World["fetch"], member: Membership): Promise<Person> {
  const { app } = built;
  const { organizationId, memberId, userId } = member;
  const token: Person["token"] = async (scopes, { kind = "key", expiresAt = null } = {}) => {
    const value = randomUUID();
    const row = { kind, name: "test", hash: tokenHash(app, value), scopes: [...scopes], expiresAt };
    await system(app, "first start", (tx) =>
      tx.insert(accessTokenTable).values({ ...row, orgId: organizationId, ownerId: memberId }),
    );
    return value;
  };
  const session = await sessionCookie(built, userId);
  const send = sendWith(fetch, { cookie: session });
  return {
    organizationId,
    memberId,
    userId,
    ctx: contextFor(app, { kind: "member", ...member }),
    headers: { cookie: session },
    send,
    api: createApi(send),
    token,
    withScopes: async (scopes, kind = "key") =>
      createApi(sendWith(fetch, { authorization: `Bearer ${await token(scopes, { kind })}` })),
  };
}

/** Looks at every row as the role that backups have. */
const tablesWith = (db: Database, words: string): Promise<string[]> =>
  db.drizzle.transaction(async (tx) => {
    await tx.execute(sql`select set_config('role', 'app_backup', true)`);
    const tables = await rows<{ name: string }>(
      tx,
      sql`select n.nspname || '.' || quote_ident(c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where c.relkind = 'r' and n.nspname in ('public', 'auth')`,
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const hits = await rows(
        tx,
        sql`select 1 from ${sql.raw(name)} t where position(${words} in t::text) > 0 limit 1`,
      );
      if (hits.length > 0) found.push(name);
    }
    return found;
  });

const sendWith =
  (fetch: World["fetch"], headers: Record<string, string>): Send =>
  async ({ method, path, body, idempotencyKey, signal }) => {
    const response = await fetch(path, {
      method,
      headers: {
        ...headers,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...(idempotencyKey ? { "idempotency-key": idempotencyKey } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
    return { status: response.status, body: await response.json() };
  };

/** Signs in the way a person does: with a one-time link. */
async function sessionCookie({ app, auth }: Built, userId: string): Promise<string> {
  const token = await createSignInToken(auth, app.seal, userId, new Date());
  const response = await auth.api.signInByLink({
    body: { token },
    headers: new Headers({ host: "localhost:8787" }),
    asResponse: true,
  });
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";", 1)[0])
    .join("; ");
}

async function freshDatabase(): Promise<Database> {
  const postgresTemplate = inject("postgresTemplate");
  if (postgresTemplate) return copyOf(postgresTemplate);
  const template = inject("pgliteTemplate");
  if (!template) throw new Error("no database was prepared for this run");
  return openPglite({ template: new Uint8Array(await readFile(template)) });
}

async function copyOf(templateUrl: string): Promise<Database> {
  const template = new URL(templateUrl);
  const name = `sidenote_test_${randomUUID().replaceAll("-", "")}`;
  const admin = postgres(process.env.DATABASE_URL_TEST ?? "", { max: 1, onnotice: () => {} });
  await admin.unsafe(`create database ${name} template ${template.pathname.slice(1)} owner sidenote_owner`);
  await admin.end();
  const url = new URL(templateUrl);
  url.pathname = `/${name}`;
  const db = await openPostgres(url.toString());
  return {
    ...db,
    async close() {
      await db.close();
      const after = postgres(process.env.DATABASE_URL_TEST ?? "", { max: 1, onnotice: () => {} });
      await after.unsafe(`drop database if exists ${name} with (force)`);
      await after.end();
    },
  };
}
