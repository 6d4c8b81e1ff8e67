import { z } from "zod";
import { endpoint, Instant, page, pageInput } from "./endpoint.ts";
import { EmailId, ImportId } from "./ids.ts";
import { ImportCounts, ImportState } from "./imports.ts";

/** What one source brought, counted from its single messages and not from what was noted on the way. */
export const LedgerSource = z.object({
  kind: z.enum(["import", "panel", "demo"]),
  /** Of an import: `GET /v1/imports/:id/items` lists its messages. */
  importId: ImportId.nullable(),
  name: z.string(),
  /** Null for what is no import. */
  state: ImportState.nullable(),
  /** When the import was opened; the newest message of another source. */
  at: Instant.nullable(),
  counts: ImportCounts,
  /** Of the stored: those that are in the mailbox now, and those that were forgotten since. */
  kept: z.int(),
  forgotten: z.int(),
  /** Which rule did not want how many. */
  rules: z.array(z.object({ rule: z.string(), count: z.int() })),
  /** seen = stored + duplicate + setAside + notWanted, stored = kept + forgotten, and the import's own counts say the same. */
  reconciled: z.boolean(),
});
export type LedgerSource = z.infer<typeof LedgerSource>;

/** A message that a panel handed in, by itself or because the member saved it. */
export const PanelItem = z.object({
  /** The site's id: `gmail:18c2…`. Neither text nor people are kept of what was not stored. */
  sourceId: z.string(),
  outcome: z.enum(["stored", "duplicate", "not_wanted"]),
  by: z.enum(["you", "policy"]),
  reason: z.string().nullable(),
  rule: z.string().nullable(),
  emailId: EmailId.nullable(),
  /** Its mail was in the mailbox then, and is not any more. */
  forgotten: z.boolean(),
  at: Instant,
});
export type PanelItem = z.infer<typeof PanelItem>;

export const ledger = {
  sums: endpoint({
    method: "GET",
    path: "/v1/ledger",
    access: "imports:read",
    summary: "What every source brought and what became of it, the newest import first",
    input: z.object(pageInput),
    output: page(LedgerSource).extend({
      /** Over all sources, not only those of this page. */
      sums: ImportCounts.extend({ kept: z.int(), forgotten: z.int() }),
      /** Mails in the mailbox now, and those of them that no source accounts for: 0, or something is wrong. */
      mails: z.int(),
      unaccounted: z.int(),
      reconciled: z.boolean(),
    }),
  }),
  panel: endpoint({
    method: "GET",
    path: "/v1/ledger/panel",
    access: "imports:read",
    summary: "What became of each message that a panel handed in",
    input: z.object({ outcome: PanelItem.shape.outcome.optional(), ...pageInput }),
    output: page(PanelItem),
  }),
};
