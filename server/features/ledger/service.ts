import type { InputOf } from "@sidenote/contract/endpoint";
import { ImportId } from "@sidenote/contract/ids";
import type { ImportCounts } from "@sidenote/contract/imports";
import type { LedgerSource, ledger } from "@sidenote/contract/ledger";
import { desc } from "drizzle-orm";
import { z } from "zod";
import { organizationsOfMember } from "../../core/auth/members.ts";
import type { Ctx } from "../../core/context.ts";
import { read } from "../../core/db/transaction.ts";
import { DEFAULT_LIMIT, decodeCursor, pageOf } from "../../core/http/page.ts";
import { importTable } from "../imports/index.ts";
import { importGroups, mailsIn, panelGroups } from "./count.ts";
import { NO_SUMS, type Sums, summed, sumOf } from "./sums.ts";

type Row = typeof importTable.$inferSelect;

/** Every source with its sums, counted from the single messages, and whether all of it adds up. */
export async function ledgerSums(ctx: Ctx, input: InputOf<typeof ledger.sums>) {
  const limit = input.limit ?? DEFAULT_LIMIT;
  const after = decodeCursor(input.cursor, z.tuple([ImportId]));
  const organizations = await organizationsOfMember(ctx.app, ctx.actor.memberId);
  const isDemo = organizations.find((one) => one.id === ctx.actor.organizationId)?.demo ?? false;
  return read(ctx, async (tx) => {
    const rows = await tx.select().from(importTable).orderBy(desc(importTable.id));
    const groups = await importGroups(tx);
    const imports = rows.map((row) => importSource(row, sumOf(groups.get(row.id) ?? [])));
    const { at, groups: handedIn } = await panelGroups(tx);
    const { mails, unaccounted } = await mailsIn(tx);
    const others = [
      ...(handedIn.length > 0 ? [source("panel", "Panel", at, sumOf(handedIn))] : []),
      ...(isDemo && unaccounted > 0 ? [demoSource(unaccounted)] : []),
    ];
    const all = [...others, ...imports];
    const place = after ? imports.findIndex((one) => one.importId === after[0]) + 1 : 0;
    const page = pageOf(imports.slice(place, place + limit + 1), limit, (one) => [one.importId ?? ""]);
    const unnamed = isDemo ? 0 : unaccounted;
    return {
      items: after ? page.items : [...others, ...page.items],
      nextCursor: page.nextCursor,
      sums: summed(all),
      mails,
      unaccounted: unnamed,
      reconciled: unnamed === 0 && all.every((one) => one.reconciled),
    };
  });
}

const source = (kind: LedgerSource["kind"], name: string, at: string | null, sums: Sums): LedgerSource => ({
  kind,
  importId: null,
  name,
  state: null,
  at,
  ...sums,
  reconciled: addsUp(sums),
});

const importSource = (row: Row, sums: Sums): LedgerSource => ({
  ...source("import", row.name, row.createdAt, sums),
  importId: row.id,
  state: row.state,
  reconciled: addsUp(sums) && same(sums.counts, row.counts),
});

const demoSource = (stored: number): LedgerSource =>
  source("demo", "Demo", null, {
    ...NO_SUMS,
    counts: { ...NO_SUMS.counts, seen: stored, stored },
    kept: stored,
  });

const addsUp = ({ counts, kept, forgotten }: Sums): boolean =>
  counts.seen === counts.stored + counts.duplicate + counts.setAside + counts.notWanted &&
  counts.stored === kept + forgotten;

const same = (a: ImportCounts, b: ImportCounts): boolean =>
  (Object.keys(a) as (keyof ImportCounts)[]).every((key) => a[key] === b[key]);
