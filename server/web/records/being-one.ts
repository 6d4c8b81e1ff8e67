import type { EndpointOf } from "@sidenote/contract/endpoint";
import { useToast } from "@sidenote/panel/ui/Toasts.tsx";
import { useWrite } from "../queries.ts";

type Two<Id> = { id: Id; otherId: Id };
/** A kind of record of which two may be one. */
type Kind<Id> = {
  calls: {
    merge: EndpointOf<Two<Id>, { name: string }>;
    unmerge: EndpointOf<{ id: Id }, { name: string }>;
    apart: EndpointOf<Two<Id> & { apart: boolean }, Two<Id>>;
  };
  one: string;
  several: string;
  /** Beginnings of the paths whose answers are old afterwards. */
  changes: readonly string[];
};
type Pair<Id> = { keep: { id: Id }; other: { id: Id } };

/** Makes two records one, or says that they are two; both can be taken back. */
export function useBeingOne<Id extends string, P extends Pair<Id>>(
  { calls, one, several, changes }: Kind<Id>,
  onMerged?: (pair: P) => void,
) {
  const say = useToast();
  const apart = useWrite(calls.unmerge, {
    changes,
    onDone: ({ name }) => say({ text: `${name} is a ${one} of its own again` }),
  });
  const merge = useWrite(calls.merge, {
    changes,
    onDone: ({ name }, { otherId }) =>
      say({ text: `${name} is one ${one} now`, undo: () => apart.mutate({ id: otherId }) }),
  });
  const maybe = useWrite(calls.apart, { changes });
  const two = useWrite(calls.apart, {
    changes,
    onDone: ({ id, otherId }) =>
      say({ text: `They stay two ${several}`, undo: () => maybe.mutate({ id, otherId, apart: false }) }),
  });
  return {
    busy: merge.isPending || apart.isPending || two.isPending,
    takeApart: (id: Id) => apart.mutate({ id }),
    merge: (pair: P) =>
      merge.mutate({ id: pair.keep.id, otherId: pair.other.id }, { onSuccess: () => onMerged?.(pair) }),
    notTheSame: ({ keep, other }: P) => two.mutate({ id: keep.id, otherId: other.id, apart: true }),
  };
}
