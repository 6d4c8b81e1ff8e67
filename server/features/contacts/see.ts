import type { ContactId } from "@sidenote/contract/ids";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Ctx } from "../../core/context.ts";
import { atOnce } from "../../core/db/at-once.ts";
import { insertMany, updateMany } from "../../core/db/bulk.ts";
import { chunks } from "../../core/db/chunks.ts";
import type { Tx } from "../../core/db/database.ts";
import { scopeOf } from "../../core/db/scope.ts";
import { newId } from "../../core/ids.ts";
import { isRoleAddress, nameFromAddress } from "../../core/mail/people/addresses.ts";
import { seeCompanies } from "../companies/index.ts";
import { contactsByAddress } from "./by-address.ts";
import { recountPeople } from "./forget.ts";
import { Parts } from "./parts.ts";
import { saveSeen } from "./save.ts";
import { type Count, countSightings, type Sighting } from "./sightings.ts";
import { contactFactTable, contactIdentityTable, contactTable, sightingTable } from "./table.ts";

/**
 * Takes note of everybody in newly stored mail: who is not known becomes a contact "seen in mail" of this member's alone; who
 * was written to, or has mail in both directions, becomes a contact of the organization. Returns the contacts touched.
 */
export async function seePeople(
  tx: Tx,
  ctx: Ctx,
  sightings: readonly Sighting[],
): Promise<{ seen: ContactId[]; saved: ContactId[] }> {
  if (sightings.length === 0) return { seen: [], saved: [] };
  await countSightings(tx, sightings);
  const seen: ContactId[] = [];
  const saved: ContactId[] = [];
  for (const part of chunks(sightings)) {
    const known = await contactsByAddress(
      tx,
      part.map((one) => one.address),
    );
    seen.push(
      ...(await makeSeen(
        tx,
        ctx,
        part.filter((one) => !known.has(one.address)),
      )),
    );
    await improveNames(
      tx,
      ctx,
      part.filter((one) => known.has(one.address)),
    );
    saved.push(...(await saveSeen(tx, ctx, await correspondents(tx, part), "mail")));
  }
  return { seen, saved };
}

/**
 * After the own addresses changed: all counts anew, the member's own addresses no longer people, and those written to, or with
 * mail in both directions, contacts.
 */
export async function rebuildPeople(
  tx: Tx,
  ctx: Ctx,
  counts: readonly Count[],
  writtenTo: readonly string[],
  own: readonly string[],
): Promise<void> {
  await tx.delete(sightingTable).where(eq(sightingTable.ownerId, ctx.actor.memberId));
  await countSightings(tx, counts);
  const written = new Set(writtenTo);
  const sightings = counts.map((one) => ({
    ...one,
    name: nameFromAddress(one.address),
    emailId: "",
    seenAt: ctx.now().toISOString(),
    writtenTo: written.has(one.address),
  }));
  for (const part of chunks(sightings)) {
    const known = await contactsByAddress(
      tx,
      part.map((one) => one.address),
    );
    await makeSeen(
      tx,
      ctx,
      part.filter((one) => !known.has(one.address) && !isRoleAddress(one.address)),
    );
    await saveSeen(tx, ctx, await correspondents(tx, part), "mail");
  }
  if (own.length > 0) await recountPeople(tx, ctx, [], own);
}

async function makeSeen(tx: Tx, ctx: Ctx, sightings: readonly Sighting[]): Promise<ContactId[]> {
  if (sightings.length === 0) return [];
  const companies = await seeCompanies(
    tx,
    ctx,
    sightings.map((one) => one.address),
  );
  const ids = sightings.map(() => newId("cnt"));
  const scope = scopeOf(ctx, "own");
  await atOnce(
    insertMany(
      tx,
      contactTable,
      sightings.map(({ address, name }, i) => ({
        id: ids[i]!,
        state: "seen",
        visibility: "own",
        name,
        companyId: companies.get(address) ?? null,
      })),
    ),
    insertMany(
      tx,
      contactIdentityTable,
      sightings.map(({ address, emailId }, i) => ({
        contactId: ids[i]!,
        kind: "email",
        value: address,
        scope,
        sourceKind: "mail",
        sourceId: emailId,
      })),
    ),
    insertMany(
      tx,
      contactFactTable,
      sightings.map(({ name, emailId, seenAt }, i) => ({
        contactId: ids[i]!,
        field: "name",
        value: name,
        sourceKind: "mail",
        sourceId: emailId,
        seenAt,
      })),
    ),
  );
  return ids;
}

/** Somebody known only by what the address suggests gets the name that a mail now gives. */
async function improveNames(tx: Tx, ctx: Ctx, sightings: readonly Sighting[]): Promise<void> {
  const named = sightings.filter(({ name, address }) => name !== nameFromAddress(address) && !name.includes("@"));
  if (named.length === 0) return;
  const byAddress = new Map(named.map((one) => [one.address, one]));
  const weak = await tx
    .select({ id: contactTable.id, name: contactTable.name, address: contactIdentityTable.value })
    .from(contactIdentityTable)
    .innerJoin(contactTable, eq(contactTable.id, contactIdentityTable.contactId))
    .where(
      and(
        eq(contactIdentityTable.kind, "email"),
        inArray(contactIdentityTable.value, [...byAddress.keys()]),
        eq(contactTable.state, "seen"),
        eq(contactTable.ownerId, ctx.actor.memberId),
      ),
    );
  const better = weak
    .filter(({ name, address }) => name === nameFromAddress(address))
    .map(({ id, address }) => ({ id, ...byAddress.get(address)! }));
  if (better.length === 0) return;
  await updateMany(
    tx,
    contactTable,
    contactTable.id,
    better.map(({ id, name }) => ({ id, name })),
  );
  const parts = await Parts.of(
    tx,
    better.map((one) => one.id),
  );
  await parts.insert(
    better.map(({ id, name, address, emailId, seenAt }) => ({
      fact: { contactId: id, field: "name", value: name, sourceKind: "mail", sourceId: emailId, seenAt },
      address,
    })),
  );
}

/** Of these, the seen people whom the member wrote to, or has mail with in both directions. */
async function correspondents(tx: Tx, sightings: readonly Sighting[]): Promise<ContactId[]> {
  const written = sightings.filter((one) => one.writtenTo).map((one) => one.address);
  const both = await tx
    .select({ address: sightingTable.address })
    .from(sightingTable)
    .where(
      and(
        inArray(
          sightingTable.address,
          sightings.map((one) => one.address),
        ),
        sql`${sightingTable.mailsIn} > 0 and ${sightingTable.mailsOut} > 0`,
      ),
    );
  const addresses = [...new Set([...written, ...both.map((one) => one.address)])];
  if (addresses.length === 0) return [];
  const found = await tx
    .select({ id: contactTable.id })
    .from(contactIdentityTable)
    .innerJoin(contactTable, eq(contactTable.id, contactIdentityTable.contactId))
    .where(
      and(
        eq(contactIdentityTable.kind, "email"),
        inArray(contactIdentityTable.value, addresses),
        eq(contactTable.state, "seen"),
        sql`${contactTable.joinedTo} is null`,
      ),
    );
  return found.map((one) => one.id);
}
