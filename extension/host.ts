import type { Host } from "@sidenote/panel/host";
import { browser } from "wxt/browser";
import { answer, askAs, type PanelAsks, type ToPanelAsks } from "./messages.ts";

const ask = askAs<PanelAsks>("panel");

/** The panel beside Gmail: what is on screen comes through the background from the script in that tab, and nothing from the page. */
export function createHost({ tabId, framed }: { tabId: number | null; framed: boolean }): Host {
  return {
    kind: "gmail",
    watchSubject(tell, signal) {
      let heard = false;
      const stop = answer<ToPanelAsks>("to-panel", (sender) => sender.id === browser.runtime.id && !sender.tab, {
        subject: (input) => {
          const { tabId: from, subject } = input as ToPanelAsks["subject"]["input"];
          if (from === tabId) {
            heard = true;
            tell(subject);
          }
          return null;
        },
      });
      signal.addEventListener("abort", stop, { once: true });
      void ask("subject", null)
        .catch(() => null)
        .then((subject) => {
          if (!heard && !signal.aborted) tell(subject);
        });
    },
    async insertDraft(text) {
      const placed = await ask("insert", { text, once: crypto.randomUUID() }).catch(
        () => ({ ok: false, reason: "Gmail does not answer: reload its page" }) as const,
      );
      if (!placed.ok) return placed;
      return { ok: true, undo: async () => void (await ask("undo", placed.id)) };
    },
    openWorkspace: (path) => void ask("open", path),
    ...(framed ? { collapse: () => void ask("fold", null) } : {}),
  };
}
