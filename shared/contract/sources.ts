import { z } from "zod";

/** A record and the exact words in it: `quote` is `text.slice(start, end)` of that record's text (UTF-16). */
export const SourceQuote = z.object({
  /** `eml_…`, `act_…`, `cnt_…`, `cmp_…`, or `screen:n`, the n-th message on screen, from 0. */
  id: z.string(),
  quote: z.string(),
  start: z.int(),
  end: z.int(),
});
export type SourceQuote = z.infer<typeof SourceQuote>;

export const Statement = z.object({ text: z.string(), sources: z.array(SourceQuote) });
export type Statement = z.infer<typeof Statement>;
