import type { InputOf } from "@sidenote/contract/endpoint";
import type { MemberId, OrganizationId } from "@sidenote/contract/ids";
import type { Me, Member, organizations, Role } from "@sidenote/contract/organizations";
import { and, asc, eq, sql } from "drizzle-orm";
import { auditHeadTable } from "../../core/audit.table.ts";
import { organizationsOfMember } from "../../core/auth/members.ts";
import { memberTable, organizationTable } from "../../core/auth/organization.table.ts";
import type { App, Ctx } from "../../core/context.ts";
import { builtOnce, given } from "../../core/db/built-once.ts";
import { rows, type Tx } from "../../core/db/database.ts";
import { change, read, system } from "../../core/db/transaction.ts";
import { AppError, invalid, stale } from "../../core/errors.ts";
import { newId } from "../../core/ids.ts";
import { patch } from "../../core/patch.ts";
import { ownAddressTable } from "./table.ts";

/**
 * A new organization with its first member, an admin. Outside of every organization, so by `system()`. "only the first": unless
 * there is one already, where a demo is the first if it is this user's first.
 */
export async function createOrganization(
  app: App,
  input: { name: string; demo: boolean; userId: string; memberName: string; timeZone: string },
  when: "always" | "only the first" = "always",
): Promise<{ organizationId: OrganizationId; memberId: MemberId; role: Role }> {
  const organizationId = newId("org");
  const memberId = newId("mbr");
  await system(app, "first start", async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('new organization', 0))`);
    if (when === "only the first") {
      const [other] = await tx
        .select({ id: organizationTable.id })
        .from(organizationTable)
        .innerJoin(memberTable, eq(memberTable.orgId, organizationTable.id))
        .where(
          and(eq(organizationTable.demo, input.demo), input.demo ? eq(memberTable.userId, input.userId) : undefined),
        )
        .limit(1);
      if (other) return;
    }
    await tx.insert(organizationTable).values({ id: organizationId, name: input.name, demo: input.demo });
    await tx.insert(auditHeadTable).values({ orgId: organizationId, sequence: 0, hash: "" });
    await tx.insert(memberTable).values({
      id: memberId,
      orgId: organizationId,
      userId: input.userId,
      name: input.memberName,
      role: "admin",
      timeZone: input.timeZone,
    });
  });
  return { organizationId, memberId, role: "admin" };
}

/** On the very first start: the default organization and its admin. Processes that start together make it once. */
export async function firstOrganization(
  app: App,
  newUser: () => Promise<string>,
  memberName: string,
  timeZone: string,
): Promise<void> {
  const exists = () =>
    system(
      app,
      "first start",
      async (tx) =>
        (
          await tx
            .select({ id: organizationTable.id })
            .from(organizationTable)
            .where(eq(organizationTable.demo, false))
            .limit(1)
        ).length > 0,
    );
  if (await exists()) return;
  const userId = await newUser();
  await createOrganization(
    app,
    { name: "My organization", demo: false, userId, memberName, timeZone },
    "only the first",
  );
}

/** The member who asks, their organization, and their own addresses. */
export async function whoAmI(ctx: Ctx): Promise<Me> {
  const all = await organizationsOfMember(ctx.app, ctx.actor.memberId);
  const organization = all.find((one) => one.id === ctx.actor.organizationId);
  if (!organization) throw new AppError("forbidden", "You are no longer a member of this organization");
  return read(ctx, async (tx) => {
    const [member] = await tx.select().from(memberTable).where(eq(memberTable.id, ctx.actor.memberId));
    const [has] = await rows<{ any: boolean }>(
      tx,
      sql`select exists (select 1 from emails) or exists (select 1 from contacts) as any`,
    );
    return {
      member: member!,
      organization,
      // A key or a device acts in its own organization alone, so it is not told of the others.
      organizations: ctx.actor.kind === "member" ? all : [organization],
      ownAddresses: await ownAddresses(tx, ctx),
      empty: !has?.any,
    };
  });
}

export const updateMe = (ctx: Ctx, input: InputOf<typeof organizations.updateMe>): Promise<Member> =>
  change(ctx, "member.update", async (tx) => {
    if (input.timeZone !== undefined && !isTimeZone(input.timeZone))
      throw invalid("timeZone", "is not a time zone such as Europe/Kyiv");
    const mine = eq(memberTable.id, ctx.actor.memberId);
    const [before] = await tx.select().from(memberTable).where(mine);
    const { version, ...values } = input;
    const [after] = await tx
      .update(memberTable)
      .set({ ...patch(values), version: version + 1 })
      .where(and(mine, eq(memberTable.version, version)))
      .returning();
    if (!after) throw stale(before, input);
    return { after, before };
  });

export const ownAddresses = async (tx: Tx, ctx: Pick<Ctx, "actor">): Promise<string[]> => {
  const found = await addressesOf(tx).execute({ member: ctx.actor.memberId });
  return found.map((row) => row.address);
};

const addressesOf = builtOnce((db) =>
  db
    .select({ address: ownAddressTable.address })
    .from(ownAddressTable)
    .where(eq(ownAddressTable.ownerId, given("member", ownAddressTable.ownerId)))
    .orderBy(asc(ownAddressTable.createdAt), asc(ownAddressTable.address)),
);

/** The member's name and zone, and what their organization is called. */
export async function memberIn(tx: Tx, ctx: Pick<Ctx, "actor">) {
  const [member] = await tx
    .select({ name: memberTable.name, timeZone: memberTable.timeZone, organization: organizationTable.name })
    .from(memberTable)
    .innerJoin(organizationTable, eq(organizationTable.id, memberTable.orgId))
    .where(eq(memberTable.id, ctx.actor.memberId));
  return member!;
}

/** The member's name and zone, and the addresses that are theirs. */
export async function memberWithAddresses(tx: Tx, ctx: Pick<Ctx, "actor">) {
  const [member] = await withAddresses(tx).execute({ id: ctx.actor.memberId });
  return member!;
}

const withAddresses = builtOnce((db) =>
  db
    .select({
      name: memberTable.name,
      timeZone: memberTable.timeZone,
      ownAddresses: sql<string[]>`array(select a.address from own_addresses a where a.owner_id = ${memberTable}.id)`,
    })
    .from(memberTable)
    .where(eq(memberTable.id, given("id", memberTable.id))),
);

/** Adding an address that is there already changes nothing. */
export const addOwnAddress = (ctx: Ctx, { address }: { address: string }): Promise<{ ownAddresses: string[] }> =>
  change(ctx, "address.add", async (tx) => {
    const added = await insertOwnAddress(tx, address);
    return {
      after: { ownAddresses: await ownAddresses(tx, ctx) },
      events: added.length > 0 ? [{ type: "addresses.changed", payload: {} }] : [],
    };
  });

/** Without the event by which all mail is sorted anew. */
export const insertOwnAddress = (tx: Tx, address: string) =>
  tx.insert(ownAddressTable).values({ address: address.toLowerCase() }).onConflictDoNothing().returning();

export const removeOwnAddress = (ctx: Ctx, { address }: { address: string }): Promise<{ ownAddresses: string[] }> =>
  change(ctx, "address.remove", async (tx) => {
    const removed = await tx
      .delete(ownAddressTable)
      .where(eq(ownAddressTable.address, address.toLowerCase()))
      .returning();
    return {
      after: { ownAddresses: await ownAddresses(tx, ctx) },
      events: removed.length > 0 ? [{ type: "addresses.changed", payload: {} }] : [],
    };
  });

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
