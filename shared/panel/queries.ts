import { activities } from "@sidenote/contract/activities";
import { contacts } from "@sidenote/contract/contacts";
import { Context, context, emailContext } from "@sidenote/contract/context";
import { emails, type ScreenState } from "@sidenote/contract/emails";
import { ApiError } from "@sidenote/contract/errors";
import type { ActivityId, ContactId, EmailId, ThreadId } from "@sidenote/contract/ids";
import { model } from "@sidenote/contract/model";
import { search } from "@sidenote/contract/search";
import {
  keepPreviousData,
  notifyManager,
  QueryClient,
  queryOptions,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { Away, type Client, useClient } from "./client.ts";
import { painted } from "./painted.ts";
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

const THREAD_KEY = /^(thr_|gmail:|outlook:)/;
const isOurs = (threadKey: string | null): boolean => threadKey?.startsWith("thr_") === true;

export type ScreenStates = Readonly<Record<string, ScreenState>>;

/** Of each mail on screen, by its source id: whether it is stored, and why. A thread of the workspace is stored as it is. */
export function useStored({ threadKey, messages }: Situation) {
  const client = useClient();
  const queries = useQueryClient();
  return useQuery({
    queryKey: ["stored", messages.map((one) => [one.sourceId, one.text.length])],
    enabled: messages.length > 0 && !isOurs(threadKey),
    queryFn: async ({ signal, queryKey }): Promise<ScreenStates> => {
      if (queries.getQueryData(queryKey) === undefined) await contextFirst(queries, signal);
      const { messages: states } = await client.api(emails.screen, { messages }, { signal });
      return Object.fromEntries(states.map((one) => [one.sourceId, one]));
    },
  });
}

/** What a person waits to see goes first: at a small server one answer holds up the other. */
async function contextFirst(queries: QueryClient, signal: AbortSignal): Promise<void> {
  // What is shown together is asked for in one go, in no order.
  await Promise.resolve();
  const isAsked = () => !signal.aborted && queries.isFetching({ queryKey: ["context"] }) > 0;
  if (!isAsked()) return signal.throwIfAborted();
  await new Promise<void>((resolve) => {
    const look = () => {
      if (isAsked()) return;
      stop();
      resolve();
    };
    const stop = queries.getQueryCache().subscribe(look);
    signal.addEventListener("abort", look, { once: true });
  });
  await painted();
  signal.throwIfAborted();
}

/** Whether the thread can be asked about by its key, or only by what is on screen. Undefined until it is known. */
function useIsStored(situation: Situation): boolean | undefined {
  const { data, error } = useStored(situation);
  if (isOurs(situation.threadKey) || situation.messages.length === 0) return true;
  if (data) return situation.messages.every((one) => data[one.sourceId]?.emailId);
  return error ? false : undefined;
}

/** Who this is and what was said: from the device first where it is kept, then from the server. */
export function useContextOf(situation: Situation) {
  const client = useClient();
  const queries = useQueryClient();
  const key = keptKey(situation);
  const byHeart = useMemo(() => Context.safeParse(client.kept?.read(key)?.value).data, [client, key]);
  const kept = useKeptAway(key, byHeart === undefined) ?? byHeart;
  const states = useStored(situation).data;
  // Most threads are stored, or not, as they were last time: with that guess the server is asked at once.
  const isStored = useIsStored(situation) ?? (kept && kept.thread !== null);
  const { person, threadKey, screen } = situation;
  const print = isStored ? null : screen.messages.map((one) => [one.id, one.text.length]);
  const query = queryOptions({
    queryKey: ["context", person.address, threadKey, print],
    queryFn: async ({ signal, queryKey }) => {
      const found = isStored
        ? await client.api(
            context.get,
            { address: person.address, thread: await threadOf(client, situation, states, kept?.thread?.id) },
            { signal },
          )
        : await client.api(context.ofScreen, { screen }, { signal });
      // Nobody waits for what is kept for the next time; what was forgotten meanwhile is not kept.
      void painted()
        .then(() => queries.getQueryState(queryKey) && keep(client, situation, found))
        .catch(() => {});
      return found;
    },
  });
  // It is on its way before anything is drawn.
  if (isStored !== undefined && !queries.getQueryState(query.queryKey)) void queries.prefetchQuery(query);
  const fresh = useQuery({
    ...query,
    enabled: isStored !== undefined,
    // A mail that was saved just now is asked about in another way; until the answer is there, what is known stays.
    placeholderData: (before, query) =>
      query?.queryKey[1] === person.address && query.queryKey[2] === threadKey ? before : undefined,
  });
  const data = fresh.data ?? kept;
  // From when this thread was on screen before; an answer that is asked anew while it is looked at stays as it is.
  const isFromBefore = fresh.isPlaceholderData || (fresh.isStale && fresh.isFetching && !fresh.isFetchedAfterMount);
  return {
    data,
    error: fresh.error,
    isPending: data === undefined && fresh.error === null,
    refetch: fresh.refetch,
    /** What is shown was known before and is being asked anew, or could not be. */
    isOld: data !== undefined && (fresh.data === undefined || fresh.error !== null || isFromBefore),
  };
}

/** What is not in memory is read from the device while the server is asked. It leaves memory with the thread. */
function useKeptAway(key: string, enabled: boolean): Context | undefined {
  const { kept } = useClient();
  const found = useQuery({
    queryKey: ["kept", key],
    enabled: enabled && kept !== undefined,
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    queryFn: async () => Context.safeParse((await kept?.look(key))?.value).data ?? null,
    // Where there is nothing, nothing is drawn anew.
    select: (data) => data ?? undefined,
  });
  return found.data;
}

/** An import does not know by which name the site calls a thread; its copy of a mail on screen leads to it. */
async function threadOf(
  client: Client,
  { threadKey, messages }: Situation,
  states: ScreenStates | undefined,
  before: ThreadId | undefined,
) {
  if (!states && before && !isOurs(threadKey)) return before;
  const last = states?.[messages.at(-1)?.sourceId ?? ""];
  if (last?.storedBy === "import" && last.emailId) return (await client.api(emails.get, { id: last.emailId })).threadId;
  return threadKey !== null && THREAD_KEY.test(threadKey) ? threadKey : undefined;
}

const keptKey = ({ person, threadKey }: Situation): string => `context ${person.address} ${threadKey ?? ""}`;

const isOnScreen = (sourceId: string): boolean => sourceId.startsWith("screen:");

/** Of what is on screen and not saved, nothing is kept on the device either. */
async function keep(client: Client, situation: Situation, found: Context): Promise<void> {
  if (!client.kept) return;
  if (!found.contact) {
    // Who was known when this card was kept is known no more, and may stand on others.
    const key = keptKey(situation);
    if (client.kept.read(key) ?? (await client.kept.look(key))) await client.kept.forget();
    return;
  }
  const value: Context = {
    ...found,
    owed: found.owed.filter((one) => !isOnScreen(one.sourceId)),
    promises: found.promises?.filter((one) => !isOnScreen(one.source.id)),
    participants: found.thread ? found.participants : [],
  };
  await client.kept.write(keptKey(situation), { value, at: found.asOf });
}

/** What the mails on screen say, with where; asked for only about somebody new. */
export function useSayings({ screen }: Situation, enabled: boolean) {
  const client = useClient();
  return useQuery({
    queryKey: ["sayings", screen.address, screen.messages.map((one) => [one.id, one.text.length])],
    enabled: enabled && screen.messages.length > 0,
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
