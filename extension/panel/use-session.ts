import { useEffect, useState } from "react";
import { askAs, type PanelAsks, type Session } from "../messages.ts";
import { watch } from "../storage.ts";

const ask = askAs<PanelAsks>("panel");

/** Whether this browser is paired, and with which server; null until that is known. */
export function useSession(): Session | null {
  const [session, setSession] = useState<Session | null>(null);
  useEffect(() => {
    const end = new AbortController();
    const look = () =>
      void ask("session", null).then((now) => {
        if (!end.signal.aborted) setSession(now);
      });
    watch(["server", "token", "lost", "memberId"], look, end.signal);
    look();
    return () => end.abort();
  }, []);
  return session;
}
