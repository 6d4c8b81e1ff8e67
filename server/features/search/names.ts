import type { RecordKind } from "@sidenote/contract/search";
import { sql } from "drizzle-orm";
import { rows, type Tx } from "../../core/db/database.ts";

/** `similarity` is from 0 to 1. */
type NameHit = { kind: "contact" | "company"; uuid: string; name: string; similarity: number };

/** People and companies, or one of the two, whose name is like the query, also with a typo (trigrams). */
export async function similarNames(
  tx: Tx,
  query: string,
  { limit, kind }: { limit: number; kind?: RecordKind | undefined },
): Promise<NameHit[]> {
  const words = query.toLowerCase().slice(0, 100);
  const ofKind = kind ? sql`where kind = ${kind}` : sql``;
  return rows<NameHit>(
    tx,
    sql`select * from (
          select 'contact' as kind, id::text as uuid, name, word_similarity(${words}, lower_name)::float8 as similarity from contacts
          where ${words} <% lower_name and joined_to is null and archived_at is null
          union all
          select 'company', id::text, name, word_similarity(${words}, lower_name)::float8 from companies
          where ${words} <% lower_name and joined_to is null and archived_at is null) n
        ${ofKind} order by similarity desc, length(name) limit ${limit}`,
  );
}
