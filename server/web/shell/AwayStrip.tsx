import { RefusedWrites } from "@sidenote/panel/cards/RefusedWrites.tsx";
import { NO_NEWS, type ServerState, useClient } from "@sidenote/panel/client";
import { Button } from "@sidenote/panel/ui/Button.tsx";
import { shortDate } from "@sidenote/panel/ui/when";
import { useEffect, useState } from "react";

export function useServer(): ServerState {
  const client = useClient();
  const [state, setState] = useState(NO_NEWS);
  useEffect(() => {
    const end = new AbortController();
    client.watchServer(setState, end.signal);
    return () => end.abort();
  }, [client]);
  return state;
}

/** The server is away: what is on screen is from before, what is saved now waits. */
export function AwayStrip() {
  const client = useClient();
  const { away, waiting, refused } = useServer();
  const [since, setSince] = useState<string | null>(null);
  if (away !== (since !== null)) setSince(away ? new Date().toISOString() : null);
  const kept = waiting === 0 ? "" : waiting === 1 ? " · 1 change waits here" : ` · ${waiting} changes wait here`;
  return (
    <div role="status">
      {(away || waiting > 0) && (
        <div className="strip">
          <span>
            {away && since ? `The server is away · as of ${shortDate(since)}` : "Sending what waited"}
            {kept}
          </span>
          {away && (
            <Button look="quiet" small onClick={() => client.tryNow()}>
              Try now
            </Button>
          )}
        </div>
      )}
      <RefusedWrites refused={refused} />
    </div>
  );
}
