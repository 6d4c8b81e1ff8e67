import { type RefObject, useLayoutEffect } from "react";

/**
 * Who types or writes in this part stays where they are when something comes above it. A browser does so by itself as soon as
 * anything is scrolled, and only then.
 */
export function useStill(part: RefObject<HTMLElement | null>): void {
  const { current } = part;
  const scrolled = current?.parentElement;
  const isHeld = scrolled?.scrollTop === 0 && current?.contains(document.activeElement);
  const before = isHeld ? current!.offsetTop : null;
  useLayoutEffect(() => {
    if (before === null || !scrolled || !current) return;
    const moved = current.offsetTop - before;
    if (moved > 0) scrolled.scrollTop = moved;
  });
}
