import type { InputOf, OutputOf } from "@sidenote/contract/endpoint";
import type { RecordKind, search } from "@sidenote/contract/search";
import { sql } from "drizzle-orm";
import type { Ctx } from "../../core/context.ts";
import { rows } from "../../core/db/database.ts";
import { read } from "../../core/db/transaction.ts";
import { notFound } from "../../core/errors.ts";
import { toUuid } from "../../core/ids.ts";
import { rankPassages } from "./bm25.ts";
import { asHits, onePerRecord, PREFIX, type Scored } from "./hits.ts";
import { LEXICAL_MODEL } from "./lexical.ts";
import { similarNames } from "./names.ts";

const DEFAULT_HITS = 20;
/** Passages looked at for each hit asked for: several may belong to one record. */
const PASSAGES_PER_HIT = 4;

/** Everything that the member may see, best first. A name that is like the query counts as much as its likeness. */
export async function searchAll(ctx: Ctx, input: InputOf<typeof search.all>): Promise<OutputOf<typeof search.all>> {
  const limit = input.limit ?? DEFAULT_HITS;
  return read(ctx, async (tx) => {
    const [ranked, alike] = await Promise.all([
      rankPassages(tx, input.q, { limit: limit * PASSAGES_PER_HIT, kind: input.kind }),
      similarNames(tx, input.q, { limit, kind: input.kind }),
    ]);
    const best = ranked[0]?.score ?? 1;
    const scored: Scored[] = [
      ...alike.map(({ kind, uuid, name, similarity }) => ({
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

/** What is most like a record, by exact cosine between the vector of its first passage and those of all others. */
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
      at: row.at,
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
