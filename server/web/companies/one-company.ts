import { companies } from "@sidenote/contract/companies";
import type { OutputOf } from "@sidenote/contract/endpoint";
import { useToast } from "@sidenote/panel/ui/Toasts.tsx";
import { useCall, useWrite } from "../queries.ts";

const MOST = 100;
export const COMPANIES_CHANGED = ["/v1/companies", "/v1/contacts", "/v1/search"];

export type Pair = OutputOf<typeof companies.duplicates>["items"][number];

export const useCompanyPairs = (): readonly Pair[] => useCall(companies.duplicates, { limit: MOST }).data?.items ?? [];

/** Makes two companies one, or says that they are two; both can be taken back. */
export function useOneCompany(onMerged?: (pair: Pair) => void) {
  const say = useToast();
  const apart = useWrite(companies.unmerge, {
    changes: COMPANIES_CHANGED,
    onDone: ({ name }) => say({ text: `${name} is a company of its own again` }),
  });
  const merge = useWrite(companies.merge, {
    changes: COMPANIES_CHANGED,
    onDone: ({ name }, { otherId }) =>
      say({ text: `${name} is one company now`, undo: () => apart.mutate({ id: otherId }) }),
  });
  const maybe = useWrite(companies.apart, { changes: COMPANIES_CHANGED });
  const two = useWrite(companies.apart, {
    changes: COMPANIES_CHANGED,
    onDone: ({ id, otherId }) =>
      say({ text: "They stay two companies", undo: () => maybe.mutate({ id, otherId, apart: false }) }),
  });
  return {
    busy: merge.isPending || apart.isPending || two.isPending,
    takeApart: apart.mutate,
    merge: (pair: Pair) =>
      merge.mutate({ id: pair.keep.id, otherId: pair.other.id }, { onSuccess: () => onMerged?.(pair) }),
    notTheSame: ({ keep, other }: Pair) => two.mutate({ id: keep.id, otherId: other.id, apart: true }),
  };
}
