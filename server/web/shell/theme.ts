import { useSyncExternalStore } from "react";
import { kept } from "./kept.ts";

/** The same key is read by /assets/theme-1.js before the first paint. */
const theme = kept("sidenote.theme", ["system", "light", "dark"], "system");
export type Theme = ReturnType<typeof theme.get>;

export const useTheme = (): Theme => useSyncExternalStore(theme.subscribe, theme.get);

export function chooseTheme(next: Theme): void {
  theme.set(next);
  if (next === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = next;
}
