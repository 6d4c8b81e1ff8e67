import type { CompanyId, ContactId } from "@sidenote/contract/ids";
import { and, eq, inArray, or, sql } from "drizzle-orm";
import type { Ctx } from "../../core/context.ts";
import { chunks } from "../../core/db/chunks.ts";
import type { Tx } from "../../core/db/database.ts";
import { companiesNamedByColleagues, companyTable } from "../companies/index.ts";
import { namedByColleagues } from "./colleagues.ts";
import { type Count, countSightings } from "./sightings.ts";
import { contactIdentityTable, contactTable, sightingTable } from "./table.ts";

/** Contacts and companies of the organization that are gone with mail. */
export type GoneWithMail = { contactIds: ContactId[]; companyIds: CompanyId[] };

/**
 * Counts addresses anew after mail was forgotten. Who is nowhere in the member's mail any more, and was a contact only because
 * of it, is gone with it. Returns who of them was everybody's to see.
 */
export async function recountPeople(
  tx: Tx,
  ctx: Ctx,
  counts: readonly Count[],
  gone: readonly string[],
): Promise<GoneWithMail> {
  const contactIds: ContactId[] = [];
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
    // A mailbox has merges upon merges.
    const merged = sql`with recursive part as (
      select contact_id from contact_merges where kept_id in ${named}
      union select m.contact_id from contact_merges m join part on m.kept_id = part.contact_id) select contact_id from part`;
    const onlyFromMail = sql`(${contactTable.state} = 'seen' or (${contactTable.savedBy} = 'mail' and ${contactTable.version} = 1
      and not exists (select 1 from activity_contacts a where a.org_id = ${contactTable.orgId} and a.contact_id = ${contactTable.id})))`;
    const found = await tx
      .select({ id: contactTable.id, state: contactTable.state })
      .from(contactTable)
      .where(
        and(
          eq(contactTable.ownerId, ctx.actor.memberId),
          or(
            and(inArray(contactTable.id, named), onlyFromMail),
            and(eq(contactTable.state, "seen"), sql`${contactTable.id} in (${merged})`),
          ),
        ),
      );
    const going = await takesNothing(
      tx,
      found.map((one) => one.id),
    );
    await tx.delete(contactTable).where(inArray(contactTable.id, going));
    const seen = new Set(found.filter(({ state }) => state === "seen").map(({ id }) => id));
    contactIds.push(...going.filter((id) => !seen.has(id)));
  }
  return { contactIds, companyIds: gone.length > 0 ? await forgetEmptyCompanies(tx, ctx) : [] };
}

/** Of these contacts, those that nobody else is joined to, and no colleague wrote about: to take them away takes nothing from anybody. */
async function takesNothing(tx: Tx, ids: readonly ContactId[]): Promise<ContactId[]> {
  if (ids.length === 0) return [];
  const joined = await tx
    .select({ id: contactTable.id, to: contactTable.joinedTo })
    .from(contactTable)
    .where(inArray(contactTable.joinedTo, [...ids]));
  const staying = new Set(await namedByColleagues(tx, ids));
  const given = new Set(ids);
  // Who stays keeps whom they are joined to.
  for (let before = -1; before < staying.size; ) {
    before = staying.size;
    for (const { id, to } of joined) if (to && (!given.has(id) || staying.has(id))) staying.add(to);
  }
  return ids.filter((id) => !staying.has(id));
}

async function forgetEmptyCompanies(tx: Tx, ctx: Ctx): Promise<CompanyId[]> {
  const empty = sql`not exists (select 1 from contacts c where c.org_id = ${companyTable.orgId} and c.company_id = ${companyTable.id})
    and not exists (select 1 from companies c where c.org_id = ${companyTable.orgId} and c.joined_to = ${companyTable.id})
    and not exists (select 1 from company_parents p where p.org_id = ${companyTable.orgId} and p.parent_id = ${companyTable.id})
    and not exists (select 1 from activities a where a.org_id = ${companyTable.orgId} and a.company_id = ${companyTable.id})`;
  const onlyFromMail = sql`(${companyTable.state} = 'seen' or (${companyTable.savedBy} = 'mail' and ${companyTable.version} = 1))`;
  const found = await tx
    .select({ id: companyTable.id, state: companyTable.state })
    .from(companyTable)
    .where(and(eq(companyTable.ownerId, ctx.actor.memberId), onlyFromMail, empty));
  const ids = found.map((one) => one.id);
  const staying = await companiesNamedByColleagues(tx, ids);
  for (const part of chunks(ids.filter((id) => !staying.has(id))))
    await tx.delete(companyTable).where(inArray(companyTable.id, part));
  return found.flatMap(({ id, state }) => (state === "saved" && !staying.has(id) ? [id] : []));
}
