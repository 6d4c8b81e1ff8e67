import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Site } from "../sites/site.ts";

const folder = (site: Site["name"]) => path.join(import.meta.dirname, "../../tests/pages", site);

export const pagesOf = (site: Site["name"]): string[] =>
  readdirSync(folder(site)).filter((name) => name.endsWith(".html"));

const sourceOf = (site: Site["name"], name: string) => readFileSync(path.join(folder(site), name), "utf8");

/** `observed 2026`, or `assumed`: whether a page follows mark-up that somebody saw, or what we take it to be. */
export function markOf(site: Site["name"], name: string): string {
  const mark = sourceOf(site, name).match(/<!-- sidenote-page: (observed \d{4}|assumed) -->/)?.[1];
  if (!mark) throw new Error(`${name} does not say whether it was observed or is assumed`);
  return mark;
}

/** A saved page of its own. */
export const parsePage = (site: Site["name"], name: string): Document =>
  new DOMParser().parseFromString(sourceOf(site, name), "text/html");

/** Puts a saved page into the test's document, as if it had been opened. */
export function openPage(site: Site["name"], name: string): Document {
  const page = parsePage(site, name);
  document.documentElement.lang = page.documentElement.lang;
  document.head.replaceChildren(...page.head.childNodes);
  const body = document.adoptNode(page.body);
  document.body.replaceWith(body);
  standInForEditing();
  return document;
}

/**
 * jsdom has no `execCommand`: this one changes the field or the selection's range, can undo the latter, and tells by an input event,
 * as browsers do.
 */
function standInForEditing(): void {
  const undo: { editor: Element; html: string }[] = [];
  document.execCommand = (command, _showUi, value = "") => {
    const field = document.activeElement;
    if (field instanceof HTMLInputElement) {
      field.setRangeText(value, field.selectionStart ?? 0, field.selectionEnd ?? 0, "end");
      return field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }
    const range = document.getSelection()!.getRangeAt(0);
    const at = range.commonAncestorContainer;
    const editor = (at.nodeType === 1 ? (at as Element) : at.parentElement)?.closest("[contenteditable=true]");
    if (command === "undo") {
      const last = undo.pop();
      if (last) last.editor.innerHTML = last.html;
      return last !== undefined;
    }
    if (!editor) return false;
    undo.push({ editor, html: editor.innerHTML });
    range.deleteContents();
    if (command === "insertHTML") {
      const emptyLine = at !== editor && at.nodeType === 1 && !at.textContent ? (at as Element) : null;
      const fragment = range.createContextualFragment(value);
      const last = fragment.lastChild;
      if (emptyLine) emptyLine.replaceWith(fragment);
      else if (at.nodeType === 3 && at.parentElement !== editor) splitLine(at.parentElement!, range, fragment);
      else range.insertNode(fragment);
      if (last) document.getSelection()!.collapse(last, last.childNodes.length);
    }
    for (const line of [...editor.children]) if (/^DIV$/.test(line.tagName) && !line.hasChildNodes()) line.remove();
    editor.dispatchEvent(new InputEvent("input", { bubbles: true }));
    return true;
  };
}

/** Paragraphs put into the middle of a paragraph part it. */
function splitLine(line: Element, range: Range, fragment: DocumentFragment): void {
  const rest = document.createRange();
  rest.setStart(range.startContainer, range.startOffset);
  rest.setEnd(line, line.childNodes.length);
  const tail = line.cloneNode(false) as Element;
  tail.append(rest.extractContents());
  line.after(fragment, ...(tail.textContent ? [tail] : []));
}
