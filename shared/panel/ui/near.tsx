import {
  type ComponentProps,
  type FocusEvent,
  type PointerEvent,
  useImperativeHandle,
  useLayoutEffect,
  useState,
} from "react";
import { flushSync } from "react-dom";

/** The button that somebody came near to, and how: with the pointer or with the focus. */
export type Near = { button: HTMLElement; by: "onPointerEnter" | "onFocus"; event: Event };

/**
 * What opens at a button takes a browser longer to prepare than to draw the button, and hardly any is ever opened: it is prepared
 * when somebody comes near, which is before anything is pressed.
 */
export function useNear() {
  const [near, setNear] = useState<Near | null>(null);
  const onPointerEnter = ({ currentTarget: button, nativeEvent: event }: PointerEvent<HTMLElement>) => {
    // At once: a finger comes near and presses in one go.
    if (!near) flushSync(() => setNear({ button, by: "onPointerEnter", event }));
  };
  const onFocus = ({ currentTarget: button, nativeEvent: event }: FocusEvent<HTMLElement>) =>
    near ?? setNear({ button, by: "onFocus", event });
  return { near, approach: { onPointerEnter, onFocus } };
}

type Handler = (event: Event) => void;

/** Stands for a button that is there already, as the trigger of something: what a trigger is and hears is handed on to it. */
export function Standing({ near: { button, by, event }, ref, ...props }: ComponentProps<"button"> & { near: Near }) {
  useImperativeHandle(ref, () => button as HTMLButtonElement);
  useLayoutEffect(() => {
    for (const [name, value] of Object.entries(props)) {
      if (!/^(aria|data)-|^id$/.test(name)) continue;
      if (value === undefined) button.removeAttribute(name);
      else button.setAttribute(name, String(value));
    }
    const end = new AbortController();
    for (const [name, heard] of Object.entries(props)) {
      if (typeof heard !== "function") continue;
      button.addEventListener(name.slice(2).toLowerCase(), heard as Handler, { signal: end.signal });
    }
    return () => end.abort();
  });
  // It was prepared by what it should have heard.
  useLayoutEffect(() => (props[by] as Handler | undefined)?.(event), []);
  return null;
}
