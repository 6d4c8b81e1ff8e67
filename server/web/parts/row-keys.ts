import { type FocusEvent, type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from "react";
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
 * A list is one stop for Tab: the row that was last in it, and `first` or the first row before. What else a row has to press,
 * `data-with-row`, is a stop beside it only there. Set on the elements themselves: of thousands of rows none is drawn anew for it.
 */
export function useOneStop(
  list: RefObject<HTMLElement | null>,
  first?: string,
): (event: FocusEvent<HTMLElement>) => void {
  const last = useRef(first);
  const place = () => {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>("[data-row]") ?? [])];
    const stop = rows.find((row) => row.dataset.row === last.current) ?? rows[0];
    for (const row of rows)
      for (const one of [row, ...(row.parentElement?.querySelectorAll<HTMLElement>("[data-with-row]") ?? [])]) {
        const index = row === stop ? 0 : -1;
        if (one.tabIndex !== index) one.tabIndex = index;
      }
  };
  useLayoutEffect(place);
  return ({ target }) => {
    const row = target.closest("li")?.querySelector<HTMLElement>("[data-row]")?.dataset.row;
    if (!row || row === last.current) return;
    last.current = row;
    place();
  };
}
