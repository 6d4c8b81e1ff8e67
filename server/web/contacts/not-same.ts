import { useSyncExternalStore } from "react";

const KEY = "sidenote.contacts.not-same";
const MOST = 500;
const listeners = new Set<() => void>();
let pairs: readonly string[] = read();

function read(): readonly string[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(found) ? found.filter((one) => typeof one === "string") : [];
  } catch {
    return [];
  }
}

function write(next: readonly string[]): void {
  pairs = next.slice(-MOST);
  try {
    localStorage.setItem(KEY, JSON.stringify(pairs));
  } catch {
    // It holds until the page is closed.
  }
  for (const tell of listeners) tell();
}

const subscribe = (tell: () => void): (() => void) => {
  listeners.add(tell);
  return () => listeners.delete(tell);
};

/** Pairs that are two people, said by the person at this browser and kept there. The order of the two does not matter. */
export const notSame = {
  key: (a: string, b: string): string => [a, b].sort().join(" "),
  add: (key: string): void => write([...pairs.filter((one) => one !== key), key]),
  remove: (key: string): void => write(pairs.filter((one) => one !== key)),
};

export const useNotSame = (): readonly string[] => useSyncExternalStore(subscribe, () => pairs);
