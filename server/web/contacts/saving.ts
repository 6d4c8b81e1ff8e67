import { type ContactSummary, contacts } from "@sidenote/contract/contacts";
import { ApiError } from "@sidenote/contract/errors";
import type { ContactId } from "@sidenote/contract/ids";
import { useClient } from "@sidenote/panel/client";
import { sentence } from "@sidenote/panel/ui/Load.tsx";
import { useToast } from "@sidenote/panel/ui/Toasts.tsx";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { makeOld, useWrite } from "../queries.ts";

export const PEOPLE_CHANGED = ["/v1/contacts", "/v1/companies", "/v1/threads", "/v1/search"];

/** Saves somebody seen in one's mail, and takes it back. */
export function useSaving() {
  const say = useToast();
  const unsave = useWrite(contacts.unsave, { changes: PEOPLE_CHANGED });
  const save = useWrite(contacts.save, {
    changes: PEOPLE_CHANGED,
    // What is there afterwards may be a colleague's contact, which this one was joined to.
    onDone: ({ name }, { id }) => say({ text: `${name} is saved`, undo: () => unsave.mutate({ id }) }),
  });
  return { save: ({ id }: Pick<ContactSummary, "id">) => save.mutate({ id }), busy: save.isPending };
}

const AT_ONCE = 200;

/** Saves everybody seen in one's mail who matches; one undo takes all of it back. */
export function useSaveAll(q: string) {
  const { api } = useClient();
  const queries = useQueryClient();
  const say = useToast();
  const [busy, setBusy] = useState(false);

  const everybody = async (): Promise<ContactId[]> => {
    const ids: ContactId[] = [];
    let cursor: string | null = null;
    do {
      const page: { items: { id: ContactId }[]; nextCursor: string | null } = await api(contacts.list, {
        state: "seen",
        sort: "name",
        limit: AT_ONCE,
        ...(q ? { q } : {}),
        ...(cursor ? { cursor } : {}),
      });
      ids.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    return ids;
  };
  const during = async (work: () => Promise<void>) => {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      say({ text: sentence(error) });
    } finally {
      setBusy(false);
      await makeOld(queries, PEOPLE_CHANGED);
    }
  };
  const takeBack = (ids: readonly ContactId[]) =>
    during(async () => {
      let kept = 0;
      for (const id of ids)
        await api(contacts.unsave, { id }).catch((error: unknown) => {
          if (!(error instanceof ApiError)) throw error;
          kept++;
        });
      if (kept > 0) say({ text: `${kept} of ${ids.length} stay saved: somebody has worked on them` });
    });
  const run = () =>
    during(async () => {
      const ids = await everybody();
      let saved = 0;
      for (let at = 0; at < ids.length; at += AT_ONCE)
        saved += (await api(contacts.saveSeen, { ids: ids.slice(at, at + AT_ONCE) })).saved;
      say({ text: saved === 1 ? "1 person is saved" : `${saved} people are saved`, undo: () => takeBack(ids) });
    });
  return { busy, run };
}
