import { and, count, desc, eq } from "drizzle-orm";
import { memberTable } from "../../core/auth/organization.table.ts";
import type { Ctx } from "../../core/context.ts";
import { read } from "../../core/db/transaction.ts";
import { participantTable } from "../emails/index.ts";
import { updateMe } from "../organizations/index.ts";

/** What a person is called on this machine (`sally`, `root`) is no name to sign a letter with. */
const LOGIN = /^[\p{Ll}\d._-]+$/u;

/** A member who has not written a name yet is called as in their own mail. */
export async function takeNameFromMail(ctx: Ctx): Promise<void> {
  const wanted = await read(ctx, async (tx) => {
    const [member] = await tx.select().from(memberTable).where(eq(memberTable.id, ctx.actor.memberId));
    if (!member || member.version > 1 || !LOGIN.test(member.name)) return null;
    const [found] = await tx
      .select({ name: participantTable.name })
      .from(participantTable)
      .where(and(eq(participantTable.ownerId, ctx.actor.memberId), eq(participantTable.own, true)))
      .groupBy(participantTable.name)
      .orderBy(desc(count()), participantTable.name)
      .limit(1);
    const isName = found !== undefined && !found.name.includes("@") && !LOGIN.test(found.name);
    return isName ? { name: found.name, version: member.version } : null;
  });
  if (wanted) await updateMe(ctx, wanted);
}
