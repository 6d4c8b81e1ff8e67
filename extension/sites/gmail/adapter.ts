import type { Subject } from "@sidenote/panel/host";
import type { OpenPage, Site } from "../site.ts";
import { isInThread, openEditors, readCompose } from "./compose.ts";
import { inserter } from "./insert.ts";
import { isOpen, readThread } from "./messages.ts";
import { others, ownAddress } from "./participants.ts";
import * as selectors from "./selectors.ts";
import { subjectLine } from "./subject-line.ts";

/** Gmail in a browser. Seen at https://mail.google.com/mail/u/0/#inbox, with a thread open, a reply, a compose window. */
export const gmail: Site = {
  name: "gmail",
  matches: (url) => url.hostname === "mail.google.com",
  open,
  selectors,
};

function open(doc: Document, signal: AbortSignal): OpenPage {
  const drafts = inserter(doc);
  const subjects = subjectLine(doc);
  let lastIn: Element | null = null;
  // Focus goes to the panel when the member asks for a draft there; what counts is the mail that they were in before.
  const enter = ({ target }: Event) => {
    if (target instanceof Element && doc.body.contains(target)) lastIn = target;
  };
  // Who clicks into the text of a mail is in it, though nothing there takes the focus.
  for (const event of ["focusin", "pointerdown"]) doc.addEventListener(event, enter, { signal, capture: true });

  const currentEditor = (): HTMLElement | null => {
    const editors = openEditors(doc);
    // A mail that was left in a corner is not what a member looks at who has a thread open.
    const likely = isOpen(doc) ? editors.filter(isInThread) : editors;
    const around = (element: Element | null) =>
      element && editors.find((e) => e.contains(element) || sameWindow(e, element));
    return around(doc.activeElement) ?? around(lastIn) ?? likely.at(-1) ?? null;
  };

  return {
    subject(): Subject | null {
      const own = ownAddress(doc);
      const thread = readThread(doc, own);
      const editor = currentEditor();
      const compose = editor ? readCompose(editor) : null;
      if (!thread && !compose) return null;
      // A mail of its own is about its recipients; an answer is about them first, then about everybody in the thread.
      const around = compose && !compose.isReply && compose.recipients.length > 0 ? null : thread;
      return {
        people: others([...(compose?.recipients ?? []), ...(around?.people ?? [])], own),
        thread: around && { key: around.key, subject: around.subject, messages: around.messages },
        compose,
      };
    },
    insert(text, part = "text") {
      const editor = currentEditor();
      if (!editor) return { ok: false, reason: "Open a reply or a new mail first" };
      return part === "subject" ? subjects.put(editor, text) : drafts.insert(editor, text);
    },
    undo: (id) => drafts.undo(id) || subjects.undo(id),
  };
}

const sameWindow = (editor: Element, element: Element): boolean =>
  selectors.composeWindow.css.some((css) => editor.closest(css)?.contains(element));
