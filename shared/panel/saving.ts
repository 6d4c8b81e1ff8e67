import type { Context } from "@sidenote/contract/context";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useClient } from "./client.ts";
import { useStored } from "./queries.ts";
import { forgetMails, saveBoth, saveMails, savePerson, type Undo } from "./saves.ts";
import type { Situation } from "./subject.ts";
import { sentence } from "./ui/Load.tsx";
import { useToast } from "./ui/Toasts.tsx";
import { count, firstName } from "./words.ts";

export const KEPT_HERE = "Kept here until the server is back.";

/** What of this page can be saved, and the way back from each. */
export function useSaving({ person, ...situation }: Situation, context: Context | undefined) {
  const client = useClient();
  const queries = useQueryClient();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const stored = useStored({ person, ...situation }).data;
  const { messages } = situation;
  const unsaved = stored ? messages.filter((one) => !stored[one.sourceId]) : [];
  const contact = context?.contact ?? null;
  const name = firstName(contact?.name || person.name || person.address);

  const refresh = () => Promise.all(["context", "stored"].map((key) => queries.invalidateQueries({ queryKey: [key] })));
  /** Does it, says so with the way back, and asks anew for what is shown. */
  const run = async (text: string, work: () => Promise<Undo>) => {
    setBusy(true);
    try {
      const undo = await work();
      const back = () =>
        undo?.()
          .then(refresh)
          .catch((error: unknown) => toast({ text: sentence(error) }));
      toast(undo ? { text, undo: back } : { text: KEPT_HERE });
      await refresh();
    } catch (error) {
      toast({ text: sentence(error) });
    } finally {
      setBusy(false);
    }
  };
  const mails = (n: number) => (n === 1 ? "Mail" : count(n, "mail"));

  return {
    busy,
    unsaved,
    /** How many of the mails on screen are stored; null where that is no question. */
    saved: stored ? messages.length - unsaved.length : null,
    savePerson: () => run(`${name} saved.`, () => savePerson(client, person, contact)),
    saveMails: () => run(`${mails(unsaved.length)} saved.`, () => saveMails(client, unsaved)),
    saveBoth: () => run(`${name} and the mail saved.`, () => saveBoth(client, person, contact, unsaved)),
    forgetMails: () => {
      const there = messages.filter((one) => stored?.[one.sourceId]);
      return run(`${mails(there.length)} forgotten.`, async () => {
        await forgetMails(
          client,
          there.map((one) => stored![one.sourceId]!),
        );
        return () => saveMails(client, there);
      });
    },
  };
}

export type Saving = ReturnType<typeof useSaving>;
