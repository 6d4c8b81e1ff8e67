import type { Context } from "@sidenote/contract/context";
import { emails, type ScreenMessage, type ScreenState } from "@sidenote/contract/emails";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { askAgain, type Captures, useCapturing } from "./captures.ts";
import { useClient } from "./client.ts";
import type { Drafts } from "./drafts.ts";
import { useStored } from "./queries.ts";
import { forgetMails, saveBoth, saveMails, savePerson, type Undo } from "./saves.ts";
import type { Situation } from "./subject.ts";
import { sentence } from "./ui/Load.tsx";
import { useToast } from "./ui/Toasts.tsx";
import { count, firstName } from "./words.ts";

export const KEPT_HERE = "Kept here until the server is back.";

export type OnScreen = { message: ScreenMessage; state: ScreenState };

/** What of this page is saved and can be, what is saved by itself, and the way back from each. */
export function useSaving(
  situation: Situation,
  context: Context | undefined,
  { captures, drafts, away }: { captures: Captures; drafts: Drafts; away: boolean },
) {
  const client = useClient();
  const queries = useQueryClient();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const states = useStored(situation).data;
  const { messages, person, threadKey } = situation;
  const capturing = useCapturing(captures, messages, states, away);
  const onScreen = messages.flatMap((message): OnScreen[] => {
    const state = states?.[message.sourceId];
    return state ? [{ message, state }] : [];
  });
  // Never is never, also for a press of a button.
  const unsaved = onScreen
    .filter(({ state }) => state.emailId === null && state.decision.reason !== "never_store")
    .map(({ message }) => message);
  const there = onScreen.flatMap(({ message, state }) =>
    state.emailId ? [{ message, state, id: state.emailId }] : [],
  );
  const byItself = there.filter(({ state }) => state.storedBy === "policy" && state.decision.store);
  const contact = context?.contact ?? null;
  const name = firstName(contact?.name || person.name || person.address);

  const refresh = () => askAgain(queries);
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
  /** Who takes it back does not want it saved again by itself. */
  const byHand = (work: () => Promise<Undo>) => () => {
    captures.leave(unsaved);
    return work();
  };
  const mails = (n: number) => (n === 1 ? "Mail" : count(n, "mail"));
  const forget = (text: string, which: typeof there) =>
    run(text, async () => {
      captures.leave(messages);
      await forgetMails(
        client,
        which.map(({ id }) => id),
      );
      return () =>
        saveMails(
          client,
          which.map(({ message }) => message),
        );
    });

  return {
    busy,
    onScreen,
    unsaved,
    /** Something is being saved by itself now. */
    capturing,
    /** How many of the mails on screen are stored; null where that is no question. */
    saved: states ? there.length : null,
    /** How many were saved by themselves, in this panel or another, and can be taken back. */
    byItself: byItself.length,
    savePerson: () => run(`${name} saved.`, () => savePerson(client, person, contact)),
    saveMails: () =>
      run(
        `${mails(unsaved.length)} saved.`,
        byHand(() => saveMails(client, unsaved)),
      ),
    saveBoth: () =>
      run(
        `${name} and the mail saved.`,
        byHand(() => saveBoth(client, person, contact, unsaved)),
      ),
    forgetMails: () => forget(`${mails(there.length)} forgotten.`, there),
    takeBack: () => forget(`${mails(byItself.length)} not saved.`, byItself),
    /** Resolves to whether it was done; there is no way back from it. */
    forgetThread: async (): Promise<boolean> => {
      if (threadKey === null) return false;
      captures.leave(messages);
      try {
        await client.api(emails.forgetThread, { thread: threadKey });
        // A draft quotes what it rests on.
        drafts.forget(threadKey);
        // What its mails said stands on the cards of other threads and people, too.
        await client.kept?.forget();
        await queries.resetQueries({ queryKey: ["kept"] });
        toast({ text: "Thread forgotten." });
        await refresh();
        return true;
      } catch (error) {
        toast({ text: `Not forgotten. ${sentence(error)}` });
        return false;
      }
    },
  };
}

export type Saving = ReturnType<typeof useSaving>;
