import type { CompanyId } from "@sidenote/contract/ids";
import { eq, inArray, sql } from "drizzle-orm";
import type { Ctx } from "../../core/context.ts";
import { insertMany, updateMany } from "../../core/db/bulk.ts";
import { rows, type Tx } from "../../core/db/database.ts";
import { uuids } from "../../core/db/raw.ts";
import { scopeOf } from "../../core/db/scope.ts";
import { fromUuid, newId } from "../../core/ids.ts";
import { companyDomains, nameFromDomain } from "../../core/mail/people/domains.ts";
import { companyDomainTable, companyTable } from "./table.ts";

/**
 * The company of each of these addresses that has one: by the longest of its known domains, so that a part with a name of its own
 * (`law.uni.example`) may be a company; else a new one, seen in this member's mail.
 */
export async function seeCompanies(
  tx: Tx,
  ctx: Ctx,
  addresses: readonly string[],
): Promise<ReadonlyMap<string, CompanyId>> {
  const candidates = new Map(addresses.map((address) => [address, companyDomains(address)]));
  const known = await companiesByDomain(tx, [...new Set([...candidates.values()].flat())]);
  const missing = new Set<string>();
  for (const domains of candidates.values())
    if (domains.length > 0 && !domains.some((domain) => known.has(domain))) missing.add(domains.at(-1)!);
  const links = [...missing].map((domain) => ({ domain, companyId: newId("cmp"), scope: scopeOf(ctx, "own") }));
  await insertMany(
    tx,
    companyTable,
    links.map(({ domain, companyId }) => ({
      id: companyId,
      name: nameFromDomain(domain),
      state: "seen",
      visibility: "own",
    })),
  );
  await insertMany(tx, companyDomainTable, links);
  for (const { domain, companyId } of links) known.set(domain, companyId);
  const found = new Map<string, CompanyId>();
  for (const [address, domains] of candidates) {
    const domain = domains.find((one) => known.has(one));
    if (domain) found.set(address, known.get(domain)!);
  }
  return found;
}

/** The companies of these domains that the member may see, the organization's before those merely seen, which become part of them. */
async function companiesByDomain(tx: Tx, domains: readonly string[]): Promise<Map<string, CompanyId>> {
  if (domains.length === 0) return new Map();
  const found = await tx
    .select({
      domain: companyDomainTable.domain,
      id: companyTable.id,
      state: companyTable.state,
      joinedTo: companyTable.joinedTo,
    })
    .from(companyDomainTable)
    .innerJoin(companyTable, eq(companyTable.id, companyDomainTable.companyId))
    .where(inArray(companyDomainTable.domain, [...domains]));
  const saved = new Map(found.filter((one) => one.state === "saved").map(({ domain, id }) => [domain, id]));
  const twins = found.filter((one) => one.state === "seen" && !one.joinedTo && saved.has(one.domain));
  await updateMany(tx, companyTable, companyTable.id, [
    ...new Map(twins.map(({ id, domain }) => [id, { id, joinedTo: saved.get(domain)! }])).values(),
  ]);
  return new Map([...found.map(({ domain, id }) => [domain, id] as const), ...saved]);
}

/**
 * Makes companies seen in mail the organization's, or joins each to the one of the same domain. Returns the company that each
 * now is. Part of saving contacts.
 */
export async function saveSeenCompanies(
  tx: Tx,
  ctx: Ctx,
  ids: readonly CompanyId[],
  savedBy: "person" | "mail",
): Promise<ReadonlyMap<CompanyId, CompanyId>> {
  const { whole, seen } = await wholeOf(tx, ids);
  if (seen.length === 0) return whole;
  const twins = await savedTwins(tx, seen);
  await updateMany(
    tx,
    companyTable,
    companyTable.id,
    [...twins].map(([id, joinedTo]) => ({ id, joinedTo })),
  );
  const alone = seen.filter((id) => !twins.has(id));
  if (alone.length > 0) {
    await tx
      .update(companyTable)
      .set({ state: "saved", savedBy, visibility: "organization" })
      .where(inArray(companyTable.id, alone));
    await tx
      .update(companyDomainTable)
      .set({ scope: scopeOf(ctx, "organization") })
      .where(inArray(companyDomainTable.companyId, alone));
  }
  return new Map([...whole].map(([id, now]) => [id, twins.get(now) ?? now]));
}

/** What each of these companies is or has become part of, and which of those were only seen in mail. */
async function wholeOf(
  tx: Tx,
  ids: readonly CompanyId[],
): Promise<{ whole: ReadonlyMap<CompanyId, CompanyId>; seen: CompanyId[] }> {
  const { id, state, joinedTo } = companyTable;
  let whole = new Map(ids.map((one) => [one, one]));
  while (whole.size > 0) {
    const found = await tx
      .select({ id, state, joinedTo })
      .from(companyTable)
      .where(inArray(id, [...new Set(whole.values())]));
    const seen = found.filter((one) => one.state === "seen");
    const onward = new Map(seen.flatMap((one) => (one.joinedTo ? [[one.id, one.joinedTo] as const] : [])));
    if (onward.size === 0) return { whole, seen: seen.map((one) => one.id) };
    whole = new Map([...whole].map(([one, now]) => [one, onward.get(now) ?? now]));
  }
  return { whole, seen: [] };
}

/** The organization's company of the same domain, for each of these that has one. */
async function savedTwins(tx: Tx, ids: readonly CompanyId[]): Promise<ReadonlyMap<CompanyId, CompanyId>> {
  const found = await rows<{ id: string; twin: string }>(
    tx,
    sql`select distinct on (own.company_id) own.company_id::text as id, other.company_id::text as twin from company_domains own
        join company_domains other on other.org_id = own.org_id and other.domain = own.domain
        join companies c on c.org_id = other.org_id and c.id = other.company_id and c.state = 'saved'
        where own.company_id = any (${uuids(ids, "cmp")}) order by own.company_id, other.company_id`,
  );
  return new Map(found.map(({ id, twin }) => [fromUuid(id, "cmp"), fromUuid(twin, "cmp")]));
}

/** Undo of it for the member who first saw the company: it is in their mail alone again. */
export async function onlySeenCompany(tx: Tx, ctx: Ctx, id: CompanyId): Promise<void> {
  await tx.update(companyTable).set({ state: "seen", savedBy: null, visibility: "own" }).where(eq(companyTable.id, id));
  await tx
    .update(companyDomainTable)
    .set({ scope: scopeOf(ctx, "own") })
    .where(eq(companyDomainTable.companyId, id));
}
