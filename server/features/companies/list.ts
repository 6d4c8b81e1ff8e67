import type { CompanySummary, companies } from "@sidenote/contract/companies";
import type { ContactState } from "@sidenote/contract/contacts";
import { type InputOf, Instant } from "@sidenote/contract/endpoint";
import type { CompanyId } from "@sidenote/contract/ids";
import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Ctx } from "../../core/context.ts";
import { rows, type Tx } from "../../core/db/database.ts";
import { isoOrNull } from "../../core/db/raw.ts";
import { read } from "../../core/db/transaction.ts";
import { DEFAULT_LIMIT, decodeCursor, pageOf } from "../../core/http/page.ts";
import { fromUuid, toUuid } from "../../core/ids.ts";

type Row = {
  id: string;
  state: ContactState;
  name: string;
  lower_name: string;
  industry: string | null;
  domains: string[];
  people: number;
  last_at: string | Date | null;
  archived: boolean;
};

/** Companies a page at a time, with how many of their people the member may see and the last mail with one of them. */
export async function listCompanies(ctx: Ctx, input: InputOf<typeof companies.list>) {
  const limit = input.limit ?? DEFAULT_LIMIT;
  const sort = input.sort ?? "name";
  const beyond = sort === "name" ? afterName(input.cursor) : beforeLast(input.cursor);
  return read(ctx, async (tx) => {
    const found = await rows<Row>(
      tx,
      sql`select * from (${selectCompanies(filters(input))}) c
          where ${beyond}
          order by ${sort === "name" ? sql`lower_name, id` : sql`last_at desc nulls last, id desc`} limit ${limit + 1}`,
    );
    const [count] = await rows<{ seen: number; saved: number }>(
      tx,
      sql`select count(*) filter (where state = 'seen')::int as seen, count(*) filter (where state = 'saved')::int as saved
          from companies where joined_to is null and archived_at is null`,
    );
    const page = pageOf(found, limit, (row) =>
      sort === "name" ? [row.lower_name, row.id] : [isoOrNull(row.last_at), row.id],
    );
    return { items: page.items.map(summary), nextCursor: page.nextCursor, ...(count ?? { seen: 0, saved: 0 }) };
  });
}

/** People and their mail belong to other slices; what is read of them here are counts, under their own row security. */
const selectCompanies = (where: SQL): SQL => sql`
  with recursive one as (
    select id, id as root from companies where joined_to is null
    union all select c.id, one.root from companies c join one on c.joined_to = one.id),
  held as (
    select root, array_agg(domain order by own desc, at, domain) as domains from (
      select one.root, x.domain, bool_or(x.company_id = one.root) as own, min(x.created_at) as at
      from company_domains x join one on one.id = x.company_id group by one.root, x.domain) x group by root),
  met as (
    select one.root, count(distinct c.id)::int as people, max(s.last_at) as last_at
    from contacts c
    join one on one.id = c.company_id
    left join contact_identities i on i.org_id = c.org_id and i.contact_id = c.id and i.kind = 'email'
    left join contact_sightings s on s.org_id = i.org_id and s.address = i.value
    where c.joined_to is null and c.archived_at is null group by one.root)
  select k.id, k.state, k.name, k.lower_name, k.industry, k.archived_at is not null as archived,
    coalesce(held.domains, '{}') as domains, coalesce(met.people, 0) as people, met.last_at
  from companies k left join held on held.root = k.id left join met on met.root = k.id
  where ${where}`;

/** The given companies as lists show them, in no particular order; those that the member may not see are missing. */
export async function companySummaries(tx: Tx, ids: readonly CompanyId[]): Promise<CompanySummary[]> {
  if (ids.length === 0) return [];
  const wanted = sql.join(
    ids.map((id) => sql`${toUuid(id, "cmp")}::uuid`),
    sql`, `,
  );
  return (await rows<Row>(tx, selectCompanies(sql`k.id in (${wanted})`))).map(summary);
}

function filters({ state, q, archived = false }: InputOf<typeof companies.list>): SQL {
  const conditions = [sql`k.joined_to is null`, archived ? sql`k.archived_at is not null` : sql`k.archived_at is null`];
  if (state) conditions.push(sql`k.state = ${state}`);
  if (q?.trim()) {
    const like = `%${q
      .trim()
      .toLowerCase()
      .replace(/[\\%_]/g, "\\$&")}%`;
    conditions.push(
      sql`(k.lower_name like ${like} or exists (select 1 from unnest(held.domains) x where x like ${like}))`,
    );
  }
  return sql.join(conditions, sql` and `);
}

function afterName(cursor: string | undefined): SQL {
  const after = decodeCursor(cursor, z.tuple([z.string(), z.uuid()]));
  return after ? sql`(lower_name, id) > (${after[0]}, ${after[1]}::uuid)` : sql`true`;
}

function beforeLast(cursor: string | undefined): SQL {
  const after = decodeCursor(cursor, z.tuple([Instant.nullable(), z.uuid()]));
  if (!after) return sql`true`;
  const [at, id] = after;
  if (at === null) return sql`last_at is null and id < ${id}::uuid`;
  return sql`((last_at, id) < (${at}::timestamptz, ${id}::uuid) or last_at is null)`;
}

const summary = (row: Row): CompanySummary => ({
  id: fromUuid(row.id, "cmp"),
  state: row.state,
  name: row.name,
  domains: row.domains,
  industry: row.industry,
  people: row.people,
  lastContactAt: isoOrNull(row.last_at),
  archived: row.archived,
});
