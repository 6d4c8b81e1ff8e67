import { and, eq, inArray, sql } from "drizzle-orm";
import type { Ctx } from "../../core/context.ts";
import { chunks } from "../../core/db/chunks.ts";
import type { Tx } from "../../core/db/database.ts";
import { companyTable } from "../companies/index.ts";
import { type Count, countSightings } from "./sightings.ts";
import { contactIdentityTable, contactMergeTable, contactTable, sightingTable } from "./table.ts";

/**
 * Counts addresses anew after mail was forgotten. Who is nowhere in the member's mail any more, and was a contact only because
 * of it, is gone with it.
 */
export async function recountPeople(
  tx: Tx,
  ctx: Ctx,
  counts: readonly Count[],
  gone: readonly string[],
): Promise<void> {
  for (const part of chunks([...counts.map((one) => one.address), ...gone])) {
    await tx
      .delete(sightingTable)
      .where(and(eq(sightingTable.ownerId, ctx.actor.memberId), inArray(sightingTable.address, part)));
  }
  await countSightings(tx, counts);
  for (const part of chunks(gone)) {
    // Who has another address that is still in the mail stays.
    const named = tx
      .select({ id: contactIdentityTable.contactId })
      .from(contactIdentityTable)
      .where(
        and(
          eq(contactIdentityTable.kind, "email"),
          inArray(contactIdentityTable.value, part),
          sql`not exists (select 1 from contact_identities left_over
            join contact_sightings s on s.org_id = left_over.org_id and s.address = left_over.value and s.owner_id = app.member_id()
            where left_over.org_id = ${contactIdentityTable.orgId} and left_over.contact_id = ${contactIdentityTable.contactId})`,
        ),
      );
    const merged = tx
      .select({ id: contactMergeTable.contactId })
      .from(contactMergeTable)
      .where(inArray(contactMergeTable.keptId, named));
    await tx
      .delete(contactTable)
      .where(
        and(
          eq(contactTable.ownerId, ctx.actor.memberId),
          eq(contactTable.state, "seen"),
          inArray(contactTable.id, merged),
        ),
      );
    const onlyFromMail = sql`(${contactTable.state} = 'seen' or (${contactTable.savedBy} = 'mail' and ${contactTable.version} = 1
      and not exists (select 1 from activity_contacts a where a.org_id = ${contactTable.orgId} and a.contact_id = ${contactTable.id})))`;
    await tx
      .delete(contactTable)
      .where(and(eq(contactTable.ownerId, ctx.actor.memberId), inArray(contactTable.id, named), onlyFromMail));
  }
  if (gone.length > 0) await forgetEmptyCompanies(tx, ctx);
}

async function forgetEmptyCompanies(tx: Tx, ctx: Ctx): Promise<void> {
  const empty = sql`not exists (select 1 from contacts c where c.org_id = ${companyTable.orgId} and c.company_id = ${companyTable.id})
    and not exists (select 1 from companies c where c.org_id = ${companyTable.orgId} and c.joined_to = ${companyTable.id})
    and not exists (select 1 from company_parents p where p.org_id = ${companyTable.orgId} and p.parent_id = ${companyTable.id})
    and not exists (select 1 from activities a where a.org_id = ${companyTable.orgId} and a.company_id = ${companyTable.id})`;
  const onlyFromMail = sql`(${companyTable.state} = 'seen' or (${companyTable.savedBy} = 'mail' and ${companyTable.version} = 1))`;
  await tx.delete(companyTable).where(and(eq(companyTable.ownerId, ctx.actor.memberId), onlyFromMail, empty));
}
