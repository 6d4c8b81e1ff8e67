import { useLayoutEffect } from "react";

/** A page that nobody sees is not painted. */
const UNSEEN_MS = 100;

/** When what was just learnt is on the screen: the next frame may come before it is drawn, the one after that shows it. */
export const painted = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, UNSEEN_MS);
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)));
  });

/**
 * Marks in the page's own timeline when something of this name is on the screen, as a browser's tools and the bench read it:
 * `sidenote kept` is what was known before, `sidenote fresh` what the server says now.
 */
export function usePainted(name: string, about: string, isThere: boolean): void {
  // As soon as it stands in the page: an effect that waits for the frame would see the one after it.
  useLayoutEffect(() => {
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
