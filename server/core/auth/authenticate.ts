import { timingSafeEqual } from "node:crypto";
import { Scope } from "@sidenote/contract/endpoint";
import { and, eq, gt, isNull, or, sql } from "drizzle-orm";
import { type Actor, actorOf } from "../actor.ts";
import type { App } from "../context.ts";
import { builtOnce } from "../db/built-once.ts";
import { lookUp, system } from "../db/transaction.ts";
import { AppError } from "../errors.ts";
import type { Auth } from "./auth.ts";
import { membershipOfUser } from "./members.ts";
import { accessTokenTable, memberTable, organizationTable } from "./organization.table.ts";

export const TOKEN_PREFIX = { key: "sk_", device: "sd_" } as const;
const TOKEN_PURPOSE = "access token";
const DEVICE_LIFE_MS = 90 * 24 * 60 * 60 * 1000;
/** How exactly "last used" is kept: one write per token and minute. */
const LAST_USED_EVERY_MS = 60_000;

export const tokenHash = (app: Pick<App, "seal">, value: string): string => app.seal.digest(TOKEN_PURPOSE, value);
export const deviceExpiry = (now: Date): string => new Date(now.getTime() + DEVICE_LIFE_MS).toISOString();

export const bearerIn = (headers: Headers): string | undefined =>
  headers.get("authorization")?.match(/^Bearer (\S+)$/)?.[1];

/**
 * Who sends this request: a bearer token of ours, else the browser's session. Throws 401 when it is nobody. A session that is
 * prolonged has a new cookie, which the browser must be given.
 */
export async function authenticate(
  app: App,
  auth: Auth,
  headers: Headers,
  localSecret: string | null,
  giveCookie: (cookie: string) => void,
): Promise<Actor> {
  const bearer = bearerIn(headers);
  if (bearer !== undefined) {
    const actor = isLocalSecret(bearer, localSecret)
      ? await localAdmin(app, headers.get("x-sidenote-organization"))
      : await tokenActor(app, bearer);
    if (actor) return actor;
    throw new AppError("unauthenticated", "This key or device is not known here, was revoked, or has expired");
  }
  const found = headers.has("cookie") ? await auth.api.getSession({ headers, returnHeaders: true }) : null;
  const session = found?.response;
  if (!session) throw new AppError("unauthenticated", "Sign in first: `npm run -s sidenote -- link` prints a new link");
  for (const cookie of found.headers.getSetCookie()) giveCookie(cookie);
  const member = await membershipOfUser(app, session.user.id, session.session.organizationId ?? null);
  if (!member) throw new AppError("forbidden", "You are not a member of any organization here");
  return actorOf({ kind: "member", ...member });
}

/**
 * Whether who came with these headers still may: the token is not revoked and lives, the browser is signed in and works in the
 * same organization. To ask prolongs nothing.
 */
export async function isStill(app: App, auth: Auth, headers: Headers, actor: Actor): Promise<boolean> {
  const bearer = bearerIn(headers);
  if (bearer !== undefined) return actor.tokenId === null || (await findToken(app, bearer)) !== undefined;
  const session = await auth.api.getSession({ headers, query: { disableRefresh: true } });
  const member = session && (await membershipOfUser(app, session.user.id, session.session.organizationId ?? null));
  return member?.memberId === actor.memberId;
}

const livingToken = builtOnce((db) =>
  db
    .select({ token: accessTokenTable, role: memberTable.role })
    .from(accessTokenTable)
    .innerJoin(
      memberTable,
      and(eq(memberTable.orgId, accessTokenTable.orgId), eq(memberTable.id, accessTokenTable.ownerId)),
    )
    .where(
      and(
        eq(accessTokenTable.hash, sql.placeholder("hash")),
        or(isNull(accessTokenTable.expiresAt), gt(accessTokenTable.expiresAt, sql.placeholder("now"))),
      ),
    ),
);

async function findToken(app: App, value: string) {
  const wanted = { hash: tokenHash(app, value), now: app.now().toISOString() };
  const [found] = await lookUp(app, "token lookup", (db) => livingToken(db).execute(wanted));
  return found;
}

async function tokenActor(app: App, value: string): Promise<Actor | null> {
  const now = app.now();
  const found = await findToken(app, value);
  if (!found) return null;
  const { kind, orgId: organizationId, ownerId: memberId, scopes, id: tokenId, hash, lastUsedAt } = found.token;
  if (now.getTime() - (lastUsedAt ? Date.parse(lastUsedAt) : 0) > LAST_USED_EVERY_MS) {
    await system(app, "token lookup", (tx) =>
      tx
        .update(accessTokenTable)
        .set({ lastUsedAt: now.toISOString(), ...(kind === "device" ? { expiresAt: deviceExpiry(now) } : {}) })
        .where(eq(accessTokenTable.hash, hash)),
    );
  }
  return actorOf({ kind, organizationId, memberId, role: found.role, scopes: Scope.array().parse(scopes), tokenId });
}

/** The command line on this machine, which read the running server's one-run secret from the data folder: its admin. */
async function localAdmin(app: App, organization: string | null): Promise<Actor | null> {
  const demo = organization === "demo";
  const [admin] = await lookUp(app, "sign-in", (db) =>
    db
      .select({ organizationId: memberTable.orgId, memberId: memberTable.id, role: memberTable.role })
      .from(memberTable)
      .innerJoin(organizationTable, eq(organizationTable.id, memberTable.orgId))
      .where(and(eq(organizationTable.demo, demo), eq(memberTable.role, "admin")))
      .orderBy(organizationTable.createdAt, memberTable.createdAt)
      .limit(1),
  );
  if (!admin && demo) throw new AppError("not_found", "There is no demo here. `npm start -- --demo` adds it");
  return admin ? actorOf({ kind: "member", ...admin }) : null;
}

/** Whether a bearer is this process's one-run secret; how long the answer takes tells nothing of the secret. */
export function isLocalSecret(bearer: string | undefined, localSecret: string | null): boolean {
  if (bearer === undefined || localSecret === null) return false;
  const [given, wanted] = [Buffer.from(bearer), Buffer.from(localSecret)];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
