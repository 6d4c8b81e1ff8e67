import { useEffect } from "react";

/** What has no room is said whole on hover, wherever it stands. A title of its own is left as it is. */
export function useTitles(): void {
  useEffect(() => {
    const over = ({ target }: Event) => {
      const clipped = target instanceof Element ? target.closest<HTMLElement>(".clip") : null;
      if (!clipped || (clipped.title && !clipped.dataset.titled)) return;
      const isCut = clipped.scrollWidth > clipped.clientWidth;
      clipped.title = isCut ? (clipped.textContent ?? "").trim() : "";
      clipped.dataset.titled = "yes";
    };
    document.addEventListener("pointerover", over);
    return () => document.removeEventListener("pointerover", over);
  }, []);
}
