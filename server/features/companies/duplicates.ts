import type { companies } from "@sidenote/contract/companies";
import type { InputOf, OutputOf } from "@sidenote/contract/endpoint";
import type { CompanyId } from "@sidenote/contract/ids";
import { sql } from "drizzle-orm";
import type { Ctx } from "../../core/context.ts";
import { rows, type Tx } from "../../core/db/database.ts";
import { read } from "../../core/db/transaction.ts";
import { fromUuid } from "../../core/ids.ts";
import { type Evidence, whySameCompany } from "../../core/mail/people/same-company.ts";
import { pairKey } from "../../core/pair.ts";
import { evidenceOf } from "./evidence.ts";
import { wholeCompany } from "./joined.ts";
import { companySummaries } from "./list.ts";

const DEFAULT_LIMIT = 20;

export type Known = { id: CompanyId; name: string; domains: string[] };

/** Pairs of companies that may be one, each with the reasons; a person decides. */
export const findCompanyDuplicates = (
  ctx: Ctx,
  input: InputOf<typeof companies.duplicates>,
): Promise<OutputOf<typeof companies.duplicates>> =>
  read(ctx, async (tx) => {
    const known = await everyCompany(tx);
    const told = await toldApart(tx);
    const pairs: { keep: CompanyId; other: CompanyId; reasons: string[] }[] = [];
    for (const { a, b, evidence } of candidates(known, await evidenceOf(tx, known))) {
      const reasons = told.has(pairKey(a.id, b.id)) ? null : whySameCompany(a, b, evidence);
      if (reasons) pairs.push({ keep: a.id, other: b.id, reasons });
    }
    pairs.sort((x, y) => y.reasons.length - x.reasons.length);
    const shown = pairs.slice(0, input.limit ?? DEFAULT_LIMIT);
    const summaries = new Map(
      (await companySummaries(tx, [...new Set(shown.flatMap(({ keep, other }) => [keep, other]))])).map((one) => [
        one.id,
        one,
      ]),
    );
    return {
      items: shown.flatMap(({ reasons, ...pair }) => {
        const [keep, other] = [summaries.get(pair.keep), summaries.get(pair.other)];
        return keep && other ? [{ keep, other, reasons }] : [];
      }),
    };
  });

/** A name that more companies have is a word that says nothing. */
const MOST_NAMESAKES = 3;
const NOTHING: Evidence = { atBoth: [], signedWith: [] };

/** Only those that have something in common are looked at: a name, the word before the ending, or what the mail says. */
function* candidates(
  known: readonly Known[],
  evidence: ReadonlyMap<string, Evidence>,
): Generator<{ a: Known; b: Known; evidence: Evidence }> {
  const byWord = new Map<string, Set<Known>>();
  for (const one of known) for (const word of wordsOf(one)) byWord.set(word, (byWord.get(word) ?? new Set()).add(one));
  const order = new Map(known.map((one, i) => [one.id, i]));
  const pairs = new Set(evidence.keys());
  for (const same of byWord.values()) {
    if (same.size > MOST_NAMESAKES) continue;
    const all = [...same];
    for (const [i, a] of all.entries()) for (const b of all.slice(i + 1)) pairs.add(pairKey(a.id, b.id));
  }
  for (const key of pairs) {
    const [a, b] = key
      .split(" ")
      .map((id) => known[order.get(id as CompanyId) ?? -1])
      .sort((x, y) => (order.get(x?.id ?? ("" as CompanyId)) ?? 0) - (order.get(y?.id ?? ("" as CompanyId)) ?? 0));
    if (a && b) yield { a, b, evidence: evidence.get(key) ?? NOTHING };
  }
}

const wordsOf = ({ name, domains }: Known): string[] => [
  ...domains.map((domain) => domain.split(".")[0]!),
  ...name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .slice(0, 1),
];

/** What is saved first, then what was there first: of two, that one is kept. */
async function everyCompany(tx: Tx): Promise<Known[]> {
  const found = await rows<{ id: string; name: string; domains: string[] }>(
    tx,
    sql`with recursive one as (
          select id, id as root from companies where joined_to is null
          union all select c.id, one.root from companies c join one on c.joined_to = one.id)
        select k.id::text, k.name, coalesce(array_agg(distinct d.domain) filter (where d.domain is not null), '{}') as domains
        from companies k join one on one.root = k.id left join company_domains d on d.org_id = k.org_id and d.company_id = one.id
        where k.archived_at is null
        group by k.org_id, k.id, k.name, k.state, k.created_at order by k.state = 'saved' desc, k.created_at, k.id`,
  );
  return found.map((one) => ({ ...one, id: fromUuid(one.id, "cmp") }));
}

/** Of whom a person said that they are two, that the one is a part of the other, or that both are parts of a third. */
async function toldApart(tx: Tx): Promise<Set<string>> {
  const found = await rows<{ a: string; b: string }>(
    tx,
    sql`with said as (
          select one_id as a, other_id as b from companies_apart
          union all select company_id, parent_id from company_parents
          union all select x.company_id, y.company_id from company_parents x
            join company_parents y on y.org_id = x.org_id and y.parent_id = x.parent_id and y.company_id <> x.company_id)
        select a.id::text as a, b.id::text as b
        from said cross join lateral ${wholeCompany(sql`said.a`)} a cross join lateral ${wholeCompany(sql`said.b`)} b`,
  );
  return new Set(found.map(({ a, b }) => pairKey(fromUuid(a, "cmp"), fromUuid(b, "cmp"))));
}
