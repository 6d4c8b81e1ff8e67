import type { RecordKind, SearchHit } from "@sidenote/contract/search";
import type { ReactNode } from "react";

export const KINDS: Record<RecordKind, { one: string; many: string }> = {
  contact: { one: "contact", many: "Contacts" },
  company: { one: "company", many: "Companies" },
  email: { one: "mail", many: "Mails" },
  activity: { one: "note", many: "Notes, calls, meetings" },
};

/** Where a hit is read. */
export function pathOf({ kind, id, threadId }: Pick<SearchHit, "kind" | "id" | "threadId">): string {
  if (kind === "email") return threadId ? `/threads/${threadId}?mail=${id}` : `/emails/${id}`;
  return { contact: `/contacts/${id}`, company: `/companies/${id}`, activity: `/activities/${id}` }[kind];
}

/** A passage with the words that were found in it, from a little before the first of them. */
export function marked(passage: string, marks: SearchHit["marks"], before = 60): ReactNode[] {
  const first = marks[0]?.start ?? 0;
  const begin = first > before ? passage.indexOf(" ", first - before) + 1 : 0;
  const parts: ReactNode[] = begin > 0 ? ["… "] : [];
  let at = begin;
  for (const { start, end } of marks) {
    if (start < at) continue;
    parts.push(passage.slice(at, start), <mark key={start}>{passage.slice(start, end)}</mark>);
    at = end;
  }
  return [...parts, passage.slice(at)];
}
