import { randomBytes } from "node:crypto";
import type { BetterAuthPlugin } from "better-auth";
import { APIError, createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { z } from "zod";
import type { Seal } from "../files/seal.ts";
import type { Auth } from "./auth.ts";

const PURPOSE = "sign-in link";
const identifier = (seal: Seal, token: string) => `link:${seal.digest(PURPOSE, token)}`;

/** A link works once and for an hour: it is printed on this machine's own terminal. */
const LINK_LIFE_MS = 60 * 60 * 1000;

/** Makes the token of a new sign-in link for a user. Only its keyed hash is kept. */
export async function createSignInToken(auth: Auth, seal: Seal, userId: string, now: Date): Promise<string> {
  const token = randomBytes(24).toString("base64url");
  const { internalAdapter } = await auth.$context;
  await internalAdapter.createVerificationValue({
    identifier: identifier(seal, token),
    value: userId,
    expiresAt: new Date(now.getTime() + LINK_LIFE_MS),
  });
  return token;
}

/**
 * Signing in with such a link. (better-auth's own magic links delete the password and the sessions of a user whose address
 * is not verified, and ours never is: nothing is mailed.)
 */
export const oneTimeLink = (seal: Seal, demoOrganizationOf: (userId: string) => Promise<string | null>) =>
  ({
    id: "one-time-link",
    endpoints: {
      signInByLink: createAuthEndpoint(
        "/link",
        { method: "POST", body: z.object({ token: z.string().max(200), demo: z.boolean().optional() }) },
        async (ctx) => {
          const { internalAdapter } = ctx.context;
          const used = await internalAdapter.consumeVerificationValue(identifier(seal, ctx.body.token));
          const user = used && (await internalAdapter.findUserById(used.value));
          if (!user) throw new APIError("UNAUTHORIZED", { message: "This link was used already, or is too old" });
          const organizationId = ctx.body.demo ? await demoOrganizationOf(user.id) : null;
          const session = await internalAdapter.createSession(user.id, false, { organizationId });
          await setSessionCookie(ctx, { session, user });
          return ctx.json({ ok: true });
        },
      ),
    },
  }) satisfies BetterAuthPlugin;
