import type { contacts } from "@sidenote/contract/contacts";
import type { InputOf, OutputOf } from "@sidenote/contract/endpoint";
import { sql } from "drizzle-orm";
import type { Ctx } from "../../core/context.ts";
import { rows, type Tx } from "../../core/db/database.ts";
import { read } from "../../core/db/transaction.ts";
import { fromUuid } from "../../core/ids.ts";
import { companyDomains } from "../../core/mail/people/domains.ts";
import {
  type CompanyOf,
  initialsIn,
  type Known,
  mailboxOf,
  nameKey,
  whySame,
  whySameMailbox,
} from "../../core/mail/people/same-person.ts";
import { pairKey } from "../../core/pair.ts";
import { pairsApart } from "./apart.ts";
import { contactSummaries } from "./list.ts";

const DEFAULT_LIMIT = 20;
/** A name that so many bear says nothing. */
const MOST_NAMESAKES = 5;

type Person = Known & { id: string; state: string };

/** Pairs of contacts that may be one person, each with the reasons; a person decides. */
export const findDuplicates = (
  ctx: Ctx,
  input: InputOf<typeof contacts.duplicates>,
): Promise<OutputOf<typeof contacts.duplicates>> =>
  read(ctx, async (tx) => {
    const apart = await pairsApart(tx);
    const pairs = pairsAmong(await everybody(tx), await companiesByDomain(tx))
      .filter(({ a, b }) => !apart.has(pairKey(fromUuid(a.id, "cnt"), fromUuid(b.id, "cnt"))))
      .slice(0, input.limit ?? DEFAULT_LIMIT);
    const ids = [...new Set(pairs.flatMap(({ a, b }) => [a.id, b.id]))].map((id) => fromUuid(id, "cnt"));
    const summaries = new Map((await contactSummaries(tx, ids)).map((one) => [one.id, one]));
    return {
      items: pairs.flatMap(({ a, b, reasons }) => {
        const [keep, other] = [summaries.get(fromUuid(a.id, "cnt")), summaries.get(fromUuid(b.id, "cnt"))];
        return keep && other ? [{ keep, other, reasons }] : [];
      }),
    };
  });

type Pair = { a: Person; b: Person; reasons: string[] };

/** Who is saved before who is only seen, then who was there first is kept. */
function pairsAmong(people: readonly Person[], companyOf: CompanyOf): Pair[] {
  const byName = pairsIn(
    groupedBy(people, ({ name }) => [nameKey(name)]),
    (a, b, same) => (isTold(a, b, same) ? whySame(a, b, companyOf) : null),
  );
  const byMailbox = pairsIn(
    groupedBy(people, ({ addresses }) => addresses.map(mailboxOf)),
    whySameMailbox,
  );
  const told = new Set(byName.map(({ a, b }) => `${a.id} ${b.id}`));
  return [...byName, ...byMailbox.filter(({ a, b }) => !told.has(`${a.id} ${b.id}`))].sort(
    (x, y) => y.reasons.length - x.reasons.length,
  );
}

function groupedBy(people: readonly Person[], keys: (person: Person) => (string | null)[]): Person[][] {
  const groups = new Map<string, Person[]>();
  for (const person of people)
    for (const key of new Set(keys(person))) {
      if (!key) continue;
      const same = groups.get(key);
      if (same) same.push(person);
      else groups.set(key, [person]);
    }
  return [...groups.values()].filter((same) => same.length > 1 && same.length <= MOST_NAMESAKES);
}

const pairsIn = (
  groups: readonly Person[][],
  why: (a: Person, b: Person, same: readonly Person[]) => string[] | null,
): Pair[] =>
  groups.flatMap((same) =>
    same.flatMap((a, i) =>
      same.slice(i + 1).flatMap((b) => {
        const reasons = why(a, b, same);
        return reasons ? [{ a, b, reasons }] : [];
      }),
    ),
  );

/** With a Mike B. and a Mike D. Smith about, nobody knows which of them Mike Smith is. */
const isTold = (a: Person, b: Person, namesakes: readonly Person[]): boolean =>
  initialsIn(a.name) === initialsIn(b.name) ||
  new Set(namesakes.map((one) => initialsIn(one.name)).filter((initials) => initials !== "")).size <= 1;

async function everybody(tx: Tx): Promise<Person[]> {
  const found = await rows<{ id: string; name: string; state: string; phones: string[]; addresses: string[] }>(
    tx,
    sql`select k.id::text, k.name, k.state, k.phones, array_agg(i.value order by i.created_at) as addresses
        from contacts k join contact_identities i on i.org_id = k.org_id and i.contact_id = k.id and i.kind = 'email'
        where k.joined_to is null and k.archived_at is null
        group by k.org_id, k.id, k.name, k.state, k.phones, k.created_at order by k.state = 'saved' desc, k.created_at, k.id`,
  );
  return found;
}

/** By any domain that a company has; one that became part of another counts as that one. */
async function companiesByDomain(tx: Tx): Promise<CompanyOf> {
  const found = await rows<{ domain: string; key: string; name: string }>(
    tx,
    sql`with recursive one as (
          select id, id as root from companies where joined_to is null
          union all select c.id, one.root from companies c join one on c.joined_to = one.id)
        select d.domain, k.id::text as key, k.name
        from company_domains d join one on one.id = d.company_id join companies k on k.org_id = d.org_id and k.id = one.root`,
  );
  const byDomain = new Map(found.map(({ domain, ...company }) => [domain, company]));
  return (address) => companyDomains(address).flatMap((domain) => byDomain.get(domain) ?? [])[0] ?? null;
}
