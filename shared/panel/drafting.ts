import type { Context } from "@sidenote/contract/context";
import type { DraftChange, ShortReply } from "@sidenote/contract/drafts";
import { useState } from "react";
import type { Asked, DraftState } from "./draft-state.ts";
import { type Drafts, useDraft } from "./drafts.ts";
import type { Situation } from "./subject.ts";
import { useToast } from "./ui/Toasts.tsx";
import { aboutOf, draftInput, likelyWish, type Wish, wishInput } from "./wishes.ts";

/** What a change of a draft is asked with besides its kind. */
type More = Extract<Asked, { what: "change" }>["more"];

export type Drafting = ReturnType<typeof useDrafting>;

/** The draft of one situation, and everything that can be done to it. What replaces a letter can be undone. */
export function useDrafting(situation: Situation, context: Context | undefined, drafts: Drafts) {
  const { key } = situation;
  const draft = useDraft(drafts, key);
  /** What is edited, by its key: another mail on screen is not. */
  const [edited, setEdited] = useState<string | null>(null);
  const setEditing = (on: boolean) => setEdited(on ? key : null);
  const toast = useToast();
  const wish = draft.wish ?? likelyWish(situation, context);
  const { writing, letter, made } = draft;
  const about = aboutOf(situation, context);

  /** Says what was done; Undo stops what is being written and brings back what stood there. */
  const tell = (text: string, before: Partial<DraftState>) => {
    const undo = () => {
      drafts.stop(key);
      drafts.set(key, { ...before, writing: null });
    };
    toast({ text, undo });
  };
  const write = async (next: Wish = wish, builtin = false) => {
    const { letter: old, made: oldMade, wish: oldWish } = drafts.get(key);
    drafts.set(key, { wish: next });
    setEditing(false);
    const language = oldMade?.chosen;
    const input = { ...draftInput(situation, context, next), ...(language && { language }) };
    const isDone = await drafts.write(key, { ...input, ...(builtin && { builtin }) });
    // As long as it is being written, what stops it brings back the letter that stood there.
    if (isDone && old) tell("Written anew", { wish: oldWish, letter: old, made: oldMade });
  };
  const goOn = (builtin = false) => {
    setEditing(false);
    void drafts.goOn(key, { ...draftInput(situation, context, wish), ...(builtin && { builtin }) });
  };
  const change = async (how: DraftChange, done: string, more: More = {}, builtin = false) => {
    const { letter: old, made: oldMade } = drafts.get(key);
    if (!old) return;
    setEditing(false);
    const { text, statements } = old;
    const language = more.language ?? oldMade?.language;
    const rest = { ...more, ...(language && { language }), ...(builtin && { builtin }) };
    const input = { ...about, ...wishInput(wish), draft: text, statements, how, ...rest };
    const isDone = await drafts.change(key, input, { what: "change", how, done, more, text });
    // What could not be done is said in its place, and nothing needs to be undone.
    if (isDone && drafts.get(key).letter?.text !== text) tell(done, { letter: old, made: oldMade });
  };
  const askReplies = (builtin = false) => drafts.askReplies(key, { ...about, ...(builtin && { builtin }) });
  const askSubjects = (builtin = false) => {
    const input = { ...about, draft: letter?.text ?? "", purpose: wishInput(wish).purpose };
    return drafts.askSubjects(key, { ...input, ...(builtin && { builtin }) });
  };

  return {
    draft,
    wish,
    editing: edited === key,
    setEditing,
    write,
    goOn,
    change,
    askReplies,
    askSubjects,
    /** Another wish: a letter that stands is written anew by it. */
    wishFor: (part: Partial<Wish>) => {
      const next = { ...wish, ...part };
      if (letter && !writing) void write(next);
      else drafts.set(key, { wish: next });
    },
    /** Takes one of the short replies as the letter. */
    choose: ({ draft: text, statements }: ShortReply) => {
      const { repliesBy } = drafts.get(key);
      const chosen = repliesBy && { ...repliesBy, fallback_reason: null, limit: null, behind: false };
      drafts.set(key, { letter: { text, statements }, made: chosen });
      toast({ text: "Nothing is inserted yet.", undo: () => drafts.set(key, { letter: null, made: null }) });
    },
    /** Back to what was wished, as if nothing had been written. */
    discard: () => {
      const { letter: old, made: oldMade } = drafts.get(key);
      setEditing(false);
      drafts.set(key, { letter: null, made: null, subjects: null, failed: null });
      toast({ text: "Draft discarded.", undo: () => drafts.set(key, { letter: old, made: oldMade }) });
    },
    /** What was asked for last. */
    last: made?.asked ?? { what: "write" as const },
    /** What was selected is found no more in a letter that was edited since. */
    canRepeat: (asked: Asked): boolean =>
      asked.what !== "change" || !asked.more.selection || asked.text === letter?.text,
    /** The same once more, of the letter as it stands now. */
    repeat: (asked: Asked, builtin = false): void => {
      if (asked.what === "change") void change(asked.how, asked.done, asked.more, builtin);
      else if (asked.what === "go on") goOn(builtin);
      else if (asked.what === "replies") void askReplies(builtin);
      else if (asked.what === "subjects") void askSubjects(builtin);
      else void write(wish, builtin);
    },
  };
}
