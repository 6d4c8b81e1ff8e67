import { read } from "../../server/core/db/transaction.ts";
import { lexemesOf, rankPassages } from "../../server/features/search/bm25.ts";
import type { Bed } from "./bed.ts";
import type { Row } from "./measure.ts";

const K1 = 1.2;
const B = 0.75;
const TOP = 10;
/** Passages that are looked at together: all that have a common word are more than one string holds. */
const AT_ONCE = 100_000;
const RECALL_AIM = 0.97;
/** Two ways to add the same numbers differ in their last digits; what ties with the tenth is as good as it. */
const TIE = 1e-3;

/** How many of the ten best passages by BM25, computed here over every passage that has any word of the query, search finds. */
export async function recallRow(bed: Bed, what: string, queries: readonly string[]): Promise<Row> {
  let found = 0;
  let wanted = 0;
  for (const query of queries) {
    const exact = await exactScores(bed, query);
    const best = [...exact.values()].sort((a, b) => b - a).slice(0, TOP);
    const least = (best.at(-1) ?? 0) * (1 - TIE);
    const ranked = await read(bed.ctx, (tx) => rankPassages(tx, query, { limit: TOP }));
    wanted += best.length;
    found += ranked.filter((one) => (exact.get(`${one.recordUuid} ${one.start}`) ?? 0) >= least).length;
  }
  return {
    what: `recall@${TOP} of search against exact BM25, ${what}, ${queries.length} queries`,
    measured: (found / wanted).toFixed(3),
    floor: "",
    ratio: null,
    aim: null,
    note: `aim ≥ ${RECALL_AIM}${found / wanted < RECALL_AIM ? ", missed" : ""}`,
  };
}

type Kept = { key: string; length: number; lexemes: string };

/** Record and place of every passage with a word of the query → its score, with each word's true number of passages. */
async function exactScores(bed: Bed, query: string): Promise<Map<string, number>> {
  const words = await read(bed.ctx, (tx) => lexemesOf(tx, query));
  const quoted = (scope: string, word: string) =>
    `'${`${scope}:${word}`.replaceAll("'", "''").replaceAll("\\", "\\\\")}'`;
  const scopes = JSON.parse(await bed.ask("select json_agg(id::text)::text from search_scopes")) as string[];
  const terms = scopes.flatMap((scope) => words.map((word) => quoted(scope, word)));
  const kept: { key: string; length: number; count: number[] }[] = [];
  const last = Number(await bed.ask("select coalesce(max(passage_id), 0) from search_index"));
  for (let from = 0; from <= last; from += AT_ONCE) {
    const some = JSON.parse(
      await bed.ask(
        `select coalesce(json_agg(json_build_object('key', p.record_id || ' ' || p.start, 'length', i.length, 'lexemes', i.lexemes::text)), '[]')::text
         from search_index i join search_passages p on p.id = i.passage_id
         where i.passage_id between ${from} and ${from + AT_ONCE - 1} and i.lexemes @@ $q$${terms.join(" | ")}$q$::tsquery`,
      ),
    ) as Kept[];
    for (const { key, length, lexemes } of some) kept.push({ key, length, count: countsOf(lexemes, words) });
  }
  const [total, average] = JSON.parse(
    await bed.ask("select json_build_array(count(*), avg(length))::text from search_index"),
  ) as [number, number];
  const idf = words.map((_, w) => {
    const having = kept.filter(({ count }) => count[w]! > 0).length;
    return Math.log(1 + (total - having + 0.5) / (having + 0.5));
  });
  return new Map(
    kept.map(({ key, length, count }) => [
      key,
      words.reduce((score, _, w) => {
        const tf = count[w]!;
        return score + (idf[w]! * tf * (K1 + 1)) / (tf + K1 * (1 - B + (B * length) / average));
      }, 0),
    ]),
  );
}

/** How often each word stands in a passage, read from the text form of its vector: `'12:word':3,17 …`. */
function countsOf(lexemes: string, words: readonly string[]): number[] {
  const places = new Map(
    [...lexemes.matchAll(/'\d+:((?:[^'\\]|''|\\\\)*)':([\d,A-D]+)/g)].map(([, word = "", at = ""]) => [
      word.replaceAll("''", "'").replaceAll("\\\\", "\\"),
      at.split(",").length,
    ]),
  );
  return words.map((word) => places.get(word) ?? 0);
}
