import type { Context } from "@sidenote/contract/context";
import { emails } from "@sidenote/contract/emails";
import type { EmailId } from "@sidenote/contract/ids";
import { useQueryClient } from "@tanstack/react-query";
import { askAgain, type Captures } from "./captures.ts";
import { type Client, useClient } from "./client.ts";
import type { Do } from "./doing.ts";
import type { Drafts } from "./drafts.ts";
import { forgetIdle } from "./forgotten.ts";
import { forgetMails, saveMails } from "./saves.ts";
import type { StoredMail } from "./stored.ts";
import type { Situation } from "./subject.ts";
import { sentence } from "./ui/Load.tsx";
import { type Toast, useToast } from "./ui/Toasts.tsx";
import { countMails } from "./words.ts";

type Here = {
  there: readonly StoredMail[];
  byItself: readonly StoredMail[];
  captures: Captures;
  drafts: Drafts;
  run: Do;
};

/** The ways to have what is stored of this page forgotten: mails, what was saved by itself, or the thread as a whole. */
export function useForgetting(
  { messages, threadKey }: Situation,
  context: Context | undefined,
  { there, byItself, captures, drafts, run }: Here,
) {
  const client = useClient();
  const queries = useQueryClient();
  const toast = useToast();
  /** `place`: where what was written from them on screen goes, too; it stays where they are merely stored no more. */
  const forget = (which: readonly StoredMail[], done: string, place?: string) => {
    const said: Toast = { text: `${countMails(which.length)} ${done}.`, ends: true };
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
        await askAgain(queries);
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
