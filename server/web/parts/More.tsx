import { Button } from "@sidenote/panel/ui/Button.tsx";
import { sentence } from "@sidenote/panel/ui/Load.tsx";
import { useEffect, useRef } from "react";

/** The end of a list that goes on: the next page comes when it is near, or by the button. */
export function More({
  list,
}: {
  list: {
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    isFetchNextPageError: boolean;
    error: Error | null;
    fetchNextPage: () => unknown;
  };
}) {
  const end = useRef<HTMLDivElement>(null);
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = list;
  useEffect(() => {
    if (!hasNextPage || isFetchingNextPage || isFetchNextPageError || !end.current) return;
    if (typeof IntersectionObserver === "undefined") return;
    const near = new IntersectionObserver(([entry]) => entry?.isIntersecting && void fetchNextPage(), {
      rootMargin: "600px",
    });
    near.observe(end.current);
    return () => near.disconnect();
  }, [hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);
  if (!hasNextPage) return null;
  return (
    <div ref={end} className="list-end">
      {isFetchNextPageError && list.error && <p role="alert">{sentence(list.error)}</p>}
      {/* By keyboard it comes by itself, too: who leaves the list is not held up by its end. */}
      <Button
        small
        tabIndex={isFetchNextPageError ? 0 : -1}
        disabled={isFetchingNextPage}
        onClick={() => void fetchNextPage()}
      >
        {isFetchingNextPage ? "Loading …" : "Show more"}
      </Button>
    </div>
  );
}
