import type { Scope } from "@sidenote/contract/endpoint";

const THINGS: Record<string, { read: string; write: string }> = {
  activities: { read: "Read notes, calls, meetings and tasks", write: "Write notes, calls, meetings and tasks" },
  companies: { read: "Read companies", write: "Add and change companies" },
  contacts: { read: "Read contacts", write: "Save and change contacts" },
  context: { read: "See who somebody is and what was said with them", write: "Change what is known of a situation" },
  drafts: { read: "Read drafts", write: "Have replies drafted" },
  emails: { read: "Read your mail that is stored here", write: "Save and forget mails" },
  imports: { read: "See your imports", write: "Import mail and change your own addresses" },
  organization: { read: "See your name and organization", write: "Change the organization" },
  search: { read: "Search everything that you may see", write: "Change the search" },
};

/** Scopes in plain words, the harmless first. */
export const scopeWords = (scopes: readonly Scope[]): string[] =>
  [...scopes]
    .sort((a, b) => Number(a.endsWith(":write")) - Number(b.endsWith(":write")))
    .map((scope) => {
      const [slice, way] = scope.split(":") as [string, "read" | "write"];
      return THINGS[slice]?.[way] ?? scope;
    });
