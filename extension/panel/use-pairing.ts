import { useCallback, useEffect, useState } from "react";
import { askAs, type Pairing, type PanelAsks } from "../messages.ts";

const ask = askAs<PanelAsks>("panel");
const TRY_AGAIN_MS = 4000;

/** Asks for a code and then, while the page is shown, whether it was confirmed. */
export function usePairing(): { pairing: Pairing | null; again: () => void } {
  const [pairing, setPairing] = useState<Pairing | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let ended = false;
    const look = async (anew: boolean) => {
      const now: Pairing = await ask("pair", { anew }).catch(() => ({ state: "away" }));
      if (ended) return;
      setPairing(now);
      if (now.state === "waiting") timer = setTimeout(look, now.pollMs, false);
      if (now.state === "away") timer = setTimeout(look, TRY_AGAIN_MS, false);
    };
    void look(round > 0);
    return () => {
      ended = true;
      clearTimeout(timer);
    };
  }, [round]);
  return { pairing, again: useCallback(() => setRound((n) => n + 1), []) };
}
