import { placeBetween, placeIn } from "@sidenote/panel/standing";
import type { Placed } from "../site.ts";
import { isNotTyped, typed } from "./compose.ts";

type Last = { id: string; text: string; replaced: string };

/**
 * Puts drafts into an editor the way a person types: by the browser's own editing command, so that undo works and Gmail
 * hears of it. What was put there before is found again by its words and replaced.
 */
export function inserter(doc: Document) {
  const last = new WeakMap<HTMLElement, Last>();
  const places = new Map<string, HTMLElement>();
  let made = 0;

  return {
    insert(editor: HTMLElement, text: string): Placed {
      const said = text.trim();
      const before = last.get(editor) ?? standing(editor, said);
      const old = before ? placeOf(editor, before.text, likely) : undefined;
      const range = old?.range ?? placeFor(doc, editor);
      if (!put(doc, editor, range, old || isEmpty(editor) ? said : `\n${said}`))
        return { ok: false, reason: "The mail could not be changed here" };
      const id = `insert-${++made}`;
      last.set(editor, { id, text: said, replaced: old?.text ?? "" });
      places.clear();
      places.set(id, editor);
      return { ok: true, id };
    },
    undo(id: string): boolean {
      const editor = places.get(id);
      const now = editor && last.get(editor);
      if (!editor?.isConnected || now?.id !== id) return false;
      const place = placeOf(editor, now.text, likely);
      if (!place || !put(doc, editor, place.range, now.replaced)) return false;
      places.delete(id);
      if (now.replaced) last.set(editor, { id: "", text: now.replaced, replaced: "" });
      else last.delete(editor);
      return true;
    },
  };
}

/** Word for word what is to be put there: the page was loaded anew since, and the mail brought back with it. */
const standing = (editor: HTMLElement, text: string): Last | undefined =>
  placeOf(editor, text, placeIn) && { id: "", text, replaced: "" };

/** Where a draft goes when none is there yet: at the caret, if it is in what the member types; else below that. */
function placeFor(doc: Document, editor: HTMLElement): Range {
  const selection = doc.getSelection();
  const caret = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
  if (caret && !isEmpty(editor) && inTyped(editor, caret.commonAncestorContainer)) return caret.cloneRange();
  const range = doc.createRange();
  const lastPiece = typed(editor).pieces.at(-1);
  if (lastPiece) range.setStart(lastPiece.node, lastPiece.node.length);
  else range.setStart(firstLine(editor), 0);
  range.collapse(true);
  return range;
}

/** The empty first paragraph, where a person's caret would be; the editor itself when there is none. */
const firstLine = (editor: HTMLElement): Node => {
  const first = editor.firstElementChild;
  return first && /^(DIV|P)$/.test(first.tagName) && !isNotTyped(first) && !first.textContent ? first : editor;
};

const isEmpty = (editor: HTMLElement): boolean => typed(editor).text.trim() === "";

function inTyped(editor: HTMLElement, node: Node): boolean {
  if (!editor.contains(node)) return false;
  for (let at: Node | null = node; at && at !== editor; at = at.parentNode)
    if (at.nodeType === 1 && isNotTyped(at as Element)) return false;
  return true;
}

type Find = typeof placeIn;

const likely: Find = (whole, text) => placeIn(whole, text) ?? placeBetween(whole, text);

/** Where these words stand in what is typed, on the page. */
function placeOf(editor: HTMLElement, text: string, find: Find): { range: Range; text: string } | undefined {
  const { text: whole, pieces } = typed(editor);
  const place = find(whole, text);
  if (!place) return undefined;
  const { start, end } = place;
  const at = (offset: number, atEnd: boolean) => {
    const piece = pieces.findLast((p) => (atEnd ? p.start < offset : p.start <= offset));
    return piece ? { node: piece.node, offset: Math.min(offset - piece.start, piece.node.length) } : null;
  };
  const from = at(start, false);
  const to = at(end, true);
  if (!from || !to) return undefined;
  const range = editor.ownerDocument.createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return { range, text: whole.slice(start, end) };
}

function put(doc: Document, editor: HTMLElement, range: Range, text: string): boolean {
  editor.focus();
  const selection = doc.getSelection();
  if (!selection) return false;
  selection.removeAllRanges();
  selection.addRange(range);
  return text === "" ? doc.execCommand("delete") : doc.execCommand("insertHTML", false, paragraphs(text));
}

/** Lines as Gmail itself writes them. */
const paragraphs = (text: string): string =>
  text
    .split("\n")
    .map((line) => `<div>${line.trim() === "" ? "<br>" : escapeHtml(line.trimEnd())}</div>`)
    .join("");

const escapeHtml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
