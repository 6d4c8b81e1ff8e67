import { useEffect } from "react";

/**
 * Marks in the page's own timeline when something of this name is on the screen, as a browser's tools and the bench read it:
 * `sidenote kept` is what was known before, `sidenote fresh` what the server says now.
 */
export function usePainted(name: string, about: string, isThere: boolean): void {
  useEffect(() => {
    if (!isThere) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    // What runs in a frame's callback is painted when that frame is over.
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => {
        // One mark a name: a panel is open for days.
        performance.clearMarks(name);
        performance.mark(name, { detail: about });
      });
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [name, about, isThere]);
}
