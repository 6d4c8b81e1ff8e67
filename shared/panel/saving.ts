import type { Context } from "@sidenote/contract/context";
import { type Captures, useCapturing } from "./captures.ts";
import { useClient } from "./client.ts";
import { useDoing } from "./doing.ts";
import type { Drafts } from "./drafts.ts";
import { useForgetting } from "./forgetting.ts";
import { saveBoth, saveMails, savePerson, type Undo } from "./saves.ts";
import { sortMails, useStored } from "./stored.ts";
import type { Situation } from "./subject.ts";
import { calledBy, countMails, namedIn } from "./words.ts";

/** What of this page is saved and can be, what is saved by itself, and the way back from each. */
export function useSaving(
  situation: Situation,
  context: Context | undefined,
  { captures, drafts, away }: { captures: Captures; drafts: Drafts; away: boolean },
) {
  const client = useClient();
  const { busy, run } = useDoing();
  const { data: states, isLoading: coming } = useStored(situation);
  const { messages, person } = situation;
  const capturing = useCapturing(captures, messages, states, away);
  const mails = sortMails(messages, states);
  const { onScreen, there, byItself } = mails;
  const unsaved = mails.unsaved.filter(({ sourceId }) => !captures.isKept(sourceId));
  const forgetting = useForgetting(situation, context, { ...mails, captures, drafts, run });
  const contact = context?.contact ?? null;
  const named = namedIn(context, person);
  const name = calledBy(named);

  /** Who takes it back does not want it saved again by itself. */
  const byHand = (work: () => Promise<Undo>) => () => {
    captures.leave(unsaved);
    return work();
  };
  /** What waits for the server is not asked for twice. */
  const once = (what: readonly string[], work: () => Promise<Undo>) => async () => {
    const undo = await work();
    if (undo === null) captures.keep(what);
    return undo;
  };
  const ids = unsaved.map(({ sourceId }) => sourceId);
  const { address } = person;
  return {
    busy,
    onScreen,
    isKept: captures.isKept,
    unsaved,
    /** Something is being saved by itself now. */
    capturing,
    /** How many of the mails on screen are stored; null where that is no question. */
    saved: states ? there.length : null,
    /** What of it is stored is being asked. */
    coming,
    /** How many were saved by themselves, in this panel or another, and can be taken back. */
    byItself: byItself.length,
    savePerson: () =>
      run(
        { text: `${name} saved.` },
        once([address], () => savePerson(client, named, contact)),
      ),
    saveMails: () =>
      run({ text: `${countMails(unsaved.length)} saved.` }, byHand(once(ids, () => saveMails(client, unsaved)))),
    saveBoth: () =>
      run(
        { text: `${name} and the mail saved.` },
        byHand(once([address, ...ids], () => saveBoth(client, named, contact, unsaved))),
      ),
    ...forgetting,
  };
}

export type Saving = ReturnType<typeof useSaving>;
