import { useEffect } from "react";

/** The page's name in the browser's tab: what it shows, then whose it is. */
export function useTitle(title: string | undefined): void {
  useEffect(() => {
    document.title = title ? `${title} · Sidenote` : "Sidenote";
  }, [title]);
}
