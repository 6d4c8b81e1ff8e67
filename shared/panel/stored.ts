import { emails, type ScreenMessage, type ScreenState } from "@sidenote/contract/emails";
import type { EmailId } from "@sidenote/contract/ids";
import { type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { useClient } from "./client.ts";
import { painted } from "./painted.ts";
import type { Situation } from "./subject.ts";

/** A thread of the workspace. */
export const isOurs = (threadKey: string | null): boolean => threadKey?.startsWith("thr_") === true;

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

export type OnScreen = { message: ScreenMessage; state: ScreenState };
export type StoredMail = OnScreen & { id: EmailId };

/** The mails on screen of which it is known whether they are stored, and those among them that something can be done with. */
export function sortMails(messages: readonly ScreenMessage[], states: ScreenStates | undefined) {
  const onScreen = messages.flatMap((message): OnScreen[] => {
    const state = states?.[message.sourceId];
    return state ? [{ message, state }] : [];
  });
  const there = onScreen.flatMap((one): StoredMail[] => (one.state.emailId ? [{ ...one, id: one.state.emailId }] : []));
  return {
    onScreen,
    there,
    /** Those that can be. Never is never, also for a press of a button. */
    unsaved: onScreen
      .filter(({ state }) => state.emailId === null && state.decision.reason !== "never_store")
      .map(({ message }) => message),
    byItself: there.filter(({ state }) => state.storedBy === "policy" && state.decision.store),
  };
}
