import { createKey } from "../../server/features/access/service.ts";
import { filledBed, type Kind, kinds } from "./bed.ts";
import { percentiles, quantile, type Row } from "./measure.ts";
import { compare, LENGTHS, queriesOf, searchPaths, textsIn } from "./queries.ts";
import { recallRow } from "./recall.ts";

/** How many mails there are while it is measured. */
const SIZES = (process.env.BENCH_MAILS ?? "10000,100000").split(",").map(Number);
/** Vectors, which neither context nor search looks at here, would take as long as all the rest. */
const UNREAD = "search.embed";
const CONTEXT_AIM = 1.5;
const SEARCH_AIM = 1.3;
const GROWTH_AIM = 1.3;

/** `GET /v1/context` and `GET /v1/search`, against the same statements through the same driver, without row security, plus an empty route. */
export async function run(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const kind of kinds) {
    const medians: number[] = [];
    for (const mails of SIZES) {
      const { found, median } = await measureAt(kind, mails);
      rows.push(...found);
      medians.push(median);
    }
    const [small, large] = [medians[0]!, medians.at(-1)!];
    if (medians.length > 1)
      rows.push({
        what: `context, ${kind}: ${SIZES.at(-1)} mails against ${SIZES[0]}`,
        measured: `${large.toFixed(2)} ms`,
        floor: `${small.toFixed(2)} ms`,
        ratio: large / small,
        aim: GROWTH_AIM,
      });
  }
  return rows;
}

async function measureAt(kind: Kind, mails: number): Promise<{ found: Row[]; median: number }> {
  const bed = await filledBed(kind, { name: `mails-${mails}`, mails, wanted: (job) => job !== UNREAD });
  const { value } = await createKey(bed.ctx, { name: "bench" });
  const people = (
    await bed.ask(
      "select string_agg(address, ' ') from (select address from contact_sightings order by md5(address) limit 64) t",
    )
  ).split(" ");
  const contexts = people.map((address) => `/v1/context?address=${encodeURIComponent(address)}`);
  const texts = await textsIn(bed);
  const passages = await bed.ask("select count(*) from search_passages");
  const at = `${kind}, ${mails} mails (${passages} passages)`;
  const found: Row[] = [];
  let median = Number.NaN;
  for (const atOnce of [1, 16]) {
    const context = await compare(bed, value, contexts, atOnce);
    if (atOnce === 1) median = quantile(context.measured, 0.5);
    found.push(...percentiles(`context, ${at}, ${atOnce} at once`, context.measured, context.floor, CONTEXT_AIM));
    for (const [name, length] of LENGTHS) {
      const search = await compare(bed, value, searchPaths(texts, length), atOnce);
      found.push(
        ...percentiles(`search, ${name} queries, ${at}, ${atOnce} at once`, search.measured, search.floor, SEARCH_AIM),
      );
    }
  }
  for (const [name, length] of LENGTHS)
    found.push(await recallRow(bed, `${name} queries, ${at}`, queriesOf(texts, length)));
  await bed.close();
  return { found, median };
}
