import type { Draft } from "@sidenote/contract/context";
import type { drafts as calls, DraftChange, ShortReply } from "@sidenote/contract/drafts";
import type { InputOf } from "@sidenote/contract/endpoint";
import type { Letter } from "./draft-text.ts";
import type { Wish } from "./wishes.ts";

/** What was asked for, so that it can be asked for again. */
export type Asked =
  | { what: "write" | "go on" | "replies" | "subjects" }
  | {
      what: "change";
      how: DraftChange;
      /** What is said when it was done. */
      done: string;
      more: Pick<InputOf<typeof calls.change>, "language" | "selection" | "instruction">;
      /** The letter that a selection is of. */
      text: string;
    };

/** Which writer it was, why that one, whether anything left the machine, and what could not be done. */
export type By = Pick<Draft, "model_used" | "fallback_reason" | "left_machine" | "limit">;

/** What it was asked by; `behind` what had arrived of it before, where that stands; `chosen` the language that the member put it in. */
type How = { asked?: Asked; behind: boolean; chosen?: string | undefined };

/** One draft on its way from a wish to a letter. */
export type DraftState = {
  /** What the member chose; null as long as the likely wish stands. */
  wish: Wish | null;
  /** What came so far, while it is being written. */
  writing: { text: string; reason: string | null; behind: boolean } | null;
  /** The letter, with what the member changed in it. */
  letter: Letter | null;
  /** How it was written. */
  made: (By & Pick<Draft, "for_your_eyes" | "language"> & How) | null;
  failed: { error: Error; asked: Asked } | null;
  /** The connection was lost in the middle, and the letter is what had arrived. */
  cut: boolean;
  /** The stored mails that what is being written, or did not come to its end, may rest on. */
  rests: readonly string[];
  /** Short replies and subject lines to choose from, once they were asked for. */
  replies: "asked" | readonly ShortReply[] | null;
  repliesBy: By | null;
  subjects: "asked" | readonly string[] | null;
  subjectsBy: By | null;
  /** The compose that it was put into last. */
  insertedInto: string | null;
};

/** What is left of a draft that rested on what is gone: the words of the member's own, who wished for it. */
export const ONLY_WISH = {
  writing: null,
  letter: null,
  made: null,
  failed: null,
  cut: false,
  rests: [],
  replies: null,
  repliesBy: null,
  subjects: null,
  subjectsBy: null,
  insertedInto: null,
} as const satisfies Omit<DraftState, "wish">;

export const NOTHING: DraftState = { wish: null, ...ONLY_WISH };

/** What of it outlives the page: the member's words, and the letter. A page loaded anew has nothing inserted and asks nothing. */
export type KeptDraft = Pick<DraftState, "wish" | "letter" | "made" | "rests" | "repliesBy"> & {
  replies: readonly ShortReply[] | null;
};

/** About a window that is named only while its page is there, nobody would ever ask again. */
export const outlivesPage = (key: string): boolean => !key.includes(" window:");

export const isOther = (before: DraftState, now: DraftState): boolean =>
  (["wish", "letter", "made", "replies"] as const).some((field) => before[field] !== now[field]);

/** Null where there is nothing that anybody would miss. */
export function keptOf({ wish, letter, made, rests, replies, repliesBy }: DraftState): KeptDraft | null {
  const kept = { wish, letter, made, rests, repliesBy, replies: replies === "asked" ? null : replies };
  return wish || letter || kept.replies ? kept : null;
}
