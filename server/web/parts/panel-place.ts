import { useCallback, useState, useSyncExternalStore } from "react";

const WIDTH_KEY = "sidenote.panel.width";
const OPEN_KEY = "sidenote.panel.open";
const NARROW = "(max-width: 1239px)";
export const PANEL_WIDTH = { least: 300, most: 480, usual: 360 };

const clamp = (width: number): number => Math.min(PANEL_WIDTH.most, Math.max(PANEL_WIDTH.least, Math.round(width)));

function remembered(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // It holds until the page is closed.
  }
}

const narrow = {
  get: () => globalThis.matchMedia?.(NARROW).matches ?? false,
  subscribe(tell: () => void) {
    const query = globalThis.matchMedia?.(NARROW);
    query?.addEventListener("change", tell);
    return () => query?.removeEventListener("change", tell);
  },
};

/** Whether the panel is open and how wide. Where it would take the place of what it lies beside it begins folded, and that is not remembered. */
export function usePanelPlace(key = OPEN_KEY, otherwise: "yes" | "no" = "yes") {
  const isNarrow = useSyncExternalStore(narrow.subscribe, narrow.get);
  const [openWide, setOpenWide] = useState(() => (remembered(key) ?? otherwise) === "yes");
  const [openNarrow, setOpenNarrow] = useState(false);
  const [width, setWidth] = useState(() => clamp(Number(remembered(WIDTH_KEY)) || PANEL_WIDTH.usual));
  const set = useCallback(
    (open: boolean) => {
      if (narrow.get()) return setOpenNarrow(open);
      setOpenWide(open);
      remember(key, open ? "yes" : "no");
    },
    [key],
  );
  return {
    open: isNarrow ? openNarrow : openWide,
    width,
    set,
    resize(next: number) {
      setWidth(clamp(next));
      remember(WIDTH_KEY, String(clamp(next)));
    },
  };
}
export type PanelPlace = ReturnType<typeof usePanelPlace>;
