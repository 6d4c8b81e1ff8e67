import { z } from "zod";
import { Empty, endpoint, Instant, Scope } from "./endpoint.ts";
import { TokenId } from "./ids.ts";
import { Name } from "./organizations.ts";

/** A bearer token of ours: an API key that acts as its maker, or a paired device. Its value is shown once and kept as a hash. */
export const Token = z.object({
  id: TokenId,
  kind: z.enum(["key", "device"]),
  name: z.string(),
  scopes: z.array(Scope),
  createdAt: Instant,
  lastUsedAt: Instant.nullable(),
  expiresAt: Instant.nullable(),
});
export type Token = z.infer<typeof Token>;

/** What a paired panel asks for. */
export const PANEL_SCOPES: readonly Scope[] = [
  "activities:read",
  "activities:write",
  "companies:read",
  "contacts:read",
  "contacts:write",
  "context:read",
  "drafts:write",
  "emails:read",
  "emails:write",
  "organization:read",
  "search:read",
];

/** Two groups of four without letters that look alike: RTHK-9D4M. */
export const UserCode = z.string().regex(/^[2-9A-HJ-NP-Z]{4}-?[2-9A-HJ-NP-Z]{4}$/i, "must be a code such as RTHK-9D4M");

export const PairingRequest = z.object({
  userCode: z.string(),
  device: z.string(),
  scopes: z.array(Scope),
  expiresAt: Instant,
});
export type PairingRequest = z.infer<typeof PairingRequest>;

export const access = {
  tokens: endpoint({
    method: "GET",
    path: "/v1/tokens",
    access: "session",
    summary: "One's API keys and paired devices",
    input: Empty,
    output: z.object({ items: z.array(Token) }),
  }),
  createKey: endpoint({
    method: "POST",
    path: "/v1/keys",
    access: "session",
    summary: "Make an API key; its value is in this answer and nowhere else",
    input: z.object({ name: Name, scopes: z.array(Scope).min(1).optional(), expiresAt: Instant.nullable().optional() }),
    output: Token.extend({ value: z.string() }),
    creates: true,
  }),
  revoke: endpoint({
    method: "DELETE",
    path: "/v1/tokens/:id",
    access: "session",
    summary: "Revoke a key or unpair a device",
    input: z.object({ id: TokenId }),
    output: Empty,
  }),
  /** A device unpairs itself. */
  unpair: endpoint({
    method: "POST",
    path: "/v1/pairing/end",
    access: "organization:read",
    summary: "Give back the token that this call is made with",
    input: Empty,
    output: Empty,
  }),
  requestPairing: endpoint({
    method: "POST",
    path: "/v1/pairing",
    access: "public",
    summary: "A device asks to be paired and gets a code to show (the device grant of RFC 8628)",
    input: z.object({ device: Name, scopes: z.array(Scope).min(1).max(40) }),
    output: z.object({
      deviceCode: z.string(),
      userCode: z.string(),
      /** Where the code is confirmed. */
      verificationPath: z.string(),
      expiresAt: Instant,
      intervalSeconds: z.int(),
    }),
  }),
  pollPairing: endpoint({
    method: "POST",
    path: "/v1/pairing/token",
    access: "public",
    summary:
      "The device asks whether its code was confirmed; the token is handed out until it was used for the first time",
    input: z.object({ deviceCode: z.string().max(200) }),
    output: z.discriminatedUnion("state", [
      z.object({ state: z.literal("waiting"), intervalSeconds: z.int() }),
      z.object({ state: z.literal("denied") }),
      z.object({ state: z.literal("expired") }),
      z.object({ state: z.literal("paired"), token: z.string(), tokenId: TokenId, scopes: z.array(Scope) }),
    ]),
  }),
  pairing: endpoint({
    method: "GET",
    path: "/v1/pairing/:userCode",
    access: "session",
    summary: "What a code would allow, before it is confirmed",
    input: z.object({ userCode: UserCode }),
    output: PairingRequest,
  }),
  decidePairing: endpoint({
    method: "POST",
    path: "/v1/pairing/:userCode/decision",
    access: "session",
    summary: "Confirm or refuse a code",
    input: z.object({ userCode: UserCode, approve: z.boolean() }),
    output: Empty,
  }),
};
