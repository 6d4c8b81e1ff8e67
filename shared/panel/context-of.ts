import { Context, context } from "@sidenote/contract/context";
import { emails } from "@sidenote/contract/emails";
import type { ThreadId } from "@sidenote/contract/ids";
import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { type Client, useClient } from "./client.ts";
import { painted } from "./painted.ts";
import { isOurs, type ScreenStates, useStored } from "./stored.ts";
import type { Situation } from "./subject.ts";

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

const THREAD_KEY = /^(thr_|gmail:|outlook:)/;

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
