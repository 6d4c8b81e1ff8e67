import { contacts } from "@sidenote/contract/contacts";
import type { Context } from "@sidenote/contract/context";
import { emails, type ScreenMessage } from "@sidenote/contract/emails";
import type { EmailId } from "@sidenote/contract/ids";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useClient } from "./client.ts";
import { useStored } from "./queries.ts";
import type { Situation } from "./subject.ts";
import { sentence } from "./ui/Load.tsx";
import { useToast } from "./ui/Toasts.tsx";
import { count, firstName } from "./words.ts";

type Undo = () => Promise<unknown>;
const KEPT = "Kept here until the server is back.";

/** What of this page can be saved, and the way back from each. */
export function useSaving(situation: Situation, context: Context | undefined) {
  const client = useClient();
  const queries = useQueryClient();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const stored = useStored(situation).data;
  const unsaved = stored ? situation.messages.filter((one) => !stored[one.sourceId]) : [];
  const { person } = situation;

  const refresh = () => Promise.all(["context", "stored"].map((key) => queries.invalidateQueries({ queryKey: [key] })));
  /** Does it, says so with the way back, and asks anew for what is shown. */
  const run = async (work: () => Promise<{ text: string; undo?: Undo }>) => {
    setBusy(true);
    try {
      const { text, undo } = await work();
      const back =
        undo &&
        (() =>
          undo()
            .then(refresh)
            .catch((error: unknown) => toast({ text: sentence(error) })));
      toast({ text, ...(back && { undo: back }) });
      await refresh();
    } catch (error) {
      toast({ text: sentence(error) });
    } finally {
      setBusy(false);
    }
  };

  const savePerson = async (): Promise<Undo | null> => {
    const contact = context?.contact;
    if (contact) {
      const done = await client.save(contacts.save, { id: contact.id });
      return done.sent ? () => client.api(contacts.unsave, { id: contact.id }) : null;
    }
    const done = await client.save(contacts.create, {
      name: person.name || person.address,
      addresses: [person.address],
    });
    if (!done.sent) return null;
    const { id, version } = done.output;
    return () => client.api(contacts.archive, { id, version, archived: true });
  };
  const saveMails = async (messages: readonly ScreenMessage[]): Promise<Undo | null> => {
    const made: EmailId[] = [];
    for (const message of messages) {
      const done = await client.save(emails.store, message);
      if (!done.sent) return null;
      if (done.output.outcome === "stored") made.push(done.output.email.id);
    }
    return () => forget(made);
  };
  const forget = async (ids: readonly EmailId[]) => {
    for (const id of ids) await client.api(emails.forget, { id });
  };
  const all = (undos: (Undo | null)[], text: string) =>
    undos.includes(null)
      ? { text: KEPT }
      : {
          text,
          undo: async () => {
            for (const undo of undos.toReversed()) await undo?.();
          },
        };
  const mails = (n: number) => (n === 1 ? "Mail" : count(n, "mail"));

  return {
    busy,
    unsaved,
    /** How many of the mails on screen are stored; null where that is no question. */
    saved: stored ? situation.messages.length - unsaved.length : null,
    savePerson: () => run(async () => all([await savePerson()], `${firstName(person.name || person.address)} saved.`)),
    saveMails: () => run(async () => all([await saveMails(unsaved)], `${mails(unsaved.length)} saved.`)),
    saveBoth: () =>
      run(async () =>
        all(
          [await savePerson(), await saveMails(unsaved)],
          `${firstName(person.name || person.address)} and the mail saved.`,
        ),
      ),
    forgetMails: () =>
      run(async () => {
        const there = situation.messages.filter((one) => stored?.[one.sourceId]);
        await forget(there.map((one) => stored![one.sourceId]!));
        return { text: `${mails(there.length)} forgotten.`, undo: async () => void (await saveMails(there)) };
      }),
  };
}

export type Saving = ReturnType<typeof useSaving>;
