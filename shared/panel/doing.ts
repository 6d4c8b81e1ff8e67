import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { askAgain } from "./captures.ts";
import type { Undo } from "./saves.ts";
import { sentence } from "./ui/Load.tsx";
import { type Toast, useToast } from "./ui/Toasts.tsx";

export const KEPT_HERE = "Kept here until the server is back.";

/** Does it, says so with the way back, and asks anew for what is shown. */
export type Do = (said: Toast, work: () => Promise<Undo>) => Promise<void>;

export function useDoing(): { busy: boolean; run: Do } {
  const queries = useQueryClient();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const run: Do = async (said, work) => {
    setBusy(true);
    try {
      const undo = await work();
      const back = () =>
        undo?.()
          .then(() => askAgain(queries))
          .catch((error: unknown) => toast({ text: sentence(error) }));
      toast(undo ? { ...said, undo: back } : { text: KEPT_HERE });
      await askAgain(queries);
    } catch (error) {
      toast({ text: sentence(error) });
    } finally {
      setBusy(false);
    }
  };
  return { busy, run };
}
