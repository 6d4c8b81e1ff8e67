import { randomBytes, randomInt } from "node:crypto";
import { type access, PANEL_SCOPES, type PairingRequest, type Token } from "@sidenote/contract/access";
import { type Empty, type InputOf, type OutputOf, Scope } from "@sidenote/contract/endpoint";
import type { TokenId } from "@sidenote/contract/ids";
import { and, desc, eq, gt, isNull, lt, or } from "drizzle-orm";
import { deviceExpiry, TOKEN_PREFIX, tokenHash } from "../../core/auth/authenticate.ts";
import { accessTokenTable } from "../../core/auth/organization.table.ts";
import { pairingTable } from "../../core/auth/pairing.table.ts";
import type { App, Ctx } from "../../core/context.ts";
import { change, read, system } from "../../core/db/transaction.ts";
import { AppError, notFound } from "../../core/errors.ts";
import { newId } from "../../core/ids.ts";

const newKey = (): string => `${TOKEN_PREFIX.key}${randomBytes(32).toString("base64url")}`;

const shown = (row: typeof accessTokenTable.$inferSelect): Token => ({
  ...row,
  scopes: Scope.array().parse(row.scopes),
});

export const listTokens = (ctx: Ctx): Promise<{ items: Token[] }> =>
  read(ctx, async (tx) => {
    const alive = or(isNull(accessTokenTable.expiresAt), gt(accessTokenTable.expiresAt, ctx.now().toISOString()));
    const found = await tx.select().from(accessTokenTable).where(alive).orderBy(desc(accessTokenTable.createdAt));
    return { items: found.map(shown) };
  });

/** Without scopes the key may do everything that its maker may by a key. */
export const createKey = (ctx: Ctx, input: InputOf<typeof access.createKey>): Promise<Token & { value: string }> =>
  change(ctx, "key.create", async (tx) => {
    const value = newKey();
    const [row] = await tx
      .insert(accessTokenTable)
      .values({
        kind: "key",
        name: input.name,
        hash: tokenHash(ctx.app, value),
        scopes: input.scopes ?? Scope.options,
        expiresAt: input.expiresAt ?? null,
      })
      .returning();
    return { after: { ...shown(row!), value }, audit: shown(row!), events: [{ type: "access.changed", payload: {} }] };
  });

export const revokeToken = (ctx: Ctx, { id }: InputOf<typeof access.revoke>): Promise<Empty> =>
  change(ctx, "token.revoke", async (tx) => {
    const [row] = await tx.delete(accessTokenTable).where(eq(accessTokenTable.id, id)).returning();
    if (!row) throw notFound("key or device", id);
    return { after: {}, before: shown(row), recordId: id, events: [{ type: "access.changed", payload: {} }] };
  });

/** A device gives back the token that it calls with. */
export const unpair = (ctx: Ctx): Promise<Empty> => {
  if (!ctx.actor.tokenId) throw new AppError("invalid", "Only a paired device or a key can give itself back");
  return revokeToken(ctx, { id: ctx.actor.tokenId });
};

// Pairing: the device grant of RFC 8628, with tokens of our own and never a session.

const CODE_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const CODE_LIFE_MS = 10 * 60 * 1000;
const POLL_SECONDS = 2;
/** Nobody is known yet who could be limited: more open requests than this, and new ones wait. */
const MOST_OPEN = 200;

const newUserCode = (): string => {
  const letters = Array.from({ length: 8 }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]).join("");
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
};

/** A device asks to be paired. It polls with the device code; the member confirms the short user code in the workspace. */
export async function requestPairing(
  app: App,
  input: InputOf<typeof access.requestPairing>,
): Promise<OutputOf<typeof access.requestPairing>> {
  const beyond = input.scopes.find((scope) => !PANEL_SCOPES.includes(scope));
  if (beyond) throw new AppError("forbidden", `A device cannot have the scope ${beyond}: make an API key for that`);
  const deviceCode = randomBytes(32).toString("base64url");
  const userCode = newUserCode();
  const now = app.now();
  const expiresAt = new Date(now.getTime() + CODE_LIFE_MS).toISOString();
  await system(app, "pairing", async (tx) => {
    await tx.delete(pairingTable).where(lt(pairingTable.expiresAt, now.toISOString()));
    if ((await tx.$count(pairingTable)) >= MOST_OPEN)
      throw new AppError("rate_limited", "Too many devices are asking at once. Try again in a few minutes", {
        retryAfter: 300,
      });
    await tx.insert(pairingTable).values({
      deviceHash: tokenHash(app, deviceCode),
      userCode,
      device: input.device,
      scopes: input.scopes,
      state: "waiting",
      expiresAt,
    });
  });
  return { deviceCode, userCode, verificationPath: `/pair?code=${userCode}`, expiresAt, intervalSeconds: POLL_SECONDS };
}

