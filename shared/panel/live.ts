import type { LiveEvent } from "@sidenote/contract/system";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { askAnew } from "./ask-anew.ts";
import { NO_NEWS, type ServerState, useClient } from "./client.ts";

/** What shows something of a kind of record, by the first word of an event. */
const SHOWN_BY: Record<string, string[]> = {
  contacts: ["context", "record", "stored"],
  companies: ["context", "record"],
  activities: ["context", "record"],
  emails: ["context", "stored"],
  addresses: ["context", "me"],
  capture: ["stored"],
  promises: ["context"],
  import: [],
  model: ["model"],
  // It was not listened for a while, and anything may have changed.
  hello: ["context", "record", "stored", "model", "me"],
};
/** An import tells of hundreds of mails a second; the panel looks once. */
const PAUSE_MS = 400;

/** Asks again for what is shown when it changed on the server, and after the server was away. `hear` is told of everything. */
export function useLive(hear: (event: LiveEvent) => void): void {
  const client = useClient();
  const queries = useQueryClient();
  useEffect(() => {
    const end = new AbortController();
    const stale = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    client.watchLive((event) => {
      hear(event);
      const { type } = event;
      for (const shown of SHOWN_BY[type.split(".")[0]!] ?? []) stale.add(shown);
      if (stale.size === 0) return;
      timer ??= setTimeout(() => {
        for (const key of stale) void askAnew(queries, { queryKey: [key] });
        stale.clear();
        timer = undefined;
      }, PAUSE_MS);
    }, end.signal);
    return () => {
      clearTimeout(timer);
      end.abort();
    };
  }, [client, queries, hear]);
}

/** How the server is. When it is back, everything shown is asked for anew. */
export function useServer(): ServerState {
  const client = useClient();
  const queries = useQueryClient();
  const [state, setState] = useState(NO_NEWS);
  useEffect(() => {
    const end = new AbortController();
    let wasAway = false;
    client.watchServer((next) => {
      setState(next);
      if (wasAway && !next.away) void queries.invalidateQueries();
      wasAway = next.away;
    }, end.signal);
    return () => end.abort();
  }, [client, queries]);
  return state;
}
