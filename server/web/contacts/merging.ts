import { contacts } from "@sidenote/contract/contacts";
import type { OutputOf } from "@sidenote/contract/endpoint";
import { useToast } from "@sidenote/panel/ui/Toasts.tsx";
import { useCall, useWrite } from "../queries.ts";
import { PEOPLE_CHANGED } from "./saving.ts";

const MOST = 100;

export type Pair = OutputOf<typeof contacts.duplicates>["items"][number];

export const usePairs = (): readonly Pair[] => useCall(contacts.duplicates, { limit: MOST }).data?.items ?? [];

/** Makes two contacts one, or says that they are two; both can be taken back. */
export function useMerging(onMerged?: (pair: Pair) => void) {
  const say = useToast();
  const apart = useWrite(contacts.unmerge, {
    changes: PEOPLE_CHANGED,
    onDone: ({ name }) => say({ text: `${name} is a contact of its own again` }),
  });
  const merge = useWrite(contacts.merge, {
    changes: PEOPLE_CHANGED,
    onDone: ({ name }, { otherId }) =>
      say({ text: `${name} is one contact now`, undo: () => apart.mutate({ id: otherId }) }),
  });
  const maybe = useWrite(contacts.apart, { changes: PEOPLE_CHANGED });
  const two = useWrite(contacts.apart, {
    changes: PEOPLE_CHANGED,
    onDone: ({ id, otherId }) =>
      say({ text: "They stay two contacts", undo: () => maybe.mutate({ id, otherId, apart: false }) }),
  });
  return {
    busy: merge.isPending || apart.isPending || two.isPending,
    takeApart: apart.mutate,
    merge: (pair: Pair) =>
      merge.mutate({ id: pair.keep.id, otherId: pair.other.id }, { onSuccess: () => onMerged?.(pair) }),
    notTheSame: ({ keep, other }: Pair) => two.mutate({ id: keep.id, otherId: other.id, apart: true }),
  };
}
