import type { ImportCounts, Outcome } from "@sidenote/contract/imports";
import type { LedgerSource } from "@sidenote/contract/ledger";
import type { z } from "zod";

/** So many messages of one source with the same outcome and rule, and how many of them are in the mailbox now. */
export type Group = { outcome: z.infer<typeof Outcome>; rule: string | null; count: number; there: number };

export type Sums = Pick<LedgerSource, "counts" | "kept" | "forgotten" | "rules">;

export const NO_SUMS: Sums = {
  counts: { seen: 0, stored: 0, duplicate: 0, setAside: 0, notWanted: 0, notMail: 0 },
  kept: 0,
  forgotten: 0,
  rules: [],
};

const FIELD = {
  stored: "stored",
  duplicate: "duplicate",
  set_aside: "setAside",
  not_wanted: "notWanted",
  not_mail: "notMail",
} as const;

/** The sums of one source. `kept` are the stored mails that are still there, `forgotten` those that are not. */
export function sumOf(groups: readonly Group[]): Sums {
  const counts: ImportCounts = { ...NO_SUMS.counts };
  const rules = new Map<string, number>();
  let kept = 0;
  for (const { outcome, rule, count, there } of groups) {
    counts[FIELD[outcome]] += count;
    if (outcome !== "not_mail") counts.seen += count;
    if (outcome === "stored") kept += there;
    if (outcome === "not_wanted" && rule !== null) rules.set(rule, (rules.get(rule) ?? 0) + count);
  }
  const byCount = [...rules].map(([rule, count]) => ({ rule, count })).sort((a, b) => b.count - a.count);
  return { counts, kept, forgotten: counts.stored - kept, rules: byCount };
}

/** The sums of all sources together. */
export function summed(sources: readonly Sums[]): ImportCounts & { kept: number; forgotten: number } {
  const total = { ...NO_SUMS.counts, kept: 0, forgotten: 0 };
  for (const { counts, kept, forgotten } of sources) {
    for (const key of Object.keys(counts) as (keyof ImportCounts)[]) total[key] += counts[key];
    total.kept += kept;
    total.forgotten += forgotten;
  }
  return total;
}
