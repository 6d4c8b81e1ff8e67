/** A choice of this browser, kept here and nowhere else. */
export function kept<const T extends string>(key: string, choices: readonly T[], otherwise: T) {
  const listeners = new Set<() => void>();
  let value: T = read();
  function read(): T {
    try {
      const found = localStorage.getItem(key);
      return choices.find((choice) => choice === found) ?? otherwise;
    } catch {
      return otherwise;
    }
  }
  return {
    choices,
    get: (): T => value,
    set(next: T): void {
      value = next;
      try {
        localStorage.setItem(key, next);
      } catch {
        // It holds until the page is closed.
      }
      for (const tell of listeners) tell();
    },
    subscribe(tell: () => void): () => void {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
  };
}
