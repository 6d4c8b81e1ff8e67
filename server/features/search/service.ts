import type { contactSearch } from "@sidenote/contract/contacts";
import type { InputOf, OutputOf } from "@sidenote/contract/endpoint";
import type { RecordKind, SearchHit, search } from "@sidenote/contract/search";
import { sql } from "drizzle-orm";
import type { Ctx } from "../../core/context.ts";
import { rows, type Tx } from "../../core/db/database.ts";
import { isoOrNull } from "../../core/db/raw.ts";
import { read } from "../../core/db/transaction.ts";
import { notFound } from "../../core/errors.ts";
import { fromUuid, toUuid } from "../../core/ids.ts";
import { type Ranked, rankPassages } from "./bm25.ts";
import { LEXICAL_MODEL } from "./lexical.ts";
import { marksIn } from "./marks.ts";
import { similarNames } from "./names.ts";

const PREFIX = { contact: "cnt", company: "cmp", activity: "act", email: "eml" } as const satisfies Record<
  RecordKind,
  string
>;
const DEFAULT_HITS = 20;
/** Passages looked at for each hit asked for: several may belong to one record. */
const PASSAGES_PER_HIT = 4;

/** Everything that the member may see, best first. A name that is like the query counts as much as its likeness. */
export async function searchAll(ctx: Ctx, input: InputOf<typeof search.all>): Promise<OutputOf<typeof search.all>> {
  const limit = input.limit ?? DEFAULT_HITS;
  return read(ctx, async (tx) => {
    const [ranked, alike] = await Promise.all([
      rankPassages(tx, input.q, { limit: limit * PASSAGES_PER_HIT, kind: input.kind }),
      similarNames(tx, input.q, limit),
    ]);
    const best = ranked[0]?.score ?? 1;
    const named = alike.filter((hit) => !input.kind || hit.kind === input.kind);
    const scored: Scored[] = [
      ...named.map(({ kind, uuid, name, similarity }) => ({
        recordKind: kind,
        recordUuid: uuid,
        body: name,
        at: null,
        relevance: similarity,
      })),
      ...ranked.map((passage) => ({ ...passage, relevance: passage.score / best })),
    ];
    return { items: await asHits(tx, onePerRecord(scored).slice(0, limit), input.q) };
  });
}

/** What is most like a record, by exact cosine over the vectors of its passages. */
export async function findSimilar(
  ctx: Ctx,
  input: InputOf<typeof search.similar>,
): Promise<OutputOf<typeof search.similar>> {
  const limit = input.limit ?? DEFAULT_HITS;
  const uuid = uuidOf(input.id);
  return read(ctx, async (tx) => {
    const found = await rows<{
      record_kind: RecordKind;
      record_id: string;
      body: string;
      at: string | Date | null;
      similarity: number;
    }>(
      tx,
      sql`with own as materialized (
            select e.sparse from embeddings e join search_passages p on p.id = e.passage_id
            where p.record_id = ${uuid}::uuid and e.model = ${LEXICAL_MODEL} order by p.position limit 1)
          select p.record_kind, p.record_id::text as record_id, p.body, p.at, 1 - (e.sparse <=> own.sparse) as similarity
          from own, embeddings e join search_passages p on p.id = e.passage_id
          where e.model = ${LEXICAL_MODEL} and p.record_id <> ${uuid}::uuid
          order by e.sparse <=> own.sparse limit ${limit * PASSAGES_PER_HIT}`,
    );
    const scored = found.map((row) => ({
      recordKind: row.record_kind,
      recordUuid: row.record_id,
      body: row.body,
      at: isoOrNull(row.at),
      relevance: Math.max(0, row.similarity),
    }));
    return { items: await asHits(tx, onePerRecord(scored).slice(0, limit), "") };
  });
}

