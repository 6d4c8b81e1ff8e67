import type { Compose } from "@sidenote/panel/host";
import { closest, findAll, findOptional, isIn } from "../selector.ts";
import { personOf } from "./participants.ts";
import {
  answered,
  answeredMessage,
  composeRecipient,
  composeSubject,
  composeWindow,
  editor,
  notTyped,
  ownDraft,
} from "./selectors.ts";
import { textOf, tidy } from "./text.ts";

const ids = new WeakMap<Element, string>();

/** The editors in which a mail is being written; a window that is folded away does not count. */
export const openEditors = (doc: Document): HTMLElement[] =>
  findAll(doc, editor).filter((element) => !isHidden(element) && closest(element, composeWindow) !== null);

export function readCompose(at: HTMLElement): Compose {
  const window = closest(at, composeWindow) ?? at;
  const recipients = findAll(window, composeRecipient).flatMap((element) => personOf(element) ?? []);
  return {
    id: idOf(at, window),
    isReply: isInThread(window) || findOptional(window, answeredMessage) !== null,
    recipients: recipients.filter((person, i) => recipients.findIndex((p) => p.address === person.address) === i),
    subject: (findOptional<HTMLInputElement>(window, composeSubject)?.value ?? "").trim(),
    text: tidy(typed(at).text),
  };
}

export const isInThread = (element: Element): boolean => isIn(element, answered);

/** Gmail's own name of the draft, which a reload leaves as it is; where it tells none, one that goes with the window. */
const idOf = (at: Element, window: Element): string => {
  const named = findOptional<HTMLInputElement>(window, ownDraft)?.value;
  const id = ids.get(at) ?? (named ? `draft:${named}` : `window:${crypto.randomUUID()}`);
  ids.set(at, id);
  return id;
};

/** What the member has typed: everything before signature and quote. */
export const typed = (at: HTMLElement) => textOf(at, { skip: isNotTyped });

export const isNotTyped = (element: Element): boolean => notTyped.css.some((css) => element.matches(css));

/** Also the rich editor behind a mail in plain text. A document without layout knows only what is written in it. */
const isHidden = (element: HTMLElement): boolean => {
  if (element.checkVisibility?.() === false) return true;
  for (let at: HTMLElement | null = element; at; at = at.parentElement) if (at.style.display === "none") return true;
  return false;
};
