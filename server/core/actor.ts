import type { Scope } from "@sidenote/contract/endpoint";
import type { MemberId, OrganizationId, TokenId } from "@sidenote/contract/ids";
import type { Role } from "@sidenote/contract/organizations";
import { type Action, permissions } from "./auth/permissions.ts";
import { AppError } from "./errors.ts";
import { toUuid } from "./ids.ts";

/**
 * Who acts. Everything but `ai` acts as a member, with that member's role and sight; a `key` or a `device` only within its
 * scopes; a `job` for the member whose change caused it.
 */
export type Actor = {
  kind: "member" | "key" | "device" | "job" | "ai";
  organizationId: OrganizationId;
  memberId: MemberId;
  role: Role;
  /** Null: everything that the role may. */
  scopes: ReadonlySet<Scope> | null;
  tokenId: TokenId | null;
  /** The same ids as the database keeps them, converted once. */
  organizationUuid: string;
  memberUuid: string;
};

export const actorOf = (who: {
  kind: Actor["kind"];
  organizationId: OrganizationId;
  memberId: MemberId;
  role: Role;
  scopes?: readonly Scope[] | null;
  tokenId?: TokenId | null;
}): Actor => ({
  kind: who.kind,
  organizationId: who.organizationId,
  memberId: who.memberId,
  role: who.role,
  scopes: who.scopes ? new Set(who.scopes) : null,
  tokenId: who.tokenId ?? null,
  organizationUuid: toUuid(who.organizationId, "org"),
  memberUuid: toUuid(who.memberId, "mbr"),
});

/** Throws `forbidden` where the role may not do this, and for a model, which may only propose. */
export function assertMay(actor: Actor, action: Action): void {
  const roles: readonly Role[] = permissions[action];
  if (actor.kind === "ai") throw new AppError("forbidden", "A model may propose this, and a person decides");
  if (!roles.includes(actor.role)) {
    throw new AppError("forbidden", `Your role (${actor.role}) may not do this: ${action}`);
  }
}
