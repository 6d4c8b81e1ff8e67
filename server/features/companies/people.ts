import type { CompanyId, ContactId } from "@sidenote/contract/ids";
import { sql } from "drizzle-orm";
import type { Ctx } from "../../core/context.ts";
import { rows, type Tx } from "../../core/db/database.ts";
import { uuids } from "../../core/db/raw.ts";
import { fromUuid, toUuid } from "../../core/ids.ts";
import { oneCompany } from "./joined.ts";
import { saveSeenCompanies } from "./seen.ts";

// The one place where a slice writes another's table. Contacts stand on companies, by their foreign key and in code, so companies
// cannot ask them to; and who works where has to be right in the same transaction, so no event can.

/**
 * Whoever writes from one of these domains, or from below it, belongs to the company of the longest domain that fits. Who was
 * put somewhere by a person stays there.
 */
export async function movePeople(tx: Tx, id: CompanyId, domains: readonly string[]): Promise<void> {
  const given = sql`(select value from json_array_elements_text(${JSON.stringify(domains)}::json))`;
  await tx.execute(
    sql`update contacts c set company_id = best.company_id from (
          select distinct on (i.contact_id) i.contact_id, b.company_id
          from contact_identities i
          cross join lateral (select split_part(i.value, '@', 2) as host) h
          left join lateral (
            select d.company_id from company_domains d join companies k on k.org_id = d.org_id and k.id = d.company_id
            where h.host = d.domain or h.host like '%.' || d.domain
            order by length(d.domain) desc, k.state = 'saved' desc limit 1
          ) b on true
          where i.kind = 'email' and exists (select 1 from ${given} g where h.host = g.value or h.host like '%.' || g.value)
          order by i.contact_id, i.created_at, i.value
        ) best
        where c.id = best.contact_id and c.company_id is distinct from best.company_id
          and (c.company_id is null or c.company_id in ${oneCompany(id)}
            or c.company_id in (select d.company_id from company_domains d, ${given} g where g.value like '%.' || d.domain))
          and not exists (select 1 from contact_facts f where f.org_id = c.org_id and f.contact_id = c.id
            and f.field = 'companyId' and f.source_kind = 'person')`,
  );
}

type Found = { contact: string; company: string; saved: boolean };

/**
 * Whoever was saved while a company only seen in mail was part of another came to that one with it. Who writes from what goes
 * back alone goes back too, and a contact of the organization takes the company along into it. Who was put somewhere by a person
 * stays there.
 */
export async function givePeopleBack(
  tx: Tx,
  ctx: Ctx,
  { from, to }: { from: CompanyId; to: CompanyId },
): Promise<void> {
  const found = await rows<Found>(
    tx,
    sql`with domains as (
          select domain, company_id, true as back from company_domains where company_id in ${oneCompany(to)}
          union all select domain, company_id, false from company_domains where company_id in ${oneCompany(from)})
        select c.id::text as contact, c.state = 'saved' as saved, (array_agg(best.company_id order by i.created_at, i.value))[1]::text as company
        from contacts c
        join contact_identities i on i.org_id = c.org_id and i.contact_id = c.id and i.kind = 'email'
        cross join lateral (
          select d.company_id, d.back from domains d
          where split_part(i.value, '@', 2) = d.domain or split_part(i.value, '@', 2) like '%.' || d.domain
          order by length(d.domain) desc, d.back limit 1
        ) best
        where c.company_id = ${toUuid(from, "cmp")}::uuid
          and not exists (select 1 from contact_facts f where f.org_id = c.org_id and f.contact_id = c.id
            and f.field = 'companyId' and f.source_kind = 'person')
        group by c.id, c.state having bool_and(best.back)`,
  );
  const people = found.map((one) => ({ ...one, company: fromUuid(one.company, "cmp") }));
  const now = await saveSeenCompanies(
    tx,
    ctx,
    people.flatMap((one) => (one.saved ? [one.company] : [])),
    "mail",
  );
  const at = new Map<CompanyId, ContactId[]>();
  for (const { contact, company, saved } of people) {
    const target = (saved && now.get(company)) || company;
    at.set(target, [...(at.get(target) ?? []), fromUuid(contact, "cnt")]);
  }
  for (const [company, ids] of at)
    await tx.execute(
      sql`update contacts set company_id = ${toUuid(company, "cmp")}::uuid where id = any (${uuids(ids, "cnt")})`,
    );
}
