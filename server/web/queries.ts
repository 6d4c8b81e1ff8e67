import type { Endpoint, InputOf, OutputOf } from "@sidenote/contract/endpoint";
import { ApiError } from "@sidenote/contract/errors";
import { organizations } from "@sidenote/contract/organizations";
import type { LiveEvent } from "@sidenote/contract/system";
import { useClient } from "@sidenote/panel/client";
import { sentence } from "@sidenote/panel/ui/Load.tsx";
import { useToast } from "@sidenote/panel/ui/Toasts.tsx";
import {
  type keepPreviousData,
  type QueryClient,
  type QueryFilters,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";

type Input<E extends Endpoint> = Partial<InputOf<E>> & Record<string, unknown>;

/** What a call is kept under: the endpoint first, so that a change can say which answers are old. */
export const keyOf = (target: Endpoint, input: unknown): readonly unknown[] => [target.path, input];

type Options = { enabled?: boolean; placeholderData?: typeof keepPreviousData; refetchOnWindowFocus?: "always" };

export function useCall<E extends Endpoint>(target: E, input: Input<E>, options: Options = {}) {
  const { api } = useClient();
  return useQuery<OutputOf<E>>({
    queryKey: keyOf(target, input),
    queryFn: async ({ signal }) => (await api(target, input, { signal })) as OutputOf<E>,
    ...options,
  });
}

/** Who is signed in; it may have become somebody else on another page of the browser. */
export const useMe = () => useCall(organizations.me, {}, { refetchOnWindowFocus: "always" });

type Page<T> = { items: T[]; nextCursor: string | null };

/** A list a page at a time; `items` are those of every page that was asked for. */
export function usePages<E extends Endpoint>(target: E, input: Input<E>, limit = 50) {
  const { api } = useClient();
  return useInfiniteQuery({
    queryKey: [...keyOf(target, input), "pages"],
    initialPageParam: null as string | null,
    queryFn: async ({ signal, pageParam }) =>
      (await api(target, { ...input, limit, ...(pageParam ? { cursor: pageParam } : {}) }, { signal })) as OutputOf<E>,
    getNextPageParam: (last) => (last as Page<unknown>).nextCursor,
  });
}

/** A write: what it changed is asked for anew, and a failure is said unless the caller says it. */
export function useWrite<E extends Endpoint>(
  target: E,
  {
    changes,
    onDone,
    onError,
  }: {
    /** Beginnings of the paths whose answers are old now. */
    changes: readonly string[];
    onDone?: (output: OutputOf<E>, input: InputOf<E>) => void;
    onError?: (error: Error) => void;
  },
) {
  const { api } = useClient();
  const queries = useQueryClient();
  const say = useToast();
  return useMutation<OutputOf<E>, Error, InputOf<E>>({
    mutationFn: async (input) => (await api(target, input as never)) as OutputOf<E>,
    onSuccess: async (output, input) => {
      onDone?.(output, input);
      await makeOld(queries, changes);
    },
    onError: onError ?? ((error) => say({ text: sentence(error) })),
  });
}

export const makeOld = (queries: QueryClient, paths: readonly string[]): Promise<void> =>
  queries.invalidateQueries(answersOf(paths));

/** The answers to paths that begin so. */
export const answersOf = (paths: readonly string[]): QueryFilters => ({
  predicate: ({ queryKey }) => paths.some((path) => String(queryKey[0]).startsWith(path)),
});

const MAIL = ["/v1/threads", "/v1/emails", "/v1/search", "/v1/me", "/v1/context"];
const PEOPLE = ["/v1/contacts", "/v1/companies", "/v1/threads", "/v1/search", "/v1/context"];

/** Which answers an event makes old. */
const OLD_AFTER: Record<string, readonly string[]> = {
  emails: [...MAIL, "/v1/contacts", "/v1/companies", "/v1/ledger"],
  capture: ["/v1/capture"],
  voice: ["/v1/voice"],
  promises: ["/v1/threads", "/v1/context", "/v1/promises"],
  contacts: PEOPLE,
  companies: PEOPLE,
  activities: ["/v1/activities", "/v1/contacts", "/v1/companies", "/v1/search", "/v1/context"],
  import: ["/v1/imports", "/v1/ledger"],
  addresses: ["/v1/me", "/v1/imports", ...MAIL],
  access: ["/v1/tokens", "/v1/pairing"],
  interaction: ["/v1/interactions"],
  model: ["/v1/model"],
  hello: ["/v1/"],
};

export const oldAfter = ({ type }: LiveEvent): readonly string[] => OLD_AFTER[type.split(".")[0]!] ?? [];

export const isSignedOut = (error: unknown): boolean =>
  error instanceof ApiError && error.body.code === "unauthenticated";
