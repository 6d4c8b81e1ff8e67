import type { CompanyId, ContactId } from "@sidenote/contract/ids";
import { and, eq, inArray, or, sql } from "drizzle-orm";
import type { Ctx } from "../../core/context.ts";
import { chunks } from "../../core/db/chunks.ts";
import type { Tx } from "../../core/db/database.ts";
import { forgetEmptyCompanies } from "../companies/index.ts";
import { namedByColleagues } from "./colleagues.ts";
import type { Touched } from "./facts.ts";
import { type Count, countSightings } from "./sightings.ts";
import { contactIdentityTable, contactTable, sightingTable } from "./table.ts";

/** Contacts and companies of the organization that are gone with mail, and people who were seen in it alone. */
type GoneWithMail = { contactIds: ContactId[]; seenIds: ContactId[]; companyIds: CompanyId[] };

/**
 * After mail was forgotten: `counts` are the addresses that are still in the member's mail, `gone` those that are not. Whoever was
 * a contact only because of mail that is gone goes with it. Returns who they were.
 */
export async function recountPeople(
  tx: Tx,
  ctx: Ctx,
  counts: readonly Count[],
  gone: readonly string[],
): Promise<GoneWithMail> {
  for (const addresses of chunks([...counts.map((count) => count.address), ...gone])) {
    await tx
      .delete(sightingTable)
      .where(and(eq(sightingTable.ownerId, ctx.actor.memberId), inArray(sightingTable.address, addresses)));
  }
  await countSightings(tx, counts);
  const contactIds: ContactId[] = [];
  const seenIds: ContactId[] = [];
  for (const addresses of chunks(gone)) {
    const { saved, seen } = await forgetPeople(tx, ctx, addresses);
    contactIds.push(...saved);
    seenIds.push(...seen);
  }
  return { contactIds, seenIds, companyIds: gone.length > 0 ? await forgetEmptyCompanies(tx, ctx) : [] };
}

/** Takes away those of the member's people who are known from mail alone, by one of these addresses and by none that is still there. */
async function forgetPeople(tx: Tx, ctx: Ctx, addresses: readonly string[]): Promise<Touched> {
  const withAddress = tx
    .select({ id: contactIdentityTable.contactId })
    .from(contactIdentityTable)
    .where(
      and(
        eq(contactIdentityTable.kind, "email"),
        inArray(contactIdentityTable.value, [...addresses]),
        sql`not exists (select 1 from contact_identities left_over
          join contact_sightings s on s.org_id = left_over.org_id and s.address = left_over.value and s.owner_id = app.member_id()
          where left_over.org_id = ${contactIdentityTable.orgId} and left_over.contact_id = ${contactIdentityTable.contactId})`,
      ),
    );
  // Whoever was merged into them, and into those again.
  const merged = sql`(with recursive part as (
    select contact_id from contact_merges where kept_id in ${withAddress}
    union select m.contact_id from contact_merges m join part on m.kept_id = part.contact_id) select contact_id from part)`;
  const onlyFromMail = sql`(${contactTable.state} = 'seen' or (${contactTable.savedBy} = 'mail' and ${contactTable.version} = 1
    and not exists (select 1 from activity_contacts a where a.org_id = ${contactTable.orgId} and a.contact_id = ${contactTable.id})))`;
  const people = await tx
    .select({ id: contactTable.id, state: contactTable.state })
    .from(contactTable)
    .where(
      and(
        eq(contactTable.ownerId, ctx.actor.memberId),
        or(
          and(inArray(contactTable.id, withAddress), onlyFromMail),
          and(eq(contactTable.state, "seen"), sql`${contactTable.id} in ${merged}`),
        ),
      ),
    );
  const going = await takesNothing(
    tx,
    people.map((person) => person.id),
  );
  await tx.delete(contactTable).where(inArray(contactTable.id, going));
  const seen = new Set(people.filter(({ state }) => state === "seen").map(({ id }) => id));
  return { saved: going.filter((id) => !seen.has(id)), seen: going.filter((id) => seen.has(id)) };
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
