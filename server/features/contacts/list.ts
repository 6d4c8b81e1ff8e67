import type { ContactState, ContactSummary, contacts } from "@sidenote/contract/contacts";
import { type InputOf, Instant } from "@sidenote/contract/endpoint";
import type { ContactId } from "@sidenote/contract/ids";
import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Ctx } from "../../core/context.ts";
import { rows, type Tx } from "../../core/db/database.ts";
import { isoOrNull } from "../../core/db/raw.ts";
import { read } from "../../core/db/transaction.ts";
import { DEFAULT_LIMIT, decodeCursor, pageOf } from "../../core/http/page.ts";
import { fromUuid, toUuid } from "../../core/ids.ts";
import { oneCompany, wholeCompany } from "../companies/index.ts";

type ListContacts = InputOf<typeof contacts.list>;
/** The place of a contact in a list: what it is sorted by, then its id. */
type Key = { key: string | null; id: string };

/** Contacts a page at a time, by name or by the last mail in the member's own mailbox. */
export async function listContacts(ctx: Ctx, input: ListContacts) {
  const limit = input.limit ?? DEFAULT_LIMIT;
  const keysOf = input.sort === "recent" ? recentFirst : byName;
  return read(ctx, async (tx) => {
    const keys = await keysOf(tx, input, limit + 1);
    const page = pageOf(keys, limit, ({ key, id }) => [key, id]);
    const ids = page.items.map(({ id }) => fromUuid(id, "cnt"));
    const found = new Map((await contactSummaries(tx, ids)).map((one) => [one.id, one]));
    return {
      items: ids.flatMap((id) => found.get(id) ?? []),
      nextCursor: page.nextCursor,
      ...(await countByState(tx)),
    };
  });
}

function byName(tx: Tx, input: ListContacts, limit: number): Promise<Key[]> {
  const after = decodeCursor(input.cursor, z.tuple([z.string(), z.uuid()]));
  return rows<Key>(
    tx,
    sql`select k.lower_name as key, k.id from contacts k
        where ${filters(input)} and ${after ? sql`(k.lower_name, k.id) > (${after[0]}, ${after[1]}::uuid)` : sql`true`}
        order by k.lower_name, k.id limit ${limit}`,
  );
}

/** Those in the member's mail in the order of their last mail, then the others. One pass over the mailbox's people: no walk by index can be fooled. */
async function recentFirst(tx: Tx, input: ListContacts, limit: number): Promise<Key[]> {
  const after = decodeCursor(input.cursor, z.tuple([Instant.nullable(), z.uuid()]));
  const beyond = () => {
    if (!after) return sql`true`;
    const [at, id] = after;
    if (at === null) return sql`m.at is null and k.id < ${id}::uuid`;
    return sql`((m.at, k.id) < (${at}::timestamptz, ${id}::uuid) or m.at is null)`;
  };
  const found = await rows<{ key: string | Date | null; id: string }>(
    tx,
    sql`with m as (
          select i.contact_id, max(s.last_at) as at from contact_sightings s
          join contact_identities i on i.org_id = s.org_id and i.kind = 'email' and i.value = s.address
          group by i.contact_id)
        select m.at as key, k.id from contacts k left join m on m.contact_id = k.id
        where ${filters(input)} and ${beyond()}
        order by m.at desc nulls last, k.id desc limit ${limit}`,
  );
  return found.map(({ key, id }) => ({ key: isoOrNull(key), id }));
}

const notJoined = sql`k.joined_to is null`;

function filters({ state, q, companyId, archived = false }: ListContacts): SQL {
  const conditions = [notJoined, archived ? sql`k.archived_at is not null` : sql`k.archived_at is null`];
  conditions.push(sql`k.state = ${state ?? "saved"}`);
  if (companyId) conditions.push(sql`k.company_id in ${oneCompany(companyId)}`);
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

async function countByState(tx: Tx): Promise<{ seen: number; saved: number }> {
  const [row] = await rows<{ seen: number; saved: number }>(
    tx,
    sql`select count(*) filter (where k.state = 'seen')::int as seen, count(*) filter (where k.state = 'saved')::int as saved
        from contacts k where ${notJoined} and k.archived_at is null`,
  );
  return row ?? { seen: 0, saved: 0 };
}

type Row = {
  id: string;
  state: ContactState;
  name: string;
  title: string | null;
  address: string | null;
  company_id: string | null;
  company_name: string | null;
  last_at: string | Date | null;
  archived: boolean;
};

/** The given contacts as lists show them, in no particular order; those that the member may not see are missing. */
export async function contactSummaries(tx: Tx, ids: readonly ContactId[]): Promise<ContactSummary[]> {
  if (ids.length === 0) return [];
  const found = await rows<Row>(
    tx,
    sql`select k.id, k.state, k.name, k.title, k.archived_at is not null as archived, a.address, m.last_at,
          whole.id as company_id, whole.name as company_name
        from contacts k
        left join lateral ${wholeCompany(sql`k.company_id`)} whole on true
        left join lateral (
          select i.value as address from contact_identities i
          where i.org_id = k.org_id and i.contact_id = k.id and i.kind = 'email' order by i.created_at, i.value limit 1
        ) a on true
        left join lateral (
          select max(s.last_at) as last_at from contact_identities i join contact_sightings s on s.org_id = i.org_id and s.address = i.value
          where i.org_id = k.org_id and i.contact_id = k.id and i.kind = 'email'
        ) m on true
        where k.id in (${sql.join(
          ids.map((id) => sql`${toUuid(id, "cnt")}::uuid`),
          sql`, `,
        )})`,
  );
  return found.map((row) => ({
    id: fromUuid(row.id, "cnt"),
    state: row.state,
    name: row.name,
    title: row.title,
    address: row.address,
    company: row.company_id ? { id: fromUuid(row.company_id, "cmp"), name: row.company_name ?? "" } : null,
    lastContactAt: isoOrNull(row.last_at),
    archived: row.archived,
  }));
}
