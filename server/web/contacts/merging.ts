import { contacts } from "@sidenote/contract/contacts";
import type { OutputOf } from "@sidenote/contract/endpoint";
import { useToast } from "@sidenote/panel/ui/Toasts.tsx";
import { useCall, useWrite } from "../queries.ts";
import { notSame, useNotSame } from "./not-same.ts";
import { PEOPLE_CHANGED } from "./saving.ts";

const MOST = 100;

export type Pair = OutputOf<typeof contacts.duplicates>["items"][number];

/** Who may be one person, without those that are known to be two. */
export function usePairs(): readonly Pair[] {
  const { data } = useCall(contacts.duplicates, { limit: MOST });
  const two = useNotSame();
  return data?.items.filter(({ keep, other }) => !two.includes(notSame.key(keep.id, other.id))) ?? [];
}

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
  return {
    busy: merge.isPending || apart.isPending,
    takeApart: apart.mutate,
    merge: (pair: Pair) =>
      merge.mutate({ id: pair.keep.id, otherId: pair.other.id }, { onSuccess: () => onMerged?.(pair) }),
    notTheSame: ({ keep, other }: Pair) => {
      const key = notSame.key(keep.id, other.id);
      notSame.add(key);
      say({ text: "They stay two contacts", undo: () => notSame.remove(key) });
    },
  };
}
