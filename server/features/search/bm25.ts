import type { RecordKind } from "@sidenote/contract/search";
import { type SQL, sql } from "drizzle-orm";
import { rows, type Tx } from "../../core/db/database.ts";

/** A passage and how well it fits. */
export type Ranked = {
  recordKind: RecordKind;
  recordUuid: string;
  start: number;
  body: string;
  /** As the driver gives it. */
  at: string | Date | null;
  score: number;
};

const K1 = 1.2;
const B = 0.75;
/** Words of a query beyond these add time and no precision. */
const MOST_LEXEMES = 40;
/**
 * Passages are gathered by the rarest words, then by pairs of the next, up to about a twenty-fifth of all within these bounds; all
 * words score. With fewer, or by single words alone, long queries miss some of the best in large mailboxes; with more, they take
 * longer and find nothing better (tests/bench/recall.ts, up to a million passages). Where that finds
 * too few, or no word is rare enough and a passage with one word could be better than what pairs found, one more word gathers.
 */
const CANDIDATES_PART = 0.04;
const LEAST_CANDIDATES = 5000;
const MOST_CANDIDATES = 20_000;
/** Of the words that are too frequent to gather by, the rarest so many gather in pairs. */
const PAIRED_WORDS = 5;

type Weighted = { lexeme: string; idf: number; passages: number };

/**
 * The best passages for a query by BM25 (Robertson and Zaragoza 2009; k1 1.2, b 0.75), over what the member may see. Document
 * frequencies are counted over that too: counted wider, they would tell of what is invisible. Term frequency is read back from
 * ts_rank, which for one lexeme of equal weights is the harmonic sum H₂(tf)/1.6449. Scored one candidate at a time and cut
 * before passages are read: to group and sort them with their lexemes takes three times as long.
 */
export async function rankPassages(
  tx: Tx,
  query: string,
  options: { limit: number; kind?: RecordKind | undefined },
): Promise<Ranked[]> {
  const [scopes, counted] = await Promise.all([
    rows<Scope>(tx, sql`select id, passages, words::float8 as words from search_scopes`),
    countLexemes(tx, query),
  ]);
  if (scopes.length === 0 || counted.length === 0) return [];
  const total = Math.max(1, sum(scopes.map((scope) => scope.passages)));
  const averageLength = Math.max(1, sum(scopes.map((scope) => scope.words)) / total);
  const weighted = weigh(counted, total);
  const best = (gathered: Weighted[][]) => bestOf(tx, { scopes, weighted, averageLength, gathered, ...options });
  const { alone, pairs, next } = gatherers(weighted, total);
  const found = alone.length + pairs.length > 0 ? await best([...alone, ...pairs]) : [];
  const worst = found[options.limit - 1]?.score ?? 0;
  // However often a word stands in a passage, it scores less than its idf times k1 + 1.
  const isEnough = alone.length > 0 ? found.length === options.limit : worst >= next!.idf * (K1 + 1);
  return next && !isEnough ? best([...alone, [next], ...pairs]) : found;
}

