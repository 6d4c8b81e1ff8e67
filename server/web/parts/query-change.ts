import { useCallback } from "react";
import { useSearchParams } from "wouter";

/** What a page shows stands in its address: back, reload and a bookmark bring it again. An empty value takes it out. */
export function useQueryChange(): [URLSearchParams, (next: Record<string, string>) => void] {
  const [query, setQuery] = useSearchParams();
  const change = useCallback(
    (next: Record<string, string>) =>
      setQuery(
        (before) => {
          const merged = new URLSearchParams(before);
          for (const [name, value] of Object.entries(next)) {
            if (value) merged.set(name, value);
            else merged.delete(name);
          }
          return merged;
        },
        { replace: true },
      ),
    [setQuery],
  );
  return [query, change];
}
