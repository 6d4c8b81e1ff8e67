import { useCallback, useEffect, useState } from "react";
import { askAs, type Pairing, type PanelAsks } from "../messages.ts";
import { shown } from "../shown.ts";

const ask = askAs<PanelAsks>("panel");
const TRY_AGAIN_MS = 4000;

/**
 * Asks for a code while the page is shown, and then whether it was confirmed, which happens in another tab, until it has expired. A
 * tab behind others asks for no new one, and not for a server that is away.
 */
export function usePairing(): { pairing: Pairing | null; again: () => void } {
  const [pairing, setPairing] = useState<Pairing | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = new AbortController();
    const look = async (anew: boolean) => {
      const now: Pairing = await ask("pair", { anew }).catch(() => ({ state: "away" }));
      if (end.signal.aborted) return;
      setPairing(now);
      if (now.state === "waiting") timer = setTimeout(look, now.pollMs, false);
      if (now.state === "away") timer = setTimeout(lookWhenShown, TRY_AGAIN_MS, false);
    };
    const lookWhenShown = async (anew: boolean) => {
      await shown(end.signal);
      if (!end.signal.aborted) await look(anew);
    };
    void lookWhenShown(round > 0);
    return () => {
      end.abort();
      clearTimeout(timer);
    };
  }, [round]);
  return { pairing, again: useCallback(() => setRound((n) => n + 1), []) };
}
