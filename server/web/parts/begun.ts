import type { Shelf } from "@sidenote/panel/begun";
import { createContext, useContext, useMemo, useSyncExternalStore } from "react";

const PREFIX = "sidenote.begun ";
const memory = new Map<string, string>();
const listeners = new Set<() => void>();
const Whose = createContext("");

/** Whose words they are: what one member began is not shown to the next who signs in here. */
export const BegunBy = Whose.Provider;

/**
 * What somebody is writing, by what it is about: it is there again when they come back to it, also after the page was loaded anew,
 * until this tab is closed. `nothing` is an empty field.
 */
export function useBegun<T>(about: string, nothing: T): [T, (next: T | ((now: T) => T)) => void] {
  const key = keyOf(useContext(Whose), about);
  const text = useSyncExternalStore(subscribe, () => read(key));
  const value = useMemo(() => (text === null ? nothing : (JSON.parse(text) as T)), [text, nothing]);
  const set = (next: T | ((now: T) => T)) => {
    const now = read(key);
    const after =
      typeof next === "function" ? (next as (now: T) => T)(now === null ? nothing : (JSON.parse(now) as T)) : next;
    write(key, after === nothing ? null : JSON.stringify(after));
  };
  return [value, set];
}

/** The same for what is written in the panel, the oldest first. */
export function usePanelShelf(): Shelf {
  const key = keyOf(useContext(Whose), "in the panel");
  return useMemo(() => {
    const all = () => JSON.parse(read(key) ?? "[]") as [name: string, text: string][];
    return {
      all,
      put(name, text) {
        const others = all().filter(([one]) => one !== name);
        const next = text === null ? others : [...others, [name, text]];
        write(key, next.length === 0 ? null : JSON.stringify(next));
      },
    };
  }, [key]);
}

/** Who signs out leaves nothing here. */
export function forgetBegun(): void {
  for (const key of [...memory.keys(), ...inStorage((storage) => Object.keys(storage), [])])
    if (key.startsWith(PREFIX)) write(key, null);
}

const keyOf = (memberId: string, about: string): string => `${PREFIX}${memberId} ${about}`;

const read = (key: string): string | null => memory.get(key) ?? inStorage((storage) => storage.getItem(key), null);

function write(key: string, text: string | null): void {
  if (text === null) memory.delete(key);
  else memory.set(key, text);
  inStorage((storage) => (text === null ? storage.removeItem(key) : storage.setItem(key, text)), undefined);
  for (const tell of listeners) tell();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** A browser may close its storage to the page, or it is full: then what is in memory is all there is. */
function inStorage<T>(use: (storage: Storage) => T, otherwise: T): T {
  try {
    return use(sessionStorage);
  } catch {
    return otherwise;
  }
}
