import { emails } from "@sidenote/contract/emails";
import { usePages } from "../queries.ts";

/** All threads, those that wait for the member, or those where the member waits. */
export type Filter = "all" | "you" | "them";

export const filterOf = (text: string | null): Filter => (text === "you" || text === "them" ? text : "all");

export const useThreads = (filter: Filter) => usePages(emails.threads, filter === "all" ? {} : { owed: filter });
export type Threads = ReturnType<typeof useThreads>;
