import { type RefObject, useEffect, useRef } from "react";

/**
 * Keeps what is being written in sight: scrolls the cards down with it until its heading stands at the top, and no further. Who
 * scrolls meanwhile is left alone.
 */
export function useFollow(section: RefObject<HTMLElement | null>, isOn: boolean, text: string): void {
  const left = useRef(false);
  useEffect(() => {
    const cards = section.current?.closest(".panel-body");
    if (!isOn || !cards) return;
    left.current = false;
    const leave = () => {
      left.current = true;
    };
    const end = new AbortController();
    for (const kind of ["wheel", "touchmove", "pointerdown"])
      cards.addEventListener(kind, leave, { signal: end.signal });
    return () => end.abort();
  }, [section, isOn]);
  const wasOn = useRef(false);
  useEffect(() => {
    const isAbout = isOn || wasOn.current;
    wasOn.current = isOn;
    const part = section.current;
    const cards = part?.closest(".panel-body");
    if (!isAbout || left.current || !part || !cards) return;
    const wanted = Math.min(part.offsetTop, part.offsetTop + part.offsetHeight - cards.clientHeight);
    if (wanted > cards.scrollTop) cards.scrollTop = wanted;
  }, [section, isOn, text]);
}
