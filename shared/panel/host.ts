import type { Person, ScreenMessage } from "@sidenote/contract/emails";

/** The window in which a mail is being written, as it is right now. */
export type Compose = {
  /**
   * Stays the same while this window is open, and no other has it: `window:…` means nothing once the page is gone, any other is
   * the same when the page is loaded anew.
   */
  id: string;
  /** An answer in a thread, or a mail of its own. */
  isReply: boolean;
  recipients: Person[];
  subject: string;
  /** What the member has typed, without signature and quote. */
  text: string;
};

/** What the member is looking at. */
export type Subject = {
  /** Everybody but the member, the most relevant first: the recipient of the open compose, else the sender of the open mail. */
  people: Person[];
  thread: {
    /** `gmail:…`, `thr_…`; null when the page does not tell. */
    key: string | null;
    subject: string;
    /** Oldest first; those that the page shows in full. */
    messages: ScreenMessage[];
  } | null;
  compose: Compose | null;
};

/** `undo` rejects where what was inserted is no longer there to be taken back. */
export type Inserted = { ok: true; undo: () => Promise<void> } | { ok: false; reason: string };

/**
 * Where the panel lives: docked beside Gmail, in the browser's side panel, in Outlook, in the workspace. The panel knows of it
 * only this: what am I looking at, and put this text there.
 */
export interface Host {
  readonly kind: "gmail" | "linkedin" | "outlook" | "workspace";
  /** Tells what is on screen, at once and after every change, until the signal ends. Null: nothing that concerns a person. */
  watchSubject(tell: (subject: Subject | null) => void, signal: AbortSignal): void;
  /**
   * Puts a draft into the compose window that the member is in, above signature and quote; the same draft again replaces what
   * was put there before. Never sends. Absent where there is nothing to put text into.
   */
  insertDraft?(text: string, about?: { sources: number }): Promise<Inserted>;
  /** Puts a line into the subject of the mail that is being written. Absent where there is none to put it into. */
  insertSubject?(line: string): Promise<Inserted>;
  /** Shows a page of the workspace: `/threads/thr_…`, `/contacts/cnt_…`. */
  openWorkspace(path: string): void;
  /** Folds the panel away; absent where it cannot be. */
  collapse?(): void;
}