/** Whose passages, or which all of the organization see, and how much they are. */
type Scope = { id: number; passages: number; words: number };

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** Scores the passages that have all words of one of `gathered`, by all words of the query. */
async function bestOf(
  tx: Tx,
  query: {
    scopes: readonly Scope[];
    weighted: readonly Weighted[];
    averageLength: number;
    gathered: readonly Weighted[][];
    limit: number;
    kind?: RecordKind | undefined;
  },
): Promise<Ranked[]> {
  const { scopes, weighted, averageLength, gathered, limit, kind } = query;
  const terms = scopes.flatMap(({ id }) =>
    weighted.map(({ lexeme, idf }) => ({ scope_id: id, query: quoted(id, lexeme), idf })),
  );
  const wanted = scopes
    .flatMap(({ id }) => gathered.map((words) => words.map(({ lexeme }) => quoted(id, lexeme)).join(" & ")))
    .join(" | ");
  const ofKind = kind ? sql`join search_passages p on p.id = i.passage_id and p.record_kind = ${kind}` : sql``;
  const found = await rows<Omit<Ranked, "recordKind" | "recordUuid"> & { record_kind: RecordKind; record_id: string }>(
    tx,
    sql`with term as materialized (
          select scope_id, query::tsquery as query, idf
          from jsonb_to_recordset(${JSON.stringify(terms)}::jsonb) as x(scope_id integer, query text, idf float8)),
        candidate as (
          select i.passage_id, i.scope_id, i.length, i.lexemes from search_index i ${ofKind} where i.lexemes @@ ${wanted}::tsquery),
        best as (
          select c.passage_id, (
            select sum(t.idf * ${K1 + 1}::float8 * f.tf / (f.tf + ${K1 * (1 - B)}::float8 + ${(K1 * B) / averageLength}::float8 * c.length))
            from term t,
              lateral (select ts_rank('{1,1,1,1}', c.lexemes, t.query)::float8 as r) r,
              lateral (select case when r.r = 0 then 0 else round(1 / (1.644935 - 1.644934 * least(r.r, 1)) - 0.5) end as tf) f
            where t.scope_id = c.scope_id) as score
          from candidate c order by score desc, passage_id desc limit ${limit})
        select p.record_kind, p.record_id::text as record_id, p.start, p.body, p.at, b.score
        from best b join search_passages p on p.id = b.passage_id order by b.score desc, p.at desc nulls last, p.id`,
  );
  return found.map(({ record_kind, record_id, ...rest }) => ({
    recordKind: record_kind,
    recordUuid: record_id,
    ...rest,
  }));
}

/** A query's words as they are indexed. */
const lexemesIn = (query: string): SQL =>
  sql`select lexeme from unnest(to_tsvector('app.words', ${query.slice(0, 5000)})) limit ${MOST_LEXEMES}`;

export const lexemesOf = async (tx: Tx, query: string): Promise<string[]> =>
  (await rows<{ lexeme: string }>(tx, lexemesIn(query))).map((row) => row.lexeme);

/** A query's words, and in how many passages that the member may see each stands. */
const countLexemes = (tx: Tx, query: string) =>
  rows<{ lexeme: string; passages: number }>(
    tx,
    sql`select w.lexeme, (select coalesce(sum(t.passages), 0)::int from search_terms t
          where t.scope_id = any(array(select id from search_scopes)) and t.lexeme = w.lexeme) as passages
        from (${lexemesIn(query)}) w`,
  );

/** The rarest first. A word is taken to stand somewhere, for counts may be older than passages. */
const weigh = (counted: readonly { lexeme: string; passages: number }[], total: number): Weighted[] =>
  counted
    .map(({ lexeme, passages: counted }) => {
      const passages = Math.min(total, Math.max(1, counted));
      return { lexeme, passages, idf: Math.log(1 + (total - passages + 0.5) / (passages + 0.5)) };
    })
    .sort((a, b) => a.passages - b.passages);

/** What candidates are gathered by: passages that have all words of one of these. */
type Gatherers = { alone: Weighted[][]; pairs: Weighted[][]; next: Weighted | undefined };

/**
 * The rarest words alone, as long as they gather few enough passages; then pairs of the next words, which may score higher than
 * one rare word. How many passages have both is taken as if words were independent. `next` is the rarest word that gathers too
 * many to be taken alone.
 */
function gatherers(weighted: readonly Weighted[], total: number): Gatherers {
  let room = Math.min(MOST_CANDIDATES, Math.max(LEAST_CANDIDATES, total * CANDIDATES_PART));
  const fits = (passages: number): boolean => {
    if (passages > room) return false;
    room -= passages;
    return true;
  };
  const alone = weighted.filter(({ passages }) => fits(passages)).map((one) => [one]);
  const rest = weighted.slice(alone.length, alone.length + PAIRED_WORDS);
  const pairs = rest
    .flatMap((one, i) => rest.slice(i + 1).map((other) => [one, other]))
    .filter(([one, other]) => fits((one!.passages * other!.passages) / total));
  return { alone, pairs, next: rest[0] };
}

/** One lexeme of one scope in the syntax of tsquery. */
const quoted = (scope: number, lexeme: string): string =>
  `'${`${scope}:${lexeme}`.replaceAll("'", "''").replaceAll("\\", "\\\\")}'`;
