import { latinKey } from "@sidenote/panel/keys";
import { createContext, type ReactNode, useContext, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { kept } from "./kept.ts";

export type Shortcut = {
  /** As `KeyboardEvent.key` has it; `mod+k` is ⌘K or Ctrl-K. */
  key: string;
  label: string;
  run: () => void;
};

type List = { current: readonly Shortcut[] };
/** Keys of what is on the page, and those that hold everywhere, which give way to them. */
type Registry = { lists: Set<List>; everywhere: Set<List> };
const Current = createContext<Registry>({ lists: new Set(), everywhere: new Set() });

/** Single letters are for lists; people who dictate or whose hands tremble can switch them off. */
export const lettersKept = kept("sidenote.letters", ["on", "off"], "on");

export function Keys({ children }: { children: ReactNode }) {
  const [registry] = useState<Registry>(() => ({ lists: new Set(), everywhere: new Set() }));
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey) return;
      const key = latinKey(event);
      const mod = event.metaKey || event.ctrlKey;
      const isOff = event.key.length === 1 && lettersKept.get() === "off";
      if (!mod && (isTyping(event.target) || isOff || isCovered())) return;
      const name = mod ? `mod+${key.toLowerCase()}` : key;
      // What was mounted last is nearest to the person.
      const found = shortcutsOf(registry).find((one) => one.key === name);
      if (!found) return;
      event.preventDefault();
      found.run();
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [registry]);
  return <Current.Provider value={registry}>{children}</Current.Provider>;
}

/** Offers these keys while the component is there. */
export function useKeys(shortcuts: readonly Shortcut[], where: keyof Registry = "lists"): void {
  const registry = useContext(Current);
  const held = useRef(shortcuts);
  held.current = shortcuts;
  useEffect(() => {
    registry[where].add(held);
    return () => void registry[where].delete(held);
  }, [registry, where]);
}

/** Everything that can be pressed right now, the nearest first, each key once. */
export function useShortcuts(): readonly Shortcut[] {
  return shortcutsOf(useContext(Current));
}

function shortcutsOf({ lists, everywhere }: Registry): Shortcut[] {
  const all = [...[...lists].reverse(), ...everywhere].flatMap((list) => [...list.current]);
  return all.filter((one, i) => all.findIndex((other) => other.key === one.key) === i);
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) ||
    target.closest("[data-own-keys]") !== null);

/** A sheet lies over the page, so its letters are not the page's. */
const isCovered = (): boolean => document.querySelector('[role="dialog"], [role="menu"]') !== null;

export const useLetters = (): "on" | "off" => useSyncExternalStore(lettersKept.subscribe, lettersKept.get);
