import { createKey } from "../../server/features/access/service.ts";
import { filledBed, isStoring, kinds } from "./bed.ts";
import { ms, percentiles, quantile, type Row } from "./measure.ts";
import { compare, LENGTHS, queriesOf, searchPaths, textsIn } from "./queries.ts";
import { recallRow } from "./recall.ts";

/** In mails, each of about three passages: a hundred thousand passages, and a million. */
const SIZES = (process.env.BENCH_GROWTH ?? "32000,320000").split(",").map(Number);
/** Exact scores of more mails than this take a quarter of a minute a query. */
const MANY_MAILS = 100_000;
const FEW_QUERIES = 8;
const SEARCH_AIM = 1.3;
const GROWTH_AIM = 6;

/** `GET /v1/search` on PostgreSQL as the mailbox grows tenfold. The beds hold nothing that search does not look at. */
export async function run(): Promise<Row[]> {
  if (!kinds.includes("PostgreSQL")) return [];
  const rows: Row[] = [];
  // The same of both sizes: with others it would be the queries that are compared.
  let texts: string[] | null = null;
  const medians = new Map<string, { mails: number; p50: number }[]>(LENGTHS.map(([name]) => [name, []]));
  for (const mails of SIZES) {
    const bed = await filledBed("PostgreSQL", { name: `search-${mails}`, mails, wanted: isStoring });
    const { value } = await createKey(bed.ctx, { name: "bench" });
    texts ??= await textsIn(bed);
    const passages = await bed.ask("select count(*) from search_passages");
    const at = `PostgreSQL, ${mails} mails (${passages} passages)`;
    for (const [name, length] of LENGTHS) {
      for (const atOnce of [1, 16]) {
        const { measured, floor } = await compare(bed, value, searchPaths(texts, length), atOnce);
        rows.push(...percentiles(`search, ${name} queries, ${at}, ${atOnce} at once`, measured, floor, SEARCH_AIM));
        if (atOnce === 1) medians.get(name)!.push({ mails, p50: quantile(measured, 0.5) });
      }
      const queries = queriesOf(texts, length).slice(0, mails > MANY_MAILS ? FEW_QUERIES : 16);
      rows.push(await recallRow(bed, `${name} queries, ${at}`, queries));
    }
    await bed.close();
  }
  for (const [name, sizes] of medians) {
    const [small, large] = [sizes[0]!, sizes.at(-1)!];
    rows.push({
      what: `search, ${name} queries, PostgreSQL: ${large.mails} mails against ${small.mails}`,
      measured: ms(large.p50),
      floor: ms(small.p50),
      ratio: large.p50 / small.p50,
      aim: GROWTH_AIM,
    });
  }
  return rows;
}
