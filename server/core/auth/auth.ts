import { betterAuth } from "better-auth";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import type { Database } from "../db/database.ts";
import type { Seal } from "../files/seal.ts";
import { authTables } from "./auth.table.ts";
import { oneTimeLink } from "./one-time-link.ts";

const DAY_SECONDS = 24 * 60 * 60;

/**
 * Sign-in and browser sessions, by better-auth. Organizations, members, keys and paired devices are ours: they are under row
 * security, and a device gets a token with scopes and never a session.
 */
export function createAuth(deps: {
  db: Database;
  seal: Seal;
  demoOrganizationOf: (userId: string) => Promise<string | null>;
}) {
  return betterAuth({
    basePath: "/api/auth",
    baseURL: { allowedHosts: ["localhost:*", "127.0.0.1:*", "[::1]:*"], protocol: "http" },
    secret: deps.seal.derived("better-auth"),
    database: drizzleAdapter(deps.db.auth, { provider: "pg", schema: authTables, transaction: false }),
    plugins: [oneTimeLink(deps.seal, deps.demoOrganizationOf)],
    session: {
      expiresIn: 30 * DAY_SECONDS,
      updateAge: DAY_SECONDS,
      additionalFields: { organizationId: { type: "string", required: false, input: false } },
    },
    advanced: { cookiePrefix: "sidenote", ipAddress: { ipAddressHeaders: ["x-sidenote-peer"] } },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
  });
}

export type Auth = ReturnType<typeof createAuth>;
