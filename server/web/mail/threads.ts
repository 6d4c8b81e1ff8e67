import { emails } from "@sidenote/contract/emails";
import { usePages } from "../queries.ts";

/** All threads, those that wait for the member, those where the member waits, or those that nobody waits in any more. */
export type Filter = "all" | "you" | "them" | "old";

const INPUTS = { all: {}, you: { owed: "you" }, them: { owed: "them" }, old: { old: true } } as const;

export const filterOf = (text: string | null): Filter =>
  text === "you" || text === "them" || text === "old" ? text : "all";

export const useThreads = (filter: Filter) => usePages(emails.threads, INPUTS[filter]);
export type Threads = ReturnType<typeof useThreads>;
