import { type FocusEvent, type KeyboardEvent, type RefObject, useRef, useState } from "react";
import { type Shortcut, useKeys } from "../shell/keys.tsx";

/** j and k walk through the rows of a list; a row is what carries `data-row`, and Enter is the row's own. */
export function useRowKeys<T extends HTMLElement>(more: readonly Shortcut[] = []): RefObject<T | null> {
  const list = useRef<T>(null);
  const step = (by: 1 | -1) => {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>("[data-row]") ?? [])];
    const at = rows.indexOf(document.activeElement as HTMLElement);
    const next = rows[at === -1 ? (by === 1 ? 0 : rows.length - 1) : at + by];
    next?.focus();
    next?.scrollIntoView?.({ block: "nearest" });
  };
  useKeys([
    { key: "j", label: "Next in the list", run: () => step(1) },
    { key: "k", label: "The one before", run: () => step(-1) },
    ...more,
  ]);
  return list;
}

/** On a row the arrows lead to the next one, Home and End to the first and the last: for `onKeyDown` of the list. */
export function arrowKeys(event: KeyboardEvent<HTMLElement>): void {
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-row]")];
  const at = rows.indexOf(event.target as HTMLElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
  if (at === -1 || to === undefined || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  event.preventDefault();
  rows[to]?.focus();
}

/**
 * A list is one stop for Tab: the row that was last in it, and `first` or the first row before. What else a row has to press
 * is a stop beside it only there. `data-row` says whose row it is.
 */
export function useOneStop(ids: readonly string[], first?: string) {
  const [last, setLast] = useState(first);
  const stop = last !== undefined && ids.includes(last) ? last : ids[0];
  return {
    stopAt: (id: string): 0 | -1 => (id === stop ? 0 : -1),
    onFocus: ({ target }: FocusEvent<HTMLElement>) => {
      const row = target.closest("li")?.querySelector<HTMLElement>("[data-row]")?.dataset.row;
      if (row) setLast(row);
    },
  };
}
