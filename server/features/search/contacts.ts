import type { contactSearch } from "@sidenote/contract/contacts";
import type { InputOf, OutputOf } from "@sidenote/contract/endpoint";
import { sql } from "drizzle-orm";
import type { Ctx } from "../../core/context.ts";
import { rows, type Tx } from "../../core/db/database.ts";
import { read } from "../../core/db/transaction.ts";
import { fromUuid } from "../../core/ids.ts";
import { wholeCompany } from "../companies/index.ts";
import { type Ranked, rankPassages } from "./bm25.ts";
import { PREFIX, round } from "./hits.ts";
import { similarNames } from "./names.ts";

const PASSAGES_FOR_CONTACTS = 200;
/** What a contact's second, third … passage adds to its best one. */
const FURTHER_PASSAGE = 0.2;

/** People by what was said with them, by what is noted about them, or by name. */
export async function searchContacts(
  ctx: Ctx,
  input: InputOf<typeof contactSearch>,
): Promise<OutputOf<typeof contactSearch>> {
  return read(ctx, async (tx) => {
    const ranked = await rankPassages(tx, input.query, { limit: PASSAGES_FOR_CONTACTS });
    const best = ranked[0]?.score ?? 1;
    const contactsOf = await peopleBehind(tx, ranked);
    const found = new Map<string, { relevance: number; body: string; source: string }>();
    const add = (contact: string, relevance: number, body: string, source: string) => {
      const before = found.get(contact);
      if (!before) found.set(contact, { relevance, body, source });
      else if (relevance > before.relevance)
        found.set(contact, { relevance: relevance + before.relevance * FURTHER_PASSAGE, body, source });
      else before.relevance += relevance * FURTHER_PASSAGE;
    };
    for (const passage of ranked) {
      const source = fromUuid(passage.recordUuid, PREFIX[passage.recordKind]);
      for (const contact of contactsOf.get(passage.recordUuid) ?? [])
        add(contact, passage.score / best, passage.body, source);
    }
    for (const { uuid, name, similarity } of await similarNames(tx, input.query, {
      limit: input.limit,
      kind: "contact",
    }))
      add(uuid, similarity * 1.5, name, fromUuid(uuid, "cnt"));
    const top = [...found].sort(([, a], [, b]) => b.relevance - a.relevance).slice(0, input.limit);
    const highest = Math.max(1, top[0]?.[1].relevance ?? 1);
    const named = await namesOf(
      tx,
      top.map(([uuid]) => uuid),
    );
    return {
      contacts: top.flatMap(([uuid, { relevance, body, source }]) => {
        const contact = named.get(uuid);
        if (!contact) return [];
        return [
          {
            contact_id: fromUuid(uuid, "cnt"),
            name: contact.name,
            company: contact.company,
            relevance: round(relevance / highest),
            matched_context: body,
            source_id: source,
          },
        ];
      }),
    };
  });
}

/**
 * Record → the contacts that it tells of: a mail's sender (of an own mail its recipients), an activity's people, a contact itself.
 * Nobody archived.
 */
async function peopleBehind(tx: Tx, ranked: readonly Ranked[]): Promise<Map<string, string[]>> {
  const people = new Map<string, string[]>();
  if (ranked.length === 0) return people;
  const ids = sql.join(
    [...new Set(ranked.map((one) => one.recordUuid))].map((uuid) => sql`${uuid}::uuid`),
    sql`, `,
  );
  const links = await rows<{ record: string; contact: string }>(
    tx,
    sql`select p.email_id::text as record, c.id::text as contact
        from email_participants p
        join contact_identities i on i.org_id = p.org_id and i.kind = 'email' and i.value = p.address
        join contacts c on c.org_id = i.org_id and c.id = i.contact_id and c.joined_to is null and c.archived_at is null
        where p.email_id in (${ids}) and not p.own and (p.role = 'from' or p.direction = 'out')
        union all select a.activity_id::text, c.id::text from activity_contacts a
        join contacts c on c.org_id = a.org_id and c.id = a.contact_id and c.archived_at is null where a.activity_id in (${ids})
        union all select id::text, id::text from contacts where id in (${ids}) and archived_at is null
        union all select company_id::text, id::text from contacts where company_id in (${ids}) and joined_to is null and archived_at is null`,
  );
  for (const { record, contact } of links) people.set(record, [...(people.get(record) ?? []), contact]);
  return people;
}

async function namesOf(tx: Tx, uuids: string[]): Promise<Map<string, { name: string; company: string | null }>> {
  if (uuids.length === 0) return new Map();
  const found = await rows<{ id: string; name: string; company: string | null }>(
    tx,
    sql`select c.id::text, c.name, whole.name as company
        from contacts c left join lateral ${wholeCompany(sql`c.company_id`)} whole on true
        where c.id in (${sql.join(
          uuids.map((uuid) => sql`${uuid}::uuid`),
          sql`, `,
        )})`,
  );
  return new Map(found.map((row) => [row.id, row]));
}
