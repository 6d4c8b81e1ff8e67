import { closest, findOptional } from "../selector.ts";
import type { Placed } from "../site.ts";
import { composeSubject, composeWindow } from "./selectors.ts";

type Put = { id: string; field: HTMLInputElement; line: string; replaced: string };

/** Puts a line into the subject of a mail that is being written, by the browser's own editing command, as a person types it. */
export function subjectLine(doc: Document) {
  let last: Put | null = null;
  let made = 0;

  return {
    put(editor: HTMLElement, line: string): Placed {
      const field = findOptional<HTMLInputElement>(closest(editor, composeWindow) ?? editor, composeSubject);
      if (!field) return { ok: false, reason: "This mail has no subject to be changed here" };
      const replaced = field.value;
      if (!type(doc, field, line)) return { ok: false, reason: "The subject could not be changed here" };
      last = { id: `subject-${++made}`, field, line, replaced };
      return { ok: true, id: last.id };
    },
    /** False where it no longer stands there as it was put. */
    undo(id: string): boolean {
      if (last?.id !== id || !last.field.isConnected || last.field.value !== last.line) return false;
      const { field, replaced } = last;
      last = null;
      return type(doc, field, replaced);
    },
  };
}

function type(doc: Document, field: HTMLInputElement, line: string): boolean {
  field.focus();
  field.select();
  return line === "" ? doc.execCommand("delete") : doc.execCommand("insertText", false, line);
}