function uuidOf(id: string): string {
  const prefix = Object.values(PREFIX).find((one) => id.startsWith(`${one}_`));
  if (!prefix) throw notFound("record", id);
  try {
    return toUuid(id, prefix);
  } catch {
    throw notFound("record", id);
  }
}

type Scored = Pick<Ranked, "recordKind" | "recordUuid" | "body" | "at"> & { relevance: number };

function onePerRecord(scored: readonly Scored[]): Scored[] {
  const best = new Map<string, Scored>();
  for (const one of scored) {
    const before = best.get(one.recordUuid);
    if (!before || one.relevance > before.relevance) best.set(one.recordUuid, one);
  }
  return [...best.values()].sort((a, b) => b.relevance - a.relevance);
}

type Described = { id: string; title: string; subtitle: string | null; thread_id: string | null };

async function asHits(tx: Tx, scored: readonly Scored[], query: string): Promise<SearchHit[]> {
  if (scored.length === 0) return [];
  const ids = sql.join(
    scored.map((one) => sql`${one.recordUuid}::uuid`),
    sql`, `,
  );
  const described = await rows<Described>(
    tx,
    sql`select e.id::text, e.subject as title, e.from_name as subtitle, e.thread_id::text as thread_id from emails e where e.id in (${ids})
        union all select c.id::text, c.name, coalesce(j.name, p.name), null from contacts c left join companies p on p.org_id = c.org_id and p.id = c.company_id
          left join companies j on j.org_id = p.org_id and j.id = p.joined_to where c.id in (${ids})
        union all select id::text, name, industry, null from companies where id in (${ids})
        union all select id::text, split_part(text, E'\n', 1), kind, null from activities where id in (${ids}) and removed_at is null`,
  );
  const byId = new Map(described.map((row) => [row.id, row]));
  return scored.flatMap((one) => {
    const row = byId.get(one.recordUuid);
    if (!row) return [];
    return [
      {
        kind: one.recordKind,
        id: fromUuid(one.recordUuid, PREFIX[one.recordKind]),
        title: row.title.slice(0, 300),
        subtitle: row.subtitle,
        at: one.at,
        threadId: row.thread_id && fromUuid(row.thread_id, "thr"),
        passage: one.body,
        marks: marksIn(one.body, query),
        relevance: round(one.relevance),
      },
    ];
  });
}

const round = (value: number): number => Math.round(Math.min(1, value) * 1000) / 1000;

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
    for (const { kind, uuid, name, similarity } of await similarNames(tx, input.query, input.limit)) {
      if (kind === "contact") add(uuid, similarity * 1.5, name, fromUuid(uuid, "cnt"));
    }
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

/** Record → the contacts that it tells of: a mail's sender (of an own mail its recipients), an activity's people, a contact itself. */
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
        join contacts c on c.org_id = i.org_id and c.id = i.contact_id and c.joined_to is null
        where p.email_id in (${ids}) and not p.own and (p.role = 'from' or p.direction = 'out')
        union all select activity_id::text, contact_id::text from activity_contacts where activity_id in (${ids})
        union all select id::text, id::text from contacts where id in (${ids})
        union all select company_id::text, id::text from contacts where company_id in (${ids}) and joined_to is null`,
  );
  for (const { record, contact } of links) people.set(record, [...(people.get(record) ?? []), contact]);
  return people;
}

async function namesOf(tx: Tx, uuids: string[]): Promise<Map<string, { name: string; company: string | null }>> {
  if (uuids.length === 0) return new Map();
  const found = await rows<{ id: string; name: string; company: string | null }>(
    tx,
    sql`select c.id::text, c.name, coalesce(j.name, p.name) as company from contacts c left join companies p on p.org_id = c.org_id and p.id = c.company_id
        left join companies j on j.org_id = p.org_id and j.id = p.joined_to
        where c.id in (${sql.join(
          uuids.map((uuid) => sql`${uuid}::uuid`),
          sql`, `,
        )}) and c.archived_at is null`,
  );
  return new Map(found.map((row) => [row.id, row]));
}
