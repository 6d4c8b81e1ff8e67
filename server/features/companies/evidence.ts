import type { CompanyId } from "@sidenote/contract/ids";
import { sql } from "drizzle-orm";
import { rows, type Tx } from "../../core/db/database.ts";
import { isoOrNull } from "../../core/db/raw.ts";
import { companyDomains } from "../../core/mail/people/domains.ts";
import type { Evidence } from "../../core/mail/people/same-company.ts";
import { nameKey } from "../../core/mail/people/same-person.ts";
import { pairKey } from "../../core/pair.ts";

type Company = { id: CompanyId; domains: readonly string[] };
type Writer = { contact: string; name: string; address: string; firstAt: string | null; lastAt: string | null };

/** A site that people of so many companies sign with is a service that they use. */
const MOST_SIGNERS = 2;
/** A name under which so many addresses write is a robot's, or many people's. */
const MOST_NAMESAKES = 10;
const localOf = (address: string): string => address.slice(0, address.lastIndexOf("@")).replace(/\+.*$/, "");

/** What the member's mail says of any two of these companies, by `pairKey`. */
export async function evidenceOf(tx: Tx, known: readonly Company[]): Promise<Map<string, Evidence>> {
  const byDomain = new Map(known.flatMap(({ id, domains }) => domains.map((domain) => [domain, id] as const)));
  const companyOf = (address: string): CompanyId | undefined =>
    companyDomains(address).flatMap((domain) => byDomain.get(domain) ?? [])[0];
  const found = new Map<
    string,
    { atBoth: Evidence["atBoth"][number][]; signedWith: Evidence["signedWith"][number][] }
  >();
  const of = (a: CompanyId, b: CompanyId) => {
    const key = pairKey(a, b);
    const evidence = found.get(key) ?? { atBoth: [], signedWith: [] };
    found.set(key, evidence);
    return evidence;
  };
  for (const [one, other] of sameWriters(await writers(tx))) {
    const [a, b] = [companyOf(one.address), companyOf(other.address)];
    if (a && b && a !== b)
      of(a, b).atBoth.push({ name: one.name, sameLocal: localOf(one.address) === localOf(other.address) });
  }
  const signers = await signedSites(tx);
  const usedBy = new Map<string, Set<CompanyId>>();
  const signed: { name: string; site: string; own: CompanyId; other: CompanyId }[] = [];
  for (const { name, address, sites } of signers) {
    const own = companyOf(address);
    if (!own || sites.some((site) => companyOf(`@${site}`) === own)) continue;
    const others = sites.flatMap((site) => {
      const other = companyOf(`@${site}`);
      return other ? [{ site, other }] : [];
    });
    for (const { site, other } of others.length === 1 ? others : []) {
      usedBy.set(site, (usedBy.get(site) ?? new Set()).add(own));
      signed.push({ name, site, own, other });
    }
  }
  for (const { name, site, own, other } of signed)
    if ((usedBy.get(site)?.size ?? 0) < MOST_SIGNERS) of(own, other).signedWith.push({ name, site });
  return found;
}

/** Two addresses of one contact, or of two contacts of one full name, both used in the same time. */
function sameWriters(all: readonly Writer[]): [Writer, Writer][] {
  const byName = groupsOf(all, (one) => nameKey(one.name)).filter((group) => group.length <= MOST_NAMESAKES);
  const pairs = new Map<string, [Writer, Writer]>();
  for (const group of [...groupsOf(all, (one) => one.contact), ...byName])
    for (const [i, one] of group.entries())
      for (const other of group.slice(i + 1))
        if (one.address !== other.address && areTogether(one, other))
          pairs.set(`${one.address} ${other.address}`, [one, other]);
  return [...pairs.values()];
}

function groupsOf(all: readonly Writer[], keyOf: (one: Writer) => string | null): Writer[][] {
  const groups = Map.groupBy(all, keyOf);
  groups.delete(null);
  return [...groups.values()];
}

/** Whoever left one company for another no longer writes from the first. */
const areTogether = (a: Writer, b: Writer): boolean =>
  a.firstAt !== null &&
  a.lastAt !== null &&
  b.firstAt !== null &&
  b.lastAt !== null &&
  a.firstAt < b.lastAt &&
  b.firstAt < a.lastAt;

async function writers(tx: Tx): Promise<Writer[]> {
  const found = await rows<
    Omit<Writer, "firstAt" | "lastAt"> & { first_at: string | Date | null; last_at: string | Date | null }
  >(
    tx,
    sql`select k.id::text as contact, k.name, i.value as address, s.first_at, s.last_at
        from contact_sightings s
        join contact_identities i on i.org_id = s.org_id and i.kind = 'email' and i.value = s.address
        join contacts k on k.org_id = i.org_id and k.id = i.contact_id
        where k.joined_to is null and k.archived_at is null and s.mails_in + s.mails_observed > 0`,
  );
  return found.map(({ first_at, last_at, ...one }) => ({
    ...one,
    firstAt: isoOrNull(first_at),
    lastAt: isoOrNull(last_at),
  }));
}

/** The sites in the newest signature of everybody, with the address that they write from. */
async function signedSites(tx: Tx): Promise<{ name: string; address: string; sites: string[] }[]> {
  const found = await rows<{ name: string; address: string; links: string }>(
    tx,
    sql`select distinct on (f.contact_id) k.name, i.value as address, f.value as links
        from contact_facts f
        join contacts k on k.org_id = f.org_id and k.id = f.contact_id
        join contact_identities i on i.org_id = k.org_id and i.contact_id = k.id and i.kind = 'email'
        where f.field = 'links' and f.source_kind = 'mail' and k.joined_to is null and k.archived_at is null
        order by f.contact_id, f.seen_at desc, f.sequence desc, i.created_at`,
  );
  return found.map(({ links, ...one }) => ({ ...one, sites: (JSON.parse(links) as string[]).flatMap(hostIn) }));
}

/** A bare site is the company's own; a page below one is a profile, a calendar, an advertisement. */
const hostIn = (link: string): string[] => {
  const url = URL.parse(/^https?:/i.test(link) ? link : `https://${link}`);
  return url && /^\/([a-z]{2}\/?)?$/.test(url.pathname) ? [url.hostname.replace(/^www\./, "")] : [];
};
