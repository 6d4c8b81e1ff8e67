import { activities } from "@sidenote/contract/activities";
import { contacts } from "@sidenote/contract/contacts";
import { emailContext } from "@sidenote/contract/context";
import { emails } from "@sidenote/contract/emails";
import type { OutputOf } from "@sidenote/contract/endpoint";
import { ApiError } from "@sidenote/contract/errors";
import type { ActivityId, ContactId, EmailId } from "@sidenote/contract/ids";
import { model } from "@sidenote/contract/model";
import { search } from "@sidenote/contract/search";
import { keepPreviousData, notifyManager, QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { Away, type Client, useClient } from "./client.ts";
import type { Situation } from "./subject.ts";

// An answer is drawn as soon as it is there; by default it waits for a timer first.
notifyManager.setScheduler(queueMicrotask);

/** Answers that nobody looks at any more, kept for who goes back to a thread. */
const MOST_IDLE = 40;

export function createQueries(): QueryClient {
  const queries = new QueryClient({
    defaultOptions: {
      queries: {
        // The server may be on this machine: what the browser thinks of the network says nothing about it.
        networkMode: "always",
        retry: (failures, error) => failures < 2 && !(error instanceof ApiError) && !(error instanceof Away),
        staleTime: 30_000,
      },
      mutations: { networkMode: "always" },
    },
  });
  // A panel is open all day beside hundreds of threads: what is idle goes, the oldest first.
  const cache = queries.getQueryCache();
  cache.subscribe(({ type }) => {
    if (type !== "added") return;
    const idle = cache.getAll().filter((one) => one.getObserversCount() === 0 && one.state.fetchStatus === "idle");
    for (const one of idle.slice(0, Math.max(0, idle.length - MOST_IDLE))) cache.remove(one);
  });
  return queries;
}

/** What the mails on screen say, with where; asked for only about somebody new. */
export function useSayings({ screen }: Situation, enabled: boolean) {
  const client = useClient();
  return useQuery<OutputOf<typeof emailContext>>({
    queryKey: ["sayings", screen.address, screen.messages.map((one) => [one.id, one.text.length])],
    enabled: enabled && screen.messages.length > 0,
    // One more mail of the thread on screen: what the others say stays meanwhile.
    placeholderData: (before, query) => (query?.queryKey[1] === screen.address ? before : undefined),
    queryFn: ({ signal }) => client.api(emailContext, { screen }, { signal }),
  });
}

export function useSearch(q: string) {
  const client = useClient();
  return useQuery({
    queryKey: ["search", q],
    enabled: q !== "",
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => client.api(search.all, { q, limit: 20 }, { signal }),
  });
}

/** Which model writes, for what is said beside a draft. A device that may not know simply does not say. */
export function useModel() {
  const client = useClient();
  return useQuery({ queryKey: ["model"], queryFn: ({ signal }) => client.api(model.get, {}, { signal }) });
}

/** A cited record, asked for when somebody looks at it. */
export const recordQuery = (client: Client, id: string) => ({
  queryKey: ["record", id],
  queryFn: async ({ signal }: { signal: AbortSignal }) => {
    if (id.startsWith("eml_")) {
      const { from, at, threadId } = await client.api(emails.get, { id: id as EmailId }, { signal });
      return { who: from.name || from.address, at, path: `/threads/${threadId}?mail=${id}` };
    }
    if (id.startsWith("act_")) {
      const { kind, at } = await client.api(activities.get, { id: id as ActivityId }, { signal });
      return { who: ACTIVITY[kind], at, path: `/activities/${id}` };
    }
    if (id.startsWith("cnt_")) {
      const { name } = await client.api(contacts.get, { id: id as ContactId }, { signal });
      return { who: `${name}’s record`, at: null, path: `/contacts/${id}` };
    }
    return { who: "The company’s record", at: null, path: `/companies/${id}` };
  },
});
const ACTIVITY = { note: "Your note", call: "Call", meeting: "Meeting", task: "Task" } as const;

/** Opens a cited record where it stands. */
export function useOpenRecord(open: (path: string) => void): (id: string) => void {
  const client = useClient();
  const queries = useQueryClient();
  return useCallback(
    (id) =>
      void queries.fetchQuery(recordQuery(client, id)).then(
        ({ path }) => open(path),
        () => {},
      ),
    [client, queries, open],
  );
}
