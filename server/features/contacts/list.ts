import type { ContactState, ContactSummary, contacts } from "@sidenote/contract/contacts";
import type { InputOf } from "@sidenote/contract/endpoint";
import type { ContactId } from "@sidenote/contract/ids";
import { type SQL, sql } from "drizzle-orm";
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
  title: string | null;
  address: string | null;
  company_id: string | null;
  company_name: string | null;
  last_at: string | Date | null;
  archived: boolean;
};

/** Contacts a page at a time, by name or by the last mail in the member's own mailbox. */
export async function listContacts(ctx: Ctx, input: InputOf<typeof contacts.list>) {
  const limit = input.limit ?? DEFAULT_LIMIT;
  const sort = input.sort ?? "name";
  const after = decodeCursor(input.cursor, 2);
  return read(ctx, async (tx) => {
    const found = await rows<Row>(
      tx,
      sql`select * from (${selectContacts(filters(input))}) c
          where ${after ? keyAfter(sort, after) : sql`true`}
          order by ${sort === "name" ? sql`lower_name, id` : sql`last_at desc nulls last, id desc`} limit ${limit + 1}`,
    );
    const page = pageOf(found, limit, (row) =>
      sort === "name" ? [row.lower_name, row.id] : [isoOrNull(row.last_at), row.id],
    );
    return { items: page.items.map(summary), nextCursor: page.nextCursor, ...(await countByState(tx)) };
  });
}

/** The given contacts as lists show them, in no particular order; those that the member may not see are missing. */
export async function contactSummaries(tx: Tx, ids: readonly ContactId[]): Promise<ContactSummary[]> {
  if (ids.length === 0) return [];
  const uuids = sql.join(
    ids.map((id) => sql`${toUuid(id, "cnt")}::uuid`),
    sql`, `,
  );
  return (await rows<Row>(tx, selectContacts(sql`k.id in (${uuids})`))).map(summary);
}

const selectContacts = (where: SQL): SQL => sql`
  select k.id, k.state, k.name, k.lower_name, k.title, k.archived_at is not null as archived, a.address, m.last_at, p.id as company_id, p.name as company_name
  from contacts k
  left join companies p on p.org_id = k.org_id and p.id = k.company_id
  left join lateral (
    select i.value as address from contact_identities i where i.org_id = k.org_id and i.contact_id = k.id and i.kind = 'email' order by i.created_at, i.value limit 1
  ) a on true
  left join lateral (
    select max(s.last_at) as last_at from contact_identities i join contact_sightings s on s.org_id = i.org_id and s.address = i.value
    where i.org_id = k.org_id and i.contact_id = k.id and i.kind = 'email'
  ) m on true
  where ${where}`;

const notJoined = sql`k.joined_to is null`;

function filters({ state, q, companyId, archived = false }: InputOf<typeof contacts.list>): SQL {
  const conditions = [notJoined, archived ? sql`k.archived_at is not null` : sql`k.archived_at is null`];
  conditions.push(sql`k.state = ${state ?? "saved"}`);
  if (companyId) conditions.push(sql`k.company_id = ${toUuid(companyId, "cmp")}::uuid`);
  if (q?.trim()) {
    const like = `%${q
      .trim()
      .toLowerCase()
      .replace(/[\\%_]/g, "\\$&")}%`;
    conditions.push(
      sql`(k.lower_name like ${like} or exists (select 1 from contact_identities i where i.org_id = k.org_id and i.contact_id = k.id and i.value like ${like}))`,
    );
  }
  return sql.join(conditions, sql` and `);
}

function keyAfter(sort: "name" | "recent", [key, id]: (string | number | null)[]): SQL {
  if (sort === "name") return sql`(lower_name, id) > (${key}, ${id}::uuid)`;
  if (key === null) return sql`last_at is null and id < ${id}::uuid`;
  return sql`(last_at < ${key}::timestamptz or (last_at = ${key}::timestamptz and id < ${id}::uuid) or last_at is null)`;
}

async function countByState(tx: Tx): Promise<{ seen: number; saved: number }> {
  const [row] = await rows<{ seen: number; saved: number }>(
    tx,
    sql`select count(*) filter (where k.state = 'seen')::int as seen, count(*) filter (where k.state = 'saved')::int as saved
        from contacts k where ${notJoined} and k.archived_at is null`,
  );
  return row ?? { seen: 0, saved: 0 };
}

const summary = (row: Row): ContactSummary => ({
  id: fromUuid(row.id, "cnt"),
  state: row.state,
  name: row.name,
  title: row.title,
  address: row.address,
  company: row.company_id ? { id: fromUuid(row.company_id, "cmp"), name: row.company_name ?? "" } : null,
  lastContactAt: isoOrNull(row.last_at),
  archived: row.archived,
});
