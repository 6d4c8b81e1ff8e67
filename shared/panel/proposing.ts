import type { Context } from "@sidenote/contract/context";
import { promises } from "@sidenote/contract/promises";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useClient } from "./client.ts";
import { useModel } from "./queries.ts";

/**
 * Has a model that is near read the thread on screen for what is promised and asked in it besides, once for each mail that comes. What
 * it proposes comes with the context; where it cannot be asked nothing is missing.
 */
export function useProposing(thread: Context["thread"] | undefined): void {
  const client = useClient();
  const queries = useQueryClient();
  const isNear = useModel().data?.local === true;
  useQuery({
    queryKey: ["proposing", thread?.id, thread?.count],
    enabled: isNear && thread != null,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    queryFn: async ({ signal }) => {
      const { proposed } = await client.api(promises.propose, { threadId: thread!.id }, { signal });
      if (proposed > 0) await queries.invalidateQueries({ queryKey: ["context"] });
      return proposed;
    },
  });
}