/** Follows from the device code and this server's secret: what was lost on its way to the device can be said again, and is kept nowhere. */
const pairedValue = (app: App, deviceCode: string): string =>
  `${TOKEN_PREFIX.device}${app.seal.digest("device token", deviceCode)}`;

/** Hands the token out to whoever holds the device code, again until it was used for the first time, and forgets the request then. */
export async function pollPairing(
  app: App,
  { deviceCode }: InputOf<typeof access.pollPairing>,
): Promise<OutputOf<typeof access.pollPairing>> {
  const now = app.now();
  return system(app, "pairing", async (tx) => {
    const mine = eq(pairingTable.deviceHash, tokenHash(app, deviceCode));
    const [request] = await tx.select().from(pairingTable).where(mine).for("update");
    if (!request || request.expiresAt < now.toISOString()) return { state: "expired" };
    if (request.state === "waiting") return { state: "waiting", intervalSeconds: POLL_SECONDS };
    const token = pairedValue(app, deviceCode);
    const paired = (tokenId: TokenId) =>
      ({ state: "paired", token, tokenId, scopes: Scope.array().parse(request.scopes) }) as const;
    if (request.state === "handed_out") {
      const unused = and(eq(accessTokenTable.hash, tokenHash(app, token)), isNull(accessTokenTable.lastUsedAt));
      const [handedOut] = await tx.select({ id: accessTokenTable.id }).from(accessTokenTable).where(unused);
      if (handedOut) return paired(handedOut.id);
    }
    if (request.state !== "approved" || !request.orgId || !request.memberId) {
      await tx.delete(pairingTable).where(mine);
      return { state: request.state === "handed_out" ? "expired" : "denied" };
    }
    const tokenId = newId("tok");
    await tx.insert(accessTokenTable).values({
      id: tokenId,
      orgId: request.orgId,
      ownerId: request.memberId,
      kind: "device",
      name: request.device,
      hash: tokenHash(app, token),
      scopes: request.scopes,
      expiresAt: deviceExpiry(now),
    });
    await tx.update(pairingTable).set({ state: "handed_out" }).where(mine);
    return paired(tokenId);
  });
}

const normalized = (code: string): string => {
  const letters = code.toUpperCase().replace("-", "");
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
};

const waitingRequest = async (ctx: Ctx, code: string): Promise<typeof pairingTable.$inferSelect> => {
  const userCode = normalized(code);
  const [request] = await system(ctx.app, "pairing", (tx) =>
    tx
      .select()
      .from(pairingTable)
      .where(
        and(
          eq(pairingTable.userCode, userCode),
          eq(pairingTable.state, "waiting"),
          gt(pairingTable.expiresAt, ctx.now().toISOString()),
        ),
      ),
  );
  if (!request)
    throw new AppError(
      "not_found",
      `No device is waiting with the code ${userCode}. Codes live for ten minutes: look at the panel for the current one`,
    );
  return request;
};

/** What the device behind a code asks for, before the member decides. `not_found` once the code is used or too old. */
export async function showPairing(ctx: Ctx, { userCode }: { userCode: string }): Promise<PairingRequest> {
  const request = await waitingRequest(ctx, userCode);
  return { ...request, scopes: Scope.array().parse(request.scopes) };
}

/** The member's yes or no. The device's next poll hears of it. */
export async function decidePairing(
  ctx: Ctx,
  { userCode, approve }: InputOf<typeof access.decidePairing>,
): Promise<Empty> {
  const request = await waitingRequest(ctx, userCode);
  await change(ctx, "pairing.decide", async () => ({
    after: {},
    audit: { device: request.device, scopes: request.scopes, approve },
    events: [{ type: "access.changed", payload: {} }],
  }));
  const decided = approve
    ? { state: "approved" as const, orgId: ctx.actor.organizationId, memberId: ctx.actor.memberId }
    : { state: "denied" as const };
  await system(ctx.app, "pairing", (tx) =>
    tx
      .update(pairingTable)
      .set(decided)
      .where(and(eq(pairingTable.deviceHash, request.deviceHash), eq(pairingTable.state, "waiting"))),
  );
  return {};
}
