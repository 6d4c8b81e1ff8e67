import type { MemberId, OrganizationId } from "@sidenote/contract/ids";
import type { Organization, Role } from "@sidenote/contract/organizations";
import { and, eq } from "drizzle-orm";
import type { App } from "../context.ts";
import { lookUp, system } from "../db/transaction.ts";
import { memberTable, organizationTable } from "./organization.table.ts";

type Membership = { organizationId: OrganizationId; memberId: MemberId; role: Role };

const membership = { organizationId: memberTable.orgId, memberId: memberTable.id, role: memberTable.role };

/** The membership that a session works in: the organization it chose, or the user's first. */
export const membershipOfUser = async (
  app: App,
  userId: string,
  organizationId: string | null,
): Promise<Membership | null> => {
  const all = await lookUp(app, "member lookup", (db) =>
    db
      .select(membership)
      .from(memberTable)
      .where(eq(memberTable.userId, userId))
      .orderBy(memberTable.createdAt, memberTable.id),
  );
  return all.find((one) => one.organizationId === organizationId) ?? all[0] ?? null;
};

/** Null when the member is no longer one. */
export const membershipOf = async (
  app: App,
  organizationId: OrganizationId,
  memberId: MemberId,
): Promise<Membership | null> => {
  const [found] = await lookUp(app, "member lookup", (db) =>
    db
      .select(membership)
      .from(memberTable)
      .where(and(eq(memberTable.orgId, organizationId), eq(memberTable.id, memberId))),
  );
  return found ?? null;
};

/** Every organization of the person behind a member, oldest first. */
export const organizationsOfMember = (
  app: App,
  memberId: MemberId,
): Promise<(Organization & { memberId: MemberId })[]> =>
  system(app, "member lookup", async (tx) => {
    const [me] = await tx.select({ userId: memberTable.userId }).from(memberTable).where(eq(memberTable.id, memberId));
    if (!me) return [];
    return tx
      .select({
        id: organizationTable.id,
        name: organizationTable.name,
        demo: organizationTable.demo,
        role: memberTable.role,
        memberId: memberTable.id,
      })
      .from(memberTable)
      .innerJoin(organizationTable, eq(organizationTable.id, memberTable.orgId))
      .where(eq(memberTable.userId, me.userId))
      .orderBy(organizationTable.createdAt);
  });

/** The invented company of a user, for a sign-in link that opens it. */
export const demoOrganizationOf = async (app: App, userId: string): Promise<OrganizationId | null> => {
  const [found] = await lookUp(app, "member lookup", (db) =>
    db
      .select({ id: organizationTable.id })
      .from(memberTable)
      .innerJoin(organizationTable, eq(organizationTable.id, memberTable.orgId))
      .where(and(eq(memberTable.userId, userId), eq(organizationTable.demo, true))),
  );
  return found?.id ?? null;
};
