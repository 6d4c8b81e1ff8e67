import type { Context } from "@sidenote/contract/context";
import { emails, type ScreenMessage, type ScreenState } from "@sidenote/contract/emails";
import type { EmailId } from "@sidenote/contract/ids";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { askAgain, type Captures, useCapturing } from "./captures.ts";
import { type Client, useClient } from "./client.ts";
import type { Drafts } from "./drafts.ts";
import { forgetIdle } from "./forgotten.ts";
import { useStored } from "./queries.ts";
import { forgetMails, saveBoth, saveMails, savePerson, type Undo } from "./saves.ts";
import type { Situation } from "./subject.ts";
import { sentence } from "./ui/Load.tsx";
import { type Toast, useToast } from "./ui/Toasts.tsx";
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
  const { data: states, isLoading: coming } = useStored(situation);
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
  const run = async (said: Toast, work: () => Promise<Undo>) => {
    setBusy(true);
    try {
      const undo = await work();
      const back = () =>
        undo?.()
          .then(refresh)
          .catch((error: unknown) => toast({ text: sentence(error) }));
      toast(undo ? { ...said, undo: back } : { text: KEPT_HERE });
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
  /** `place`: where what was written from them on screen goes, too; it stays where they are merely stored no more. */
  const forget = (which: typeof there, done: string, place?: string) => {
    const said: Toast = { text: `${mails(which.length)} ${done}.`, ends: true };
    const also = `${said.text} What was drafted from ${which.length === 1 ? "it" : "them"} is gone for good.`;
    return run(said, async () => {
      captures.leave(messages);
      await forgetMails(client, which, ({ id, message }) => {
        const shown = place === undefined ? {} : { shown: { message, place } };
        if (drafts.forgetMails({ ids: new Set([id]), ...shown })) said.text = also;
      });
      await forgetIdle(client, queries);
      return () =>
        saveMails(
          client,
          which.map(({ message }) => message),
        );
    });
  };

  return {
    busy,
    onScreen,
    unsaved,
    /** Something is being saved by itself now. */
    capturing,
    /** How many of the mails on screen are stored; null where that is no question. */
    saved: states ? there.length : null,
    /** What of it is stored is being asked. */
    coming,
    /** How many were saved by themselves, in this panel or another, and can be taken back. */
    byItself: byItself.length,
    savePerson: () => run({ text: `${name} saved.` }, () => savePerson(client, person, contact)),
    saveMails: () =>
      run(
        { text: `${mails(unsaved.length)} saved.` },
        byHand(() => saveMails(client, unsaved)),
      ),
    saveBoth: () =>
      run(
        { text: `${name} and the mail saved.` },
        byHand(() => saveBoth(client, person, contact, unsaved)),
      ),
    forgetMails: () => forget(there, "forgotten", threadKey ?? messages[0]?.sourceId ?? ""),
    takeBack: () => forget(byItself, "not saved"),
    /** Resolves to whether something was forgotten; there is no way back from it. */
    forgetThread: async (): Promise<boolean> => {
      if (threadKey === null) return false;
      captures.leave(messages);
      try {
        const { mails, emailIds } = await forgetThreads(client, threadKey, there, context);
        // A draft quotes what it rests on, also one to somebody else in another thread.
        drafts.forget(threadKey);
        drafts.forgetMails({ ids: new Set(emailIds) });
        // What its mails said stands on the cards of other threads and people, too.
        await forgetIdle(client, queries);
        toast({ text: mails > 0 ? "Thread forgotten." : "No mail of yours is saved in this thread.", ends: true });
        await refresh();
        return mails > 0;
      } catch (error) {
        toast({ text: `Not forgotten. ${sentence(error)}` });
        return false;
      }
    },
  };
}

/**
 * Forgets what the site calls this thread, and every thread that the copies of the mails on screen are in: an import does not
 * know the site's name. Which mails that were.
 */
async function forgetThreads(
  client: Client,
  threadKey: string,
  there: readonly { id: EmailId }[],
  context: Context | undefined,
): Promise<{ mails: number; emailIds: EmailId[] }> {
  const copies = await Promise.all(there.map(({ id }) => client.api(emails.get, { id })));
  const threads = new Set(copies.map((copy) => copy.threadId));
  if (context?.thread) threads.add(context.thread.id);
  const named = await client.api(emails.forgetThread, { thread: threadKey });
  let { mails, emailIds = [] } = named;
  for (const thread of threads) {
    if (thread === named.threadId || thread === threadKey) continue;
    const gone = await client.api(emails.forgetThread, { thread });
    mails += gone.mails;
    emailIds = [...emailIds, ...(gone.emailIds ?? [])];
  }
  return { mails, emailIds };
}

export type Saving = ReturnType<typeof useSaving>;
