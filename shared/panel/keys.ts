import { useEffect, useRef } from "react";

const isMac = typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.userAgent);

/** The keys that go on with a draft, as this machine writes them. */
export const SEND_KEYS = isMac ? "⌘↵" : "Ctrl ↵";

/** Where another script's letters are written, its keys do what the Latin letters on them stand for. */
export const latinKey = ({ key, code }: Pick<KeyboardEvent, "key" | "code">): string =>
  /^\P{ASCII}$/u.test(key) && code.startsWith("Key") ? code.slice("Key".length).toLowerCase() : key;

/** What is typed elsewhere on the page is not ours, nor what is typed into a field that has an Enter of its own. */
const isOurs = ({ target }: KeyboardEvent): boolean =>
  target === document.body ||
  (target instanceof Element && target.closest(".panel, [data-enter=own]")?.matches(".panel") === true);

/** Hears a key in the panel, or where nothing has the focus. */
function useKey(isIt: (event: KeyboardEvent) => boolean, act: () => void, capture: boolean): void {
  const latest = useRef({ isIt, act });
  useEffect(() => {
    latest.current = { isIt, act };
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !isOurs(event) || !latest.current.isIt(event)) return;
      event.preventDefault();
      if (capture) event.stopPropagation();
      // A blank that is being filled in is filled in first.
      if (document.activeElement?.matches("input.blank")) (document.activeElement as HTMLElement).blur();
      setTimeout(() => latest.current.act());
    };
    document.addEventListener("keydown", listen, { capture });
    return () => document.removeEventListener("keydown", listen, { capture });
  }, [capture]);
}

/** ⌘↵ goes on with the draft wherever the focus is; a button under it is not pressed. */
export const useSendKey = (go: () => void): void =>
  useKey((event) => event.key === "Enter" && (event.ctrlKey || event.metaKey), go, true);

export const useEscape = (isOn: boolean, stop: () => void): void =>
  useKey((event) => isOn && event.key === "Escape", stop, false);
