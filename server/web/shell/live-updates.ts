import { askAnew } from "@sidenote/panel/ask-anew";
import { useClient } from "@sidenote/panel/client";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { answersOf, oldAfter } from "../queries.ts";

/** An import tells of every portion; once in this time is enough for an eye. */
const GATHER_MS = 700;

/** Asks anew for what is on screen when the server says that it changed, or when it was away. */
export function useLiveUpdates(organizationId: string | undefined): void {
  const client = useClient();
  const queries = useQueryClient();
  useEffect(() => {
    const end = new AbortController();
    const old = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const gather = (paths: readonly string[]) => {
      for (const path of paths) old.add(path);
      timer ??= setTimeout(() => {
        timer = undefined;
        const now = [...old];
        old.clear();
        void askAnew(queries, answersOf(now));
      }, GATHER_MS);
    };
    let wasAway = false;
    // Nobody who is not signed in is told anything.
    if (organizationId) client.watchLive((event) => gather(oldAfter(event)), end.signal);
    client.watchServer(({ away }) => {
      if (wasAway && !away) gather(["/v1/"]);
      wasAway = away;
    }, end.signal);
    return () => {
      end.abort();
      clearTimeout(timer);
    };
  }, [organizationId, client, queries]);
}
