import type { Empty } from "@sidenote/contract/endpoint";
import type { MemberId } from "@sidenote/contract/ids";
import type { Organization } from "@sidenote/contract/organizations";
import { eq } from "drizzle-orm";
import { actorOf, assertMay } from "../../core/actor.ts";
import { organizationsOfMember } from "../../core/auth/members.ts";
import { memberTable, organizationTable } from "../../core/auth/organization.table.ts";
import type { Ctx } from "../../core/context.ts";
import { change, read } from "../../core/db/transaction.ts";
import { AppError } from "../../core/errors.ts";
import { createOrganization } from "../organizations/index.ts";
import { ada } from "./content/colleagues.ts";
import { type Added, fillDemo, isFilled } from "./fill.ts";

const NAME = "Fjord Kyl";
const TIME_ZONE = "Europe/Stockholm";

/** Adds the invented company for the person who asks; the one that is there already is answered as it is. */
export async function addDemo(ctx: Ctx): Promise<Organization & { added: Added | null }> {
  assertMay(ctx.actor, "demo.add");
  const demo = (await demoOf(ctx)) ?? (await newDemo(ctx));
  const inside = contextIn(ctx, demo);
  // A process that was stopped on the way left a part: every step of filling goes on from there.
  const added = (await read(inside, isFilled)) ? null : await fillDemo(inside, TIME_ZONE);
  return { ...demo, added };
}

/** Everything in the demo goes, and nothing else. Its own record of changes goes too, so nothing is written down. */
export async function removeDemo(ctx: Ctx): Promise<Empty> {
  assertMay(ctx.actor, "demo.remove");
  const demo = await demoOf(ctx);
  if (!demo) throw new AppError("not_found", "There is no demo to remove");
  return change(contextIn(ctx, demo), "demo.remove", async (tx) => {
    await tx.delete(organizationTable).where(eq(organizationTable.id, demo.id));
    return { after: {} };
  });
}

type Demo = Organization & { memberId: MemberId };

const demoOf = async (ctx: Ctx): Promise<Demo | undefined> =>
  (await organizationsOfMember(ctx.app, ctx.actor.memberId)).find((one) => one.demo);

async function newDemo(ctx: Ctx): Promise<Demo> {
  const [me] = await read(ctx, (tx) =>
    tx.select({ userId: memberTable.userId }).from(memberTable).where(eq(memberTable.id, ctx.actor.memberId)),
  );
  await createOrganization(
    ctx.app,
    { name: NAME, demo: true, userId: me!.userId, memberName: ada.name, timeZone: TIME_ZONE },
    "only the first",
  );
  return (await demoOf(ctx))!;
}

/** The same request, by the same person, as a member of the demo. */
const contextIn = ({ app, actor, requestId, now, signal }: Ctx, { id, memberId, role }: Demo): Ctx => ({
  app,
  actor: actorOf({ kind: actor.kind, organizationId: id, memberId, role }),
  requestId,
  now,
  signal,
});
