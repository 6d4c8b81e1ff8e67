import type { OutputOf } from "@sidenote/contract/endpoint";
import type { ImportId } from "@sidenote/contract/ids";
import { type ImportItem, imports } from "@sidenote/contract/imports";
import type { Connection } from "./connect.ts";

/** All messages of an import with this outcome, page by page. */
export async function importItems(
  { api }: Connection,
  id: ImportId,
  outcome: ImportItem["outcome"],
): Promise<ImportItem[]> {
  const items: ImportItem[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page: OutputOf<typeof imports.items> = await api(imports.items, {
      id,
      outcome,
      limit: 200,
      ...(cursor && { cursor }),
    });
    items.push(...page.items);
    cursor = page.nextCursor;
  }
  return items;
}
