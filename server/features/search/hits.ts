import type { RecordKind, SearchHit } from "@sidenote/contract/search";
import { type SQL, sql } from "drizzle-orm";
import { rows, type Tx } from "../../core/db/database.ts";
import { isoOrNull } from "../../core/db/raw.ts";
import { fromUuid } from "../../core/ids.ts";
import { beginningOf } from "../../core/text/storable.ts";
import { wholeCompany } from "../companies/index.ts";
import type { Ranked } from "./bm25.ts";
import { markerOf } from "./marks.ts";

export const PREFIX = { contact: "cnt", company: "cmp", activity: "act", email: "eml" } as const satisfies Record<
  RecordKind,
  string
>;

const KINDS = Object.keys(PREFIX) as RecordKind[];

/** A passage, or the name, of a record, and how relevant it is from 0 to 1. */
export type Scored = Pick<Ranked, "recordKind" | "recordUuid" | "body" | "at"> & { relevance: number };

/** The best of each record, best first. */
export function onePerRecord(scored: readonly Scored[]): Scored[] {
  const best = new Map<string, Scored>();
  for (const one of scored) {
    const before = best.get(one.recordUuid);
    if (!before || one.relevance > before.relevance) best.set(one.recordUuid, one);
  }
  return [...best.values()].sort((a, b) => b.relevance - a.relevance);
}

type Described = { id: string; title: string; subtitle: string | null; thread_id: string | null };

/** What a person tells the records of a kind apart by, of those that the member may see and that are there. */
const DESCRIBED: Readonly<Record<RecordKind, (ids: SQL) => SQL>> = {
  email: (ids) =>
    sql`select e.id::text, e.subject as title, e.from_name as subtitle, e.thread_id::text as thread_id from emails e where e.id in (${ids})`,
  contact: (ids) =>
    sql`select c.id::text, c.name as title, whole.name as subtitle, null as thread_id
          from contacts c left join lateral ${wholeCompany(sql`c.company_id`)} whole on true where c.id in (${ids})`,
  company: (ids) =>
    sql`select id::text, name as title, industry as subtitle, null as thread_id from companies where id in (${ids})`,
  activity: (ids) =>
    sql`select id::text, split_part(text, E'\n', 1) as title, kind as subtitle, null as thread_id
          from activities where id in (${ids}) and removed_at is null`,
};

/** With what a person needs to tell them apart; what the member may not see, or is gone, is left out. */
export async function asHits(tx: Tx, scored: readonly Scored[], query: string): Promise<SearchHit[]> {
  if (scored.length === 0) return [];
  // Most words are found in mail alone; a kind that is not there is not looked through.
  const kinds = KINDS.filter((kind) => scored.some((one) => one.recordKind === kind));
  const found = kinds.map((kind) =>
    DESCRIBED[kind](
      sql.join(
        scored.filter((one) => one.recordKind === kind).map((one) => sql`${one.recordUuid}::uuid`),
        sql`, `,
      ),
    ),
  );
  const described = await rows<Described>(tx, sql.join(found, sql` union all `));
  const marksIn = markerOf(query);
  const byId = new Map(described.map((row) => [row.id, row]));
  return scored.flatMap((one) => {
    const row = byId.get(one.recordUuid);
    if (!row) return [];
    return [
      {
        kind: one.recordKind,
        id: fromUuid(one.recordUuid, PREFIX[one.recordKind]),
        title: beginningOf(row.title, 300),
        subtitle: row.subtitle,
        at: isoOrNull(one.at),
        threadId: row.thread_id && fromUuid(row.thread_id, "thr"),
        passage: one.body,
        marks: marksIn(one.body),
        relevance: round(one.relevance),
      },
    ];
  });
}

export const round = (value: number): number => Math.round(Math.min(1, value) * 1000) / 1000;
