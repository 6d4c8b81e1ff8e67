import { z } from "zod";
import { endpoint, Instant } from "./endpoint.ts";

export const RecordKind = z.enum(["contact", "company", "activity", "email"]);
export type RecordKind = z.infer<typeof RecordKind>;

export const SearchHit = z.object({
  kind: RecordKind,
  id: z.string(),
  title: z.string(),
  /** Who or what it belongs to: a sender, a company. */
  subtitle: z.string().nullable(),
  at: Instant.nullable(),
  threadId: z.string().nullable(),
  /** The passage that matched, as it stands in its source; `marks` are the words found, in offsets into it. */
  passage: z.string(),
  marks: z.array(z.object({ start: z.int(), end: z.int() })),
  /** 0 to 1; 1 is the best hit of this answer. */
  relevance: z.number(),
});
export type SearchHit = z.infer<typeof SearchHit>;

const hits = z.object({ items: z.array(SearchHit) });

export const search = {
  all: endpoint({
    method: "GET",
    path: "/v1/search",
    access: "search:read",
    summary: "Everything that the member may see, best first, by BM25 and by name",
    input: z.object({
      q: z.string().trim().min(1).max(1000),
      kind: RecordKind.optional(),
      limit: z.int().min(1).max(100).optional(),
    }),
    output: hits,
  }),
  similar: endpoint({
    method: "GET",
    path: "/v1/search/similar",
    access: "search:read",
    summary: "What is most like this record, by exact cosine over the lexical vectors",
    input: z.object({ id: z.string().max(64), limit: z.int().min(1).max(100).optional() }),
    output: hits,
  }),
};
